"""Where a text names a skill: spaCy's PhraseMatcher over our own tokens.

How a name is looked for is its `match` (see taxonomy.model.NameMatch); this is what each means here.

    caseless  Anywhere, in any case, with its plural and British or American spelling. A name of two capitals
              (AI, BI) must be in capitals, in prose: "ai" is a word in other languages and "mL" a unit.
    cased     As printed; or in capitals where a whole heading is; in a list of skills, in any case.
    context   As printed, and with proof: it is an item of a list of skills, or is next to another skill
              of its kind, or after or before a word such as "written in" or "package" (see `disambiguation`).
              A name printed small (transformers) is an ordinary word: it may be capitalised, and has a plural.
    postings  Only in job documents, in any case.
    title     Only in the title of a job that the person held, in any case.

The plural and the other spellings are made when the names are compiled (see `spelling_variants`): no lemmatiser runs
over the text. Names may share their words; then the one that owns them as printed wins over one that got them as a
variant, and the label over the alias.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

from gapcheck.lazy import LazyModule
from gapcheck.matching.relations import Relations
from gapcheck.matching.skill_names import NameIndex, SkillName
from gapcheck.taxonomy.enums import NameMatch
from gapcheck.text.patterns import JOINERS
from gapcheck.text.tokens import Token

_ATTRIBUTES = LazyModule("spacy.attrs")
_MATCHER = LazyModule("spacy.matcher")
_TOKENS = LazyModule("spacy.tokens")
_VOCAB = LazyModule("spacy.vocab")

_SHORT = 4
"""Letters of an abbreviation (RAN, DiD) that may be a word's as well."""
_UNKNOWN = "\ufffd"
"""Replaces every word that no name has, so that the shared vocabulary has only the words of names."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens `start` to `end` (exclusive) are a name of `skill`."""

    start: int
    end: int
    name: SkillName

    @property
    def skill(self) -> str:
        """The id of the skill."""
        return self.name.skill

    @property
    def rule(self) -> str:
        """The name as the taxonomy has it."""
        return self.name.printed

    def __len__(self) -> int:
        return self.end - self.start


class Phrases:
    """All names of a taxonomy. Threads may share it.

    A name can only match where its first word is. So names go into the PhraseMatcher when their first word is
    first met: to build it takes as long as the documents are, not as long as the taxonomy is, and it finds the same.
    """

    def __init__(self, names: NameIndex) -> None:
        self._names = names
        self._doc: Any = _TOKENS.Doc
        self._vocab: Any = _VOCAB.Vocab()
        self._vocab.strings.add(_UNKNOWN)
        self._matcher: Any = _MATCHER.PhraseMatcher(self._vocab, attr=_ATTRIBUTES.ORTH)
        self._met: set[str] = set()
        self._known: set[str] = set()
        self._lock = Lock()

    def find(self, tokens: Sequence[Token]) -> list[Hit]:
        """Every name at every place, longer and shorter ones, in order of place."""
        if not tokens:
            return []
        with self._lock:
            self._admit({token.norm for token in tokens} - self._met)
            words = [token.norm if token.norm in self._known else _UNKNOWN for token in tokens]
            places = self._matcher(self._doc(self._vocab, words=words))
        hits = {
            Hit(start, end, name)
            for _, start, end in places
            for name in self._names.of(tuple(words[start:end]))
        }
        return sorted(hits, key=lambda hit: (hit.start, hit.end, hit.skill, hit.name.match, hit.name.printed))

    def named(self, words: tuple[str, ...]) -> tuple[SkillName, ...]:
        """The names that these folded tokens are, if any."""
        return self._names.of(words)

    def _admit(self, words: Iterable[str]) -> None:
        """Add the names that begin with these words; only such words are remembered, whatever documents hold."""
        first = [word for word in words if word in self._names]
        phrases = [phrase for word in first for phrase in self._names.beginning(word)]
        if phrases:
            # a phrase is given as the numbers of its words: it spares one Doc a name, most of the time to build
            number = self._vocab.strings.add
            self._matcher.add("name", [tuple(map(number, phrase)) for phrase in phrases])
            self._known.update(word for phrase in phrases for word in phrase)
            self._met.update(first)


