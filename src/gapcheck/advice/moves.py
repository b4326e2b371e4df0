"""What can be done about one requirement: the one edit or step that fits what the resume says of it, before it has words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from gapcheck.advice.countries import countries
from gapcheck.advice.nearness import SIBLING, is_field, is_narrower, is_product, is_umbrella
from gapcheck.advice.places import Nearest, Place, Places
from gapcheck.facts.written_language import OWN, other_language
from gapcheck.overview import OTHER, project_themes, theme_of
from gapcheck.report import Evidence, RequirementRow, Suggestion
from gapcheck.scoring import Assumption, AssumptionKind, Case, GateState, gates_of, is_gate
from gapcheck.scoring.experience import relevant_jobs
from gapcheck.taxonomy import Degree, Kind, Level, Logic, Necessity, Requirement
from gapcheck.taxonomy.language.report_words import AdviceForm

_LEAST = 0.05
"""Points that a row must have left to gain."""
_KINDS = 2
"""Kinds of a class that an edit names."""
_NAMED = 1
"""Months assumed where a skill is named in the job in which it was used: the least that dates can say."""


@dataclass(frozen=True, slots=True)
class Move:
    """One edit or step for one row. `skills` are ids of what is to be shown; `assumed` is what it comes to at least.

    `place` is where it is to be written (None: a project of its own, or a list); `line` is the person's line that it
    starts from. `name`: the certificate to earn or to renew.
    """

    form: AdviceForm
    row: Requirement
    skills: tuple[str, ...] = ()
    place: Place | None = None
    line: Evidence | None = None
    assumed: tuple[Assumption, ...] = ()
    offer: Suggestion | None = None
    name: str = ""


class Moves:
    """Finds the move for each row of one case."""

    def __init__(self, case: Case, suggested: Sequence[Suggestion], *, of_role: bool = False) -> None:
        self._case = case
        self._suggested = suggested
        self._of_role = of_role
        self._country = countries(case.taxonomy).of(case.resume)
        self._written_in = other_language(case.resume.document, case.taxonomy.function_words) or OWN
        self.places = Places(case)
        self._asked = {row.id: row for row in case.requirements}
        self._is_regulated = any(state is not GateState.MET for _, state, _ in gates_of(case))
        self._wanted = Counter(skill for row in case.requirements for skill in row.skills)

    def all(self, rows: Sequence[RequirementRow]) -> tuple[Move, ...]:
        """A move for each row that can gain by one; soft skills have none, since they are asked in an interview."""
        found = (
            self._of(row, self._asked[row.id])
            for row in rows
            if row.kind != "soft_skill"
            and row.necessity != "mentioned"
            and row.points_possible - row.points >= _LEAST
            and not self._is_foreign(self._asked[row.id])
        )
        return tuple(move for move in found if move is not None)

    def _is_foreign(self, asked: Requirement) -> bool:
        """Whether a row is one of other countries than the person's: never where a posting requires it."""
        if asked.necessity is Necessity.REQUIRED and not self._of_role:
            return False
        known = countries(self._case.taxonomy)
        wanted = (*asked.skills, *asked.certifications)
        return bool(wanted) and all(known.is_foreign(each, self._country) for each in wanted)

    def _of(self, row: RequirementRow, asked: Requirement) -> Move | None:
        match asked.kind:
            case Kind.CERTIFICATION:
                return self._certificate(row, asked)
            case Kind.EDUCATION:
                return self._education(row, asked)
            case Kind.EXPERIENCE:
                return self._time(asked)
            case Kind.LANGUAGE:
                return self._language(row, asked)
            case _:
                return self._skill(row, asked)

    def _language(self, row: RequirementRow, asked: Requirement) -> Move | None:
        """A language that nothing names; that in which the resume is written need not be named."""
        skills = self._short(asked)
        labels = {self._case.taxonomy.skills[skill].label for skill in asked.skills}
        if row.evidence or self._written_in in labels:
            return None
        return Move("language", asked, skills, assumed=_named(skills))

    def _certificate(self, row: RequirementRow, asked: Requirement) -> Move | None:
        held = next(iter(row.evidence), None)
        known = [each for each in asked.certifications if each in self._case.taxonomy.certifications]
        offer = next((each for each in self._suggested if row.id in each.closes), None)
        first = [offer.id] if offer is not None else known[:1]
        assumed = tuple(Assumption(AssumptionKind.CERTIFICATION, each) for each in first)
        status = {c.evidence: c.status for c in self._case.strengths.profile.certificates}.get(held)
        if held is not None:
            lapsed = status == "expired" and row.status == "missing" and asked.necessity is Necessity.REQUIRED
            return Move("renewal", asked, line=held, assumed=assumed, name=held.label) if lapsed else None
        if is_gate(asked):
            return Move("licence", asked, assumed=assumed)
        if offer is not None:
            return Move("certificate", asked, assumed=assumed, offer=offer, name=offer.name)
        return None

    def _education(self, row: RequirementRow, asked: Requirement) -> Move | None:
        degree = asked.degree or Degree()
        level = (degree.level or Level.BACHELOR).value
        assumed = (Assumption(AssumptionKind.DEGREE, level, field=degree.fields[0] if degree.fields else ""),)
        held = self._case.strengths.profile.degrees
        if not held:
            return Move("degree", asked, assumed=assumed)
        best = next((each for each in held if each.evidence in row.evidence), None)
        enough = best is not None and (degree.level is None or best.level.rank >= degree.level.rank)
        unnamed = best is not None and not (best.field or best.implied) and best.status == "completed"
        if best is not None and enough and unnamed and degree.fields:
            return Move("field", asked, line=best.evidence, assumed=assumed)
        return None

    def _time(self, asked: Requirement) -> Move | None:
        """A job of the same trade that is not counted towards the time asked for; none without a licence to work in it."""
        case = self._case
        if self._is_regulated:
            return None
        counted = relevant_jobs(asked.skills, case.strengths.profile, case.taxonomy, case.role, case.policy)
        spans = [job.evidence for job in counted if job.evidence]
        others = [
            job
            for job in self.places.jobs
            if job.dated
            and self.places.is_of_the_trade(job)
            and not any(job.span.start <= each.start < job.span.end for each in spans)
        ]
        wanted = asked.skills or tuple(sorted(case.role.core))
        found = self.places.nearest(wanted, others)
        if not asked.skills or found.degree < SIBLING:
            return None
        return Move("time", asked, asked.skills[:1], found.place, found.line, _named(asked.skills[:1]))

    def _skill(self, row: RequirementRow, asked: Requirement) -> Move | None:
        skills = self._short(asked)
        proof = row.proof
        if proof is None or row.grade == "none":
            return self._unseen(asked, skills, proof)
        if row.status == "met" and row.grade != "listed":
            return None
        match row.grade:
            case "possible":
                return self._hinted(asked, skills, proof)
            case "listed":
                return self._borne_out("listed", asked, skills, proof)
            case "related" if self._are_products(skills):
                return self._learned(asked, skills, proof)
            case _:
                return self._shown_in_part(row.grade, asked, skills, proof)

    def _hinted(self, asked: Requirement, skills: tuple[str, ...], proof: Evidence) -> Move | None:
        """What other words speak of, perhaps."""
        place = self.places.at(proof.start)
        if place is not None and place.is_job and self.places.is_borne_out(skills, proof):
            return Move("hinted", asked, skills, place, proof, _named(skills))
        return self._unseen(asked, skills, None)

    def _shown_in_part(
        self, grade: str, asked: Requirement, skills: tuple[str, ...], proof: Evidence
    ) -> Move | None:
        """What a course, the head of a job or a line of one speaks for, and not enough."""
        place = self.places.at(proof.start)
        if grade == "trained":
            return self._borne_out("trained", asked, skills, proof)
        if place in self.places.degrees:
            return self._taught(asked, skills, place, proof)
        if not self._may_be(skills, proof):
            return None
        if place is None or self.places.in_head(proof) or is_field(proof.skill, self._case.taxonomy):
            return self._borne_out("general", asked, skills, proof)
        return Move("near", asked, skills, place, proof, _named(skills))

    def _taught(
        self, asked: Requirement, skills: tuple[str, ...], place: Place | None, line: Evidence | None
    ) -> Move | None:
        """Courses of a degree: their names where it lists none, those that its list does not name where it has one."""
        listed = self.places.courses(place)
        if listed is None:
            return Move("modules", asked, skills, place, line, _in_project(skills))
        if self.places.is_named(skills) or self.places.is_boot_camp(place):
            return None
        return Move("courses", asked, skills, place, listed, _in_project(skills))

    def _may_be(self, skills: Sequence[str], line: Evidence, *, near: bool = True) -> bool:
        """Whether a line may be work with the skills: not where they are products, or only a wider word for what it says.

        Who has used a product names it, and a line that names its own is about no other.
        """
        taxonomy = self._case.taxonomy
        return (
            not any(is_product(skill, self._case.taxonomy) for skill in skills)
            and not any(is_umbrella(skill, line.skill, taxonomy) for skill in skills)
            and (not near or all(is_narrower(skill, line.skill, taxonomy) for skill in skills))
            and self.places.is_own_act(line, skills)
        )

    def _borne_out(
        self, form: AdviceForm, asked: Requirement, skills: tuple[str, ...], proof: Evidence
    ) -> Move | None:
        """What is only named or learned is shown in the job that is nearest to it; else in a project."""
        if form != "general" and any(is_umbrella(each, proof.skill, self._case.taxonomy) for each in skills):
            skills = self.places.kinds_in(proof, skills)[:_KINDS]
            if not skills:
                return None
        if form == "listed" and self.places.is_touched_on(proof):
            return self._learned(asked, skills, proof)
        known = self.places.learned(proof)
        jobs = [job for job in self.places.jobs if not job.ended or job.ended >= known]
        found = self.places.nearest(skills, jobs, latest=True)
        place = found.place if form == "general" else self.places.current(skills, jobs)
        if place is None:
            if not self._by_projects(skills):
                return None
            return Move("project", asked, skills, None, proof, _in_project(skills))
        line = found.line if form == "general" else proof
        if line is None or (form == "general" and self.places.in_head(line)):
            return None
        return Move(form, asked, skills, place, line, _named(skills), name=proof.label)

    def _unseen(self, asked: Requirement, skills: tuple[str, ...], proof: Evidence | None) -> Move | None:
        """What nothing speaks for: taught by the degree, said in a job that is near to it, or else learned.

        A product is learned, since who has used it would have named it.
        """
        if proof is not None:
            form: AdviceForm = "wish" if proof.assertion == "aspired" else "learn"
            return self._learned(asked, skills, proof, form)
        taught = self._degree_for(asked, skills)
        if taught.place is not None and not self.places.is_boot_camp(taught.place):
            return self._taught(asked, skills, taught.place, taught.line)
        found = self.places.nearest(skills, self.places.jobs)
        if (
            found.degree >= SIBLING
            and found.line is not None
            and self._may_be(skills, found.line, near=False)
        ):
            return Move("unshown", asked, skills, found.place, found.line, _named(skills))
        return self._learned(asked, skills, None)

    def _learned(
        self,
        asked: Requirement,
        skills: tuple[str, ...],
        line: Evidence | None,
        form: AdviceForm = "learn",
    ) -> Move | None:
        if not self._by_projects(skills):
            own = self._usual_place(asked, skills)
            if own is not None and form != "wish":
                return Move("usual", asked, skills, own, None, _named(skills))
            place = next(iter(self.places.degrees), None)
            taxonomy = self._case.taxonomy
            if place is None or any(
                is_field(skill, taxonomy) or theme_of(skill, taxonomy) == OTHER for skill in skills
            ):
                return None
            return Move("train", asked, skills, place, line if form == "wish" else None, _in_project(skills))
        if any(self.places.is_field_of_theirs(skill) for skill in skills):
            return None
        beside = form == "learn" and line is not None and self.places.at(line.start) is None
        if line is None or self.places.in_head(line) or (beside and line.skill not in skills):
            found = self.places.nearest(skills, (*self.places.projects, *self.places.jobs))
            line = found.line if found.degree >= SIBLING else None
        if line is None or self.places.in_head(line):
            return Move("start", asked, skills, assumed=_in_project(skills))
        return Move(form, asked, skills, None, line, _in_project(skills))

    def _usual_place(self, asked: Requirement, skills: tuple[str, ...]) -> Place | None:
        """The latest job in whose trade skills are usual: near to what it shows, or required in a job of the role's trade."""
        if any(is_product(skill, self._case.taxonomy) for skill in skills):
            return None
        near = self.places.nearest(skills, self.places.jobs, latest=True).place
        if near is None and asked.necessity is Necessity.REQUIRED:
            trade = [each for each in self.places.jobs if self.places.is_of_the_trade(each)]
            return self.places.current(skills, trade)
        return near

    def _degree_for(self, asked: Requirement, skills: tuple[str, ...]) -> Nearest:
        """The degree in which skills may have been taught: one near to them, or one in a field that teaches them."""
        if any(is_product(skill, self._case.taxonomy) for skill in skills):
            return Nearest()
        if asked.kind is Kind.KNOWLEDGE:
            found = self.places.nearest(skills, self.places.degrees)
            if found.place is not None and self._is_taught(skills, found):
                return found
        return self.places.degree_that_teaches(skills)

    def _is_taught(self, skills: Sequence[str], taught: Nearest) -> bool:
        """Whether a degree is near enough to a skill for courses on it: a field of the same theme, or nearer."""
        taxonomy = self._case.taxonomy
        themes = {theme_of(skill, taxonomy) for skill in self.places.shown_in(taught.place)}
        return taught.degree >= SIBLING or any(theme_of(skill, taxonomy) in themes for skill in skills)

    def _are_products(self, skills: Sequence[str]) -> bool:
        """Whether all are products of technology, known by their capital letters: who has used one would have named it."""
        return self._by_projects(skills) and all(is_product(skill, self._case.taxonomy) for skill in skills)

    def _by_projects(self, skills: Sequence[str]) -> bool:
        """Whether a project of one's own is how such skills are learned and shown."""
        taxonomy = self._case.taxonomy
        return any(theme_of(skill, taxonomy) in project_themes(taxonomy) for skill in skills)

    def _short(self, asked: Requirement) -> tuple[str, ...]:
        """The skills to show: the class of examples, the nearest of a list of which some will do, all that fall short."""
        if asked.head is not None and (asked.logic is Logic.EXAMPLE or not asked.skills):
            return (asked.head,)
        held = {skill: self._case.strengths.of(skill).value for skill in asked.skills}
        if asked.logic is Logic.ANY_OF:
            nearest = sorted(
                asked.skills,
                key=lambda skill: (-held[skill], -self._wanted[skill], asked.skills.index(skill)),
            )
            return tuple(each for each in nearest[: max(asked.min_count or 1, 1)] if held[each] < 1)
        met = self._case.policy.score.met
        return tuple(each for each in asked.skills if held[each] < met) or tuple(
            each for each in asked.skills if held[each] < 1
        )


def _named(skills: Sequence[str]) -> tuple[Assumption, ...]:
    return tuple(Assumption(AssumptionKind.SKILL, each, _NAMED) for each in skills)


def _in_project(skills: Sequence[str]) -> tuple[Assumption, ...]:
    return tuple(Assumption(AssumptionKind.SKILL, each) for each in skills)
