"""HTML pages: one line for each block and table row; nothing that the page marks as unseen or as menus.

A page that shows no posting and holds one as data (schema.org JobPosting), as job boards do, is read by that data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from gapcheck.document import Document, DocumentWarning, HiddenText, Style
from gapcheck.lazy import LazyModule
from gapcheck.limits import Limits
from gapcheck.reading.job_posting_data import job_posting_markup, unescaped_markup
from gapcheck.reading.line_builder import LineDraft, assemble, row_lines, stripped
from gapcheck.reading.source import SourceFile
from gapcheck.reading.text import decoded
from gapcheck.reading.unread_styles import FOLLOWED, has_unread_styles
from gapcheck.reading.visibility import declarations, points, why_hidden
from gapcheck.reading.visibility import rules as css_rules
from gapcheck.text.control_characters import one_kind_of_breaks, without_controls
from gapcheck.text.numbers import number_of

etree = LazyModule("lxml.etree")
lxml_html = LazyModule("lxml.html")

_SKIPPED = frozenset({
    "script", "style", "noscript", "template", "head", "nav", "svg", "math", "iframe", "object",
    "embed", "audio", "video", "canvas", "select", "button", "input", "textarea", "datalist", "map",
    "dialog",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption",
})  # fmt: skip
_PARTING = frozenset({"float", "flex-direction"})
_FLEX = frozenset({"flex", "inline-flex"})
_NO_GROUND = ("white", "none", "transparent")
_WHITE = re.compile(r"#fff(?:fff)?\b")
_SPACE = re.compile(r"[ \t\r\n\f\xa0]+")
_DEEPEST = 9
"""The level of a heading below which there is no lower one."""
_WIDEST = 100
"""Columns or rows that a single cell can take."""
_UNJUDGED = DocumentWarning(
    "styles-unread",
    "style sheets that are not read here decide what the page shows; text that nobody sees may have been counted",
)
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")


def read_html(source: SourceFile, limits: Limits) -> Document:
    """A Document of an HTML page, without pages and boxes.

    Raises:
        DocumentError: empty, unreadable or limits.
    """
    text = _declared(source.data) or decoded(source)[0]
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    root = _tree(text)
    plainer = unescaped_markup(text)
    walk = _walked(root if plainer == text else _tree(plainer))
    data = job_posting_markup(root, "\n".join(each.text for each in walk.drafts))
    if data:
        walk = _walked(_tree(data))
    document = assemble(source, walk.drafts, walk.hidden, text_chars=limits.text_chars)
    return (
        replace(document, warnings=(*document.warnings, _UNJUDGED))
        if has_unread_styles(root, _SKIPPED)
        else document
    )


def _tree(text: str) -> Any:
    parser = lxml_html.HTMLParser(
        remove_comments=True, remove_pis=True, no_network=True, encoding="utf-8", huge_tree=True
    )
    try:
        return lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # nothing but comments
        return lxml_html.document_fromstring("<p/>")


def _walked(root: Any) -> _HtmlWalker:
    walk = _HtmlWalker(_sheet(root))
    walk.element(root, Style(), _Context())
    walk.end_line()
    return walk


def _declared(data: bytes) -> str:
    """The text by the encoding that the page itself names, "" if it names none that fits."""
    named = re.search(rb"<meta[^>]+charset=[\"']?\s*([\w-]+)", data[:4096], re.IGNORECASE)
    if not named or data[:3] == b"\xef\xbb\xbf":
        return ""
    try:
        return without_controls(one_kind_of_breaks(data.decode(named.group(1).decode("ascii"))))
    except (LookupError, UnicodeDecodeError):
        return ""


def _sheet(root: Any) -> dict[str, str]:
    """Selectors that are one class, id or element -> their declarations, of the page's own style sheets."""
    rules: dict[str, str] = {}
    for sheet in root.iter("style"):
        for selectors, body in css_rules(sheet.text or ""):
            for selector in selectors.split(","):
                name = selector.strip()
                if FOLLOWED.fullmatch(name):
                    rules[name] = rules.get(name, "") + ";" + body
                elif last := re.search(
                    r"[ >]([.#]?[\w-]+)$", name
                ):  # only what parts text, never what hides it
                    parting = ";".join(each for each in body.split(";") if _parts_text(each))
                    rules[last.group(1)] = rules.get(last.group(1), "") + ";" + parting
    return rules


