"""Whether a taxonomy holds together. `structural` runs at every load, `pedantic` when a folder is checked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import Any

from gapcheck.near_names import did_you_mean
from gapcheck.taxonomy.enums import NameMatch
from gapcheck.taxonomy.language.matching_words import PatternWords
from gapcheck.taxonomy.model import Alias, Certification, Skill
from gapcheck.taxonomy.raw import LocatedRow, RawTaxonomy
from gapcheck.taxonomy.taxonomy import folded
from gapcheck.taxonomy.yaml_file import Path, Problem
from gapcheck.text.slugs import slug

NamesIn = Callable[[Skill, str], bool]
"""Whether a sentence of a resume is found to name a skill."""

_MOST_LOOPS = 100
"""Loops that one check lists: the search starts again behind each, so that thousands would take hours."""

ReadsPattern = Callable[[str, Mapping[str, Sequence[str]]], object]
"""Reads a pattern, given the word sets that it may name; raises ValueError where it cannot."""


def structural(raw: RawTaxonomy) -> list[Problem]:
    """References that lead nowhere, and loops: with these no answer would be right."""
    return [
        *_skill_references(raw),
        *_role_references(raw),
        *_certification_references(raw),
        *_loops(raw.skills, "broader"),
        *_loops(raw.skills, "implies"),
    ]


def pedantic(raw: RawTaxonomy, names_in: NamesIn | None = None) -> list[Problem]:
    """Order, ids, names owned twice, dates, and examples: what a careful reviewer would ask to be changed.

    `names_in` runs the examples of the skills; without it they are not run.
    """
    found = [*_order(raw), *_ids(raw), *_names(raw.skills), *_certificates(raw.certifications)]
    if names_in is not None:
        found += _examples(raw.skills, names_in)
    return found


def unreadable(raw: RawTaxonomy, reads: ReadsPattern) -> list[Problem]:
    """Patterns of skills that cannot be read, or name an unknown word set."""
    words = raw.vocabularies.get("pattern_words")
    sets = words.sets if isinstance(words, PatternWords) else {}
    found = []
    for located in raw.skills.values():
        written = [("patterns", *each) for each in enumerate(located.row.patterns)]
        written += [("trade_patterns", *each) for each in enumerate(located.row.trade_patterns)]
        for key, at, pattern in written:
            try:
                reads(pattern, sets)
            except ValueError as error:
                found.append(located.problem(f"{key}: {error}", key, at))
    return found


Reference = tuple[Path, str]
"""The path to an id in a row, and the id."""


def _references(row: Any, *fields: str, at: Path = ()) -> Iterator[Reference]:
    """The ids that these fields of a row name."""
    for field in fields:
        value = getattr(row, field)
        if isinstance(value, str):
            yield (*at, field), value
        else:
            for index, each in enumerate(value or ()):
                yield (*at, field, index), getattr(each, "id", each)


def _missing(
    located: LocatedRow, references: Iterable[Reference], known: Collection[str], what: str
) -> Iterator[Problem]:
    for path, name in references:
        if name not in known:
            near = did_you_mean(name, known, ".")
            key = [step for step in path if isinstance(step, str)][-1]
            yield located.problem(f"{key}: there is no {what} {name!r}{near}", *path)


def _skill_references(raw: RawTaxonomy) -> Iterator[Problem]:
    for name, located in raw.skills.items():
        references = list(_references(located.row, "broader", "implies", "related", "never"))
        yield from _missing(located, references, raw.skills, "skill")
        for path, other in references:
            if other == name:
                yield located.problem(f"{path[0]}: {name!r} names itself.", *path)


def _role_references(raw: RawTaxonomy) -> Iterator[Problem]:
    for located in raw.roles.values():
        role = located.row
        own = {row.id for row in role.requirements}
        seen: set[str] = set()
        for index, row in enumerate(role.requirements):
            at = ("requirements", index)
            if row.id in seen:
                yield located.problem(f"requirement {row.id!r} is here twice.", *at)
            seen.add(row.id)
            ways = ((each, (*at, "alternatives", n)) for n, each in enumerate(row.alternatives))
            for way, place in ((row, at), *ways):
                skills = _references(way, "skills", at=place)
                yield from _missing(located, skills, raw.skills, "skill")
                held = _references(way, "certifications", at=place)
                yield from _missing(located, held, raw.certifications, "certification")
            yield from _missing(located, _references(row, "head", at=at), raw.skills, "skill")
            yield from _missing(located, _references(row, "narrower", at=at), own, "requirement")
        for part in ("specialties", "facts"):
            for index, fact in enumerate(getattr(role, part)):
                named = _references(fact, "skill", at=(part, index))
                yield from _missing(located, named, raw.skills, "skill")


def _certification_references(raw: RawTaxonomy) -> Iterator[Problem]:
    for located in raw.certifications.values():
        yield from _missing(located, _references(located.row, "skills", "topics"), raw.skills, "skill")
        later = _references(located.row, "successors", "proves", "proves_by_trade")
        yield from _missing(located, later, raw.certifications, "certification")


def _loops(skills: Mapping[str, LocatedRow], relation: str) -> Iterator[Problem]:
    """A problem for each loop, up to a limit, of skills that are, over others, broader than (or implied by) themselves."""
    above = {name: list(getattr(skills[name].row, relation)) for name in sorted(skills)}
    shown = 0
    while shown < _MOST_LOOPS and (ring := loop_of(above)):
        shown += 1
        above[ring[0]].remove(ring[1])
        if len(ring) > 2:
            first = ring.index(min(ring))
            way = " -> ".join((*ring[first:-1], *ring[: first + 1]))
            yield skills[ring[first]].problem(f"{relation}: forms a loop: {way}.", relation)


def loop_of(above: Mapping[str, Iterable[str]]) -> list[str]:
    """A way from a name over those above it back to itself; the same for the same order, and empty if there is none."""
    try:
        TopologicalSorter(above).prepare()
    except CycleError as error:
        return list(reversed(error.args[1]))
    return []


def _order(raw: RawTaxonomy) -> Iterator[Problem]:
    """Rows of one file are in order of their ids."""
    for rows in (raw.skills, raw.certifications):
        files: dict[str, list[LocatedRow]] = {}
        for located in rows.values():
            if "narrower" not in located.path:
                files.setdefault(located.file.name, []).append(located)
        for located_rows in files.values():
            for before, after in pairwise(located_rows):
                if after.row.id < before.row.id:
                    yield after.problem(f"id {after.row.id!r} must come before {before.row.id!r}.", "id")


def _ids(raw: RawTaxonomy) -> Iterator[Problem]:
    for name, located in raw.skills.items():
        wanted = slug(located.row.label)
        # a label may be fuller than the id, or be improved later; but the two must have a word in common
        # (a label without a Latin letter cannot)
        if wanted and not set(name.split("-")) & set(wanted.split("-")):
            known = {slug(alias.name) for alias in located.row.aliases}
            if name not in known:
                yield located.problem(
                    f"id {name!r} does not match label {located.row.label!r}: write it as {wanted!r}, or {name!r} among the aliases.",
                    "id",
                )
    for name, located in raw.roles.items():
        stem = located.file.name.rpartition("/")[2].rpartition(".")[0]
        if stem != name:
            yield located.problem(f"id {name!r} must be the file's name, {stem!r}.", "id")


def _names(skills: Mapping[str, LocatedRow]) -> Iterator[Problem]:
    """No name is owned twice in a place where both owners would be found (see `_clash`)."""
    owners: dict[str, list[tuple[LocatedRow, Alias, tuple[str | int, ...]]]] = {}
    for located in skills.values():
        label = Alias(name=located.row.label, match=located.row.match)
        rows = [(label, ("label",)), *((a, ("aliases", i)) for i, a in enumerate(located.row.aliases))]
        for alias, path in rows:
            owners.setdefault(folded(alias.name), []).append((located, alias, path))
    for name, owned in owners.items():
        for at, (located, alias, path) in enumerate(owned):
            for other, theirs, _ in owned[:at]:
                if _is_title_of_member(alias, theirs, located.row, other.row):
                    continue
                if _clash(alias, theirs, same_skill=other is located):
                    whose = "this skill" if other is located else f"{other.row.id!r} ({other.place})"
                    yield located.problem(f"{path[0]}: {name!r} is already a name of {whose}.", *path)
                    break


def _is_title_of_member(one: Alias, other: Alias, row: Skill, theirs: Skill) -> bool:
    """Whether a title shows both a member and its class: who is a midwife knows midwifery, and is of the obstetric trade."""
    titles = one.match is other.match is NameMatch.TITLE
    return titles and (row.id in theirs.members or theirs.id in row.members)


def _clash(one: Alias, other: Alias, *, same_skill: bool) -> bool:
    """Whether two owners of a name would both be found in one place.

    Titles of jobs are a separate place, and so are job documents when the other looks in titles only. A
    name as printed may differ from another in its case (Go, GO); the same name of one skill may be looked for
    in two ways.
    """
    modes = {one.match, other.match}
    if NameMatch.TITLE in modes and len(modes) > 1:
        return False
    if same_skill:
        return one.match is other.match and one.name == other.name
    if modes <= {NameMatch.CASED, NameMatch.CONTEXT}:
        return one.name == other.name
    # a job document's own reading of a word goes before the usual one only if that one needs context
    return not (NameMatch.POSTINGS in modes and modes & {NameMatch.CASED, NameMatch.CONTEXT})


def _certificates(certifications: Mapping[str, LocatedRow]) -> Iterator[Problem]:
    """Facts of certificates that can only be mistakes."""
    for located in certifications.values():
        one: Certification = located.row
        if one.first_exam and one.last_exam and one.last_exam < one.first_exam[: len(one.last_exam)]:
            yield located.problem("last_exam: lies before first_exam.", "last_exam")
        if one.url and not one.url.startswith("https://"):
            yield located.problem("url: must begin with https://.", "url")
        if sum(covered.share for covered in one.skills) > len(one.skills):
            yield located.problem("skills: a share is more than all.", "skills")


def _examples(skills: Mapping[str, LocatedRow], names_in: NamesIn) -> Iterator[Problem]:
    for located in skills.values():
        skill: Skill = located.row
        for wanted, sentences in ((True, skill.examples.yes), (False, skill.examples.no)):
            key = "yes" if wanted else "no"
            for at, sentence in enumerate(sentences):
                if names_in(skill, sentence) is not wanted:
                    failing = "does not name" if wanted else "must not name"
                    yield located.problem(
                        f"examples.{key}: {sentence!r} {failing} {skill.id!r}.", "examples", key, at
                    )


def summary(raw: RawTaxonomy) -> str:
    """How much was checked."""
    counts: Sequence[tuple[str, Mapping[str, LocatedRow]]] = (
        ("skills", raw.skills),
        ("roles", raw.roles),
        ("certificates", raw.certifications),
    )
    return ", ".join(f"{len(rows)} {what}" for what, rows in counts)
