"""Credit of a row that asks for skills: all of them, any of them, or a class with examples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gapcheck.config import Policy
from gapcheck.report import Evidence
from gapcheck.scoring.judgement import Judgement, best_grade
from gapcheck.scoring.levels import at_level, levels_in_short, scaled
from gapcheck.scoring.proofs import Grade
from gapcheck.scoring.strength import Strength, Strengths
from gapcheck.scoring.trade_words import narrowing, trade_words
from gapcheck.taxonomy import Logic, Requirement

_KEPT = 3  # proofs shown for one skill of a row; the skills table of the report holds the rest


def skills_credit(row: Requirement, strengths: Strengths, policy: Policy) -> Judgement:
    """Judge a row of kind skill, knowledge or soft_skill (the table of logics is scoring's own)."""
    if not row.skills and row.head is None:
        return Judgement(reasons=("the row names no skill of the taxonomy",))
    if row.logic is Logic.ANY_OF:
        return _any_of(row, strengths, policy)
    if row.logic is Logic.EXAMPLE:
        return _example(row, strengths, policy)
    return _all_of(row, strengths, policy)


def _all_of(row: Requirement, strengths: Strengths, policy: Policy) -> Judgement:
    asked = row.skills or ((row.head,) if row.head else ())
    found = [at_level(strengths.of(skill), row, strengths) for skill in asked]
    if narrow := narrowing(row, strengths.taxonomy):
        found = [_borne_out(found[0], narrow, strengths)]
    if row.open and row.head is not None:
        others = _others(row, strengths)
        found = [_raised(f, others, policy.relation.sibling_in_open_list, strengths) for f in found]
    one = found[0]
    if strengths.bare and len(found) == 1:
        return Judgement(one.value, one.low, one.high, one.grade).clamped()
    credit = sum(f.value for f in found) / len(found)
    short = [f for f in found if round(f.value, 6) < policy.score.met]
    reasons = [_line(f, strengths) for f in found]
    if short and credit >= policy.score.met:
        credit = policy.score.met - 1e-6
        reasons.append("all are asked for, so the row is met only when each of them is")
    return Judgement(
        credit,
        sum(f.low for f in found) / len(found),
        sum(f.high for f in found) / len(found),
        best_grade([f.grade for f in found]),
        tuple(reasons),
        _evidence(found, strengths),
        levels_in_short(one, row, strengths) if len(found) == 1 else "",
    ).clamped()


def _borne_out(found: Strength, words: Sequence[str], strengths: Strengths) -> Strength:
    """The strength of a skill where a row narrows it: in part, unless what shows it, or a job that does, has the words."""
    if found.proof is None or found.proof.evidence is None:  # an assumed proof is one of what is asked for
        return found
    shown = {found.skill, found.proof.skill}
    proofs = (found.proof, *(proof for each in shown for proof in strengths.profile.proofs.get(each, ())))
    texts = [each.evidence.quote for each in proofs if each.evidence]
    texts += [job.text for job in strengths.profile.jobs if any(skill in shown for skill, _ in job.shown)]
    if any(trade_words(strengths.taxonomy).says(words, text) for text in texts):
        return found
    most = strengths.policy.relation.not_narrowed
    words_said = f'; without "{" ".join(words)}" at most {most:.2f}'
    return found._replace(
        value=min(found.value, most),
        low=min(found.low, most),
        high=min(found.high, most),
        reason=found.reason + words_said if found.value > most else found.reason,
    )


def _any_of(row: Requirement, strengths: Strengths, policy: Policy) -> Judgement:
    found = [at_level(strengths.of(skill), row, strengths) for skill in row.skills]
    if row.open and row.head is not None:
        for other in _others(row, strengths):
            words = f"another {strengths.taxonomy.skills[row.head].label} x {policy.relation.open_member:.2f}"
            found.append(scaled(other, policy.relation.open_member, words))
    count = max(row.min_count or 1, 1)
    ranked = sorted(found, key=lambda f: (-f.value, f.skill))
    best = ranked[:count]
    reasons = [_line(f, strengths) for f in best if f.value > 0] or [_nothing(row, strengths)]
    if count > 1:
        reasons.append(f"{count} of the list are asked for; the best {count} are averaged")
    return Judgement(
        sum(f.value for f in best) / count,
        sum(sorted((f.low for f in found), reverse=True)[:count]) / count,
        sum(sorted((f.high for f in found), reverse=True)[:count]) / count,
        best_grade([f.grade for f in best]),
        tuple(reasons),
        _evidence([f for f in ranked if f.value > 0], strengths),
        levels_in_short(best[0], row, strengths) if best else "",
    ).clamped()


def _example(row: Requirement, strengths: Strengths, policy: Policy) -> Judgement:
    """The class is asked for; its listed members are examples, and prove it as kinds of it do."""
    members = [strengths.of(skill) for skill in row.skills]
    words = f"an example of what is asked for x {policy.relation.child:.2f}"
    found = [scaled(m, policy.relation.child, words) for m in members] if row.head else members
    if row.head is not None:
        found.insert(0, strengths.of(row.head))
    best = max(found, key=lambda f: f.value)
    held = sum(1 for m in members if m.value >= policy.score.partial and m.grade is not Grade.RELATED)
    reasons = [_line(best, strengths)] if best.value > 0 else [_nothing(row, strengths)]
    if members:
        reasons.append(f"{held} of {len(members)} examples named in the resume (none is asked for by itself)")
    return Judgement(
        best.value,
        max(f.low for f in found),
        max(f.high for f in found),
        best.grade,
        tuple(reasons),
        _evidence(sorted((f for f in found if f.value > 0), key=lambda f: (-f.value, f.skill)), strengths),
    ).clamped()


def _others(row: Requirement, strengths: Strengths) -> list[Strength]:
    """Other members of the head's class that the resume itself names."""
    if row.head is None:
        return []
    proofs = strengths.profile.proofs
    named = [m for m in strengths.members(row.head) if m in proofs and m not in row.skills]
    return [s for s in map(strengths.of, named) if s.grade not in {Grade.RELATED, Grade.POSSIBLE}]


def _raised(found: Strength, others: Sequence[Strength], factor: float, strengths: Strengths) -> Strength:
    best = max(others, key=lambda o: o.value, default=None)
    if best is None or best.value * factor <= found.value:
        return found
    words = f"{strengths.taxonomy.skills[best.skill].label} is another of the class x {factor:.2f}"
    return scaled(best, factor, words)._replace(skill=found.skill, grade=Grade.RELATED, via="related")


def _line(found: Strength, strengths: Strengths) -> str:
    if strengths.bare:
        return ""
    label = (
        strengths.taxonomy.skills[found.skill].label
        if found.skill in strengths.taxonomy.skills
        else found.skill
    )
    if found.proof is None:
        return f"{label}: not evidenced"
    return f"{label}: {found.reason} = {found.value:.2f}"


def _nothing(row: Requirement, strengths: Strengths) -> str:
    if strengths.bare:
        return ""
    wanted = [*([row.head] if row.head else []), *row.skills]
    labels = [strengths.taxonomy.skills[s].label for s in wanted if s in strengths.taxonomy.skills]
    return f"not evidenced; looked for {', '.join(labels)} and what proves it"


def _evidence(found: Sequence[Strength], strengths: Strengths) -> tuple[Evidence, ...]:
    if strengths.bare:
        return ()
    rows: dict[tuple[str, int, int], Evidence] = {}
    for each in found:
        proofs = [proof for proof in (each.levelled, each.proof) if proof]
        if proofs and not each.via:
            proofs += strengths.profile.proofs.get(each.skill, ())[:_KEPT]
        for evidence in (proof.evidence for proof in proofs if proof.evidence):
            shown = replace(evidence, method=each.via) if each.via else evidence
            rows.setdefault((shown.skill, shown.start, shown.end), shown)
    return tuple(rows.values())
