"""Plain text and Markdown: the file's own lines, so that line numbers agree with the file."""

from __future__ import annotations

import re
from collections.abc import Collection
from html import unescape

from gapcheck.document import Document, DocumentWarning, Line, Style
from gapcheck.errors import DocumentError
from gapcheck.lazy import LazyModule
from gapcheck.limits import Limits
from gapcheck.reading.character_repairs import marker_of
from gapcheck.reading.emphasis import uses_emphasis, without_emphasis
from gapcheck.reading.line_builder import too_long
from gapcheck.reading.markdown import plain_markdown
from gapcheck.reading.source import SourceFile
from gapcheck.spans import Span
from gapcheck.text.control_characters import one_kind_of_breaks, without_controls
from gapcheck.text.headings import HeadingNames

charset_normalizer = LazyModule("charset_normalizer")

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_HEADING = re.compile(r"(?:#(?=\s+\S)|#{2,6}(?=\s*[^\W\d_]|\s+\S))")
"""Also without the blank that the grammar of Markdown asks for; one sign alone then opens a hashtag."""
_DATED_END = re.compile(r"\b(?:19|20)\d\d(?:\s*[-–—]\s*[^\W\d]+)?\)?\s*$")
"""A line that ends with a year (2019, 2019 - today) is rather an item of a list than the middle of a sentence, if a capital follows."""
_SHORT = 60
"""A line of Markdown that ends before this column is broken on purpose, if a capital follows."""
_RULE = re.compile(r"\s*([-=_*~#])\1{2,}\s*$")


_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z]{2,8});")
"""A character of HTML, which text that was copied out of a page may still hold: "&nbsp;"."""
_ESCAPED_BULLET = re.compile(r"^\s*\\(?=[-*+\u2022]\s)")
"""What some editors of Markdown write before the bullet of an item, so that it is shown as it is: "\\- Clean the tanks"."""


def read_text(source: SourceFile, heading_names: Collection[str] = (), limits: Limits = Limits()) -> Document:  # noqa: B008
    r"""A Document whose text is the file's text with line breaks made "\n".

    Raises:
        DocumentError: unreadable, when the bytes are text in no usual encoding; limits, when it is too long.
    """
    text, warnings = decoded(source)
    if len(text) > limits.text_chars:
        raise too_long(source.name, limits.text_chars)
    printed = [_ESCAPED_BULLET.sub("", _ENTITY.sub(_character, line)) for line in text.split("\n")]
    markdown = source.format == "markdown"
    if markdown:
        printed = plain_markdown(printed)
    text = "\n".join(printed)
    bold = italic = [False] * len(printed)
    if markdown or uses_emphasis(printed):
        printed, bold, italic = map(list, zip(*map(without_emphasis, printed), strict=True))
        text = "\n".join(printed)
    width = _wrap_width(printed)
    names = HeadingNames(heading_names)
    lines: list[Line] = []
    offset = 0
    last: str | None = None
    hang = -1
    for number, content in enumerate(printed):
        if content.strip() and not _RULE.match(content):
            level = _level(content, printed[number + 1 : number + 2], markdown=markdown)
            stripped = content.lstrip()
            begin = offset + len(content) - len(stripped)
            marker = marker_of(stripped)
            indent = begin - offset
            goes_on = (
                last is not None
                and level == 0
                and (
                    (not marker and 0 <= hang < indent)
                    or _goes_on(last, content, width, names, markdown=markdown)
                )
            )
            span = Span(begin, offset + len(content.rstrip()))
            style = Style(bold=bold[number], italic=italic[number])
            lines.append(
                Line(span, 1, style=style, heading_level=level, marker=marker, starts_block=not goes_on)
            )
            if not goes_on:
                hang = indent if marker else -1
            last = None if level else content
        else:
            last, hang = None, -1
        offset += len(content) + 1
    return Document(source.name, source.format, source.sha256, text, tuple(lines), warnings=tuple(warnings))


def decoded(source: SourceFile) -> tuple[str, list[DocumentWarning]]:
    """The text of a file in any usual encoding, and a warning where the encoding had to be guessed.

    Its line ends are line feeds, and no character in it commands a terminal or turns the direction of words.
    """
    text, warnings = _decoded(source)
    return without_controls(one_kind_of_breaks(text)), warnings


def _decoded(source: SourceFile) -> tuple[str, list[DocumentWarning]]:
    data = source.data
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), []
    try:
        if b"\x00" not in data:
            return data.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    guesses = list(charset_normalizer.from_bytes(data[:200_000]))
    western = next((guess for guess in guesses if guess.encoding in {"cp1252", "latin_1"}), None)
    best = guesses[0] if guesses else None
    if best is None or (western is not None and western.chaos <= best.chaos + 0.02):
        encoding = "cp1252"  # its neighbours fit nearly every text too, and are far less usual
    else:
        encoding = best.encoding
    text = data.decode(encoding, "replace")
    if text.count("\ufffd") > 0.05 * len(text):
        raise DocumentError(
            f"{source.name} is text in an unknown encoding.", reason="unreadable", hint="Save it as UTF-8."
        )
    note = f"the text is not UTF-8; it was read as {encoding}"
    return text, [DocumentWarning("encoding-guessed", note)]


def _wrap_width(lines: list[str]) -> int:
    """The column at which a text is hard-wrapped, 0 when its paragraphs are single lines."""
    lengths = sorted((len(line.rstrip()) for line in lines if line.strip()), reverse=True)
    # a wrapped text has many lines near its width and next to none beyond it; lines of a list only happen to be alike
    longest = lengths[: max(5, len(lengths) // 20)]
    near = (length for i, length in enumerate(longest[:-2]) if longest[i + 2] >= length - 3)
    width = next(near, 0)
    return width if 40 <= width <= 130 and lengths[0] <= width + 20 else 0


def _character(entity: re.Match[str]) -> str:
    """What an entity of HTML stands for; what would end the line is a blank."""
    found = unescape(entity.group())
    return found if found.isprintable() else " "


def _level(line: str, below: list[str], *, markdown: bool) -> int:
    heading = _HEADING.match(line) if markdown else None
    if heading:
        return len(heading.group())
    under = below[0].strip() if below else ""
    if len(under) >= 3 and set(under) in ({"="}, {"-"}) and len(line.strip()) <= 60 and not _RULE.match(line):
        return 1 if under[0] == "=" else 2
    return 0


def _goes_on(last: str, line: str, width: int, names: HeadingNames, *, markdown: bool) -> bool:
    stripped = line.strip()
    if marker_of(stripped) or _RULE.match(line) or stripped in names:
        return False
    if last in names or stripped.startswith("|"):
        return False
    if markdown:
        short = len(last.rstrip()) < min(_SHORT, 0.75 * (width or _SHORT)) or _DATED_END.search(last)
        on_purpose = short and stripped[:1].isupper() and not last.rstrip().endswith((",", ";", "-"))
        return not (last.endswith("  ") or on_purpose)
    if not width or (_DATED_END.search(last) and stripped[:1].isupper()):
        return False
    word = re.match(r"\S+?(?:-(?=\S)|(?=\s|$))", stripped)
    return len(last.rstrip()) + 1 + (word.end() if word else 1) > width - 1
