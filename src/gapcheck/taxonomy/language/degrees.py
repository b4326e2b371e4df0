"""Schema of degrees.yaml: names of degrees in many countries, words for their status, and families of fields."""

from __future__ import annotations

from gapcheck.taxonomy.model import Entry, Id, Level


class DegreeNames(Entry):
    """Names of degrees of one level.

    `names` are matched without case. `abbreviations` as printed, with or without dots (B.Sc., BSc). Those that
    are also words or states (BE, MA) go to `ambiguous`: they need dots, or a field or "in" beside them.
    `field`: what the name itself says of the field (BSN: nursing).
    """

    level: Level
    names: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    field: str = ""


class DegreeStatus(Entry):
    """Words that tell a degree that is not (yet) held."""

    in_progress: tuple[str, ...] = ()
    abandoned: tuple[str, ...] = ()


class FieldFamily(Entry):
    """Fields of study that count as related to each other. `fields` are lower case; words may stand inside longer names.

    `adjacent`: families that these fields are neighbours of, with parts in common (economics and statistics).
    """

    id: Id
    fields: tuple[str, ...]
    adjacent: tuple[Id, ...] = ()


class Degrees(Entry):
    """The whole file.

    `institution_words` mark the name of a school. `not_degrees` are wordings that look like a degree and are none
    ("scrum master", "MS Office"). `applied` stand behind a long degree of a university of applied sciences, which
    is one level below. `field_ends` end the name of a field ("minor", "thesis"). `honours` are no part of it.
    """

    degrees: tuple[DegreeNames, ...] = ()
    status: DegreeStatus = DegreeStatus()
    institution_words: tuple[str, ...] = ()
    institution_stems: tuple[str, ...] = ()
    applied: tuple[str, ...] = ()
    not_degrees: tuple[str, ...] = ()
    field_ends: tuple[str, ...] = ()
    honours: tuple[str, ...] = ()
    families: tuple[FieldFamily, ...] = ()
