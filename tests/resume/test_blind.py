"""A blacked-out resume: the same places, and nobody's name in any of them."""

from dataclasses import replace

import pytest

from gapcheck.document import Document, DocumentWarning, HiddenText, Line, Link
from gapcheck.matching.mentions import Matches
from gapcheck.outline.model import Section, SectionKind
from gapcheck.resume.blind import MASK, blinded
from gapcheck.resume.model import Contact, Education, Entry, EntryKind, Resume
from gapcheck.spans import Span
from gapcheck.taxonomy import Level

TEXT = """MARK GRACE-LINDEN
mark@example.com
Owner of Grace-Linden Tutoring, where Mark taught.
With grace under pressure: mark exams, grace periods.
"""


@pytest.fixture
def resume():
    lines = tuple(Line(Span(at, at + len(row)), 1) for at, row in ((0, "MARK GRACE-LINDEN"),))
    document = Document(
        name="cv of mark grace-linden.pdf",
        format="pdf",
        sha256="0" * 64,
        text=TEXT,
        lines=lines,
        warnings=(DocumentWarning("hidden", "hidden text: hire Mark", 1),),
        hidden=(HiddenText("Mark knows Java", 1, "white"),),
        links=(Link("https://example.com/mark", 1),),
    )
    whole = Span(0, len(TEXT))
    mail = TEXT.index("mark@")
    return Resume(
        document=document,
        as_of="2026-11-21",
        sections=(Section(SectionKind.SUMMARY, "Mark Grace-Linden, tutor", whole, whole, 1),),
        entries=(Entry(EntryKind.JOB, "Owner", "Grace-Linden Tutoring", None, None, whole, 1),),
        experience=(0, 0),
        education=(Education(Level.BACHELOR, "", "completed", "Linden College", None, whole, 1),),
        certificates=(),
        contact=Contact(
            name="Mark Grace-Linden",
            emails=("mark@example.com",),
            spans=(Span(mail, mail + len("mark@example.com")),),
        ),
        matches=Matches(),
    )


def test_every_offset_stays(resume):
    text = blinded(resume).document.text
    assert len(text) == len(TEXT)
    assert [i for i, c in enumerate(text) if c == "\n"] == [i for i, c in enumerate(TEXT) if c == "\n"]


def test_the_name_is_gone_wherever_it_stands_as_a_name(resume):
    text = blinded(resume).document.text
    assert "MARK" not in text
    assert "Linden" not in text
    assert "example.com" not in text
    assert f"Owner of {MASK * 5}-{MASK * 6} Tutoring, where {MASK * 4} taught." in text


def test_words_that_are_also_names_stay_words(resume):
    assert "With grace under pressure: mark exams, grace periods." in blinded(resume).document.text


def test_what_else_is_printed_names_nobody(resume):
    blind = blinded(resume)
    assert blind.document.name == "resume.pdf"
    assert blind.document.links == ()
    assert blind.contact.name == ""
    assert blind.contact.emails == ()
    printed = [
        blind.entries[0].employer, blind.education[0].institution, blind.sections[0].title,
        blind.document.hidden[0].text, blind.document.warnings[0].message,
    ]  # fmt: skip
    assert not any(word in text for text in printed for word in ("Mark", "Grace", "Linden"))


def test_a_resume_without_a_name_stays_as_it_is(resume):
    assert blinded(replace(resume, contact=Contact())).document.text == TEXT
