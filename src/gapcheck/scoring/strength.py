"""How strongly a profile proves one skill: by its name, its kinds, its class, and skills close to it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from gapcheck.config import Policy
from gapcheck.matching.mentions import REFUSED, Method
from gapcheck.scoring.profile import Profile
from gapcheck.scoring.proofs import Grade, Proof
from gapcheck.spans import Span
from gapcheck.taxonomy import Requirement, Taxonomy
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.taxonomy import NO_LINKS


@dataclass(frozen=True, slots=True)
class Strength:
    """`value` 0 to 1 = strength of `proof` x relation. `via`: implied or related, "" for a name of its own.

    `low` counts dated proofs of the skill's own names only, `high` takes what is open in the person's favour.
    """

    skill: str
    value: float = 0.0
    low: float = 0.0
    high: float = 0.0
    grade: Grade = Grade.NONE
    reason: str = ""
    via: str = ""
    proof: Proof | None = None


class Strengths:
    """Strength of any skill for one profile; edges are the taxonomy's, two steps at most, no closure."""

    def __init__(self, profile: Profile, taxonomy: Taxonomy, policy: Policy) -> None:
        self.profile = profile
        self.taxonomy = taxonomy
        self.policy = policy
        self._reach = _reach(taxonomy)
        self._known: dict[str, Strength] = {}
        self._before: tuple[Strengths, Collection[str]] | None = None

    def replaced(self, profile: Profile, affected: Collection[str]) -> Strengths:
        """The strengths for another profile, which differ for the skills of `affected` at most."""
        found = Strengths(profile, self.taxonomy, self.policy)
        found._before = (self, affected)
        return found

    def reached_from(self, skill: str) -> frozenset[str]:
        """Every skill whose strength a proof of `skill` can raise."""
        return self._reach.reached(skill)

    def numbers(self, skill: str) -> tuple[object, ...]:
        """All about the strength of a skill that can change what a row is worth."""
        found = self.of(skill)
        return found.value, found.low, found.high, found.grade, self.profile.best(skill) is not None

    def of(self, skill: str) -> Strength:
        """The best that the resume says for `skill`: named, implied by its kinds, related, or hinted at."""
        found = self._known.get(skill)
        if found is None:
            before, affected = self._before or (None, ())
            found = self._best(skill) if before is None or skill in affected else before.of(skill)
            self._known[skill] = found
        return found

    def _best(self, skill: str) -> Strength:
        best = max(self._ways(skill), key=lambda s: s.value, default=Strength(skill))
        own = [p.strength for p in self.profile.proofs.get(skill, ()) if p.dated]
        low = round(max(own, default=0.0), 6)
        high = best.value
        if best.grade in {Grade.LISTED, Grade.POSSIBLE, Grade.RELATED}:
            high = max(high, self.policy.source.list_beside_work)
        return Strength(
            skill, best.value, min(low, best.value), high, best.grade, best.reason, best.via, best.proof
        )

    def members(self, head: str) -> tuple[str, ...]:
        """The skills that are a kind of `head`, direct or at one remove, in order of id."""
        return self._reach.members(head)

    def open_members(self, row: Requirement) -> tuple[str, ...]:
        """The members of a row's class that count although the row does not list them."""
        return self.members(row.head) if row.open and row.head else ()

    def _ways(self, skill: str) -> Iterator[Strength]:
        relation = self.policy.relation
        row = self.taxonomy.skills.get(skill)
        if row is None:
            return
        exact = self.profile.best(skill)
        if exact is not None:
            yield self._through(skill, exact, relation.exact, "", exact.grade)
        elif any(_refuses(hint) for hint in self.profile.hints.get(skill, ())):
            return  # the person says by its name that it is not theirs; no tool or class of it says more
        proven = self.profile.proofs.keys()
        direct, remote = self._reach.kinds(skill)
        yield from self._through_kinds(
            skill, proven & direct, relation.umbrella if row.umbrella else relation.child
        )
        grandchildren = proven & remote
        several = not row.umbrella and self._apart(grandchildren) > 1
        yield from self._through_kinds(
            skill, grandchildren, relation.grandchildren if several else relation.grandchild
        )
        for related in row.related:
            proof = self.profile.best(related.id)
            if proof is not None and related.id not in row.never:
                words = f"{self._label(related.id)} may stand in for it x {related.degree:.2f}"
                yield self._through(skill, proof, related.degree, words, Grade.RELATED)
        for parent in row.broader:
            proof = self.profile.best(parent)
            if proof is not None:
                words = f"only its class, {self._label(parent)}, is named x {relation.parent:.2f}"
                yield self._through(skill, proof, relation.parent, words, Grade.RELATED)
        for hint in self.profile.hints.get(skill, ()):
            grade = Grade.POSSIBLE if hint.grade is Grade.POSSIBLE else Grade.NONE
            yield Strength(skill, hint.strength, 0.0, hint.strength, grade, hint.reason, "", hint)

    def _apart(self, kinds: Iterable[str]) -> int:
        """In how many different places kinds are proven; a longer and a shorter name in one place are one."""
        places: list[Span] = []
        assumed: set[str] = set()
        for kind in sorted(kinds):
            proof = self.profile.best(kind)
            if proof is not None and proof.evidence is None:
                assumed.add(proof.assumed)
            elif proof is not None and proof.evidence is not None:
                place = Span(proof.evidence.start, proof.evidence.end)
                if not any(place.overlaps(other) for other in places):
                    places.append(place)
        return len(places) + len(assumed)

    def _through_kinds(self, skill: str, kinds: Iterable[str], factor: float) -> Iterator[Strength]:
        for kind in sorted(kinds):
            proof = self.profile.best(kind)
            if proof is not None:
                words = f"{self._label(kind)} proves it x {factor:.2f}"
                yield self._through(skill, proof, factor, words, proof.grade)

    def _through(self, skill: str, proof: Proof, factor: float, words: str, grade: Grade) -> Strength:
        value = round(proof.strength * factor, 6)
        via = "" if not words else "related" if grade is Grade.RELATED else "implied"
        reason = proof.reason + (f"; {words}" if words else "")
        return Strength(skill, value, 0.0, value, grade, reason, via, proof)

    def _label(self, skill: str) -> str:
        return self.taxonomy.skills[skill].label


