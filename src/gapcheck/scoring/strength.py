"""How strongly a profile proves one skill: by its name, its kinds, its class, and skills close to it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from gapcheck.config import Policy
from gapcheck.matching.mentions import REFUSED, Method
from gapcheck.scoring.profile import Profile
from gapcheck.scoring.proofs import Grade, Proof
from gapcheck.scoring.reach import NamedClass, ProvingLinks, reach_of
from gapcheck.spans import Span
from gapcheck.taxonomy import Requirement, Skill, Taxonomy
from gapcheck.taxonomy.enums import Kind


class Strength(NamedTuple):
    """`value` 0 to 1 = strength of `proof` x relation. `via`: implied or related, "" for a name of its own.

    `low` counts dated proofs only, of the skill's own names and of its kinds, `high` takes what is open in the person's favour; `levelled` prints the level that counts;
    `unstated`: one is asked for that nothing prints or shows.
    """

    skill: str
    value: float = 0.0
    low: float = 0.0
    high: float = 0.0
    grade: Grade = Grade.NONE
    reason: str = ""
    via: str = ""
    proof: Proof | None = None
    levelled: Proof | None = None
    unstated: bool = False


_OPEN = frozenset({Grade.LISTED, Grade.POSSIBLE, Grade.RELATED})
"""Grades that are open in the person's favour."""


class _Way(NamedTuple):
    """One way in which a skill is proved; `words` say the relation, of `label` and `factor`."""

    value: float
    proof: Proof
    grade: Grade
    words: str = ""
    other: str = ""
    factor: float = 1.0


_PROVES = "{label} proves it x {factor:.2f}"
_TOGETHER = "{label} is one of several of its programs x {factor:.2f}"
_STANDS_IN = "{label} may stand in for it x {factor:.2f}"
_ONLY_CLASS = "only its class, {label}, is named x {factor:.2f}"
_HINT = "hint"
_value = itemgetter(0)


