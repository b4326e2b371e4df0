"""Whatever text is taken for a job document: an answer, and every place in it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.posting import parse
from gapcheck.reading import read

ACCURACY = Path(__file__).parents[2] / "benchmarks" / "accuracy" / "jobs"
TEXTS = tuple(
    path.read_text(encoding="utf-8") for path in sorted(ACCURACY.iterdir()) if path.suffix in {".txt", ".md"}
)
BY_BLOCKS = tuple(block for text in TEXTS for block in text.split("\n\n"))
BY_LINES = tuple(line for text in TEXTS for line in text.splitlines())
TITLES_ONLY_IN_BENEFITS = (
    "Benefits\n\nEvery nurse manager and every data engineer of ours can go to two courses a year, and each staff nurse "
    "has a grant of her own for books, travel and fees, which nobody has to ask a head of department for.\n"
)

cut = st.builds(
    lambda text, start, length: text[start : start + length],
    st.sampled_from(TEXTS),
    st.integers(0, 4000),
    st.integers(1, 1500),
)
joined = st.lists(st.sampled_from(BY_BLOCKS), min_size=1, max_size=6).map("\n\n".join)
shuffled = st.lists(st.sampled_from(BY_LINES), min_size=1, max_size=20).map("\n".join)
unwrapped = joined.map(lambda text: " ".join(text.split()))


def holds(text, taxonomy, matcher):
    document = read(text.encode(), name="posting.txt")
    for row in parse(document, taxonomy, matcher).statements:
        assert 0 <= row.span.start < row.span.end <= len(document.text)
        assert 1 <= row.line <= document.text.count("\n") + 1
        assert row.quote


@settings(max_examples=40, deadline=None)
@given(text=st.one_of(cut, joined, shuffled, unwrapped))
def test_documents_cut_joined_and_shuffled_are_read(text, taxonomy, matcher):
    if text.strip():
        holds(text, taxonomy, matcher)


@pytest.mark.parametrize("text", [TITLES_ONLY_IN_BENEFITS, "Benefits", "-", ":", "(required)"])
def test_a_document_without_a_title_of_its_own_is_read(text, taxonomy, matcher):
    holds(text, taxonomy, matcher)
