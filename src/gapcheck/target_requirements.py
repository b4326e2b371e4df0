"""What a resume is compared with: the requirements of a role or posting, and doubts about the document."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gapcheck.config import Policy
from gapcheck.document import DocumentWarning
from gapcheck.errors import DocumentError
from gapcheck.report import Target, UnreadRow
from gapcheck.resume.model import Resume
from gapcheck.scoring import Case, Citations, Strengths, case_of
from gapcheck.taxonomy import Kind, Necessity, Requirement, Skill, Taxonomy
from gapcheck.text.inflection import counted

NOTHING_ASKED = "the target asks for nothing that can be scored"
IS_RESUME = "the job document looks like a resume: it has an e-mail address at its head and the dates of several jobs. Give the posting; if this is one, take the address out of its first lines"
_WORD = re.compile(r"[^\W\d_]{2,}")
_EMAIL = re.compile(r"[\w.+-]@\w[\w-]*\.\w")
_HEAD_LINES = 6
"""Lines at the top of a resume in which its person gives an e-mail address; a posting has one, if any, at its end."""
_MOST_WORDS = 10
"""Words of such a line; a longer one is a sentence ("Apply to ...")."""
_MANY_PERIODS = 3
"""Different periods of time, as jobs in a resume have them; a posting hardly ever prints so many."""


@dataclass(frozen=True, slots=True)
class TargetRequirements:
    """What a resume is compared with: the target and its requirements. `titles` name the role, for relevant jobs.

    `terms` are skills of the rows that the taxonomy lacks: names that were looked for as the document prints
    them. `unread` are lines of the document that seem to ask for something and gave no row, `duties` how many
    lines tell of the work and ask for nothing; `language` is the document's, if it is not English. `text` is
    the document's own, `periods` how many different lengths of time it prints by their dates.
    """

    target: Target
    requirements: tuple[Requirement, ...]
    titles: tuple[str, ...]
    terms: tuple[Skill, ...] = ()
    unread: tuple[UnreadRow, ...] = ()
    duties: int = 0
    language: str = ""
    text: str = ""
    periods: int = 0

    @property
    def asked(self) -> tuple[Requirement, ...]:
        """The requirements without those that are only mentioned."""
        return tuple(row for row in self.requirements if row.necessity is not Necessity.MENTIONED)

    @property
    def not_understood(self) -> tuple[UnreadRow, ...]:
        """The lines that gave no row without those that state a condition of the job."""
        return tuple(row for row in self.unread if not row.condition)

    @property
    def is_resume(self) -> bool:
        """Whether the document has the dates of several jobs and opens with an e-mail address, as a person's does."""
        top = [line for line in self.text.splitlines() if line.strip()][:_HEAD_LINES]
        return self.periods >= _MANY_PERIODS and any(
            _EMAIL.search(line) and len(line.split()) <= _MOST_WORDS for line in top
        )

    def too_few(self, policy: Policy) -> int:
        """How many requirements a long posting lacks at least; 0 for a short one, and where none or enough was read."""
        hard = sum(row.kind is not Kind.SOFT_SKILL for row in self.asked)
        long = (
            0 < len(self.asked) <= policy.score.few_rows
            and len(_WORD.findall(self.text)) >= policy.score.long_posting
        )
        return max(policy.score.few_rows - hard, 0) if long else 0

    def doubts(self, policy: Policy) -> tuple[DocumentWarning, ...]:
        """Warnings of the job document: in another language, hardly understood, or a resume."""
        found = []
        is_resume = self.is_resume
        if self.language:
            message = f"the posting is in {self.language}; what it asks for is read in English only"
            found.append(DocumentWarning("posting-language", message, None))
        read = {source.line for row in self.asked for source in row.sources}
        left = len(self.not_understood)
        lines = left + len(read)
        if left * 2 > lines:
            message = (
                f"{left} of {lines} lines of the posting that seem to ask for something were not understood"
            )
            found.append(DocumentWarning("posting-unread", message, None))
        elif (lacking := self.too_few(policy)) and not is_resume:
            hard = policy.score.few_rows - lacking
            rows = f"only {counted(hard, 'requirement')}" if hard else "no requirement"
            message = f"the posting is long, but {rows} beside soft skills could be read from it: the score says little. Compare the requirements with the posting"
            found.append(DocumentWarning("posting-few-requirements", message, None))
        if is_resume:
            found.append(DocumentWarning("posting-is-resume", IS_RESUME, None))
        return tuple(found)

    def why_no_score(self, policy: Policy) -> str | None:
        """Why nobody can be compared with it: it is in another language, is a resume, or asks for nothing."""
        doubts = self.doubts(policy)
        if self.language:
            return doubts[0].message
        if self.is_resume or not self.asked:
            return doubts[-1].message if doubts else NOTHING_ASKED
        return None

    def check(self, policy: Policy) -> None:
        """Raise once what each of many resumes would have as its reason for having no score.

        Raises:
            DocumentError: nobody can be compared with it.
        """
        reason = self.why_no_score(policy)
        if reason is not None:
            raise DocumentError(f"{self.target.id}: no score: {reason}.", reason="no-score")

    def case(
        self,
        resume: Resume,
        taxonomy: Taxonomy,
        policy: Policy,
        citations: Citations | None = None,
        before: Strengths | None = None,
    ) -> Case:
        """The requirements weighed and judged by what a resume says; for the last two see `scoring.case_of`."""
        rows, titles = self.requirements, self.titles
        return case_of(resume, rows, titles, taxonomy, policy, citations=citations, before=before)
