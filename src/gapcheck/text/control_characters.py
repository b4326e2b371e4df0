"""Characters that print nothing and command something: what they become in a stranger's text, and before it is printed."""

from __future__ import annotations

import re

_BREAKS = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
"""Line ends, also those of other systems, of layout programs and of chat tools."""
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""What turns the direction of text, so that it reads otherwise than it is written."""
_SURROGATES = "\ud800-\udfff"
_COMMANDS = re.compile(f"[{_CONTROLS}{_DIRECTIONS}]")
_HALVES = re.compile(f"[{_SURROGATES}]")
_ODD = re.compile(f"[{_CONTROLS}{_DIRECTIONS}{_SURROGATES}\u2028\u2029]")
_NOT_A_COLOR = re.compile(rf"\x1b(?!\[[0-9;]*m)|(?!\x1b)[{_CONTROLS}{_DIRECTIONS}]")


def one_kind_of_breaks(text: str) -> str:
    r"""The text with every kind of line end as "\n"."""
    return _BREAKS.sub("\n", text)


def without_controls(text: str) -> str:
    """The text without characters that command; half a character becomes U+FFFD. Line feeds and tabs stay."""
    return _HALVES.sub("\ufffd", _COMMANDS.sub("", text))


def blanked_controls(text: str) -> str:
    """As `without_controls`, with blanks in their place, so that every offset stays."""
    return _ODD.sub(lambda found: "\ufffd" if "\ud800" <= found.group() <= "\udfff" else " ", text)


def printable(text: str, *, colored: bool = False) -> str:
    """What may be sent to a terminal or a file: of escapes at most those that set a colour."""
    return _HALVES.sub("\ufffd", _NOT_A_COLOR.sub("", text)) if colored else without_controls(text)
