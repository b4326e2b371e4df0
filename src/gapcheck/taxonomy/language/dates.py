"""Schema of dates.yaml: the words of printed dates. The lists of all languages are read as one."""

from __future__ import annotations

from pydantic import Field

from gapcheck.taxonomy.model import TaxonomyEntry


class MonthNames(TaxonomyEntry):
    """The names and abbreviations of one month (1 to 12), without dots."""

    month: int = Field(ge=1, le=12)
    names: tuple[str, ...]


class SeasonNames(TaxonomyEntry):
    """A season and its first and last month; a last month before the first one is in the year after."""

    first: int = Field(ge=1, le=12)
    last: int = Field(ge=1, le=12)
    names: tuple[str, ...]


class Dates(TaxonomyEntry):
    """The whole file. `present` are words for now, `until` join two dates, `since` opens a period that still runs.

    `between` and `both` stand around two dates ("between 2015 and 2018"); `vague` before a year ("mid-2019").
    `lasting` are the words of `since` that always say how long something lasted ("data from 2019" does not),
    `ending` say until when it did. `before_year` may stand between month or season and year, `ordinals` behind a day.
    """

    months: tuple[MonthNames, ...] = ()
    seasons: tuple[SeasonNames, ...] = ()
    present: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    lasting: tuple[str, ...] = ()
    ending: tuple[str, ...] = ()
    before_year: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()