def as_printed(hit: Hit, tokens: Sequence[Token], *, listing: bool) -> bool:
    """Whether the case of the text fits the name (see the module's table)."""
    printed = tuple(token.form for token in tokens[hit.start : hit.end])
    name = hit.name
    if name.match in (NameMatch.CASED, NameMatch.CONTEXT):
        ordinary = name.match is NameMatch.CONTEXT and all(
            form.islower() or not form.isalpha() for form in name.forms
        )
        as_word = ordinary and all(form.islower() or form.istitle() or not form.isalpha() for form in printed)
        return (
            printed == name.forms
            or as_word
            or _shouted(printed, name)
            or (listing and whole_item(hit, tokens))
        )
    if len(name.forms) == 1 and len(name.forms[0]) == 2 and name.forms[0].isupper():
        return printed[0].isupper() or (listing and whole_item(hit, tokens) and printed[0].islower())
    return True


def as_tag(hit: Hit, tokens: Sequence[Token]) -> bool:
    """Whether the case fits in a row of tags: any does, but a capital that begins a line may be a word's ("Ran", "Did")."""
    name = hit.name.printed
    short = len(name) <= _SHORT and not (name.islower() or name.istitle())
    return not (short and hit.start == 0 and tokens[0].form.istitle())


def _shouted(printed: tuple[str, ...], name: SkillName) -> bool:
    """Whether the text has it in capitals, as in headings; a short name could be any abbreviation."""
    return all(form.isupper() or not form.isalpha() for form in printed) and sum(map(len, name.forms)) >= 5


_SEPARATORS = JOINERS | frozenset(";|•·+\t:()-")


def whole_item(hit: Hit, tokens: Sequence[Token]) -> bool:
    """Whether the name is all of an item in a list."""
    before = hit.start == 0 or tokens[hit.start - 1].norm in _SEPARATORS or tokens[hit.start].line_start
    after = (
        hit.end >= len(tokens) or tokens[hit.end].norm in _SEPARATORS | {"."} or tokens[hit.end].line_start
    )
    return before and after


def tag_line(hits: Sequence[Hit], tokens: Sequence[Token]) -> bool:
    """Whether a passage is a row of names with blanks between: "java hibernate jenkins linux".

    Job boards print tags so, often all in small letters. Every word but one is part of a name, and most
    names need no context; so an ordinary sentence or a person's name does not count.
    """
    if len(tokens) < 3 or any(not token.form[0].isalnum() and token.form[0] != "." for token in tokens):
        return False
    covered = {at for hit in hits for at in range(hit.start, hit.end)}
    plain = {hit.skill for hit in hits if hit.name.match is NameMatch.CASELESS}
    return len(covered) >= len(tokens) - 1 and len(plain) >= 2 and len({hit.skill for hit in hits}) >= 3


def _keep(hit: Hit, kept: list[Hit], taken: defaultdict[int, list[int]]) -> None:
    """Add a hit to those that are kept; `taken` says for each token which of them it belongs to."""
    for place in range(hit.start, hit.end):
        taken[place].append(len(kept))
    kept.append(hit)


def resolved(hits: Iterable[Hit], relations: Relations) -> tuple[list[Hit], list[tuple[Hit, Hit]]]:
    """The hits that count, in order of place: the longest; and those that do not, each with the longer one it is part of.

    "Regression testing" is no regression. A shorter name inside a longer one still counts where the longer skill proves
    the shorter ("Google Cloud Run" names Google Cloud), and at the end of a longer name of its kind ("gradient-boosted
    regression").
    """
    kept: list[Hit] = []
    nested: list[Hit] = []
    lost: list[tuple[Hit, Hit]] = []
    taken: defaultdict[int, list[int]] = defaultdict(list)
    for hit in sorted(hits, key=lambda each: (-len(each), each.start, not each.name.own, each.skill)):
        over = [kept[at] for at in sorted({at for place in range(hit.start, hit.end) for at in taken[place]})]
        if not over:
            _keep(hit, kept, taken)
        elif any((other.start, other.end) == (hit.start, hit.end) for other in over):
            # two skills have this name: both are meant; one skill by two names is one
            if all(other.skill != hit.skill for other in over):
                _keep(hit, kept, taken)
        elif any(other.skill == hit.skill for other in over):
            continue
        elif all(
            relations.proves(other.skill, hit.skill)
            or (other.end == hit.end and other.start < hit.start and relations.akin(other.skill, hit.skill))
            for other in over
        ):
            nested.append(hit)
        else:
            lost.append((hit, over[0]))
    return sorted([*kept, *nested], key=lambda each: (each.start, each.end, each.skill)), lost
