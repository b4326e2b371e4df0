"""Reading job documents: what each asks for, and how strongly."""

from __future__ import annotations

from gapcheck.posting.merge import merge
from gapcheck.posting.model import JobPosting, Statement
from gapcheck.posting.parse import parse
from gapcheck.posting.statement_model import LearnedStatements
from gapcheck.posting.statement_reader import Clause, NecessityDecision, StatementReader

__all__ = [
    "Clause",
    "JobPosting",
    "LearnedStatements",
    "NecessityDecision",
    "Statement",
    "StatementReader",
    "merge",
    "parse",
]
