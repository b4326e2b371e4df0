"""The profile that a career network exports, as text and as PDF: a side column, posts by employer, pages that are counted."""

import pytest

from gapcheck.reading import read
from gapcheck.resume import parse
from tests.reading.pages import NAVY, WHITE, Sheet

from .conftest import AS_OF, Nothing, built_in, resume_of

RAIL = """\
Contact
jo.sample@example.com
www.linkedin.com/in/jo-sample-
0a1b2c (LinkedIn)

Top Skills
Malting
Yeast Handling

Languages
English (Native or Bilingual)
German (Professional Working)

Certifications
Certificate in Brewing and
Packaging

Honors-Awards
Brewer of the Year
"""
TOP = """\
Jo Sample
Head Brewer at Tarn Brewing | Casks
Leeds, England, United Kingdom
"""
WORK = """\
Experience

Tarn Brewing
6 years 5 months
Head Brewer
July 2023 - Present (3 years 5 months)
Leeds, England, United Kingdom
Leads nine brewers over three plants

Senior Brewer, Lager and
Pilsner
July 2021 - June 2023 (2 years)
Planned the week's brews

Brewer
July 2020 - June 2021 (1 year)
 Page 1 of 2

Kept the yeast bank.

Holme
Yard Manager, Northern Depots
February 2017 - June 2020 (3 years 5 months)
• Ran four yards

Elm & Ash Logistics Ltd
2 years 2 months
Transport Coordinator, Northern Depots
and Linehaul
January 2016 - January 2017 (1 year 1 month)
Clerk
December 2014 - December 2015 (1 year 1 month)
Carlisle, United Kingdom

Education
University of Exampleton
Master of Science - MS, Brewing and Distilling
Technology · (2013 - 2014)

Sample Polytechnic
Bachelor of Arts (B.A.), Business Studies · (2010 - 2013)
 Page 2 of 2
"""
POSTS = [
    ("Head Brewer", "Tarn Brewing", 41),
    ("Senior Brewer, Lager and Pilsner", "Tarn Brewing", 24),
    ("Brewer", "Tarn Brewing", 12),
    ("Yard Manager, Northern Depots", "Holme", 41),
    ("Transport Coordinator, Northern Depots and Linehaul", "Elm & Ash Logistics Ltd", 13),
    ("Clerk", "Elm & Ash Logistics Ltd", 13),
]
EMPLOYERS = {employer for _, employer, _ in POSTS} | {"University of Exampleton", "Sample Polytechnic"}
TITLES = {"Senior Brewer, Lager and", "Pilsner", "and Linehaul", "Transport Coordinator, Northern Depots"} | {
    title for title, _, _ in POSTS
}


def posts_of(resume):
    return [(entry.title, entry.employer, entry.months[0]) for entry in resume.entries]


def exported_pdf():
    """The same as pages: the side column on a dark ground, sizes that tell employers, titles and the rest apart."""
    sheet = Sheet()
    canvas = sheet.canvas
    pages = [page.splitlines() for page in f"{TOP}\n{WORK}".split(" Page 1 of 2\n")]
    for number, page in enumerate(pages, 1):
        canvas.setFillColor(NAVY)
        canvas.rect(0, 0, 204, 792, fill=1, stroke=0)
        y = 740
        for text in RAIL.splitlines() if number == 1 else ():
            heading = text in {"Contact", "Top Skills", "Languages", "Certifications", "Honors-Awards"}
            sheet.put(24, y, text, 13 if heading else 10.5, color=WHITE)
            y -= 17
        y = 740
        for text in page:
            size = 26 if text == "Jo Sample" else 15.75 if text in {"Experience", "Education"} else 10.5
            size = 12 if text in EMPLOYERS else 11.5 if text in TITLES else size
            if text and not text.startswith(" Page"):
                sheet.put(224, y, text, size, bold=text in EMPLOYERS)
            y -= size * 1.5 if text else 12
        sheet.put(380, 20, f"Page {number} of 2", 9)
        canvas.showPage()
    canvas.save()
    return sheet.buffer.getvalue()


