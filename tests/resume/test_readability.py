"""Findings of readability: each case is told, and plain good resumes hear nothing."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from reportlab.pdfgen.canvas import Canvas

from gapcheck.document import DocumentWarning, HiddenText, Link, PageFeatures
from gapcheck.gaps import document_row
from gapcheck.reading import Limits, read
from gapcheck.resume import parse
from gapcheck.resume.blind import blinded
from gapcheck.resume.model import Severity
from gapcheck.resume.readability import readability
from tests.places import ROOT

from .conftest import AS_OF, Nothing, built_in, resume_of

TAXONOMY = built_in()

GOOD = """
Ilse Varga
ilse.varga@example.com | +44 20 5550 0142 | Leeds, UK

EXPERIENCE

Data Engineer, Northmere Bank
March 2020 - Present
- Moved the nightly loads to a queue and wrote the tests that keep them honest for the teams
- Kept the models of the risk desk in step with the data that they were built on

Analyst, Quill Retail
June 2016 - February 2020
- Reported sales by region every week and explained to the buyers which of them had changed

EDUCATION
BSc Mathematics, University of Dunholm, 2016

SKILLS
Python, SQL, Airflow
"""
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def codes(resume):
    return {each.code for each in resume.findings}


def again(resume, **changes):
    """The findings of the resume with another document."""
    return {
        each.code
        for each in readability(replace(resume, document=replace(resume.document, **changes)), TAXONOMY)
    }


def of_bytes(data, name):
    names = built_in().heading_names
    document = read(data, name=name, heading_names=names, limits=Limits(child_process=False))
    return parse(document, built_in(), Nothing(), as_of=AS_OF)


def word_file(body, header=""):
    """A DOCX of these paragraphs and tables, given as XML."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as package:
        package.writestr(
            "word/document.xml", f'<w:document xmlns:w="{WORDS}"><w:body>{body}</w:body></w:document>'
        )
        if header:
            package.writestr("word/header1.xml", f'<w:hdr xmlns:w="{WORDS}">{header}</w:hdr>')
    return buffer.getvalue()


def paragraphs(text):
    return "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.strip().split("\n"))


def cells(*texts):
    return "".join(f"<w:tc>{paragraphs(text)}</w:tc>" for text in texts)


