"""Every character of a document knows its line, its page and its box."""

from hypothesis import given
from hypothesis import strategies as st

from gapcheck.document import Document, Line
from gapcheck.spans import Span


def document(*lines, pages=None, starts=None, markers=None):
    """A document of printed lines; every character is 6 points wide, every line 12 high."""
    rows, at = [], 0
    for i, text in enumerate(lines):
        edges = tuple(x for c in range(len(text)) for x in (6.0 * c, 6.0 * c + 6))
        y = 700.0 - 12 * i
        rows.append(
            Line(
                Span(at, at + len(text)),
                page=pages[i] if pages else 1,
                box=(0.0, y, 6.0 * len(text), y + 12),
                edges=edges,
                marker=markers[i] if markers else "",
                starts_block=starts[i] if starts else True,
            )
        )
        at += len(text) + 1
    return Document("made.pdf", "pdf", "0" * 64, "\n".join(lines), tuple(rows), max(pages or [1]))


texts = st.lists(
    st.text(st.characters(codec="ascii", exclude_characters="\n\r\x0b\x0c\x1c\x1d\x1e"), min_size=1),
    min_size=1,
    max_size=6,
)


@given(texts, st.data())
def test_boxes_cover_just_the_characters_of_a_span(lines, data):
    made = document(*lines)
    start = data.draw(st.integers(0, len(made.text) - 1))
    end = data.draw(st.integers(start, len(made.text)))
    span = Span(start, end)
    boxes = made.boxes(span)
    printed = sum(1 for c in span.of(made.text) if c != "\n")
    width = sum(x1 - x0 for x0, _, x1, _ in boxes)
    if printed:
        assert abs(width - 6 * printed) < 1e-6


@given(texts)
def test_blocks_partition_the_lines(lines):
    made = document(*lines, starts=[i % 2 == 0 for i in range(len(lines))])
    assert [line for block in made.blocks for line in block.lines] == list(made.lines)


def test_a_block_joins_wrapped_lines_and_knows_its_marker():
    made = document(
        "• Wrote the", "migration plan", "Next", starts=[True, False, True], markers=["•", "", ""]
    )
    first, second = made.blocks
    assert first.body.of(made.text) == "Wrote the\nmigration plan"
    assert first.marker == "•"
    assert second.span.of(made.text) == "Next"


def test_pages_and_line_numbers_count_from_one():
    made = document("one", "two", "three", pages=[1, 1, 2])
    at = made.text.index("three")
    assert made.page_of(Span(at, at + 5)) == 2
    assert made.line_number(at) == 3
    assert made.line_number(0) == 1


def test_a_span_over_two_lines_has_two_boxes():
    made = document("data manip-", "ulation")
    assert len(made.boxes(Span(5, 18))) == 2
    assert made.boxes(Span(5, 10)) == ((30.0, 700.0, 60.0, 712.0),)
