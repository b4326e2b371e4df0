"""What else a Markdown file holds: front matter above the text, and HTML within it, both made lines of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapcheck.text.html_tags import INLINE, TAG, parts

_FENCE = re.compile(r"---[ \t]*")
_KEY = re.compile(r"[\w-]{1,40}:(?:[ \t]|$)")
_LONGEST_FRONT_MATTER = 200
"""Lines; a rule that opens a longer text is a rule."""
_COMMENT = re.compile(r"[ \t]*#")
_LINK = re.compile(
    r'<a\b[^<>]{0,200}href=["\'](?P<url>[^"\'<>\s]{1,300})["\'][^<>]{0,200}>(?P<text>[^<>]{1,200})</a>',
    re.IGNORECASE,
)
_NOTE = re.compile(r"<!--[^<>]{0,400}-->")
_ENTRY = re.compile(r"\A[ \t]*-[ \t]+")
_ROW = re.compile(r"\s*\|")
_CODE_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_MARKUP = re.compile(r"</|<(?:br|hr|li)\b", re.IGNORECASE)
"""Without one of these, a tag is rather a type of a program: "List<P>"."""
_KEPT = ("hidden", "display", "visibility", "opacity", "position")
_FONT_SIZE = re.compile(
    r"font-size(?!\s{0,4}:\s{0,4}(?:(?:0?\.[6-9]|[1-9])\d{0,3}(?:\.\d{0,4})?\s?r?em|(?:[6-9]|[1-9]\d)(?:\.\d{0,4})?\s?p[tx])\b)"
)
"""Attributes of HTML by which text may not be shown, or too small to be read: such a line stays as it is printed, tags and all."""
_TEXT_BLOCK = re.compile(r"(?P<key>[\w-]{1,40}):[ \t]*[>|][+-]?[ \t]*")
"""A key of front matter whose value is the indented text below it: a heading of that text."""


def plain_markdown(lines: list[str]) -> list[str]:
    """The lines with the blocks of HTML among them as items, headings and paragraphs of Markdown.

    The fences and the comments of YAML front matter are emptied: below its other lines, the lower fence would make a
    heading of the last one. Of these only a key over an indented text becomes a heading. Rows of tables keep their tags.
    """
    end = _end_of_front_matter(lines)
    front = [part for each in _front_matter(lines[:end]) for part in _parts(each)]
    plain: list[str] = []
    in_code = False
    for line in lines[end:]:
        fence = _CODE_FENCE.match(line) is not None
        in_code ^= fence
        plain += [line] if fence or in_code else _parts(line)
    return front + plain


def _front_matter(lines: list[str]) -> Iterator[str]:
    """The lines of front matter: a key over an indented text is a heading, entries of a list of values are no items."""
    in_text = False
    for line in lines:
        block = _TEXT_BLOCK.fullmatch(line)
        in_text = block is not None or (in_text and line[:1] in {"", " ", "\t"})
        if block:
            yield f"## {re.sub(r'[_-]', ' ', block['key'])}"
        elif _FENCE.fullmatch(line) or _COMMENT.match(line):
            yield ""
        else:
            yield line if in_text else _ENTRY.sub("", line)


def _end_of_front_matter(lines: list[str]) -> int:
    """The number of lines of the front matter with its fences; 0 where there is none."""
    if not lines or not _FENCE.fullmatch(lines[0]):
        return 0
    for number, line in enumerate(lines[1:_LONGEST_FRONT_MATTER], 1):
        if _FENCE.fullmatch(line):
            return number + 1 if any(map(_KEY.match, lines[1:number])) else 0
    return 0


def _parts(line: str) -> list[str]:
    line = line if "`" in line else _NOTE.sub("", line)
    if "<" not in line or "`" in line or _ROW.match(line) or not _MARKUP.search(line):
        return [line]
    tags = list(TAG.finditer(line))
    if not any(map(_is_known, tags)) or any(_may_hide(tag[0].lower()) for tag in tags):
        return [line]
    return TAG.sub(_opened, _LINK.sub(r"[\g<text>](\g<url>)", line)).split("\n")


def _is_known(tag: re.Match[str]) -> bool:
    return parts(tag) or tag["name"].lower() in INLINE


def _may_hide(tag: str) -> bool:
    return any(name in tag for name in _KEPT) or _FONT_SIZE.search(tag) is not None


def _opened(tag: re.Match[str]) -> str:
    name = tag["name"].lower()
    if not parts(tag):
        return "" if name in INLINE else tag[0]
    if tag["end"]:
        return "\n"
    return "\n- " if name == "li" else f"\n{'#' * int(name[1])} " if re.fullmatch(r"h[1-6]", name) else "\n"
