"""What is not ticked, and what is rated with nothing, is denied."""

import pytest

from gapcheck.matching.mentions import Assertion
from tests.resume.conftest import Nothing, resume_of

TOP = "Ilka Marsh\nilka@marsh.example\n\nSkills\n"


def denied(text):
    matcher = Nothing()
    resume = resume_of(TOP + text, matcher)
    return [
        place.span.of(resume.document.text)
        for place in matcher.passages
        if place.assertion is Assertion.ABSENT
    ]


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("[x] weaving\n[ ] dyeing", ["[ ] dyeing"]),
        ("☑ weaving ☐ dyeing ☑ felting", ["☐ dyeing"]),
        ("dyeing ☆☆☆☆☆\nweaving ★★☆☆☆", ["dyeing ☆☆☆☆☆"]),
        ("dyeing 0/5\nweaving 10/10", ["dyeing 0/5"]),
        ("☐ weaving\n☐ dyeing", []),
    ],
)
def test_empty_boxes_and_ratings_of_zero(text, refused):
    assert denied(text) == refused
