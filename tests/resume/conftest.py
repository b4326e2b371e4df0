"""The shipped vocabularies, read alone (skills are no matter here), and documents made of plain text."""

from datetime import date
from functools import cache

import pytest

from gapcheck.matching.mentions import Matches
from gapcheck.outline import outline
from gapcheck.outline.lines import rows_of, running_headers
from gapcheck.reading import read
from gapcheck.resume import parse
from gapcheck.resume.vocabulary import vocabulary_of
from gapcheck.taxonomy import Taxonomy, yaml_file
from gapcheck.taxonomy.model import Certification
from tests.places import TAXONOMY, shipped_taxonomy

AS_OF = date(2026, 11, 21)


@cache
def built_in():
    certificates = {}
    for path in sorted((TAXONOMY / "certifications").glob("*.yaml")):
        rows = [
            Certification.model_validate(row) for row in yaml_file.read(path.read_bytes(), path.name).value
        ]
        certificates |= {row.id: row for row in rows}
    return Taxonomy(
        "test", "0" * 64, certifications=certificates, vocabularies=shipped_taxonomy().vocabularies
    )


class Nothing:
    """A matcher that finds nothing and keeps what it was given."""

    def find(self, text, passages, *, genre, masked=()):
        self.text, self.passages, self.genre, self.masked = text, passages, genre, masked
        return Matches()


def document_of(text, name="resume.txt"):
    return read(text.strip("\n").encode(), name=name, heading_names=built_in().heading_names)


def outline_of(document, words):
    rows = rows_of(document)
    return outline(
        document,
        rows,
        words.headings,
        skipped=running_headers(rows),
        inline=True,
        has_date=lambda text: bool(words.dates.find(text)),
        is_title=lambda text: words.titles.title_score(text) == 2,
    )


def resume_of(text, matcher=None, name="resume.txt"):
    return parse(document_of(text, name), built_in(), matcher or Nothing(), as_of=AS_OF)


@pytest.fixture(scope="session")
def taxonomy():
    return built_in()


@pytest.fixture(scope="session")
def words():
    return vocabulary_of(built_in())


TOP = "Jo Sample\njo@example.com\n\n"
CHEF = ("Pastry Chef", "Hotel Marigold")
COMMIS = ("Commis Chef", "Bistro Nine")


def entries(text, name="resume.txt"):
    """The entries below a head with a name."""
    return resume_of(TOP + text, name=name).entries


def heads(text, name="resume.txt"):
    """Title, employer, first and last month of each."""
    return [
        (
            e.title,
            e.employer,
            e.period and str(e.period.start),
            e.period and e.period.end and str(e.period.end),
        )
        for e in entries(text, name)
    ]


def education(text):
    """The degrees of an education section."""
    return resume_of(TOP + "EDUCATION\n\n" + text + "\n").education
