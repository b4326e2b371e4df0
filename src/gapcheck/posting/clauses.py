"""Sentences -> clauses: the pieces that can each ask for something of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from gapcheck.posting.experience import COUNTS_THINGS
from gapcheck.spans import Span
from gapcheck.taxonomy.language.fact_words import CertificateWords
from gapcheck.taxonomy.language.posting_words import NecessityCues
from gapcheck.text.once_a_document import once_a_document
from gapcheck.text.phrases import ARTICLE, alternation, compiled, plain
from gapcheck.text.sentences import trimmed

_ENDS = re.compile(r"[\s.,!)]*(?:\Z|;|,|\()")
_BRACKETS = re.compile(r"\(([^()]{12,})\)")

_LONGEST_BARE = 200
"""Characters of such a list."""
_BARE = 3
"""Words of a name in a list of nothing but names."""

Cut = tuple[int, int]


@once_a_document  # each row of a clause that names many things quotes it
def quote(text: str) -> str:
    """Text as it is quoted: on one line."""
    return " ".join(text.split())


class ClauseSplitter:
    """Splits sentences with the words of one taxonomy."""

    def __init__(
        self,
        cues: NecessityCues,
        certificates: CertificateWords,
        is_proof: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """`is_proof` says whether a text names a degree, certificate or language."""
        self._is_proof = is_proof
        is_ = compiled(cues.copulas).pattern
        cue = compiled((*cues.required, *cues.preferred)).pattern
        predicate = rf"{is_}\s+(?:\w+\s+){{0,2}}?{cue}"
        knowledge = compiled(cues.knowledge_words).pattern
        because, subject = compiled(cues.reasons).pattern, compiled(cues.reason_subjects).pattern
        reason = rf"(?:{because}|as\s{subject})"
        no_contrast = "".join(rf"(?<!{word})" for word in cues.not_before_contrasts)
        contrast = rf"(?!{compiled(cues.not_contrasts).pattern}){compiled(cues.contrasts).pattern}"
        and_, or_ = compiled(cues.and_words).pattern, compiled(cues.or_words).pattern
        with_, result = compiled(cues.done_with).pattern, compiled(cues.results).pattern
        level = compiled(tuple(word for words in cues.levels.values() for word in words)).pattern
        restart = compiled(cues.restarts).pattern
        self._cue = compiled((*cues.required, *cues.preferred))
        self._preferred = compiled(cues.preferred)
        self._is = compiled(cues.copulas)
        self._reason = re.compile(rf"\s*{reason}")
        self._opening_reason = re.compile(rf"{reason}[^,]*,\s*")
        self._asks_after_which = re.compile(rf"{compiled(cues.relatives).pattern}\s{is_}\s+(?:\w+\s+)?{cue}")
        self._boundary = re.compile(
            rf"\s*;(?!\s*{or_})(?!\s*{cue}\W*\Z)\s*"
            rf"|\s+\u2013\s+(?=(?:{and_}\s)?(?:{contrast}|{restart}|{compiled(cues.addressed).pattern}|{result}))"
            rf"|\s+[\u2013-]\s+(?=[^,;:\u2013]{{1,40}}?\s{predicate})"
            rf"|,\s+{and_}\s+(?=(?:{ARTICLE}|{level}|{knowledge})\s[^,;]{{3,70}}?\s{predicate})"
            rf"|{no_contrast},?\s+{contrast}\s+"
            rf"|,\s+(?={compiled(cues.repeated).pattern})"
            rf"|,\s*(?=(?:{reason}|{result}))|\s+(?={because}\s+{subject})"
            rf"|:\s+(?=(?:{restart}|{because})\s)"
            rf"|,?\s+{and_}\s+(?=(?:\w+\s+){{0,3}}{compiled(cues.refers_back).pattern})"
            rf"|,\s+{and_}\s+(?={compiled(cues.to_have).pattern}\s)"
        )
        self._wish = re.compile(
            rf"(?P<join>,\s+{and_}\s+)(?=[^,;]{{3,70}}?\s{is_}\s+(?:\w+\s+){{0,2}}?{compiled(cues.preferred).pattern})"
        )
        self._said = re.compile(rf"{is_}\s+(?:\w+\s+){{0,2}}\Z")
        self._half = re.compile(rf"{predicate}(?P<join>,?\s+{and_}\s+)(?=[^,;]{{1,60}}?\s{predicate})")
        part, length = compiled(cues.time_parts).pattern, compiled(cues.lengths).pattern
        including = rf"{compiled(cues.including).pattern}\.?\s+"
        self._time_part = re.compile(
            rf",?\s+(?:{and_}\s+)?(?:(?:{with_}\s+|{including})?(?P<part>{part})|{including}(?P<length>{length}))"
        )
        self._ability = re.compile(rf"{compiled(cues.able_to).pattern}\s+\w+")
        self._next_ability = re.compile(rf",\s+(?:{and_}\s+)?(?={compiled(cues.acts).pattern})")
        brings = compiled(cues.claims).pattern
        self._claim = re.compile(rf"{compiled(cues.addressed).pattern}\s+{brings}")
        self._next_claim = re.compile(rf",\s+(?P<joined>(?:{and_}|{or_})\s+)?(?={brings})")
        self._modal = compiled(cues.modals)
        self._joined = re.compile(rf"{and_}|{or_}")
        self._joins = re.compile(rf"\s*(?:{and_}|{or_})")
        self._adds = compiled((*cues.done_with, *cues.addition_words))
        self._length = compiled(cues.lengths)
        self._condition = compiled(cues.facts)
        self._besides = re.compile(
            rf",\s+(?:{and_}\s+)?|\s+(?:{and_}|{compiled(cues.addition_words).pattern})\s+"
        )
        self._demanded = re.compile(
            rf"{compiled(cues.knowledge_words).pattern}\s+{compiled(cues.of_what).pattern}"
            rf"|{compiled(certificates.names).pattern}|{compiled(cues.lengths).pattern}"
        )
        self._age = re.compile(rf"{compiled(cues.ages).pattern}(?P<join>,?\s+(?:{and_}|{with_})\s+)")
        preferring = compiled(cues.preferring).pattern
        self._preferring = re.compile(
            rf"\s*(?:,|\(|\u2013|-\s)\s*(?={preferring})|\s(?={preferring}\s+{compiled(cues.of_what).pattern}\s)"
        )
        self._wished_aside = re.compile(
            rf"\s?\((?P<said>[^()]{{2,60}}?\s{compiled(cues.preferred).pattern})\s*"
            rf"(?P<close>\)\s*(?:\Z|[,;.]\s*(?:{and_}\s+)?|{and_}\s+))"
        )
        self._bracketed_cue = re.compile(rf"\((?:\w+ )?{cue}\)\s*(?P<join>,|{and_}|;)")
        self._only_predicate = re.compile(rf"\s*(?:{alternation((*cues.qualifiers, *cues.copulas))}\b\s*)*")
        self._own_head = re.compile(
            rf"\b\d|{compiled((*cues.knowledge_words, *cues.heads, *cues.of_what)).pattern}"
        )
        self._level = re.compile(level)

    def split(self, text: str, sentence: Span) -> Iterator[tuple[Span, bool]]:
        """The pieces of a sentence that can differ in how strongly they ask; reasons are left out.

        Each with whether it is in brackets; those come last.
        """
        low = plain(text[sentence.start : sentence.end])
        depth = _depths(low)
        cuts = [match.span() for match in self._boundary.finditer(low)]
        cuts += [match.span("join") for match in self._half.finditer(low)]
        cuts += [match.span("join") for match in self._age.finditer(low)]
        cuts += [m.span("join") for m in self._wish.finditer(low) if self._cue.search(low, 0, m.start())]
        cuts += self._condition_cuts(low)
        cuts += self._time_cuts(low) + self._claim_cuts(low) + self._ability_cuts(low)
        own = [cut for cut in cuts if depth[cut[0]] == 0]
        cuts = [*own, *self._preferred_cuts(text[sentence.start : sentence.end], depth, own)]
        opening = self._opening_reason.match(low)
        start = opening.end() if opening else 0
        for left, right in [*sorted(set(cuts)), (len(low), len(low))]:
            if left < start:
                continue
            reason = self._reason.match(low, start)
            if left > start and (not reason or self._asks_after_which.search(low, start, left)):
                span = trimmed(text, Span(sentence.start + start, sentence.start + left), ",")
                if span:
                    yield span, False
            start = right
        for left, right in self._asides(low):
            yield trimmed(text, Span(sentence.start + left, sentence.start + right), "()"), True

    def _time_cuts(self, low: str) -> list[Cut]:
        """Before a part of a length of time named earlier: "5 years, of which two with Spark"."""
        return [
            (match.start(), max(match.start("part"), match.start("length")))
            for match in self._time_part.finditer(low)
            if self._length.search(low, 0, match.start()) and not COUNTS_THINGS.match(low, match.end())
        ]

    def _condition_cuts(self, low: str) -> list[Cut]:
        """Between a condition of the job and something that is asked for beside it: "a driving licence and own transport"."""
        if not self._condition.search(low) or not self._demanded.search(low):
            return []
        joins = [match.span() for match in self._besides.finditer(low)]
        ends = [0, *(at for cut in joins for at in cut), len(low)]
        pieces = [low[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True)]
        stated = [self._condition.search(piece) is not None for piece in pieces]
        asked = [self._demanded.search(piece) is not None for piece in pieces]
        return [
            cut
            for at, cut in enumerate(joins)
            if stated[at] != stated[at + 1] and (asked[at + 1] if stated[at] else asked[at])
        ]

    def _claim_cuts(self, low: str) -> list[Cut]:
        """Between things that a person is or has done: "if you have led X, hold Y, or have been on Z".

        A comma alone has to join two of them; a choice between two is one thing.
        """
        first = self._claim.search(low)
        rest = list(self._next_claim.finditer(low, first.end())) if first else []
        return [match.span() for match in rest] if any(not match["joined"] for match in rest) else []

    def _ability_cuts(self, low: str) -> list[Cut]:
        """Between things that somebody is able to do: "able to read a plan, work out the load, and do the checks"."""
        first = self._ability.search(low)
        return [match.span() for match in self._next_ability.finditer(low, first.end())] if first else []

    def _asides(self, low: str) -> Iterator[Cut]:
        """Brackets that ask for something themselves: "(working knowledge of X is required)"."""
        for match in _BRACKETS.finditer(low):
            inner = match.group(1)
            asks = self._cue.search(inner)
            if (
                asks
                and asks.start() > 3
                and (self._is.search(inner[: asks.end()]) or self._modal.match(asks.group()))
            ):
                yield match.span(1)

    def _preferred_cuts(self, text: str, depth: list[int], own: list[Cut]) -> list[Cut]:
        """Where a part of a list is only preferred: ", preferably X", ", with X preferred", "role, X or Y ideally".

        A list of bare names is preferred as a whole, from its beginning or from the last of the `own` cuts: "Java; R, Scala a plus".
        """
        low = plain(text)
        cuts = [match.span() for match in self._preferring.finditer(low) if match.start() > 3]
        for match in self._preferred.finditer(low):
            comma = low.rfind(",", 0, match.start())
            if comma < 4 or depth[comma] or not _ENDS.match(low, match.end()):
                continue
            start = max((right for _, right in own if right <= comma), default=0)
            near = match.start() - start <= _LONGEST_BARE
            if near and self._is_bare_list(text[start : match.start()], match.group()):
                continue
            if self._is_separate(low[:comma], low[comma + 1 : match.start()], match.group()):
                cuts.append((comma, comma + 1))
        cuts += [match.span("join") for match in self._bracketed_cue.finditer(low)]
        for aside in self._wished_aside.finditer(low):  # "Docker (Kubernetes a plus)"
            cuts += [(aside.start(), aside.start("said")), aside.span("close")]
        return cuts

    def _is_bare_list(self, text: str, cue: str) -> bool:
        """Whether a text is nothing but a few names between commas, which a wish behind them is about: "CS40, CS41 advantageous".

        Of degrees, certificates and languages the last may be wished for alone ("BSc, MSc preferred"), and of one thing somebody
        says that it "is a plus".
        """
        low = plain(text)
        said = self._is.match(cue) or self._said.search(low)
        more = any(each.search(low) for each in (self._cue, self._own_head, self._joined, self._level))
        brief = all(0 < len(item.split()) <= _BARE for item in text.split(","))
        return brief and not (said or more or self._is_proof(text))

    def _is_separate(self, before: str, part: str, cue: str) -> bool:
        """Whether the part of a list behind its last comma is preferred by itself, and not the list with it."""
        if self._joins.match(part) or self._only_predicate.fullmatch(part):
            return False
        said = self._is.match(cue) or self._said.search(part)
        if self._joined.search(part) and said and not self._cue.search(before):
            return False  # "restructuring, redundancy or mergers would be helpful"
        if self._adds.match(part.lstrip()):
            return True
        return not self._joined.search(part) or bool(self._own_head.search(before.rsplit(",", 1)[-1]))


def _depths(low: str) -> list[int]:
    depth, found = 0, []
    for char in low:
        if char == ")":
            depth = max(depth - 1, 0)
        found.append(depth)
        if char == "(":
            depth += 1
    return [*found, 0]
