"""What a report says first: the must-haves, the themes, what the ends of its range mean, and what to be warned of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from gapcheck.document import DocumentWarning
from gapcheck.report import Evidence, GapReport, GateRow, MustHave, RequirementRow, Theme
from gapcheck.scoring import Case, GateState, gates_of, is_gate
from gapcheck.scoring.short_reasons import time_in_words
from gapcheck.scoring.signs import COPIED, Sign
from gapcheck.taxonomy import Kind, Requirement, Taxonomy
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.language.report_words import ThemeRow

MOST = 12
"""Themes that a reader takes in at a glance."""
SOFT = "soft-skills"
"""The theme of what is asked in an interview; always the last."""
OTHER = "other"
"""The theme of what belongs to none."""
_LONGEST_PROOF = 60
KEYWORD_LIST = "keyword list"
"""The flag of a long list of which dated work shows next to nothing."""
_FLAGS = {
    KEYWORD_LIST: "Long list of skills of which dated work shows next to nothing.",
    "no dates": "No job has dates, so no time can be counted.",
}
COPIED_LIST = frozenset({KEYWORD_LIST, COPIED})
"""The flags of a list that is the posting's own: nothing in it is the person's claim."""
_NO_JOBS = "No jobs were found, so no time can be counted."
_UNDATED = "undated-jobs"
"""The warning that some jobs have no dates, which the flag says of all."""


def with_overview(report: GapReport, case: Case) -> GapReport:
    """The report with its must-haves, themes and warnings; without a score, with its warnings alone."""
    report = replace(report, warnings=_warnings(report))
    if report.score.value is None:
        return report
    return replace(
        report,
        must_haves=must_haves(report.requirements, case.requirements),
        themes=themes(report.requirements, case.taxonomy),
    )


def _warnings(report: GapReport) -> tuple[DocumentWarning, ...]:
    """What the flags stand for, in the words of the document's warnings where there are any, and then the others."""
    known: dict[str, list[DocumentWarning]] = {}
    for each in report.document.warnings:
        known.setdefault(each.code, []).append(each)
    found = []
    for flag in report.flags:
        code = flag.replace(" ", "-")
        if flag == "no dates":
            known.pop(_UNDATED, None)
        message = _FLAGS.get(flag, flag) if report.experience.jobs or flag != "no dates" else _NO_JOBS
        found += known.pop(code, []) or [DocumentWarning(code, message, None)]
    return (*found, *(each for rest in known.values() for each in rest))


def gate_rows(case: Case) -> tuple[GateRow, ...]:
    """The conditions for the job, those that are not met first."""
    rows = (GateRow(row.id, row.title, state.value, expires) for row, state, expires in gates_of(case))
    return tuple(sorted(rows, key=lambda each: (each.status == GateState.MET, each.requirement)))


def flags_of(case: Case, signs: Sequence[Sign]) -> tuple[str, ...]:
    """What somebody who reads many resumes should know before the number."""
    proven = case.strengths.profile
    seen = {
        KEYWORD_LIST: proven.stuffed or proven.lists.is_keyword_list(case.policy.source),
        **{sign.flag: True for sign in signs},
        "no dates": not any(each.period for each in case.resume.entries),
    }
    return tuple(name for name, is_seen in seen.items() if is_seen)


def must_haves(rows: Sequence[RequirementRow], asked: Sequence[Requirement]) -> tuple[MustHave, ...]:
    """Required rows that are no soft skills and that at least half of the documents ask for: gates first, then by weight."""
    known = {row.id: row for row in asked}
    deciding = [
        row
        for row in rows
        if row.necessity == "required"
        and row.kind != "soft_skill"
        and row.points_possible > 0
        and known[row.id].support[0] * 2 >= known[row.id].support[1]
    ]
    deciding.sort(key=lambda row: (not is_gate(known[row.id]), -round(row.points_possible, 6), row.id))
    return tuple(
        MustHave(row.id, row.title, row.status, _proof(row), row.summary, is_gate(known[row.id]))
        for row in deciding
    )


def _proof(row: RequirementRow) -> str:
    """The best proof in a few words: "Python, 78 months"; "" where nothing speaks for the row."""
    claimed = [each for each in row.evidence if each.claimed and each.method != "related"]
    if not claimed or row.status == "missing":
        return ""
    best = claimed[0]
    match row.kind:
        case "education" | "certification":
            return _short(best.quote)
        case "experience":
            return row.summary
    timed = max(claimed, key=_months)
    best = timed if timed.months else best
    return f"{best.label}, {time_in_words(best.months)}" if best.months else f"{best.label}, {row.summary}"


