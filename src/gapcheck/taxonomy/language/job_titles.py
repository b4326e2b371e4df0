"""Schema of job_titles.yaml: what jobs are called, and the words beside a title: employers, places, work done."""

from __future__ import annotations

from gapcheck.taxonomy.model import TaxonomyEntry


class TitleLevel(TaxonomyEntry):
    """A step of a career, and the words for it in a title."""

    level: str
    words: tuple[str, ...]


class JobTitles(TaxonomyEntry):
    """The whole file; all words in lower case, but for `legal_forms`.

    `heads`: nouns that name a job in any text (nurse); `titles`: others, which do where a title is expected (hand).
    `title_endings`: endings of such nouns. `things`: heads whose plural names things as well (editors). `heads_of`: those that go on with "of" (director of sales).
    `modifiers`: words before a head noun that belong to the title, beside names of skills. `levels`: the steps of a
    career, lowest first. `seniority`: words at a title's end. `prepositions` end the title proper.
    `hiring`: words before the title that a job document offers.
    `employers`: words in the names of employers (hospital); `legal_forms`: the same, as printed (GmbH).
    `units`: words for parts of an employer (department), which give way to the employer's own name.
    `teaching`, `internship`, `volunteering`: words in a title that say what kind of post it is.
    `employment`: terms of work, no part of title or employer (part-time). `verbs` open a line of work done.
    `regions`: states and countries that end a place's name. `places`: words used in place of one (remote).
    """

    heads: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    title_endings: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    heads_of: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    levels: tuple[TitleLevel, ...] = ()
    seniority: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    hiring: tuple[str, ...] = ()
    employers: tuple[str, ...] = ()
    legal_forms: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    teaching: tuple[str, ...] = ()
    internship: tuple[str, ...] = ()
    volunteering: tuple[str, ...] = ()
    employment: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