def _parts_text(declaration: str) -> bool:
    """Whether a CSS declaration sets text side by side."""
    css = declarations(declaration)
    return bool(_PARTING & css.keys()) or css.get("display") in _FLEX


@dataclass(slots=True)
class _Context:
    """What an element takes over from those around it."""

    level: int = 0
    uri: str = ""
    painted: bool = False
    lists: tuple[str, ...] = ()
    pre: bool = False


@dataclass(slots=True)
class _Open:
    """The line that is being filled."""

    text: str = ""
    links: list[tuple[int, int, str]] = field(default_factory=list)
    weights: dict[Style, int] = field(default_factory=dict)
    level: int = 0
    goes_on: bool = False


class _HtmlWalker:
    """Goes through the elements in order and makes lines."""

    def __init__(self, sheet: dict[str, str]) -> None:
        self.sheet = sheet
        self.drafts: list[LineDraft] = []
        self.hidden: list[HiddenText] = []
        self.open = _Open()
        self.marker = ""
        self.in_item = False
        self.chip = False
        self.spanned: tuple[Any, dict[int, int]] = (None, {})

    def element(self, node: Any, style: Style, context: _Context) -> None:
        """Read one element and what is in it (not its tail)."""
        tag = node.tag if isinstance(node.tag, str) else ""
        if not tag or tag in _SKIPPED or node.get("role") in {"navigation", "menu", "menubar", "search"}:
            return
        css = self._css(node)
        hidden = node.get("hidden") is not None
        reason = "invisible" if hidden else why_hidden(css, painted=context.painted)
        if reason:
            self._hide(" ".join(_visible(node)), reason)
            return
        if tag == "br":
            self.end_line(goes_on=self.in_item)
            return
        context = _inside(node, tag, css, context)
        style = _styled(tag, css, style)
        if tag in _BLOCKS:
            self.end_line()
        if tag == "tr" or _is_flex_row(css):
            self._row(node, style, context)
            return
        if css.get("float") == "right" and self.open.text.strip():
            self.open.text = self.open.text.rstrip() + "\t"
        if tag == "li":
            self.marker, self.in_item = _marker(node, context), True
        self._children(node, style, context)
        if tag in _BLOCKS:
            self.end_line()
        if tag == "li":
            self.marker, self.in_item = "", False

    def _children(self, node: Any, style: Style, context: _Context) -> None:
        self._text(node.text or "", style, context)
        for child in node:
            self.chip = self.chip or _is_chip(child)
            self.element(child, style, context)
            self._text(child.tail or "", style, context)

    def _row(self, row: Any, style: Style, context: _Context) -> None:
        """A row of a table or flex box: a line with its cells parted by tabs, or cell after cell if long."""
        self.end_line()
        before, cells = self.drafts, []
        columns = self._columns(row)
        spanned = self.spanned
        for cell in row:
            self.drafts = []
            if isinstance(cell.tag, str):
                self.element(cell, style, context)
            self.end_line()
            if (cell.tail or "").strip():
                self._text(cell.tail, style, context)
                self.end_line()
            cells.append(self.drafts)
        if (row.text or "").strip():
            self.drafts = []
            self._text(row.text, style, context)
            self.end_line()
            cells.insert(0, self.drafts)
            columns.insert(0, 0)
        self.drafts, self.spanned = [*before, *row_lines(cells, columns)], spanned

    def _columns(self, row: Any) -> list[int]:
        """The column of each child of a row: cells may span several columns, and rows below them."""
        parent, below = self.spanned
        if parent is not row.getparent():
            below = {}
        numbers, at, left = [], 0, {column: rows - 1 for column, rows in below.items() if rows > 1}
        for cell in row:
            while below.get(at, 0) > 0:
                at += 1
            numbers.append(at)
            wide = _number(cell.get("colspan")) if isinstance(cell.tag, str) else 1
            high = _number(cell.get("rowspan")) if isinstance(cell.tag, str) else 1
            if high > 1:
                left |= dict.fromkeys(range(at, at + wide), high - 1)
            at += wide if isinstance(cell.tag, str) else 0
        self.spanned = (row.getparent(), left)
        return numbers

    def _text(self, text: str, style: Style, context: _Context) -> None:
        text = _INVISIBLE.sub("", text)
        if context.pre:
            for number, part in enumerate(text.split("\n")):
                if number:
                    self.end_line()
                self._add(part, style, context)
            return
        text = _SPACE.sub(" ", text)
        if not self.open.text or self.open.text[-1] in " \t":
            text = text.lstrip(" ")
        self._add(text, style, context)

    def _add(self, text: str, style: Style, context: _Context) -> None:
        if not text:
            return
        if not self.open.text and self.marker and text.strip():
            self.open.text, self.marker = f"{self.marker} ", ""
        if (
            self.chip
            and self.open.text[-1:].isalnum()
            and text[:1].isalnum()
            and self.open.text[-1:] not in " \t"
        ):
            self.open.text += " "
        self.chip = False
        if context.uri:
            start = len(self.open.text)
            self.open.links.append((start, start + len(text), context.uri))
        self.open.text += text
        self.open.weights[style] = self.open.weights.get(style, 0) + len(text.strip())
        self.open.level = self.open.level or context.level

    def end_line(self, *, goes_on: bool = False) -> None:
        """Close the line that is being filled."""
        line, self.open = self.open, _Open(goes_on=goes_on)
        weights = line.weights
        style = max(weights, key=lambda s: weights[s], default=Style())
        draft = stripped(
            LineDraft(line.text, 1, style, line.level, starts_block=not line.goes_on, links=line.links)
        )
        if draft is not None:
            self.drafts.append(draft)

    def _css(self, node: Any) -> dict[str, str]:
        found = self.sheet.get(node.tag, "")
        for name in (node.get("class") or "").split():
            found += ";" + self.sheet.get(f".{name}", "")
        found += ";" + self.sheet.get(f"#{node.get('id')}", "") + ";" + (node.get("style") or "")
        return declarations(found)

    def _hide(self, text: str, reason: str) -> None:
        text = _SPACE.sub(" ", text).strip()
        if text:
            self.hidden.append(HiddenText(text, 1, reason))


