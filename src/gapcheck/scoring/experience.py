"""Credit of a row that asks for years: months of the dated jobs that are the role's, overlaps counted once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date

from gapcheck.config import Policy
from gapcheck.facts.periods import Months, last_month, months_of, since
from gapcheck.report import Evidence
from gapcheck.scoring.judgement import Judgement, best_grade, better
from gapcheck.scoring.profile import JobClaim, Profile
from gapcheck.scoring.proofs import Grade
from gapcheck.scoring.reach import all_proving, each_proving
from gapcheck.scoring.role_work import RoleWork, trade_titles
from gapcheck.scoring.short_reasons import time_in_words
from gapcheck.scoring.strength import Strengths
from gapcheck.scoring.trade_words import Nearness, narrowing, subjects_of, trade_words
from gapcheck.spans import Span
from gapcheck.taxonomy import Kind, Logic, Requirement, Taxonomy


def experience_credit(row: Requirement, strengths: Strengths, role: RoleWork) -> Judgement:
    """Judge a row of kind experience.

    With a number of months, credit is the share of them that dated jobs show. Without one, a year counts
    in full, and training or projects count for half of what they prove. Jobs that only touch on a field
    count for part of what the others leave open, so that they alone never meet the row; so do jobs that show what
    the role requires, where a number of months is asked for and no job names its subject. Years in a post are also
    those of other jobs in which the same is done. Of several subjects of which all are asked for, each counts alike; of a choice,
    months in any add up.
    """
    if row.logic is Logic.ALL_OF and row.min_months is not None and len(row.skills) > 1:
        return _mean([_of_one(each, row, strengths, role) for each in row.skills])
    found = _of_skills(row, row.skills, strengths, role)
    done = subjects_of(row.skills, strengths.taxonomy)
    return found if done == row.skills else better(found, _of_skills(row, done, strengths, role))


def _of_skills(row: Requirement, skills: Sequence[str], strengths: Strengths, role: RoleWork) -> Judgement:
    profile, taxonomy, policy = strengths.profile, strengths.taxonomy, strengths.policy
    jobs = profile.jobs if row.any_work else relevant_jobs(skills, profile, taxonomy, role, policy)
    is_wide = any(taxonomy.narrower(skill) for skill in skills)  # its kinds would have been found
    settings = _settings(skills, taxonomy)
    stands_in = not (jobs or is_wide or settings or row.min_months is None)
    if stands_in:
        jobs = _of_the_core(profile, taxonomy, role, policy)
    window = row.within_months
    low, high = months = months_in(jobs, profile, window)
    narrow = narrowing(row, taxonomy)
    mainly = [
        job
        for job in jobs
        if not stands_in
        and trade_words(taxonomy).says(narrow, job.said)
        and (
            _is_in(job, settings, taxonomy)
            if settings
            else row.any_work or _is_main_duty(skills, job, taxonomy, role, policy)
        )
    ]
    main, every = months_in(mainly, profile, window), months_in(jobs, profile)
    part = min(policy.experience.side_duty, policy.experience.before_window if window else 1.0)
    need = row.min_months or policy.experience.unstated_months
    credit, high_credit = (_share(*each, need, part) for each in zip(main, every, strict=True))
    reasons = [_months_line(months, jobs, row.min_months, need)]
    unsaid = f', or without "{" ".join(narrow)}"' if narrow else ""
    if len(mainly) < len(jobs):
        reasons.append(
            f"a job that only shows what the role requires beside it counts x {part:.2f}"
            if stands_in
            else f"a job that only touches on it, or of a neighbouring title{unsaid}, counts x {part:.2f} for what the others leave open"
        )
    older = _older(jobs, window, profile) if window and months != every else ""
    if older:
        reasons.append(f"{older}: counts x {part:.2f} for what the others leave open")
    if low < need <= high:
        reasons.append("may be met: the printed dates leave it open")
    proven, grade = credit, Grade.SHOWN if jobs else Grade.NONE
    told = main if main[0] < need and not stands_in else None
    short = _short((low, high), told, jobs, row.min_months) + (f"; {older}" if older else "")
    evidence = tuple(_for_row(job.evidence, row) for job in jobs if job.evidence)
    if row.min_months is None:
        known = [strengths.of(skill) for skill in skills]
        best = max(known, key=lambda s: s.value, default=None)
        factor = policy.experience.without_time
        if best is not None and best.proof is not None and best.value * factor > credit:
            credit, grade = best.value * factor, best.grade
            label = taxonomy.skills[best.skill].label
            reasons.append(f"{label}: {best.reason}; without time on the job x {factor:.2f}")
            evidence = (*([best.proof.evidence] if best.proof.evidence else []), *evidence)
            short = f"{label} is named; no time on the job was found for it"
    return Judgement(credit, proven, high_credit, grade, tuple(reasons), evidence, short).clamped()


def _of_one(skill: str, row: Requirement, strengths: Strengths, role: RoleWork) -> Judgement:
    """The judgement of one of several subjects, which its reasons name."""
    found = experience_credit(row.replaced(skills=(skill,)), strengths, role)
    label = strengths.taxonomy.skills[skill].label
    reasons = tuple(f"{label}: {each}" for each in found.reasons)
    return found._replace(reasons=reasons, short=f"{label}: {found.short}")


def _mean(found: Sequence[Judgement]) -> Judgement:
    """The judgement of several subjects that are asked for together; its words are those of the least, where one lacks."""
    least = min(found, key=lambda each: each.credit)
    credit, low, high = (
        sum(values) / len(found)
        for values in zip(*((each.credit, each.low, each.high) for each in found), strict=True)
    )
    reasons = tuple(reason for each in found for reason in each.reasons)
    evidence = tuple(dict.fromkeys(piece for each in found for piece in each.evidence))
    return Judgement(
        credit, low, high, best_grade([each.grade for each in found]), reasons, evidence, least.short
    ).clamped()


def _share(main: int, every: int, need: int, part: float) -> float:
    """The share of the months asked for: those of jobs about it, and part of what the others add; these alone never suffice."""
    whole = min(1.0, main / need)
    return round(whole + part * min(1.0 - whole, (every - main) / need), 6)


def relevant_jobs(
    skills: Collection[str], profile: Profile, taxonomy: Taxonomy, role: RoleWork, policy: Policy
) -> tuple[JobClaim, ...]:
    """Dated jobs that are of the role: by their title, by a named skill, or by enough of its kinds.

    A kind of the subject in the job's title is enough as well (an accountant's, for finance).

    Where no skill is the subject, the role itself is: what it requires is then looked for. One such skill is enough
    in a job whose title is the role's without its speciality (an electrician's, for a maintenance electrician) or
    another one of its trade; the latter is of the role in part also without any. A title that has the words of the
    role's, or of a subject that the taxonomy lacks, is enough by itself (see `trade_words`).

    Where a row asks for a setting alone, a job that says another kind of place is not relevant.
    """
    settings, words = _settings(skills, taxonomy), trade_words(taxonomy)
    named, subjects = set(skills), _subjects(skills, taxonomy, role)
    skills = _of_the_role(skills, taxonomy, role)
    wanted = set(skills)
    wider = {each for skill in wanted if skill in taxonomy.skills for each in taxonomy.skills[skill].broader}
    posts = _own_subjects(skills, taxonomy)
    kinds: frozenset[str] | None = None
    found = []
    for job in profile.jobs:
        relevant = _is_in(job, settings, taxonomy)
        if settings and not relevant and all(words.is_elsewhere(job.said, each) for each in settings):
            continue
        relevant = relevant or _is_of_the_title(job, skills, taxonomy, role, subjects)
        relevant = relevant or any(skill in named for skill, _ in job.shown)
        enough = _least_of_kinds(job, wider, policy) if wanted else _least_of_core(job, role, policy)
        if not relevant and len(job.shown) >= enough:
            kinds = kinds or all_proving(wanted or role.core, taxonomy)
            apart = _apart(job, kinds, taxonomy)
            relevant = apart >= enough
            # the role shows in several things that it requires; many kinds of one of them show it in part
            if not wanted and not _shows_core(job, role, taxonomy, policy):
                relevant = apart >= policy.experience.kinds_of_one
        if not relevant and wanted:
            kinds = kinds or all_proving(wanted, taxonomy)
            relevant = not kinds.isdisjoint(job.in_head)
        kin = not wanted and _is_only_kin(job, taxonomy, role)
        near = _nearness(job, subjects, taxonomy) or any(
            words.are_neighbours(job.title, each) for each in posts
        )
        if relevant or kin or near or _tells_of(job, named, taxonomy, role):
            found.append(job)
    return tuple(found)


def _of_core(job: JobClaim, role: RoleWork, taxonomy: Taxonomy) -> int:
    """How many of the skills that the role requires a job shows, each by itself or by kinds of it."""
    shown = {skill for skill, _ in job.shown}
    return sum(not shown.isdisjoint(proving) for proving in each_proving(role.core, taxonomy))


def _least_of_core(job: JobClaim, role: RoleWork, policy: Policy) -> int:
    """How many kinds of what the role requires a job has to show: a single one under a title of the trade."""
    near = role.is_of_the_trade(job) or role.is_kin(job)
    return 1 if near else policy.experience.relevant_skills


def _least_of_kinds(job: JobClaim, wider: AbstractSet[str], policy: Policy) -> int:
    """How many kinds of a subject a job has to show: a single one in the trade that it is part of (back end, of a software engineer)."""
    return 1 if job.in_head & wider else policy.experience.relevant_skills


def _shows_core(job: JobClaim, role: RoleWork, taxonomy: Taxonomy, policy: Policy) -> bool:
    """Whether a job shows several things that the role requires, or the only one."""
    least = min(_least_of_core(job, role, policy), role.asked)
    return _of_core(job, role, taxonomy) >= least


def _of_the_core(
    profile: Profile, taxonomy: Taxonomy, role: RoleWork, policy: Policy
) -> tuple[JobClaim, ...]:
    """The jobs that show enough of what the role requires, whatever they are called."""
    kinds, least = all_proving(role.core, taxonomy), policy.experience.relevant_skills
    return tuple(
        job
        for job in profile.jobs
        if _apart(job, kinds, taxonomy) >= least and _of_core(job, role, taxonomy) >= least
    )


def _of_the_role(skills: Collection[str], taxonomy: Taxonomy, role: RoleWork) -> Collection[str]:
    """The subject of a row; none where it is the role itself, also if it says so in words of its title alone."""
    own = _own_subjects(skills, taxonomy)
    words = trade_words(taxonomy)
    if _settings(skills, taxonomy):
        return skills
    if len(own) == len(skills) and any(words.share(title, each) for title in role.titles for each in own):
        return ()
    return skills


def _own_subjects(skills: Collection[str], taxonomy: Taxonomy) -> tuple[str, ...]:
    """Those that only the job document names, in its words."""
    known = map(taxonomy.skills.get, skills)
    return tuple(skill.label for skill in known if skill is not None and not skill.category)


def _settings(skills: Collection[str], taxonomy: Taxonomy) -> tuple[str, ...]:
    """Where a row asks for work to have been done, if that is all that it asks for."""
    own = _own_subjects(skills, taxonomy)
    return own if len(own) == len(skills) and all(map(trade_words(taxonomy).is_setting, own)) else ()


def _is_in(job: JobClaim, settings: Iterable[str], taxonomy: Taxonomy) -> bool:
    words = trade_words(taxonomy)
    return any(words.is_in_setting(job.said, each) for each in settings)


def _subjects(skills: Collection[str], taxonomy: Taxonomy, role: RoleWork) -> tuple[str, ...]:
    """What a job's title is compared with in words: subjects that only the job document names, and the role's titles."""
    own = _own_subjects(skills, taxonomy)
    return own if _of_the_role(skills, taxonomy, role) else (*role.titles, *own)


def _nearness(job: JobClaim, subjects: Iterable[str], taxonomy: Taxonomy) -> Nearness:
    words = trade_words(taxonomy)
    return max((words.nearness(job.title, job.text, each) for each in subjects), default=Nearness.NONE)


def _tells_of(job: JobClaim, skills: Collection[str], taxonomy: Taxonomy, role: RoleWork) -> bool:
    """Whether a job says a subject in words apart: a claims representative of an insurer's, insurance claims.

    A job of the role's trade does by a clause of its text: cases of civil litigation are a paralegal's work in litigation.
    """
    if _is_called_after(job, skills, taxonomy):
        return True
    says = trade_words(taxonomy).says_subject
    of_the_trade = role.is_titled(job) or role.is_of_the_trade(job)
    return of_the_trade and any(says(label, job.text) for label in _labels(skills, taxonomy))


def _is_only_told(
    job: JobClaim, skills: Collection[str], subjects: Collection[str], taxonomy: Taxonomy
) -> bool:
    """Whether nothing but words of its text makes a job one of a subject: it touches on that."""
    shown = {skill for skill, _ in job.shown} | job.in_head
    return bool(skills) and not (shown & all_proving(skills, taxonomy) or _nearness(job, subjects, taxonomy))


def _is_called_after(job: JobClaim, skills: Iterable[str], taxonomy: Taxonomy) -> bool:
    """Whether the title of a job says nothing but words of a subject, and a clause of its text the others."""
    words = trade_words(taxonomy)
    return any(
        words.nearness(job.title, job.text, label) is Nearness.WHOLE
        and words.says_rest(label, job.title, job.text)
        for label in _labels(skills, taxonomy)
    )


def _labels(skills: Iterable[str], taxonomy: Taxonomy) -> tuple[str, ...]:
    return tuple(taxonomy.skills[skill].label for skill in skills if skill in taxonomy.skills)


def _is_of_the_title(
    job: JobClaim, skills: Collection[str], taxonomy: Taxonomy, role: RoleWork, subjects: Collection[str]
) -> bool:
    """Whether a job under the role's title is about a subject: one that the title names or gives, or that the job shows.

    A subject that only the job document names is what people of that title do.
    """
    if not role.is_titled(job):
        return False
    kinds = all_proving(skills, taxonomy)
    given = {skill for title in role.titles for skill, _ in trade_titles(taxonomy).get(title, ())}
    shown = {skill for skill, _ in job.shown}
    if len(_own_subjects(skills, taxonomy)) == len(skills) or not kinds.isdisjoint(given | shown):
        return True
    words = trade_words(taxonomy)
    if any(words.share(title, each) for title in role.titles for each in _labels(skills, taxonomy)):
        return True
    return _nearness(job, subjects, taxonomy) is not Nearness.NONE


def _is_only_kin(job: JobClaim, taxonomy: Taxonomy, role: RoleWork) -> bool:
    """Whether nothing but another title of the trade makes a job one of the role's: it may be a neighbouring speciality."""
    if role.is_titled(job) or role.is_of_the_trade(job) or not role.is_kin(job):
        return False
    return not _apart(job, all_proving(role.core, taxonomy), taxonomy)


