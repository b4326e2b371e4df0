"""Labels before the text of a line, and what is no label."""

import pytest

from gapcheck.outline.labels import before_colon, label_of


@pytest.mark.parametrize(
    ("line", "name", "rest"),
    [
        ("Nice to have: Rust", "Nice to have", "Rust"),
        ("**Languages:** Welsh, Irish", "Languages", "Welsh, Irish"),
        ("  Tools (hand) :  plane, chisel", "Tools (hand)", "plane, chisel"),
        ("Glazes\tceladon, tenmoku", "Glazes", "celadon, tenmoku"),
        ("Ovens \u2013 deck, rack", "Ovens", "deck, rack"),
        ("Duties:", "Duties", ""),
    ],
)
def test_a_label_and_what_is_behind_it(line, name, rest):
    label = label_of(line)
    assert label is not None
    assert (label.name, line[label.end :]) == (name, rest)


@pytest.mark.parametrize(
    "line",
    ["Fires kilns.", "Open 9:30 to 5", "Fires kilns. Note: at night", ": kilns", "Potter (Kilns: gas)", ""],
)
def test_no_label(line):
    assert label_of(line) is None


@pytest.mark.parametrize("line", ["Duties:", "Glazes\tceladon", "Ovens \u2013 deck"])
def test_only_a_colon_with_text_behind(line):
    assert before_colon(line) is None
