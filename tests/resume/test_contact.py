"""Contact data: found for redaction, wherever it stands; and names of other people."""

import re

import pytest

from gapcheck.document import Document, Line, Link, Style
from gapcheck.matching.mentions import DiscardReason
from gapcheck.resume import parse
from gapcheck.resume.blind import blinded
from gapcheck.spans import Span

from .conftest import AS_OF, Nothing, built_in, resume_of

REST = "\nSKILLS\n\nBread, cake\n\nEXPERIENCE\n\nBaker, Mill Bakery, 2019 – 2021\n- Baked\n"


def contact(top):
    return resume_of(top + REST).contact


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Jo Sample", "Jo Sample"),
        ("JO SAMPLE", "JO SAMPLE"),
        ("Dr. Ana María Sample-Ortiz", "Ana María Sample-Ortiz"),
        ("Jo van der Sample, PhD, PMP", "Jo van der Sample"),
        ("Curriculum Vitae\nJo Sample", "Jo Sample"),
        ("Jo Sample | Baker | jo@example.com", "Jo Sample"),
    ],
)
def test_names(line, name):
    assert contact(line + "\njo@example.com\n").name == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Sampleno", "Sampleno"),
        ("Maria de la Sample y Muestra", "Maria de la Sample y Muestra"),
        ("Abd al-Sample ibn Mithal", "Abd al-Sample ibn Mithal"),
        ("Zia ur Sample", "Zia ur Sample"),
        ("Jo d'Sample", "Jo d'Sample"),
        ("样本生", "样本生"),
        ("김견본", "김견본"),
        ("見本 太郎", "見本 太郎"),
        ("عينة مثال", "عينة مثال"),
        ("Иван Образцов", "Иван Образцов"),
        ("Yangben Sheng (样本生)", "Yangben Sheng"),
        ('Josephine "Jo" Sample', "Josephine Sample"),
        ("Profile", ""),
        ("履歴書", ""),
        ("Accountant", ""),
        ("Berlin", ""),
        ("Jo Sample (Python)", ""),
        ("软件工程师", ""),
        ("工作经历", ""),
        ("السيرة الذاتية", ""),
        ("קורות חיים", ""),
        ("Sommaire", ""),
    ],
)
def test_names_of_every_order_form_and_script_are_hidden_alike(line, name):
    resume = resume_of(f"{line}\nhello@example.com\n{REST}\n{line}, page 2\n")
    assert resume.contact.name == name
    assert not name or not any(word in blinded(resume).document.text for word in re.findall(r"\w{2,}", line))


@pytest.mark.parametrize("line", ["Samplely", "样本生", "عينة مثال", "見本 太郎"])
def test_a_name_of_one_word_or_without_capitals_is_known_by_what_is_beside_it(line):
    assert contact(f"{line}\nMill, 2014 – 2019, 2020-2021\n").name == ""
    assert contact(f"{line}\n+44 1632 555 0190\n").name == line
    for size in (11.0, 20.0):
        lines, at = [], 0
        text = f"{line}\nBread and cake\nRolls\n"
        for number, printed in enumerate(text.splitlines()):
            style = Style(size=11.0 if number else size)
            lines.append(Line(Span(at, at + len(printed)), 1, style=style))
            at += len(printed) + 1
        document = Document("a.pdf", "pdf", "0", text, tuple(lines))
        found = parse(document, built_in(), Nothing(), as_of=AS_OF).contact
        assert found.name == (line if size > 11 else "")


def test_a_name_in_two_words_goes_before_one_of_one_word():
    assert contact("Bakery\nOvens and more\nJo Sample\njo@example.com\n").name == "Jo Sample"


def test_addresses_numbers_links_and_place():
    found = contact(
        "Jo Sample\nTucson, Arizona | +1 (520) 555-0142 | jo.sample@example.com | github.com/jo-example | https://example.org/jo\n"
    )
    assert found.emails == ("jo.sample@example.com",)
    assert found.phones == ("+1 (520) 555-0142",)
    assert found.location == "Tucson, Arizona"
    assert set(found.links) == {"github.com/jo-example", "https://example.org/jo"}


@pytest.mark.parametrize(
    "phone", ["520-555-0166", "(512) 555-0185", "0113 555 0178", "+49 30 555 0124", "+44 1632 555 0190"]
)
def test_phone_numbers(phone):
    assert contact(f"Jo Sample\n{phone}\n").phones == (phone,)


def test_the_digits_of_a_postcode_are_of_no_phone_number():
    assert contact("Jo Sample\nWalthamstow, E17 020 7946 0018 jo@example.com\n").phones == ("020 7946 0018",)


def test_years_are_no_phone_number():
    assert contact("Jo Sample\nBaker 2014–2019, 2019-2021\n").phones == ()


def test_every_place_of_the_name_is_redacted():
    resume = resume_of(
        "Jo Sample\njo@example.com\n"
        + REST
        + "\nPublications\n\nSample, J. and Other, R. (2020). Bread. Journal of Loaves.\n\nPage of Jo Sample\n"
    )
    hidden = [span.of(resume.document.text) for span in resume.contact.spans]
    assert hidden.count("Jo Sample") == 2
    assert "Sample, J." in hidden


def test_links_of_the_file_count():
    text = "Jo Sample\nGitHub\n\nSkills\nBread\n"
    lines = tuple(
        Line(Span(start, end), 1, style=Style(), heading_level=level)
        for start, end, level in ((0, 9, 0), (10, 16, 0), (18, 24, 1), (25, 30, 0))
    )
    links = (Link("https://github.com/jo-example", 1, Span(10, 16)), Link("mailto:jo@example.com", 1))
    document = Document("a.pdf", "pdf", "0", text, lines, links=links)
    found = parse(document, built_in(), Nothing(), as_of=AS_OF).contact
    assert "https://github.com/jo-example" in found.links
    assert not any("mailto" in link for link in found.links)


