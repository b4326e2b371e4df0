"""No word, line, paragraph or text is endless, and every line still is where its document says."""

from __future__ import annotations

import pytest

from gapcheck.document import Document, Line, Link
from gapcheck.reading import Limits, read
from gapcheck.spans import Span


def lines(document: Document) -> list[str]:
    return [document.text[line.span.start : line.span.end] for line in document.lines]


def text(content: str, limits: Limits | None = None) -> Document:
    return read(content.encode(), name="a.txt", limits=limits or Limits())


@pytest.mark.parametrize("unit", ["a", "aB", "7", ".", "-", "C++", "(", "é"])
def test_an_endless_word_is_cut_and_it_is_said(unit):
    document = text(f"Tools: {unit * 3000} SQL\n\nLed plans")
    assert len(document.text) < 300
    assert lines(document)[0].endswith(" SQL")
    assert lines(document)[1] == "Led plans"
    assert "long-words-cut" in {each.code for each in document.warnings}


def test_long_lists_without_blanks_and_texts_without_words_stay():
    for content in ("Python,SQL;Go|" * 100, "\u30b9\u30ad\u30eb" * 200):
        assert text(content).text == content


def test_a_long_line_is_parted_at_a_blank_and_no_word_is_lost():
    content = "Led the plans of ferries. " * 500
    document = text(content)
    assert max(map(len, lines(document))) <= 4000
    assert " ".join(document.text.split()) == content.strip()
    assert len(document.blocks) > 1


def test_a_text_that_is_too_long_is_cut_with_a_warning():
    document = text("Led plans\n" * 300, Limits(read_chars=100, lines=300))
    assert lines(document) == ["Led plans"] * 10
    assert [each.code for each in document.warnings] == ["text-cut"]
    assert len(text("a\n" * 300, Limits(lines=50)).lines) == 50


def test_links_keep_their_words_where_lines_move():
    content = "x" * 500 + "\nsee my page\n"
    page = Span(content.index("my page"), content.index("my page") + 7)
    given = Document(
        "a", "html", "", content, (Line(Span(0, 500), 1), Line(Span(501, 512), 1)),
        links=(Link("https://a.example", 1, page), Link("https://b.example", 1, Span(0, 500)), Link("c" * 9999, 1)),
    )  # fmt: skip
    read_ = read(given)
    assert [(each.uri, each.span and each.span.of(read_.text)) for each in read_.links] == [
        ("https://a.example", "my page"),
        ("https://b.example", None),
    ]


def test_places_of_characters_are_cut_with_them():
    edges = tuple(float(at) for at in range(1000))
    given = Document("a", "pdf", "", "x" * 500, (Line(Span(0, 500), 1, edges=edges),))
    (line,) = read(given).lines
    assert line.edges == edges[:400]
