"""A classification by official codes -> skills and roles of a taxonomy, with ids, unique names and valid relations."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from gapcheck.taxonomy.checking import loop_of
from gapcheck.taxonomy.enums import Kind, Logic, NameMatch, Necessity
from gapcheck.taxonomy.importers.classification import (
    TITLES,
    Classification,
    Concept,
    Occupation,
    OccupationRequirement,
    OtherName,
)
from gapcheck.taxonomy.model import Alias, Requirement, Role, Skill
from gapcheck.taxonomy.taxonomy import folded
from gapcheck.text.slugs import slug

Claim = tuple[Concept, OtherName]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_COMMON = 0.001
_COMMON_AT_LEAST = 8
_LONGEST_ID = 100


@dataclass(frozen=True, slots=True)
class ImportedRows:
    """The rows of a taxonomy folder; `codes` gives the official codes of every id, skills' first."""

    classification: Classification
    skills: tuple[Skill, ...]
    roles: tuple[Role, ...]
    codes: tuple[tuple[str, str, str], ...]

    @property
    def left_out(self) -> Mapping[str, int]:
        """What was left out or changed and why, and how often."""
        return +self.classification.tally

    def summary(self) -> str:
        """Counts, and what was left out and why, for people."""
        kinds = Counter(each.kind.value for each in self.skills)
        modes = Counter(each.match.value for each in self.skills)
        modes.update(alias.match.value for each in self.skills for alias in each.aliases)
        asked = Counter(row.necessity.value for each in self.roles for row in each.requirements)
        lines = [
            f"{TITLES[self.classification.source]}: {', '.join(self.classification.files)}",
            f"{len(self.skills)} skills ({_counts(kinds)})",
            f"{modes.total()} names ({_counts(modes)})",
            f"{len(self.roles)} roles with {asked.total()} requirements ({_counts(asked)})",
        ]
        if left_out := self.left_out:
            lines.append("Left out or changed:")
            lines += [f"  {count if count > 1 else '':>6}  {what}" for what, count in left_out.items()]
        return "\n".join(lines)


def _counts(counter: Counter[str]) -> str:
    return ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counter.most_common()) or "none"


def resolve(classification: Classification) -> ImportedRows:
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
    tally["occupations left out: nothing is asked for in them"] += len(classification.occupations) - len(
        asking
    )
    role_ids = identified({each.code: each.label for each in asking}, classification.source, tally, "roles")
    roles = sorted(
        (_role(each, role_ids[each.code], ids, classification) for each in asking), key=lambda r: r.id
    )
    codes = [*((ids[each.code], "skill", each.code) for each in classification.concepts)]
    codes += [(role_ids[each.code], "role", each.code) for each in asking]
    rows = tuple(skills[each] for each in sorted(skills))
    return ImportedRows(
        classification, rows, tuple(roles), tuple(sorted(codes, key=lambda row: (row[1] == "role", row)))
    )


def _broader(
    concepts: Iterable[Concept], ids: Mapping[str, str], tally: Counter[str]
) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for concept in concepts:
        own = ids[concept.code]
        above = sorted({ids[code] for code in concept.broader if code in ids} - {own})
        missing = sum(code not in ids for code in concept.broader)
        tally["broader relations left out: the broader one is a group, or was left out"] += missing
        found[own] = tuple(above)
    return found


def _without_loops(above: Mapping[str, Sequence[str]], tally: Counter[str]) -> dict[str, tuple[str, ...]]:
    """The relation without a step of each loop."""
    kept = {name: list(above[name]) for name in sorted(above)}
    while ring := loop_of(kept):
        tally["broader relations left out: they form a loop"] += 1
        last = ring.index(max(ring))
        kept[ring[last]].remove(ring[last + 1])
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


def _requirements(
    occupation: Occupation, ids: Mapping[str, str], tally: Counter[str]
) -> Iterable[Requirement]:
    """Required rows first, then by weight and id; of rows for one skill the first is kept."""
    rows: dict[str, Requirement] = {}
    order = list(Necessity)
    for asked in sorted(
        occupation.asked, key=lambda row: (order.index(row.necessity), -row.weight, row.title)
    ):
        row = _requirement(asked, ids)
        if row is None:
            tally["requirements left out: their skill is not in these files"] += 1
        elif row.id in rows:
            tally["requirements left out: the role asks for the same skill in a stronger row"] += 1
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