def _is_main_duty(
    skills: Collection[str], job: JobClaim, taxonomy: Taxonomy, role: RoleWork, policy: Policy
) -> bool:
    """Whether a job is about its subject: by its head, by several of its duties, or because it has but few.

    A tool that a duty names is used in that job; a field that a single one of many duties names is not its subject.
    """
    subjects, named = _subjects(skills, taxonomy, role), set(skills)
    skills = _of_the_role(skills, taxonomy, role)
    titled = _is_of_the_title(job, skills, taxonomy, role, subjects)
    called = _is_called_after(job, named, taxonomy)
    if called or (not titled and _is_only_told(job, skills, subjects, taxonomy)):
        return called
    if subjects and not (titled or job.in_head & set(skills)):
        near = _nearness(job, subjects, taxonomy)
        if near is Nearness.WHOLE:
            return True
        of_the_trade = role.is_of_the_trade(job) and _apart(job, all_proving(role.core, taxonomy), taxonomy)
        if near is Nearness.PARTIAL and not of_the_trade:
            return False
    clear = titled or any(skill in named for skill, _ in job.shown)
    if not skills and (
        _is_only_kin(job, taxonomy, role) or not (clear or _shows_core(job, role, taxonomy, policy))
    ):
        return False
    fields = [
        skill
        for skill in skills
        if taxonomy.narrower(skill) and taxonomy.skills[skill].kind is not Kind.SOFT_SKILL
    ]
    if len(fields) < len(skills) or not skills or job.duties < policy.experience.many_duties:
        return True
    kinds = all_proving(skills, taxonomy)
    places = {place for skill, place in job.shown if skill in kinds}
    return bool(titled or job.in_head & kinds) or len(places) >= policy.experience.relevant_skills