def _number(stated: str | None) -> int:
    """How many columns or rows a cell takes."""
    return min(max(number_of(stated or "1") or 1, 1), _WIDEST)


def _inside(node: Any, tag: str, css: dict[str, str], context: _Context) -> _Context:
    level, uri, lists = context.level, context.uri, context.lists
    if re.fullmatch(r"h[1-6]", tag):
        level = int(tag[1])
    elif node.get("role") == "heading":
        level = min(number_of(node.get("aria-level") or "2") or 2, _DEEPEST)
    if tag == "a" and (node.get("href") or "").lower().startswith(("http://", "https://", "mailto:", "tel:")):
        uri = node.get("href")
    if tag in {"ul", "ol", "menu"}:
        lists = (*lists, tag)
    painted = (
        context.painted
        or bool(node.get("bgcolor"))
        or any(
            name in css
            and not any(ground in css[name] for ground in _NO_GROUND)
            and not _WHITE.search(css[name])
            for name in ("background", "background-color", "background-image")
        )
    )
    return _Context(level, uri, painted, lists, context.pre or tag == "pre")


def _styled(tag: str, css: dict[str, str], style: Style) -> Style:
    weight = css.get("font-weight", "")
    bold = style.bold or tag in {"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6", "dt"}
    if weight:
        bold = weight in {"bold", "bolder"} or (number_of(weight) or 0) >= 600
    italic = style.italic or tag in {"i", "em", "cite"} or css.get("font-style") == "italic"
    return Style(points(css.get("font-size", "")) or style.size, bold, italic, style.color, style.font)


def _marker(item: Any, context: _Context) -> str:
    if context.lists[-1:] == ("ol",):
        parent = item.getparent()
        items = [child for child in parent if child.tag == "li"] if parent is not None else [item]
        return f"{items.index(item) + 1}." if item in items else "1."
    return "\u2022"


def _is_flex_row(css: dict[str, str]) -> bool:
    """Whether an element sets its children side by side."""
    return css.get("display") in _FLEX and "column" not in css.get("flex-direction", "")


def _is_chip(node: Any) -> bool:
    """Whether an inline element with a class follows another without a blank: tags set in boxes of their own."""
    last = node.getprevious()
    return (
        last is not None
        and node.tag in {"span", "a"}
        and last.tag == node.tag
        and not last.tail
        and bool(node.get("class"))
        and node.get("class") == last.get("class")
    )


def _visible(node: Any) -> Iterator[str]:
    for text in node.itertext():
        if text.strip():
            yield text
