"""Schema of working_time.yaml: the words by which a job document says when and how long people work."""

from __future__ import annotations

from gapcheck.taxonomy.model import TaxonomyEntry


class WorkingTimeWords(TaxonomyEntry):
    """The whole file. `units` behind a number; `short_weekdays` only between two of them ("Mon-Fri").

    `since` and `until` stand around times ("from 9 to 5"), `times_of_day` and `percent` behind a number.
    `work_patterns` are whole terms that say how people work ("full time").
    """

    units: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    short_weekdays: tuple[str, ...] = ()
    times_of_day: tuple[str, ...] = ()
    percent: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    work_patterns: tuple[str, ...] = ()
