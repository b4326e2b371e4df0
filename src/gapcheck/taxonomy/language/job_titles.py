"""Schema of job_titles.yaml: the words by which a resume's lines are told to be titles, employers, places or work."""

from __future__ import annotations

from gapcheck.taxonomy.model import Entry


class JobTitles(Entry):
    """The whole file; all words in lower case.

    `titles`: nouns that name a job (nurse), one of which a title holds. `title_endings`: endings of such nouns.
    `employers`: words of the names of employers (hospital); `legal_forms` the same, as printed (GmbH).
    `teaching`, `internship`, `volunteering`: words of a title that tell what kind of post it is.
    `units`: words of parts of an employer (department), which give way to the employer's own name.
    `employment`: words for its terms, no part of title or employer (part-time). `verbs` open a line of work done.
    `regions`: states and countries that end a place's name. `places`: words that stand for one (remote).
    """

    titles: tuple[str, ...] = ()
    title_endings: tuple[str, ...] = ()
    employers: tuple[str, ...] = ()
    legal_forms: tuple[str, ...] = ()
    teaching: tuple[str, ...] = ()
    internship: tuple[str, ...] = ()
    volunteering: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    employment: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
