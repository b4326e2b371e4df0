"""Which name belongs to which concept, how it is matched, and the ids made from labels."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from gapcheck.taxonomy.importers.classification import Concept, OtherName, Tally
from gapcheck.taxonomy.model import Alias, NameMatch
from gapcheck.taxonomy.taxonomy import folded
from gapcheck.text.slugs import slug

Claim = tuple[Concept, OtherName]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_COMMON = 0.001
_COMMON_AT_LEAST = 8
_LONGEST_ID = 100


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


def merged(concepts: Iterable[Concept], tally: Tally) -> tuple[list[Concept], dict[str, str]]:
    """One concept for each label, in order of code; and for every code, that of the concept that replaces it."""
    first: dict[str, Concept] = {}
    stands_for: dict[str, str] = {}
    for concept in sorted(concepts, key=lambda each: each.code):
        name = folded(concept.label)
        kept = first.setdefault(name, concept)
        stands_for[concept.code] = kept.code
        if kept is not concept:
            tally.add("skills made one with another of the same label")
            first[name] = Concept(
                kept.code, kept.label, kept.kind, kept.category, (*kept.names, *concept.names),
                tuple(dict.fromkeys((*kept.broader, *concept.broader))), kept.ambiguous and concept.ambiguous,
            )  # fmt: skip
    return list(first.values()), stands_for


def aliases(
    concepts: Sequence[Concept], wording: WordUsage, tally: Tally
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
            tally.add("alternative names left out: they are the label of another skill", others)
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
            NameMatch.CONTEXT if each.ambiguous else wording.match(each.label),
        )
        for each in concepts
    }


def _owner(claiming: Sequence[Claim], tally: Tally) -> Claim | None:
    """Whose a name is, by the rule of `aliases`."""
    stated = [claim for claim in claiming if not claim[1].derived]
    tally.add(
        "alternative names left out: another skill, whose label is nearer, has them", max(len(stated) - 1, 0)
    )
    if stated:
        return min(stated, key=lambda claim: (-_shared(*claim), claim[0].code))
    first, *others = sorted(claiming, key=lambda claim: (-claim[1].uses, claim[0].code))
    if others and first[1].uses < 2 * max(others[0][1].uses, 1):
        tally.add("shortened names left out: several skills could be meant", len(claiming))
        return None
    tally.add("shortened names left out: another skill is asked for far more often", len(others))
    return first


def _shared(concept: Concept, name: OtherName) -> int:
    return len(set(folded(concept.label).split()) & set(folded(name.text).split()))


def identified(labels: Mapping[str, str], prefix: str, tally: Tally, what: str) -> dict[str, str]:
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
            tally.add(f"ids of {what} with a suffix: another label gives the same id")
        taken.add(chosen)
        ids[code] = chosen
    return ids
