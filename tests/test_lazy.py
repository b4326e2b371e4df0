"""What waits until it is needed."""

from __future__ import annotations

import re
from copy import copy

import pytest

from gapcheck.lazy import late_pattern


def test_a_late_pattern_does_what_the_pattern_does() -> None:
    found = late_pattern(r"(?P<word>colou?r)s?", re.IGNORECASE)
    match = found.search("Two COLORS")
    assert match is not None
    assert match["word"] == "COLOR"
    assert found.sub("_", "colour, Colors") == "_, _"
    assert (found.pattern, found.groups) == (r"(?P<word>colou?r)s?", 1)
    assert copy(found).fullmatch("color")


def test_a_late_pattern_is_compiled_at_its_first_use() -> None:
    broken = late_pattern("(")
    assert broken.pattern == "("  # as part of a longer one it need not be one of its own
    with pytest.raises(re.error):
        broken.search("")
