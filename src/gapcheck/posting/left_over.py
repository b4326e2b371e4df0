"""What becomes of clauses that gave no row: a row in their own words, or a line that is listed as unread with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gapcheck.document import Document
from gapcheck.outline.model import ASKING
from gapcheck.outline.posting_headings import PostingHeadings
from gapcheck.posting.clauses import quote
from gapcheck.posting.demand import Demand
from gapcheck.posting.model import CONDITION, LEFT_OPEN, NAMES_NOTHING, Statement, UnreadLine
from gapcheck.posting.parts import Part
from gapcheck.posting.requirements import RequirementReader
from gapcheck.posting.statement_reader import A_CONDITION, Clause, NecessityDecision, is_left_open
from gapcheck.posting.statement_rules import StatementRules
from gapcheck.taxonomy import Necessity
from gapcheck.text.phrases import plain


class LeftOver:
    """Goes through such clauses of one document, and collects the unread lines."""

    def __init__(
        self,
        document: Document,
        reader: RequirementReader,
        rules: StatementRules,
        headings: PostingHeadings,
    ) -> None:
        self._document = document
        self._reader = reader
        self._rules = rules
        self._headings = headings
        self.unread: list[UnreadLine] = []
        self._nameless: set[UnreadLine] = set()
        self.passed: list[UnreadLine] = []
        """Sentences to the candidate that nothing finds to ask: they are all that speaks of demands where no row does."""

    def forget(self) -> None:
        """Lists nothing any more, before the clauses are read anew."""
        self.unread.clear()
        self._nameless.clear()

    def rows(
        self,
        part: Part,
        silent: Sequence[Sequence[Clause]],
        decisions: Mapping[Clause, NecessityDecision],
        *,
        alone: bool,
    ) -> Iterator[Statement]:
        """What sentences ask for that gave no row: in their own words where a whole item says nothing else, or unread.

        In prose a word such as "must" or "critical" speaks of much else, so that a name has to vouch for it.
        """
        for clauses in silent:
            for clause in clauses:
                decision = decisions[clause]
                if decision.reason == A_CONDITION:
                    self._condition(clause, part)
                    continue
                unnamed = alone and part.unnamed and decision.necessity
                listed = unnamed and not self._rules.tells(plain(clause.text))
                open_ = is_left_open(clause, decision) and (alone or decision.cue or not part.bullet)
                if open_ or listed:
                    self._list(clause, LEFT_OPEN)
                    break
                if not decision.is_demand or clause.aside:
                    if alone and self._is_of_the_person(clause, decision):
                        self._list(clause, LEFT_OPEN)
                        break
                    if self._rules.speaks_to_candidate(plain(clause.text)):
                        self.passed.append(UnreadLine(self._line(clause), quote(clause.text), LEFT_OPEN))
                    continue
                row = self._reader.in_own_words(Demand(part, clause.span, decision))
                if row is not None and part.item and alone:
                    yield row
                    return
                item = part.bullet and alone and not clause.text.rstrip().endswith("?")
                left = (
                    UnreadLine(self._line(clause), quote(clause.text), NAMES_NOTHING) if row or item else None
                )
                if left is not None and left not in self._nameless:
                    self._nameless.add(left)
                    self.unread.append(left)

    def _condition(self, clause: Clause, part: Part) -> None:
        """Lists a condition of the job where it is asked for; skills beside it may be, too, and were not read."""
        cue = self._rules.cue_of(plain(clause.text))
        required = cue is not None and not cue.weak and cue.necessity is Necessity.REQUIRED
        asked = required or (part.item and part.kind in ASKING) or self._headings.demands(clause.text)
        if not clause.aside and asked:
            self._list(clause, CONDITION)
        elif part.kind in ASKING and clause.names:
            self._list(clause, LEFT_OPEN)

    @staticmethod
    def _is_of_the_person(clause: Clause, decision: NecessityDecision) -> bool:
        """Whether a clause that asks for nothing is an item under a heading that asks, and refuses nothing."""
        return decision.necessity is not None and clause.part.bullet and clause.part.kind in ASKING

    def _line(self, clause: Clause) -> int:
        return self._document.line_number(clause.span.start)

    def _list(self, clause: Clause, reason: str) -> None:
        self.unread.append(UnreadLine(self._line(clause), quote(clause.text), reason))