def masked(text):
    matcher = Nothing()
    resume = resume_of("Jo Sample\njo@example.com\n\n" + text, matcher)
    return {(span.of(resume.document.text).strip(), reason) for span, reason in matcher.masked}


def test_authors_and_titled_people_are_masked():
    found = masked(
        "Publications\n\nSample, J., Coder, R. and Okay, C. (2020). Rye in C minor. Journal of Loaves.\n\nReferences\n\nProf. Julia Baker\n"
    )
    assert ("Prof. Julia Baker", DiscardReason.PERSON_NAME) in found
    assert any("Okay, C." in text and reason is DiscardReason.PERSON_NAME for text, reason in found)


def test_lists_and_sentence_ends_are_no_names():
    found = masked(
        "Skills\n\nPython, R.\n\nExperience\n\nAnalyst, Foo Ltd, 2019 – 2021\n- Wrote firmware in C. Built a board.\n- B.A. History preferred\n"
    )
    assert not any(reason is DiscardReason.PERSON_NAME for _, reason in found)


def test_certificates_are_masked_by_their_state():
    found = masked(
        "Certifications\n\n- AWS Certified Cloud Practitioner, issued May 2025\n- Certified Kubernetes Administrator, issued May 2020\n- Introduction to Gears, in progress\n- Certified Bread Judge, 2024\n"
    )
    assert ("AWS Certified Cloud Practitioner", DiscardReason.CERTIFICATE_TITLE) in found
    assert ("Certified Kubernetes Administrator", DiscardReason.EXPIRED) in found
    assert ("Introduction to Gears", DiscardReason.ASPIRED) in found
    assert not any("Bread" in text for text, _ in found)


@pytest.mark.parametrize(
    "top", ["Curriculum Vitae\nName: Ida Example", "CV of Ida Example", "Full name:  Ida Example"]
)
def test_the_name_is_read_behind_its_label(top):
    assert resume_of(f"{top}\nida@example.com\n\nSkills\n\nPython, SQL\n").contact.name == "Ida Example"


def test_a_phone_beside_the_only_address_is_found_wherever_it_stands():
    text = "Ida Example\n\nSkills\n\nPython, SQL\n\nida@example.com | +1 212 555 0143\n"
    contact = resume_of(text).contact
    assert contact.emails == ("ida@example.com",)
    assert contact.phones == ("+1 212 555 0143",)
    assert contact.location == ""


def test_the_name_is_the_heading_that_the_file_marks_where_a_side_column_is_read_first():
    page = """<table><tr><td><h3>Contact</h3>ida@example.com<h3>Skills</h3><ul><li>SQL</li><li>Excel</li></ul></td>
    <td><h1>Ida Example</h1><h2>Experience</h2><p>Analyst, Example Freight Ltd, 2019 to 2024</p></td></tr></table>"""
    assert resume_of(page, name="resume.html").contact.name == "Ida Example"


@pytest.mark.parametrize(
    ("top", "name"),
    [
        ("KEY ACCOUNT MANAGER\nSummary\nSells ovens.", ""),
        ("DIRECTOR\nSummary\nRuns ovens.", ""),
        ("HEAD HOSTESS\nSummary\nGreets guests.", ""),
        ("Ann Baker\nann.baker@example.com", "Ann Baker"),
        ("Ann Baker\nhello@example.com", "Ann Baker"),
        ("Key Account Manager\nAnn Baker\nab@example.com", "Ann Baker"),
        ("Renée Cook\nrenee@example.com", "Renée Cook"),
    ],
)
def test_a_job_title_is_no_name(top, name):
    text = f"{top}\n\nExperience\n\nKey Account Manager, Sample Mills, 2019 - 2021\n- sold ovens\n"
    assert resume_of(text).contact.name == name


def test_a_label_of_a_phone_number_is_no_place():
    found = contact("Nora Field\nnora@field.example\nTel: 0049 30 12345678 / mobile +91-98765-43210")
    assert found.location == ""
    assert len(found.phones) == 2


SIDE = """Contact
ilka.marsh@post.example

Top Skills
Weaving

Certifications
Loom Safety Certificate

Ilka Marsh
Weaver at Marsh Mills
Leeds, England, United Kingdom

Summary
I like short meetings.
"""


def test_a_name_below_a_side_column_is_told_by_the_address_and_opens_a_header():
    resume = resume_of(SIDE + REST)
    assert resume.contact.name == "Ilka Marsh"
    assert [each.name for each in resume.certificates] == ["Loom Safety Certificate"]


def test_the_owner_of_a_firm_of_the_same_name_keeps_it():
    text = "Ilka Marsh\n+44 7700 900123\n\nExperience\n\nIlka Marsh Interiors, Leeds\nOwner, 2018 - 2022\n- Hung curtains\n"
    assert resume_of(text).contact.name == "Ilka Marsh"


def test_the_title_of_the_first_job_above_a_resume_is_no_name():
    text = "Central Supplies\n\nSummary\nOrders what a ward needs.\n\nExperience\n{}\n- Ordered gloves\n"
    assert not resume_of(text.format("Central Supplies Mar 2016 to Current")).contact.name
    assert not resume_of(
        text.replace("Central", "Elm Mills, Central").format("Elm Mills, Central Supplies")
    ).contact.name