class Strengths:
    """Strength of any skill for one profile; edges are the taxonomy's, two steps at most, no closure.

    `bare`: they are for numbers only, and what is judged by them has neither reasons nor evidence.
    """

    def __init__(self, profile: Profile, taxonomy: Taxonomy, policy: Policy, *, bare: bool = False) -> None:
        self.profile = profile
        self.taxonomy = taxonomy
        self.policy = policy
        self.bare = bare
        self._reach = reach_of(taxonomy)
        self._known: dict[str, Strength] = {}
        self._before: tuple[Strengths, Collection[str], AbstractSet[str] | None] | None = None

    def replaced(self, profile: Profile, *, bare: bool = True) -> Strengths:
        """The strengths for another profile of the resume: only what differs, and what that reaches, is weighed again."""
        old = self.profile
        changed = {
            skill
            for before, after in ((old.proofs, profile.proofs), (old.hints, profile.hints))
            for skill in before.keys() | after.keys()
            if before.get(skill) != after.get(skill)
        }
        found = Strengths(profile, self.taxonomy, self.policy, bare=bare)
        found._before = (self, frozenset().union(*map(self.reached_from, changed)), None)
        return found

    @property
    def affected(self) -> Collection[str]:
        """The skills for which these may differ from the strengths that they were made from."""
        return self._before[1] if self._before is not None else self.reachable

    def for_numbers(self) -> Strengths:
        """The same strengths, for numbers only."""
        return self.raised(self.profile, frozenset(), ())

    def raised(self, profile: Profile, added: AbstractSet[str], affected: Collection[str]) -> Strengths:
        """The strengths for a profile that has more proofs, of the skills `added`, for numbers only.

        They differ for the skills of `affected` at most: all that are reached from one of `added`.
        """
        found = Strengths(profile, self.taxonomy, self.policy, bare=True)
        found._before = (self, affected, added)
        return found

    def reached_from(self, skill: str) -> frozenset[str]:
        """Every skill whose strength a proof of `skill` can raise."""
        return self._reach.reached(skill)

    def counting_for(self, skill: str) -> frozenset[str]:
        """Every skill a proof of which can change the strength of `skill`."""
        return self._reach.counting(skill)

    @cached_property
    def reachable(self) -> frozenset[str]:
        """Every skill of which the profile says anything, itself or by another skill; all others are worth nothing."""
        profile = self.profile
        return frozenset().union(*map(self.reached_from, (*profile.proofs, *profile.hints)))

    def numbers(self, skill: str) -> tuple[object, ...]:
        """All about the strength of a skill that can change what a row is worth."""
        found = self.of(skill)
        return found.value, found.low, found.high, found.grade, self.profile.best(skill) is not None

    def of(self, skill: str) -> Strength:
        """The best that the resume says for `skill`: named, implied by its kinds, related, or hinted at."""
        found = self._known.get(skill)
        if found is None:
            if self._before is None:
                found = self._best(skill)
            else:
                before, affected, added = self._before
                if skill not in affected:
                    found = before.of(skill)
                elif added is None:
                    found = self._best(skill)
                else:
                    found = self._raised_to(skill, before.of(skill), added)
            self._known[skill] = found
        return found

    def _raised_to(self, skill: str, before: Strength, added: AbstractSet[str]) -> Strength:
        """The strength with the proofs of `added` as well: most of the ways to it are as they were."""
        links, profile = self._reach.links_of(skill), self.profile
        if links is None or profile.hints.get(skill) or not links.remote.isdisjoint(added):
            return self._best(skill)
        kinds = links.direct & added
        if kinds and links.row.suite:
            return self._best(skill)
        own = profile.best(skill) if skill in added else None
        ways = [self._exact(own)] if own is not None else []
        if kinds:
            ways.append(self._by_kinds(links, kinds))
        ways += self._by_classes(links, added)
        best = max(ways, key=_value, default=None)
        if best is None or best.value < before.value:
            as_it_was = own is None and not kinds
            return before if as_it_was else before._replace(low=self._low(skill, links, before.value))
        # of two ways that are worth the same the first counts, whichever it is
        return self._strength(skill, links, best) if best.value > before.value else self._best(skill)

    def _best(self, skill: str) -> Strength:
        links = self._reach.links_of(skill)
        if links is None or (self._before is None and skill not in self.reachable):
            return Strength(skill)
        best = max(self._ways(skill, links), key=_value, default=None)
        return Strength(skill) if best is None else self._strength(skill, links, best)

    def _strength(self, skill: str, links: ProvingLinks, best: _Way) -> Strength:
        high = best.value
        if best.grade in _OPEN:
            high = max(high, self.policy.source.list_beside_work)
        via = "" if best.words in {"", _HINT} else "related" if best.grade is Grade.RELATED else "implied"
        reason = "" if self.bare else best.proof.reason
        if via and not self.bare:
            label = self.taxonomy.skills[best.other].label
            reason += f"; {best.words.format(label=label, factor=best.factor)}"
        low = self._low(skill, links, best.value)
        return Strength(skill, best.value, low, high, best.grade, reason, via, best.proof)

    def _low(self, skill: str, links: ProvingLinks, value: float) -> float:
        """The low end of what a skill is worth: its own dated proofs and those of its kinds, no more than `value`."""
        low, proofs = 0.0, self.profile.proofs
        for named in (skill, *(links.direct & proofs.keys())):
            factor = self.policy.relation.exact if named == skill else self._factor(links, named)
            for proof in proofs.get(named, ()):
                if proof.dated:  # the first is the strongest
                    low = max(low, proof.strength * factor)
                    break
        return min(round(low, 6), value)

    def _exact(self, own: Proof) -> _Way:
        """The way of a skill's own name."""
        return _Way(round(own.strength * self.policy.relation.exact, 6), own, own.grade)

    def members(self, head: str) -> tuple[str, ...]:
        """The skills that are a kind of `head`, direct or at one remove, in order of id."""
        return self._reach.members(head)

    def open_members(self, row: Requirement) -> tuple[str, ...]:
        """The members of a row's class that count although the row does not list them."""
        return self.members(row.head) if row.open and row.head else ()

    def _ways(self, skill: str, links: ProvingLinks) -> Iterator[_Way]:
        relation, profile = self.policy.relation, self.profile
        exact = profile.best(skill)
        hints = profile.hints.get(skill, ())
        if exact is not None:
            yield self._exact(exact)
        elif any(map(_refuses, hints)):
            return  # the person says by its name that it is not theirs; no tool or class of it says more
        proven = profile.proofs.keys()
        if kinds := links.direct & proven:
            yield self._by_kinds(links, kinds)
            if links.row.suite:
                yield from self._together(kinds)
        if grandchildren := links.remote & proven:
            several = not links.row.umbrella and self._are_apart(grandchildren)
            factor = relation.grandchildren if several else relation.grandchild
            yield self._through(dict.fromkeys(grandchildren, factor))
        yield from self._by_classes(links, proven)
        for hint in hints:
            grade = Grade.POSSIBLE if hint.grade is Grade.POSSIBLE else Grade.NONE
            yield _Way(hint.strength, hint, grade, _HINT)

    def _by_kinds(self, links: ProvingLinks, kinds: Iterable[str]) -> _Way:
        """The best way by what is a kind of a skill."""
        return self._through({kind: self._factor(links, kind) for kind in kinds})

    def _factor(self, links: ProvingLinks, kind: str) -> float:
        """How much of a kind's proof counts; a skill's members without entries of their own are as good as its name."""
        relation = self.policy.relation
        if kind in links.members:
            return relation.exact
        return relation.umbrella if links.row.umbrella else relation.child

    def _through(self, kinds: Mapping[str, float]) -> _Way:
        """The best way through one of these kinds, which are proven; of several as good that of most worth, then the first by name."""
        proofs = self.profile.proofs

        def way(kind: str) -> tuple[float, float, str, float]:
            proof, factor = proofs[kind][0], kinds[kind]
            share = self._share(proof, factor)
            return -round(proof.strength * share, 6), -factor, kind, share

        value, _, name, share = min(map(way, kinds))
        return _Way(-value, proofs[name][0], proofs[name][0].grade, _PROVES, name, share)

    def _share(self, proof: Proof, factor: float) -> float:
        """How much of a kind's proof counts: where a list claims it and nothing more, it claims what it is a kind of as well."""
        claim_only = proof.grade is Grade.LISTED and proof.strength <= self.policy.source.list_unshown
        return 1.0 if claim_only and factor == self.policy.relation.child else factor

    def _together(self, programs: Iterable[str]) -> Iterator[_Way]:
        """A suite is proved by two of its programs, as strongly as the weaker of the best two."""
        ranked = sorted(programs, key=lambda each: (-self._named(each), each))
        if len(ranked) > 1 and (proof := self.profile.best(ranked[1])) is not None:
            factor = self.policy.relation.exact
            yield _Way(round(proof.strength * factor, 6), proof, proof.grade, _TOGETHER, ranked[1], factor)

    def _named(self, skill: str) -> float:
        proof = self.profile.best(skill)
        return proof.strength if proof is not None else 0.0

    def _by_classes(self, links: ProvingLinks, names: AbstractSet[str]) -> Iterator[_Way]:
        """The ways by what may stand in for a skill, and by its classes, that are called one of these `names`."""
        for related in links.related:
            if not names.isdisjoint(related.names):
                yield from self._standing_in(links.row, related)
        for parent in links.classes:
            if not names.isdisjoint(parent.names):
                yield from self._as_class(links.row, parent)

    def _standing_in(self, row: Skill, related: NamedClass) -> Iterator[_Way]:
        proof = self._class_proof(related)
        if proof is not None:
            factor = related.degree
            if row.kind is Kind.SOFT_SKILL and factor < self.policy.score.met:
                factor *= self.policy.relation.soft_stand_in
            value = round(proof.strength * factor, 6)
            yield _Way(value, proof, Grade.RELATED, _STANDS_IN, related.id, factor)

    def _as_class(self, row: Skill, parent: NamedClass) -> Iterator[_Way]:
        """Who names the class of a tool, in so many words, may use it; one product among many is possible, and no more."""
        relation, proof = self.policy.relation, self._class_proof(parent)
        if proof is None or (proof.evidence is not None and proof.evidence.method == Method.PATTERN.value):
            return
        factor = relation.parent * (relation.umbrella if row.is_product and _BRAND.search(row.label) else 1.0)
        yield _Way(round(proof.strength * factor, 6), proof, Grade.RELATED, _ONLY_CLASS, parent.id, factor)

    def _class_proof(self, named: NamedClass) -> Proof | None:
        """The best proof of a class by its own name or that of a member which has no entry of its own."""
        proofs = (self.profile.best(each) for each in named.names)
        return max(filter(None, proofs), key=lambda each: each.strength, default=None)

    def _are_apart(self, kinds: Iterable[str]) -> bool:
        """Whether kinds are proven in two places at least; a longer and a shorter name in one place are one."""
        first: Span | None = None
        assumed: set[str] = set()
        for kind in sorted(kinds):
            proof = self.profile.best(kind)
            if proof is not None and proof.evidence is None:
                assumed.add(proof.assumed)
            elif proof is not None and proof.evidence is not None:
                place = Span(proof.evidence.start, proof.evidence.end)
                if first is not None and not place.overlaps(first):
                    return True
                first = place if first is None else first
        return (first is not None) + len(assumed) > 1


def _refuses(hint: Proof) -> bool:
    shown = hint.evidence
    return shown is not None and shown.method == Method.PHRASE.value and shown.assertion in _REFUSED


_REFUSED = frozenset(each.value for each in REFUSED)
_BRAND = re.compile(r"\b[A-Z]\w*[a-z]")
"""A word as names of products are printed; ECG, of ECG interpretation, is none."""
