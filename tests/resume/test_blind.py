"""A blacked-out resume: the same places, and nobody's name in any of them."""

from dataclasses import replace

import pytest
from click.testing import CliRunner

from gapcheck.cli import main
from gapcheck.document import Document, DocumentWarning, HiddenText, Line, Link
from gapcheck.matching.mentions import Discarded, DiscardReason, Matches
from gapcheck.outline.model import Section, SectionKind
from gapcheck.resume.blind import MASK, blinded
from gapcheck.resume.model import Contact, Education, Entry, EntryKind, Resume
from gapcheck.spans import Span
from gapcheck.taxonomy import Level

from .conftest import resume_of

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


HEADED = """Tove Brandt
tove.brandt@example.com
{line}

Experience
Nurse, Elm Clinic, 2019 - 2021
- Dressed wounds
"""


def hidden_in(line):
    """What blinding hides of a line below the name."""
    resume = resume_of(HEADED.format(line=line))
    text = blinded(resume).document.text
    assert len(text) == len(resume.document.text)
    return [each.of(resume.document.text) for each in resume.contact.personal if MASK in each.of(text)]


@pytest.mark.parametrize(
    ("line", "details"),
    [
        ("Date of birth: 12.03.1990", ["12.03.1990"]),
        ("Nationality: Norwegian | Marital status: married, two children", ["Norwegian", "married, two children"]),
        ("Age: 34; Gender: female; Religion: Lutheran", ["34", "female", "Lutheran"]),
        ("Born 12 March 1990 in Bergen", ["12 March 1990 in Bergen"]),
        ("Born in Bergen, I have nursed on many wards of three towns", ["Bergen"]),
        ("Nationality\nNorwegian", ["Norwegian"]),
        ("Date of birth\t12 March 1990", ["12 March 1990"]),
        ("[Photo]", ["Photo"]),
        ("Date / place of birth: 12.03.1990, Bergen", ["12.03.1990, Bergen"]),
        ("Verheiratet, zwei Kinder", ["Verheiratet, zwei Kinder"]),
        ("34 years old | Married", ["34 years old", "Married"]),
        ("Geburtsdatum: 3. Mai 1988 | Familienstand: ledig", ["3. Mai 1988", "ledig"]),
        ("Staatsangehörigkeit - deutsch", ["deutsch"]),
        ("Date de naissance : 3 mai 1988 • Nationalité : belge", ["3 mai 1988", "belge"]),
        ("Fecha de nacimiento: 3 de mayo de 1988", ["3 de mayo de 1988"]),
    ],
)  # fmt: skip
def test_what_no_job_may_ask_is_hidden(line, details):
    assert hidden_in(line) == details


@pytest.mark.parametrize(
    "line",
    [
        "A born leader of small teams",
        "Born digital archives are my field",
        "Nurse for children aged 2 to 5",
        "Experience with children from 2 years of age",
        "Photo editor and single point of contact",
        "Worked in 2019 for the agency of nationality law",
    ],
)
def test_words_of_work_are_no_personal_details(line):
    assert hidden_in(line) == []


@pytest.mark.parametrize(
    ("line", "details"),
    [
        ("- Children: groups of twelve", []),
        ("- Gender: wrote the report on equal pay", []),
        ("- Born out of a project in 2019, the ward app", []),
        ("- Born in 2019 as a pilot", []),
        ("Date of birth: 12.03.1990", ["12.03.1990"]),
    ],
)
def test_in_a_job_only_sure_labels_count(line, details):
    assert hidden_in(f"Nurse\n\nExperience\nNurse, Oak Home, 2015 - 2018\n{line}") == details


def test_personal_details_leave_all_that_was_read_of_them():
    resume = resume_of(HEADED.format(line="Nationality: Norwegian"))
    span = resume.contact.personal[0]
    blind = blinded(
        replace(
            resume,
            sections=(Section(SectionKind.CONTACT, "Nationality: Norwegian", span, span, 1),),
            matches=Matches(
                discarded=(Discarded("norwegian", span, "Norwegian", DiscardReason.PERSONAL_DATA),)
            ),
        )
    )
    assert "Norwegian" not in repr(replace(blind, document=replace(blind.document, hidden=())))


