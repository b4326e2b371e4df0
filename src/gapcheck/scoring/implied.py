"""Which skills a reader grants without seeing their names, because something else was used by its own.

Credit of a row reaches further (`strength`): there a doubtful inference costs a part of the points and says so. A
list of what a person can do has no such fractions, so it holds only what nobody would dispute: whoever shows Keras
in work does deep learning, whoever shows Git keeps versions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gapcheck.config import Policy
from gapcheck.matching.mentions import Method
from gapcheck.scoring.profile import Profile
from gapcheck.scoring.proofs import Grade, Proof
from gapcheck.taxonomy import Taxonomy


def implied(proven: Profile, taxonomy: Taxonomy, policy: Policy) -> Mapping[str, tuple[Proof, ...]]:
    """Skills that are not named, with the proofs of those that say them in one step.

    What says it must be shown in work under its own name: neither a list nor a course nor a turn of phrase, nor
    what the person calls basics, says more than itself. Umbrellas (software engineering, computer science) say
    nothing and are not said; nor are classes of more kinds than the policy's `telling_class`, which tell nothing new.
    """
    found: dict[str, list[Proof]] = {}
    for skill, proofs in proven.proofs.items():
        shown = [each for each in proofs if _is_shown_by_name(each, policy)]
        for target in _said_by(skill, taxonomy, policy) if shown else ():
            if target not in proven.proofs:
                found.setdefault(target, []).extend(shown)
    return {skill: tuple(proofs) for skill, proofs in found.items()}


def _is_shown_by_name(proof: Proof, policy: Policy) -> bool:
    named = proof.evidence is not None and proof.evidence.method == Method.PHRASE.value
    return named and proof.grade is Grade.SHOWN and proof.strength > policy.claim.exposure


def _said_by(skill: str, taxonomy: Taxonomy, policy: Policy) -> Iterable[str]:
    """What a skill says in one step: classes that are not too wide, and what it implies."""
    known = taxonomy.skills[skill]
    if known.umbrella:
        return
    classes = (b for b in known.broader if len(taxonomy.narrower(b)) <= policy.relation.telling_class)
    for target in (*classes, *known.implies):
        row = taxonomy.skills.get(target)
        if row is not None and not row.umbrella:
            yield target