def _refuses(hint: Proof) -> bool:
    shown = hint.evidence
    return shown is not None and shown.method == Method.PHRASE.value and shown.assertion in _REFUSED


_REFUSED = frozenset(each.value for each in REFUSED)


class _Reach:
    """What proves what in one taxonomy, worked out for each skill when it is first asked for.

    It holds the taxonomy's tables and not the taxonomy, by whose end it ends itself.
    """

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._skills, self._links, self._back = taxonomy.skills, taxonomy.links, taxonomy.links_back
        self.kinds = cache(self._kinds)
        self.reached = cache(self._reached)

    def provers(self, skill: str) -> frozenset[str]:
        """What proves a skill in one step: its kinds, and what implies it."""
        back = self._back.get(skill, NO_LINKS)
        return frozenset((*back.broader, *back.implied))

    def members(self, head: str) -> tuple[str, ...]:
        """The kinds of a class and theirs, in order of id."""
        direct = self._narrower(head)
        return tuple(sorted({*direct, *(each for kind in direct for each in self._narrower(kind))}))

    def _narrower(self, skill: str) -> tuple[str, ...]:
        return self._back.get(skill, NO_LINKS).broader

    def _kinds(self, skill: str) -> tuple[frozenset[str], frozenset[str]]:
        """What proves a skill in one step, and in two; without what only looks like it."""
        never = self._skills[skill].never
        direct = self.provers(skill) - set(never)
        remote = {kind for each in direct for kind in self._narrower(each)}
        return direct, frozenset(remote - direct - {skill, *never})

    def _reached(self, skill: str) -> frozenset[str]:
        """A skill itself, those that it proves in one step or two, those it can replace in part, or is the class of."""
        own, back = self._links.get(skill, NO_LINKS), self._back.get(skill, NO_LINKS)
        above = (self._links.get(each, NO_LINKS) for each in own.broader)
        proven = {*own.broader, *own.implied, *(s for each in above for s in (*each.broader, *each.implied))}
        known = {each for each in proven if each in self._skills}
        return frozenset({skill, *known, *back.broader, *back.related})


_reach = Derived(_Reach)


def provers_of(taxonomy: Taxonomy) -> Callable[[str], frozenset[str]]:
    """Skill -> those that prove it in one step: its kinds, and what implies it."""
    return _reach(taxonomy).provers
