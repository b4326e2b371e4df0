"""A quote holds the word that decided, even where a long sentence is cut."""

from __future__ import annotations

from gapcheck import Analyzer

LONG = (
    "Throughout the reconstruction of the northern mill and its loading yard, with visitors on every floor and deliveries at "
    "every gate of the street, Kubernetes clusters underneath extraordinarily complicated international correspondence "
    "administration arrangements were administered by an outside contractor"
)


def test_the_cue_is_quoted():
    resume = (
        f"Ada Quill\nada@example.org\n\nExperience\n\nClerk, Mill and Sons\n2019 - Present\n- {LONG}\n"
        + (
            "- Kept the ledger of the mill and answered the telephone for nine years without missing a day of work\n"
            * 6
        )
    )
    report = Analyzer().analyze(resume.encode(), as_of="2026-11-21", name="resume.txt")
    (row,) = (
        each for each in report.discarded if each.label == "Kubernetes" and "somebody else's" in each.reason
    )
    cue = row.reason.partition("(")[2].rstrip(")")
    assert cue in row.quote
    assert "Kubernetes" in row.quote


def test_a_quote_of_markdown_is_without_its_marks():
    resume = (
        "# Ada Quill\nada@example.org\n\n## Experience\n\n### Python Clerk, Mill and Sons | 2019 - Present\n\n"
        + (
            "- Ran **Kubernetes** and `Docker` for the mill and answered the telephone for nine years in a row\n"
            * 6
        )
    )
    report = Analyzer().analyze(resume.encode(), as_of="2026-11-21", name="resume.md")
    quotes = [each.quote for row in report.requirements for each in row.evidence]
    assert any("Ran Kubernetes and Docker for" in quote for quote in quotes)
    assert not any(mark in quote for quote in quotes for mark in ("**", "`", "#"))