def _months(evidence: Evidence) -> int:
    return evidence.months[0] if evidence.months else 0


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_PROOF else text[:_LONGEST_PROOF].rpartition(" ")[0] + " …"


def themes(rows: Iterable[RequirementRow], taxonomy: Taxonomy) -> tuple[Theme, ...]:
    """The scored rows by theme, those worth most first and soft skills last; what is beyond MOST goes into the rest."""
    found: dict[str, list[RequirementRow]] = {}
    places = _places(taxonomy)
    for row in rows:
        if row.points_possible > 0:
            found.setdefault(_theme_of(row, taxonomy, places), []).append(row)
    order = sorted(found, key=lambda theme: (theme == SOFT, -round(_possible(found[theme]), 6), theme))
    hard = [theme for theme in order if theme not in {SOFT, OTHER}]
    most = MOST - (SOFT in found)
    if len(hard) + (OTHER in found) > most:
        for theme in hard[most - 1 :]:
            found.setdefault(OTHER, []).extend(found.pop(theme))
        order = [*hard[: most - 1], OTHER, *([SOFT] if SOFT in found else [])]
    titles = {each.id: each.title for each in taxonomy.themes.themes} | {OTHER: taxonomy.themes.other}
    return tuple(_theme(theme, titles.get(theme, theme), found[theme]) for theme in order)


def _theme(id_: str, title: str, rows: Sequence[RequirementRow]) -> Theme:
    lost = sorted(rows, key=lambda row: (round(row.points - row.points_possible, 6), row.id))
    return Theme(id_, title, sum(row.points for row in rows), _possible(rows), tuple(row.id for row in lost))


def _possible(rows: Iterable[RequirementRow]) -> float:
    return sum(row.points_possible for row in rows)


def _theme_of(row: RequirementRow, taxonomy: Taxonomy, places: Mapping[str, str]) -> str:
    """The theme of a row: by its kind, else by its class or the first of its skills that has one."""
    if row.kind in places:
        return places[row.kind]
    skills = (*([row.head.id] if row.head else []), *(each.id for each in row.skills))
    return next((theme for skill in skills if (theme := theme_of(skill, taxonomy)) != OTHER), OTHER)


def theme_of(skill: str, taxonomy: Taxonomy) -> str:
    """The id of the theme that a skill is shown under: by itself, by its class, or by its category."""
    return theme_finder(taxonomy).of(skill)


class ThemeFinder:
    """The theme of each skill of one taxonomy, found when it is first asked for."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._skills, self._places = taxonomy.skills, _places(taxonomy)
        self.of = cache(self._of)

    def _of(self, skill: str) -> str:
        known = self._skills.get(skill)
        if known is None:
            return OTHER
        keys = (*map(_SKILL.format, (skill, *known.broader)), _CATEGORY.format(known.category))
        return next((self._places[key] for key in keys if key in self._places), OTHER)


theme_finder = Derived(ThemeFinder)
_SKILL, _CATEGORY = "skill:{}", "category:{}"


def taught_by(theme: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The fields of study that teach what is in a theme."""
    return next((each.courses_of for each in taxonomy.themes.themes if each.id == theme), ())


def first_step(theme: str, taxonomy: Taxonomy) -> str:
    """A small thing to make by which somebody begins with what is in a theme; "" where there is none."""
    return next((each.first_step for each in taxonomy.themes.themes if each.id == theme), "")


def _theme_places(taxonomy: Taxonomy) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for theme in taxonomy.themes.themes:
        for key in _keys(theme):
            found.setdefault(key, theme.id)
    return found


def _project_themes(taxonomy: Taxonomy) -> frozenset[str]:
    return frozenset(theme.id for theme in taxonomy.themes.themes if theme.by_projects)


project_themes = Derived(_project_themes)
"""Ids of the themes that are learned and shown by projects; whoever works in one is near to the others."""


def _keys(theme: ThemeRow) -> tuple[str, ...]:
    skills, categories = map(_SKILL.format, theme.skills), map(_CATEGORY.format, theme.categories)
    return (*(kind.value for kind in theme.kinds if kind in _BY_KIND), *skills, *categories)


_BY_KIND = frozenset({Kind.EDUCATION, Kind.EXPERIENCE, Kind.CERTIFICATION, Kind.LANGUAGE, Kind.SOFT_SKILL})
_places = Derived(_theme_places)
"""What a theme is known by (a kind, a skill, a category) -> its id; worked out once for each taxonomy."""
