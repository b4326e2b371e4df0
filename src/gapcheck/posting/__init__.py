"""Posting knows what a job document asks for."""

from __future__ import annotations

from gapcheck.posting.merge import merge
from gapcheck.posting.model import JobPosting, Statement
from gapcheck.posting.parse import parse

__all__ = ["JobPosting", "Statement", "merge", "parse"]