@pytest.mark.parametrize(
    "form",
    [
        ["parse", "--format", "text"],
        ["parse", "--format", "json"],
        ["parse", "--format", "json-resume"],
        ["report", "--role", "data-engineer", "--format", "json"],
        ["report", "--role", "data-engineer", "--format", "html"],
        ["rank", "--role", "data-engineer", "--format", "json"],
    ],
)
def test_no_form_prints_personal_details(form, tmp_path):
    file = tmp_path / "tove.txt"
    line = "Date of birth: 12.03.1990 | Nationality: Norwegian\nPersonal details\nMarital status: widowed"
    work = "- Wrote Python scripts that load the lists of the wards into a SQL database each night\n" * 8
    file.write_text(HEADED.format(line=line) + work, encoding="utf-8")
    command, *options = form
    printed = CliRunner().invoke(main, [command, str(file), "--blind", *options]).output
    assert "SQL" in printed
    assert "no score" not in printed
    assert not any(word in printed for word in ("12.03.1990", "Norwegian", "norwegian", "widowed", "Brandt"))


@pytest.mark.parametrize(
    ("top", "name"),
    [
        ("Quill, Mara J.", "Mara J. Quill"),
        ("QUILL, MARA", "MARA QUILL"),
        ("van der Berg, Ada", "Ada van der Berg"),
        ("Ada Quill, Oslo", "Ada Quill"),
        ("Oslo, Norway\nAda Berg", "Ada Berg"),
        ("Nurse, Registered\nAda Berg", "Ada Berg"),
        ("Quill, MBA", ""),
    ],
)
def test_a_surname_may_go_first_at_the_very_top(top, name):
    assert (
        resume_of(f"{top}\n\nExperience\nNurse, Elm Clinic, 2019 - 2021\n- Dressed wounds").contact.name
        == name
    )


@pytest.mark.parametrize(
    "said",
    [
        "born in 1985",
        "married with two children",
        "my husband",
        "I'm 41 years old",
        "Mother of two",
        "my daughter",
    ],
)
def test_personal_prose_is_hidden_outside_of_work(said):
    opening = "I was " if said.startswith("born") else ""
    text = (
        f"Jo Sample\njo@example.com\n\nAbout me\n\n{opening}{said}, and I like work with children.\n\n"
        "Experience\n\nNurse, Elm Hospital, 2019 - now\n- Taught two children at a time\n"
    )
    hidden = blinded(resume_of(text)).document.text
    assert said.removeprefix("born in ") not in hidden
    assert "I like work with children" in hidden or opening
    assert "Taught two children at a time" in hidden


@pytest.mark.parametrize(
    ("line", "hidden"),
    [
        ("Dutch citizen, aged 34, widowed", "Dutch citizen|aged 34|widowed"),
        ("34, Dutch, married", "34|Dutch|married"),
        ("She/her", "She/her"),
        ("I am a 34-year-old Dutch national with an eye for order.", "I am a 34-year-old|Dutch national"),
        ("Polish by birth; German citizenship.", "German citizenship"),
        ("Born and raised in Leeds. I like maps.", "Leeds"),
        ("As a Muslim woman I value respect.", "Muslim woman"),
    ],
)
def test_origin_age_and_family_are_hidden_in_prose_too(line, hidden):
    text = blinded(resume_of(f"Jo Sample\njo@example.com\n\nPROFILE\n\n{line}\n")).document.text
    assert not any(part in text for part in hidden.split("|"))


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        ("PROFILE", "Guide in UK national parks and for senior citizens."),
        ("PROFILE", "Moved a 3-year-old codebase to Rust."),
        ("PROFILE", "Cared for people aged 65 and over."),
        ("LANGUAGES", "Dutch, German"),
        ("EXPERIENCE\n\nClerk, Elm Mills Ltd, 2019 - 2021", "- Helped every Dutch citizen of the town"),
    ],
)
def test_words_of_work_are_not_hidden(heading, line):
    text = blinded(resume_of(f"Jo Sample\njo@example.com\n\n{heading}\n\n{line}\n")).document.text
    assert line in text
