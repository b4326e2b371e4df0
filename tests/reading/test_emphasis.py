"""Bold, italic and code in Markdown."""

import time

import pytest

from gapcheck.reading import read
from gapcheck.reading.emphasis import without_emphasis


@pytest.mark.parametrize(
    ("line", "text", "bold"),
    [
        (
            "**Cook, Tern & Tide** — Port — *April 2021 to now*",
            "Cook, Tern & Tide — Port — April 2021 to now",
            True,
        ),
        ("- **Stock.** Counted weekly", "- Stock. Counted weekly", True),
        ("***Both*** and __this__ with `code`", "Both and this with code", True),
        ("_It_ and _that_.", "It and that.", False),
        ("* an item with *weight*", "* an item with weight", False),
        ("C*, 5 * 3, 2**10 and snake_case_name", "C*, 5 * 3, 2**10 and snake_case_name", False),
        ("an **open mark", "an **open mark", False),
    ],
)
def test_marks_go_where_they_enclose_words(line, text, bold):
    assert without_emphasis(line)[:2] == (text, bold)


@pytest.mark.parametrize(
    ("line", "italic"),
    [("*Cook* · 2019", True), ("_Cook_", True), ("***Cook***", True), ("**Cook** *a*", False)],
)
def test_a_line_may_begin_in_italics(line, italic):
    assert without_emphasis(line)[2] is italic


def test_the_text_of_markdown_has_no_marks():
    assert (
        "Analyst, Tarn - 2019 to 2021"
        in read(b"# Mira\n\n**Analyst, Tarn** - *2019 to 2021*\n", name="mira.md").text
    )


def test_a_text_file_with_two_bold_lines_is_marked_as_markdown_is_and_one_is_not():
    one, two = b"**Mira**\n\nC* and 2**10\n", b"**Mira**\n\n- **Stock.** Counted 2**10 cups\n"
    assert "**Mira**" in read(one, name="mira.txt").text
    document = read(two, name="mira.txt")
    assert document.text == "Mira\n\n- Stock. Counted 2**10 cups\n"
    assert [line.style.bold for line in document.lines] == [True, True]


def test_any_number_of_marks_costs_no_more_than_their_length():
    def cost(size: int) -> float:
        began = time.process_time()
        without_emphasis("*a _b **c " * size)
        return time.process_time() - began

    assert min(cost(16_000) for _ in range(3)) < 9 * min(cost(4_000) for _ in range(3))
