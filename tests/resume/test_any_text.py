"""Whatever stands in a document: nothing raises, and the rules of the types hold."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from .conftest import AS_OF, resume_of

PIECES = [
    "Experience", "EDUCATION", "Skills:", "Certifications & Training", "Jo Sample", "jo@example.com", "Baker, Mill Ltd",
    "2019 – present", "Mar 2021 – Jan 2020", "BSc Physics, Example University, 2014", "- Baked bread (2019)", "• PMP, 2021",
    "AWS Certified Cloud Practitioner, expired", "Reading now", "Summer 2020", "Head of Ovens\tJan 2020 – 03/2021", "", "",
    "Python, R, C", "(", ")", "–", "\t", "References", "Prof. Julia Baker, PhD", "MS Office, MA", "1. Projects", "Weather (2020): a box",
    "Smith, R. and Okay, C. (2020). Rye.", "+1 520 555 0142", "https://example.org/a", "May", "'19", "ＡＢＣ １９", "résumé\u200b",
]  # fmt: skip


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=25)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), TEXT), max_size=14))
def test_any_lines(lines):
    text = "\n".join(lines)
    if not text.strip():
        return
    resume = resume_of(text)
    whole = len(resume.document.text)
    assert resume.sections
    assert all(0 <= s.span.start <= s.span.end <= whole for s in resume.sections)
    assert all(one.span.end <= other.span.start for one, other in pairwise(resume.entries))
    assert all(one.span.end <= other.span.start for one, other in pairwise(resume.passages))
    for held in resume.certificates:
        assert held.name.strip()
    for entry in resume.entries:
        if entry.period is not None:
            assert entry.months[0] <= entry.months[1]
            assert entry.period.start.year <= AS_OF.year + 1
