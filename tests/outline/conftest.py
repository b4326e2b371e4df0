"""Resumes and job postings, read as their own tests read them."""

from tests.posting.conftest import asked, posting
from tests.resume.conftest import words

__all__ = ["asked", "posting", "words"]
