"""A classification by official codes -> skills and roles of a taxonomy, with ids, unique names and valid relations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gapcheck.taxonomy.importers.classification import (
    Classification,
    Concept,
    Occupation,
    OccupationRequirement,
    Tally,
)
from gapcheck.taxonomy.importers.names import WordUsage, aliases, identified, merged
from gapcheck.taxonomy.model import Kind, Logic, Necessity, Requirement, Role, Skill


@dataclass(frozen=True, slots=True)
class ResolvedClassification:
    """The rows of a taxonomy folder; `codes` gives the official codes of every id, skills' first."""

    classification: Classification
    skills: tuple[Skill, ...]
    roles: tuple[Role, ...]
    codes: tuple[tuple[str, str, str], ...]


def resolve(classification: Classification) -> ResolvedClassification:
    """Make the classification's rows one taxonomy; what had to give way is counted in its tally."""
    tally = classification.tally
    concepts, stands_for = merged(classification.concepts, tally)
    names = aliases(concepts, WordUsage(classification.texts), tally)
    skill_ids = identified(
        {each.code: each.label for each in concepts}, classification.source, tally, "skills"
    )
    ids = {code: skill_ids[kept] for code, kept in stands_for.items()}
    broader = _without_loops(_broader(concepts, ids, tally), tally)
    skills = {
        ids[each.code]: Skill(
            id=ids[each.code], label=each.label, kind=each.kind, match=names[each.code][1],
            aliases=names[each.code][0], broader=broader[ids[each.code]], category=each.category,
        )
        for each in concepts
    }  # fmt: skip
    asking = [each for each in classification.occupations if each.asked]
    tally.add(
        "occupations left out: nothing is asked for in them", len(classification.occupations) - len(asking)
    )
    role_ids = identified({each.code: each.label for each in asking}, classification.source, tally, "roles")
    roles = sorted(
        (_role(each, role_ids[each.code], ids, classification) for each in asking), key=lambda r: r.id
    )
    codes = [*((ids[each.code], "skill", each.code) for each in classification.concepts)]
    codes += [(role_ids[each.code], "role", each.code) for each in asking]
    rows = tuple(skills[each] for each in sorted(skills))
    return ResolvedClassification(
        classification, rows, tuple(roles), tuple(sorted(codes, key=lambda row: (row[1] == "role", row)))
    )


def _broader(concepts: Iterable[Concept], ids: Mapping[str, str], tally: Tally) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for concept in concepts:
        own = ids[concept.code]
        above = sorted({ids[code] for code in concept.broader if code in ids} - {own})
        missing = sum(code not in ids for code in concept.broader)
        tally.add("broader relations left out: the broader one is a group, or was left out", missing)
        found[own] = tuple(above)
    return found


def _without_loops(above: Mapping[str, tuple[str, ...]], tally: Tally) -> dict[str, tuple[str, ...]]:
    """The relation without those steps that lead back to where one came from, in order of id."""
    kept: dict[str, list[str]] = {name: [] for name in above}
    done: set[str] = set()
    for start in sorted(above):
        trail = [(start, iter(above[start]))] if start not in done else []
        on_trail = {start} if trail else set()
        while trail:
            name, rest = trail[-1]
            step = next(rest, None)
            if step is None:
                done.add(name)
                on_trail.discard(name)
                trail.pop()
            elif step in on_trail:
                tally.add("broader relations left out: they form a loop")
            else:
                kept[name].append(step)
                if step not in done:
                    on_trail.add(step)
                    trail.append((step, iter(above[step])))
    return {name: tuple(each) for name, each in kept.items()}


def _role(occupation: Occupation, id_: str, ids: Mapping[str, str], classification: Classification) -> Role:
    titles = dict.fromkeys(title.lower() for title in (occupation.label, *occupation.titles))
    return Role(
        id=id_,
        label=occupation.label,
        titles=tuple(titles),
        documents=classification.files,
        facts=occupation.facts,
        requirements=tuple(_requirements(occupation, ids, classification.tally)),
    )


def _requirements(occupation: Occupation, ids: Mapping[str, str], tally: Tally) -> Iterable[Requirement]:
    """Required rows first, then by weight and id; of rows for one skill the first is kept."""
    rows: dict[str, Requirement] = {}
    order = list(Necessity)
    for asked in sorted(
        occupation.asked, key=lambda row: (order.index(row.necessity), -row.weight, row.title)
    ):
        row = _requirement(asked, ids)
        if row is None:
            tally.add("requirements left out: their skill is not in these files")
        elif row.id in rows:
            tally.add("requirements left out: the role asks for the same skill in a stronger row")
        else:
            rows[row.id] = row
    return sorted(rows.values(), key=lambda row: (order.index(row.necessity), -row.weight, row.id))


def _requirement(asked: OccupationRequirement, ids: Mapping[str, str]) -> Requirement | None:
    plain = Requirement(
        id=asked.kind.value.replace("_", "-"), title=asked.title, kind=asked.kind, necessity=asked.necessity, weight=asked.weight,
        degree=asked.degree, min_months=asked.min_months,
    )  # fmt: skip
    if asked.kind in (Kind.EDUCATION, Kind.EXPERIENCE):
        return plain
    head = ids.get(asked.head) if asked.head else None
    skills = tuple(dict.fromkeys(ids[code] for code in asked.skills if code in ids))
    members = tuple(each for each in skills if each != head)
    if head is not None and members:
        return plain.model_copy(
            update={"id": head, "skills": members, "head": head, "logic": asked.logic, "open": True}
        )
    if not skills:
        return None
    return plain.model_copy(update={"id": skills[0], "skills": skills, "logic": Logic.ALL_OF})