TEXT = f"{RAIL}\n{TOP}\n{WORK}"


@pytest.fixture(scope="module", params=["text", "text without blank lines", "pdf"])
def resume(request):
    if request.param == "pdf":
        document = read(exported_pdf(), name="Profile.pdf", heading_names=built_in().heading_names)
        return parse(document, built_in(), Nothing(), as_of=AS_OF)
    blank = "without" in request.param
    return resume_of("\n".join(line for line in TEXT.splitlines() if line.strip() or not blank))


def test_every_post_has_its_employer_and_time(resume):
    assert posts_of(resume) == POSTS


def test_a_field_goes_on_below(resume):
    found = [(each.field, each.institution, each.year) for each in resume.education]
    assert found == [
        ("Brewing and Distilling Technology", "University of Exampleton", 2014),
        ("Business Studies", "Sample Polytechnic", 2013),
    ]


def test_the_side_column_ends_where_the_name_begins_the_resume(resume):
    assert resume.contact.name == "Jo Sample"
    kinds = [section.kind.value for section in resume.sections]
    rail = ["contact", "skills", "languages", "certifications", "awards"]
    assert kinds == [*rail, "header", "experience", "education"]
    assert [each.name for each in resume.certificates] == ["Certificate in Brewing and Packaging"]


def test_it_ends_there_also_where_the_address_has_the_surname_alone():
    found = resume_of(TEXT.replace("jo.sample@example.com", "j.sample@example.com"))
    assert "header" in [section.kind.value for section in found.sections]
    assert [each.name for each in found.certificates] == ["Certificate in Brewing and Packaging"]


def test_an_address_that_is_broken_over_two_lines_is_whole(resume):
    assert resume.contact.links == ("www.linkedin.com/in/jo-sample-0a1b2c",)


def test_an_address_that_ends_with_its_line_is_whole_without_the_next():
    found = resume_of(
        "Jo Sample\njo@example.com\nhttps://example.com/jo/\nBaker\n\nEXPERIENCE\n\nBaker, 2019 - 2021\n"
    )
    assert found.contact.links == ("https://example.com/jo/",)


def test_a_profile_without_an_address_has_the_name_of_its_link():
    without = TEXT.replace("jo.sample@example.com\n", "").replace("in/jo-sample-\n0a1b2c", "in/\njo-sample")
    assert resume_of(without).contact.name == "Jo Sample"


def test_lines_that_count_no_pages_stay():
    resume = resume_of("Jo Sample\n\nEXPERIENCE\n\nBaker, Elm Mills, 2019 - 2021\n- Bread\nPage 7 of 9\n")
    whole = resume.document.text
    assert any("Page 7 of 9" in passage.span.of(whole) for passage in resume.passages)


def test_dates_with_a_length_below_title_and_employer_are_read_as_before():
    work = (
        "Head Brewer\nTarn Mills Ltd\nMay 2020 - May 2021 (1 year 1 month)\n- Brewed\n\n"
        "Yard Clerk\nHolme Logistics Ltd\nMay 2018 - April 2020 (2 years)\n- Counted barrels\n"
    )
    found = resume_of(f"Jo Sample\njo@example.com\n\nEXPERIENCE\n\n{work}").entries
    assert [(each.title, each.employer) for each in found] == [
        ("Head Brewer", "Tarn Mills Ltd"),
        ("Yard Clerk", "Holme Logistics Ltd"),
    ]


def test_planning_in_a_name_is_no_plan():
    top = "Jo Sample\njo@example.com\n\nCERTIFICATIONS\n\n"
    held = resume_of(f"{top}Certificate in Planning and Scheduling\n").certificates
    assert [each.status for each in held] == ["unknown"]
    wished = resume_of(f"{top}Certificate in Scheduling (planning for 2027)\n").certificates
    assert [each.status for each in wished] == ["in_progress"]
