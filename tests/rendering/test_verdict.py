"""What the verdict rests on, and what is said where there is nothing to advise."""

from dataclasses import replace

from gapcheck.document import DocumentWarning
from gapcheck.rendering import first_screen, render
from tests.places import shipped_analyzer

TEXT = """Ilse Marten
ilse.marten@example.com

Experience

Clerk, Quarry Office, Aurich
May 2016 - May 2026
- Filed the delivery notes by month and by supplier and kept all records of the quarry for ten years.
- Balanced the till each evening, took the money to the bank and answered the telephone.
- Led visitors round the old quarry on Sundays and sold them postcards, tea and the yearly calendar of the town.
- Kept the list of lorries and the loads of each week in Excel and wrote to the drivers about them.
"""


def report_on(*asked):
    posting = "# Clerk\n\n## Requirements\n\n" + "".join(f"- {each}\n" for each in asked)
    return shipped_analyzer().analyze(TEXT.encode(), name="resume.txt", job_text=posting, as_of="2026-11-21")


def test_a_good_verdict_on_little_says_so_and_is_not_green():
    report = report_on("Excel", "Filing")
    assert (first_screen.fit(report), first_screen.tone(report)) == ("strong fit", "strong")
    warning = DocumentWarning("posting-few-requirements", "the posting is long", None)
    little = replace(report, warnings=(warning,))
    assert first_screen.fit(little) == "strong fit, on the only 2 requirements that could be judged"
    assert first_screen.tone(little) == "partial"
    assert "STRONG FIT, ON THE ONLY 2 REQUIREMENTS" in render(little, "text")


def test_what_no_course_closes_is_named():
    report = replace(report_on("Excel", "Blacksmithing"), actions=())
    assert "closed by no edit, certificate or course: Blacksmithing" in " ".join(
        render(report, "text").split()
    )
    assert "closed by no edit" in render(report, "html")
    done = replace(report_on("Excel", "Filing"), actions=())
    assert first_screen.nothing_to_do(done) == "Nothing would raise the score much."