def page(*parts):
    """A PDF of (x, y, lines); lines stand 14 points apart."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(612, 792), invariant=1)
    for x, y, lines in parts:
        for number, line in enumerate(lines):
            canvas.setFont("Helvetica-Bold" if line.isupper() else "Helvetica", 10)
            canvas.drawString(x, y - 14 * number, line)
    canvas.save()
    return of_bytes(buffer.getvalue(), "page.pdf")


HEAD = ["Ilse Varga", "ilse.varga@example.com, +44 20 5550 0142"]
SIDE = ["SKILLS", "Python", "SQL", "Airflow", "LANGUAGES", "English", "Finnish", "Hungarian"]
MAIN = [
    "EXPERIENCE",
    "Data Engineer, Northmere Bank",
    "March 2020 - Present",
    "Moved the nightly loads to a queue and wrote the tests for them",
    "Kept the models of the risk desk in step with their data",
    "EDUCATION",
    "BSc Mathematics, University of Dunholm, 2016",
    "Thesis on queues at ferry terminals",
]


def test_a_plain_good_resume_has_no_findings():
    assert resume_of(GOOD).findings == ()
    assert page((50, 740, [*HEAD, *MAIN, *SIDE])).findings == ()


def test_every_finding_says_what_why_and_what_to_do():
    bare = resume_of("Ilse Varga\nwrote some words about a life of work")
    assert bare.findings
    for each in bare.findings:
        assert each.code in {row.code for row in TAXONOMY.readability.findings}
        assert each.message
        assert not each.message.endswith(".")
        assert each.why.endswith(".")
        assert each.advice.endswith(".")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("ilse.varga@example.com | ", "", "no-email"),
        ("+44 20 5550 0142 | ", "", "no-phone"),
    ],
)
def test_what_is_missing(old, new, code):
    assert old in GOOD
    assert codes(resume_of(GOOD.replace(old, new))) == {code}


def test_undated_jobs_are_counted():
    text = GOOD.replace("June 2016 - February 2020\n", "").replace("March 2020 - Present\n", "")
    (found,) = resume_of(text).findings
    assert (found.code, found.severity) == ("undated-jobs", Severity.SERIOUS)
    assert found.message == "2 of 2 jobs have no dates"


def test_no_headings_at_all():
    text = "\n".join(line for line in GOOD.split("\n") if not line.isupper())
    assert "no-headings" in codes(resume_of(text))


def test_a_person_without_jobs_is_told_to_name_the_projects():
    start, end = GOOD.index("EXPERIENCE"), GOOD.index("EDUCATION")
    assert "no-experience-heading" in codes(resume_of(GOOD[:start] + GOOD[end:]))


def test_an_address_in_a_link_only():
    resume = resume_of(GOOD.replace("ilse.varga@example.com | ", ""))
    found = again(resume, links=(Link("mailto:ilse.varga@example.com", 1),))
    assert "email-only-linked" in found
    assert "no-email" not in found


def test_columns():
    found = {each.code: each for each in page((50, 740, HEAD), (50, 690, SIDE), (220, 690, MAIN)).findings}
    assert set(found) == {"columns"}
    assert (found["columns"].severity, found["columns"].page) == (Severity.MINOR, 1)


def test_dates_beside_the_text_are_no_column():
    dates = (480, 676, ["Leeds, UK", "2020 - 2024"])
    assert "columns" not in codes(page((50, 740, HEAD), (50, 690, MAIN), dates))


def test_a_table():
    columns = [(50, 560, ["SQL", "Python", "R", "Scala"]), (200, 560, ["expert", "expert", "basic", "basic"])]
    years = (350, 560, ["8 years", "6 years", "2 years", "1 year"])
    assert "table" in codes(page((50, 740, [*HEAD, *MAIN, "SKILLS"]), *columns, years))


def test_text_painted_out_of_order():
    texts = [*HEAD, *MAIN, *SIDE]
    places = [(50, 740 - 14 * number, [line]) for number, line in enumerate(texts)]
    scattered = {each.code: each for each in page(*places[1::2], *places[::2]).findings}
    assert scattered["painting-order"].severity is Severity.SERIOUS


@pytest.mark.parametrize(
    ("look", "code"),
    [
        (PageFeatures(1, characters=0, image_cover=0.9), "page-without-text"),
        (PageFeatures(1, characters=3, shapes=900), "page-without-text"),
        (PageFeatures(1, characters=900, recognized=890, image_cover=1.0), "recognized-text"),
        (PageFeatures(1, characters=400, image_cover=0.6), "image-of-text"),
        (PageFeatures(1, characters=400, image_cover=0.3), "large-image"),
        (PageFeatures(1, characters=400, image_cover=0.08), None),
        (PageFeatures(1, characters=400, jumps=2, shapes=900), None),
        (PageFeatures(1), None),
    ],
)
def test_pages(look, code):
    assert again(resume_of(GOOD), page_features=(look,)) == ({code} if code else set())


def test_a_blank_page_among_others():
    assert again(resume_of(GOOD), page_features=(PageFeatures(1, 900), PageFeatures(2)), page_count=2) == {
        "blank-page"
    }


def test_icons_beside_contact_data_alone():
    resume = page((50, 740, [*HEAD, *MAIN]))
    ((x0, y0, _, y1),) = resume.document.boxes(resume.contact.spans[-1])
    beside, far = (x0 - 14, y0, x0 - 4, y1), (x0, y0 - 300, x0 + 10, y1 - 300)
    assert "contact-icons" in again(resume, page_features=(PageFeatures(1, 400, icons=(beside,)),))
    assert "contact-icons" not in again(resume, page_features=(PageFeatures(1, 400, icons=(far,)),))


def test_what_the_reader_warned_of_is_explained_once():
    resume = resume_of(GOOD)
    warned = replace(
        resume.document,
        warnings=(DocumentWarning("hidden-text", "text was left out", 1),),
        hidden=(HiddenText("python python", 1, "white"),),
    )
    resume = replace(resume, document=warned)
    resume = replace(resume, findings=readability(resume, TAXONOMY))
    assert codes(resume) == {"hidden-text"}
    assert [each.code for each in document_row(resume).warnings] == ["hidden-text"]


def test_a_page_that_was_recognized_is_told_once():
    warned = (DocumentWarning("ocr", "the page is a scan; its text was recognized", 1),)
    assert again(resume_of(GOOD), warnings=warned, page_features=(PageFeatures(1, image_cover=1.0),)) == {
        "ocr"
    }


def test_the_report_says_the_serious_ones_alone():
    resume = resume_of(GOOD.replace("ilse.varga@example.com | +44 20 5550 0142 | ", ""))
    assert [each.code for each in resume.findings] == ["no-email", "no-phone"]
    assert [each.code for each in document_row(resume).warnings] == ["no-email"]


def test_blinding_takes_no_address_away():
    assert blinded(resume_of(GOOD)).findings == ()


def test_word_tables_and_text_boxes():
    table = f"<w:tbl><w:tr>{cells('Python', 'eight years')}</w:tr></w:tbl>"
    box = f"<w:p><w:r><w:pict><w:txbxContent>{paragraphs('Speaks Finnish')}</w:txbxContent></w:pict></w:r></w:p>"
    found = of_bytes(word_file(paragraphs(GOOD) + table + box), "resume.docx").findings
    assert {each.code for each in found} == {"table", "text-box"}
    assert {each.severity for each in found} == {Severity.MINOR}


def test_contact_data_in_a_word_header():
    name, contact, *rest = GOOD.strip().split("\n")
    body = paragraphs("\n".join([name, *rest]))
    assert codes(of_bytes(word_file(body, paragraphs(contact)), "resume.docx")) == {"contact-in-header"}
    assert codes(of_bytes(word_file(paragraphs(GOOD), paragraphs(name)), "resume.docx")) == set()


GERMAN = (
    "- Entwickelte mit dem Team die Auswertung der Messdaten und sorgte für den Betrieb bei der Bank\n"
    "- Betreute eine Anwendung, die von der Abteilung zur Planung und zum Einkauf genutzt wurde\n"
)


def test_several_languages():
    found = codes(resume_of(GOOD.replace("\n\nEDUCATION", "\n" + 2 * GERMAN + "\nEDUCATION")))
    assert found == {"several-languages"}


def test_another_language():
    english = GOOD.index("- Moved"), GOOD.index("\nAnalyst"), GOOD.index("- Reported"), GOOD.index("\nEDUC")
    text = GOOD[: english[0]] + 4 * GERMAN + GOOD[english[1] : english[2]] + 4 * GERMAN + GOOD[english[3] :]
    assert codes(resume_of(text)) == {"other-language"}


def test_length():
    resume = resume_of(GOOD)
    assert again(resume, page_count=4) == set()
    assert again(resume, page_count=5) == {"very-long"}
    long = GOOD.replace(
        "\n\nEDUCATION", "\n" + 200 * "- Wrote the tests that keep the loads honest for it\n" + "\nEDUCATION"
    )
    assert codes(resume_of(long)) == {"very-long"}


LABELLED = ROOT / "benchmarks" / "accuracy" / "resumes"
EXPECTED = {
    "01_physics_data_scientist.pdf": set(),
    "02_senior_data_engineer.pdf": {"columns"},
    "03_frontend_developer.md": set(),
    "04_computer_vision_engineer.pdf": {"columns"},
    "06_bioinformatician_cv.pdf": set(),
    "07_financial_controller.txt": set(),
    "10_analytics_engineer.docx": {"table"},
    "14_data_science_graduate.html": set(),
    "18_data_architect.pdf": {"table"},
    "20_civil_engineer.pdf": {"columns"},
    "24_grid_data_engineer.pdf": set(),
}


@pytest.mark.skipif(not LABELLED.is_dir(), reason="the benchmarks are not part of this distribution")
@pytest.mark.parametrize("name", EXPECTED)
def test_the_labelled_resumes(name):
    file = LABELLED / name
    assert codes(of_bytes(file.read_bytes(), name)) == EXPECTED[name]