class WordUsage:
    """How the official texts use words: a name that is an ordinary word in them is ambiguous."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._uses: Counter[str] = Counter()
        count = 0
        for text in texts:
            count += 1
            self._uses.update({word for word in _WORD.findall(text) if word.islower()})
        self._common = max(_COMMON_AT_LEAST, _COMMON * count)

    def match(self, name: str) -> NameMatch:
        """How a name is to be looked for; only names of one word can be ambiguous by themselves.

        Needs context: one or two characters (R, Go); a name with capitals that the texts use as a common word
        (Chef, LESS); a small word in more than one of a thousand texts (energy). As printed only: three capitals
        (SQL), and other words printed like the first of a sentence (Ruby). Anything else counts in any case.
        """
        if " " in name:
            return NameMatch.CASELESS
        if sum(map(str.isalnum, name)) < 3:
            return NameMatch.CASELESS if re.search(r"[+#]", name) else NameMatch.CONTEXT
        uses = self._uses[name.casefold()]
        if name.islower():
            return NameMatch.CONTEXT if uses >= self._common or len(name) < 4 else NameMatch.CASELESS
        if uses and name.isalpha():
            return NameMatch.CONTEXT
        return NameMatch.CASED if len(name) < 4 or name.istitle() else NameMatch.CASELESS


def merged(concepts: Iterable[Concept], tally: Counter[str]) -> tuple[list[Concept], dict[str, str]]:
    """One concept for each label, in order of code; and for every code, that of the concept that replaces it."""
    first: dict[str, Concept] = {}
    stands_for: dict[str, str] = {}
    for concept in sorted(concepts, key=lambda each: each.code):
        name = folded(concept.label)
        kept = first.setdefault(name, concept)
        stands_for[concept.code] = kept.code
        if kept is not concept:
            tally["skills made one with another of the same label"] += 1
            broader = tuple(dict.fromkeys((*kept.broader, *concept.broader)))
            first[name] = replace(kept, names=(*kept.names, *concept.names), broader=broader)
    return list(first.values()), stands_for


def aliases(
    concepts: Sequence[Concept], wording: WordUsage, tally: Counter[str]
) -> Mapping[str, tuple[tuple[Alias, ...], NameMatch]]:
    """For every code, the names that are its own, and how its label is looked for; no name is owned twice.

    A label goes before another concept's alias. An alias that several concepts claim belongs to the one whose
    label shares most words with it, the first by code among equals. A stated name goes before a derived one. A
    derived name that several claim belongs to one that is used twice as much as any other, if there is such a
    one, or else to none.
    """
    labels = {folded(each.label) for each in concepts}
    claims: dict[str, list[Claim]] = {}
    for concept in concepts:
        for name in {folded(each.text): each for each in reversed(concept.names)}.values():
            claims.setdefault(folded(name.text), []).append((concept, name))
    owned: dict[str, list[Alias]] = {each.code: [] for each in concepts}
    for key, claiming in claims.items():
        if key in labels:
            others = sum(folded(concept.label) != key for concept, _ in claiming)
            tally["alternative names left out: they are the label of another skill"] += others
            continue
        if not any(map(str.isalnum, key)):
            continue
        found = _owner(claiming, tally)
        if found is None:
            continue
        concept, name = found
        match = NameMatch.CONTEXT if name.ambiguous else wording.match(name.text)
        owned[concept.code].append(Alias(name=name.text, match=match))
    return {
        each.code: (
            tuple(sorted(owned[each.code], key=lambda alias: (folded(alias.name), alias.name))),
            wording.match(each.label),
        )
        for each in concepts
    }


def _owner(claiming: Sequence[Claim], tally: Counter[str]) -> Claim | None:
    """Whose a name is, by the rule of `aliases`."""
    stated = [claim for claim in claiming if not claim[1].derived]
    tally["alternative names left out: another skill, whose label is nearer, has them"] += max(
        len(stated) - 1, 0
    )
    if stated:
        return min(stated, key=lambda claim: (-_shared(*claim), claim[0].code))
    first, *others = sorted(claiming, key=lambda claim: (-claim[1].uses, claim[0].code))
    if others and first[1].uses < 2 * max(others[0][1].uses, 1):
        tally["shortened names left out: several skills could be meant"] += len(claiming)
        return None
    tally["shortened names left out: another skill is asked for far more often"] += len(others)
    return first


def _shared(concept: Concept, name: OtherName) -> int:
    return len(set(folded(concept.label).split()) & set(folded(name.text).split()))


def identified(labels: Mapping[str, str], prefix: str, tally: Counter[str], what: str) -> dict[str, str]:
    """An id for every code: the label's slug; where an earlier code has it, a suffix made of the code follows.

    A label without a Latin letter gives `prefix` and such a suffix.
    """
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for code, label in sorted(labels.items()):
        plain = slug(label)
        if len(plain) > _LONGEST_ID:
            plain = plain[:_LONGEST_ID].rpartition("-")[0] or plain[:_LONGEST_ID]
        chosen, length = plain, 6
        digest = hashlib.sha256(code.encode()).hexdigest()
        while not chosen or chosen in taken:
            chosen = f"{plain or prefix}-{digest[:length]}"
            length += 2
        if plain and chosen != plain:
            tally[f"ids of {what} with a suffix: another label gives the same id"] += 1
        taken.add(chosen)
        ids[code] = chosen
    return ids
