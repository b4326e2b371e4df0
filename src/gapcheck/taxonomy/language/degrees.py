"""Schema of degrees.yaml: names of degrees in many countries, words for their status, and fields of study."""

from __future__ import annotations

from pydantic import Field

from gapcheck.taxonomy.model import Id, Level, TaxonomyEntry


class DegreeNames(TaxonomyEntry):
    """Names of degrees of one level.

    `names` are matched in any case, `abbreviations` as printed, with or without dots (B.Sc., BSc). `ambiguous`
    abbreviations are also words, states or products (ME, MA): they need a sign of a degree beside them.
    `asked`: names that only job documents use. `field`: the field that the name itself states (BSN: nursing).
    """

    level: Level
    names: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    field: str = ""


class DegreeStatus(TaxonomyEntry):
    """Words for a degree that is not held (yet)."""

    in_progress: tuple[str, ...] = ()
    abandoned: tuple[str, ...] = ()


class FieldFamily(TaxonomyEntry):
    """Fields of study that are related to each other, in lower case; their words may be part of longer names.

    `adjacent`: neighbouring families, which share some content (economics and statistics).
    """

    id: Id
    fields: tuple[str, ...]
    adjacent: tuple[Id, ...] = ()


class FieldWords(TaxonomyEntry):
    """The words around the name of a field of study; each list is described in the file."""

    nouns: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    majors: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()
    comparisons: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    trailing: tuple[str, ...] = ()
    list_ends: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    such_as: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    not_fields: tuple[str, ...] = ()
    short: dict[str, str] = Field(default_factory=dict)


class Degrees(TaxonomyEntry):
    """The whole file.

    `unnamed` ask for a degree without its level. `not_degrees` look like a degree but are none ("scrum master").
    `applied` follows a long degree of a university of applied sciences, which is one level below. `details` open
    a line about a degree (thesis, coursework), `followers` turn its name into something else (master thesis).
    `unasked_after` and `unasked_before` surround a degree that a job document only mentions. `equivalents` accept
    something else instead. `institutions` mark the name of a school, `institution_stems` are parts of such words.
    `schools` are kinds of school in brackets, `articles` precede a school's name.
    """

    degrees: tuple[DegreeNames, ...] = ()
    unnamed: tuple[str, ...] = ()
    not_degrees: tuple[str, ...] = ()
    applied: tuple[str, ...] = ()
    honours: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    followers: tuple[str, ...] = ()
    unasked_after: tuple[str, ...] = ()
    unasked_before: tuple[str, ...] = ()
    equivalents: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()
    institution_stems: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    status: DegreeStatus = DegreeStatus()
    field_words: FieldWords = FieldWords()
    families: tuple[FieldFamily, ...] = ()
