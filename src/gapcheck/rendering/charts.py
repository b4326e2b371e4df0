"""Geometry of the charts in the HTML report: shares of a width in percent, so that a template only has to draw them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gapcheck.rendering import view
from gapcheck.report import Evidence, GapReport, RequirementRow, Suggestion, Theme

_TRACKS = 8
"""Skills below the jobs."""
_TICKS = 8
_BIGGEST = 3


@dataclass(frozen=True, slots=True)
class ThemeBar:
    """A theme: `width` is what it could bring beside the theme that could bring most, `earned` what it brings."""

    theme: Theme
    rows: tuple[RequirementRow, ...]
    width: float
    earned: float

    @property
    def gaps(self) -> tuple[RequirementRow, ...]:
        """The rows that lose most points, at most three."""
        lost = [row for row in self.rows if row.points_possible - row.points > 0.05]
        return tuple(lost[:_BIGGEST])


@dataclass(frozen=True, slots=True)
class TimeBar:
    """A stretch of time: where it begins and how long it is, in percent of the chart, and what it says."""

    left: float
    width: float
    words: str


@dataclass(frozen=True, slots=True)
class TimeTrack:
    """A row of the time line."""

    label: str
    bars: tuple[TimeBar, ...]


@dataclass(frozen=True, slots=True)
class TimeLine:
    """Jobs, the asked skills below them, and the asked skills that no dated job shows; `ticks` are years with their places."""

    ticks: tuple[tuple[str, float], ...]
    jobs: tuple[TimeTrack, ...]
    skills: tuple[TimeTrack, ...]
    undated: tuple[str, ...]


def theme_bars(report: GapReport) -> tuple[ThemeBar, ...]:
    """The themes with their rows."""
    rows = {row.id: row for row in report.requirements}
    most = max((theme.points_possible for theme in report.themes), default=0.0) or 1.0
    return tuple(
        ThemeBar(
            theme,
            tuple(rows[each] for each in theme.requirements if each in rows),
            100 * theme.points_possible / most,
            100 * theme.points / most,
        )
        for theme in report.themes
    )


def time_line(report: GapReport) -> TimeLine | None:
    """The time line, None where no job has dates."""
    dated = [job for job in report.experience.jobs if job.start]
    now = _month(report.as_of)
    spans = [
        (_month(job.start or ""), max(_month(job.end, last=True) if job.end else now, 0)) for job in dated
    ]
    if not dated:
        return None
    first = min(start for start, _ in spans) // 12 * 12
    end = max(now, *(last for _, last in spans)) + 1
    width = max(end - first, 1)

    def bar(start: int, last: int, words: str) -> TimeBar:
        start = max(start, first)
        return TimeBar(100 * (start - first) / width, 100 * max(last + 1 - start, 1) / width, words)

    jobs = tuple(
        TimeTrack(
            ", ".join(filter(None, (job.title, job.employer))) or "job",
            (bar(*span, _years(job.start, job.end)),),
        )
        for job, span in zip(dated, spans, strict=True)
    )
    skills: dict[str, dict[tuple[int, int], TimeBar]] = {}
    undated: list[str] = []
    for each in _asked(report):
        label, stretches = each[0], each[1]
        if stretches:
            skills.setdefault(label, {}).update({span: bar(*span, _months(span)) for span in stretches})
        elif label not in undated:
            undated.append(label)
    return TimeLine(
        _ticks(first, end),
        jobs,
        tuple(TimeTrack(label, tuple(found.values())) for label, found in list(skills.items())[:_TRACKS]),
        tuple(label for label in undated if label not in skills)[:_TRACKS],
    )


def _asked(report: GapReport) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """The asked skills by the points of their rows, each with the stretches of dated jobs that show it."""
    rows = sorted(report.requirements, key=lambda row: (-row.points_possible, row.id))
    for row in rows:
        if row.necessity == "mentioned" or row.kind not in {"skill", "knowledge"}:
            continue
        claims = [each for each in row.evidence if each.claimed and each.method != "related"]
        for label in dict.fromkeys(each.label for each in claims):
            yield label, sorted({span for each in claims if each.label == label and (span := _stretch(each))})


def _stretch(evidence: Evidence) -> tuple[int, int] | None:
    """The months of the dated entry that holds a place, None where it has none."""
    if not evidence.months or not evidence.months[1] or not evidence.last_used:
        return None
    last = _month(evidence.last_used, last=True)
    return last - evidence.months[1] + 1, last


def _month(printed: str, *, last: bool = False) -> int:
    """Months since the year 0 of YYYY-MM, or of the first or last month of YYYY."""
    year, _, rest = printed.partition("-")
    return int(year) * 12 + (int(rest[:2]) - 1 if rest else 11 if last else 0)


def _years(start: str | None, end: str | None) -> str:
    return f"{start} to {end or 'now'}"


def _months(span: tuple[int, int]) -> str:
    return f"{span[1] - span[0] + 1} months until {span[1] // 12}-{span[1] % 12 + 1:02d}"


def _ticks(first: int, end: int) -> tuple[tuple[str, float], ...]:
    """Years at even distances."""
    step = 1
    years = range(first // 12, end // 12 + 1)
    while len(years) / step > _TICKS:
        step += 1
    return tuple((str(year), 100 * (year * 12 - first) / (end - first)) for year in years[::step])


@dataclass(frozen=True, slots=True)
class CertificateMatrix:
    """Gaps by certificates: for each row, whether each of the certificates covers it."""

    certificates: tuple[Suggestion, ...]
    rows: tuple[tuple[str, str, tuple[bool, ...]], ...]


def certificate_matrix(report: GapReport) -> CertificateMatrix | None:
    """The suggested certificates and what each closes, None without any."""
    found = view.suggestions(report)
    if not found:
        return None
    closed = {each for one in found for each in one.closes}
    rows = tuple(
        (row.id, row.title, tuple(row.id in one.closes for one in found))
        for row, _ in view.gaps(report)
        if row.id in closed
    )
    return CertificateMatrix(found, rows)
