"""Schema of durations.yaml: the words of lengths of time."""

from __future__ import annotations

from gapcheck.taxonomy.model import TaxonomyEntry


class Durations(TaxonomyEntry):
    """The whole file, in lower case. Numbers in words (three, eighteen) are known without a list.

    `years`, `months`, `decades`: the units; `articles` count one decade. `ranges` join two numbers, `plus` and
    `open_ended` say "or more". `vague` stand for an unsaid number of years. `before_unit` may stand between number
    and unit; `joins` between years and months.
    """

    years: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    decades: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    plus: tuple[str, ...] = ()
    open_ended: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    before_unit: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
