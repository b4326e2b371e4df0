"""No character of a stranger's text commands a terminal, and every offset of a document stays."""

from __future__ import annotations

import pytest

from gapcheck.text.control_characters import blanked_controls, one_kind_of_breaks, printable, without_controls


def test_every_line_end_is_one():
    assert one_kind_of_breaks("a\r\nb\rc\u2028d\x85e\x0cf\ng") == "a\nb\nc\nd\ne\nf\ng"


@pytest.mark.parametrize("odd", ["\x1b", "\x07", "\x9b", "\x7f", "\u202e", "\u2066"])
def test_what_commands_is_left_out(odd):
    assert without_controls(f"Py{odd}thon\tSQL\n") == "Python\tSQL\n"
    assert blanked_controls(f"Py{odd}thon") == "Py thon"
    assert printable(f"Py{odd}thon", colored=True) == "Python"


def test_half_a_character_is_said():
    assert without_controls("a\ud800b") == blanked_controls("a\ud800b") == "a\ufffdb"


def test_colours_stay_where_they_were_asked_for():
    assert (
        printable("\x1b[31mmissing\x1b[0m \x1b]0;title\x07", colored=True)
        == "\x1b[31mmissing\x1b[0m ]0;title"
    )
    assert printable("\x1b[31mmissing") == "[31mmissing"