def months_in(jobs: Iterable[JobClaim], profile: Profile, window: int | None = None) -> Months:
    """Least and most months of some jobs together, overlaps counted once; with `window` those of the last so many months."""
    as_of, periods = date.fromisoformat(profile.as_of), tuple(p for job in jobs for p in job.periods)
    return months_of(periods if window is None else since(periods, as_of, window), as_of)


def _older(jobs: Iterable[JobClaim], window: int, profile: Profile) -> str:
    """What is said of work from before the window that the job document sets."""
    _, whole = months_in(jobs, profile)
    _, inside = months_in(jobs, profile, window)
    last = last_month([p for job in jobs for p in job.periods], date.fromisoformat(profile.as_of))
    used = "" if inside else f", last used {last}"
    return f"{time_in_words((whole - inside,) * 2)} older than the last {window} months{used}"


def _apart(job: JobClaim, kinds: AbstractSet[str], taxonomy: Taxonomy) -> int:
    """How many kinds a job shows, each in a place of its own; a class beside its own member does not count."""
    members = [(skill, place) for skill, place in job.shown if skill in kinds]
    general = {b for skill, _ in members for b in taxonomy.skills[skill].broader}
    places: dict[str, Span | None] = {}
    for skill, place in members:
        if skill in general or skill in places:
            continue
        if place is None or not any(other and place.overlaps(other) for other in places.values()):
            places[skill] = place
    return len(places)


def _short(months: Months, main: Months | None, jobs: tuple[JobClaim, ...], asked: int | None) -> str:
    """`main` are the months of the jobs that are about the subject, where they are too few."""
    if not jobs:
        return "no dated job of this kind found"
    said = f"{time_in_words(months)} in dated jobs"
    if main is not None and main != months:
        said = f"{time_in_words(months)} in jobs that only touch on it"
        if main[0]:
            said = f"{time_in_words(main)} in dated jobs, {time_in_words(months)} with those that only touch on it"
    return said + (f", {asked} asked for" if asked else "")


def _months_line(months: Months, jobs: tuple[JobClaim, ...], asked: int | None, need: int) -> str:
    low, high = months
    span = f"{low}" if low == high else f"{low} to {high}"
    posts = f"{len(jobs)} dated job{'s' if len(jobs) != 1 else ''}"
    if asked is None:
        return f"{span} months in {posts} of this kind; no number is asked for, {need} count in full"
    return f"{span} months in {posts} of this kind; {need} are asked for"


def _for_row(evidence: Evidence, row: Requirement) -> Evidence:
    return replace(evidence, skill=row.skills[0] if row.skills else "")
