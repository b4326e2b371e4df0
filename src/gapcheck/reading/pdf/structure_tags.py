"""The structure tree of tagged PDFs: which glyphs belong to one paragraph, and what is a heading."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import PDFObjRef, resolve1

MOST = 20_000
"""Elements: a larger tree is not followed to its end."""
_BLOCKS = frozenset({"P", "LI", "LBody", "TD", "TH", "Caption", "Title", "TOCI", "BlockQuote", "Note", "H"})
_INLINE = frozenset(
    {"Span", "NonStruct", "Link", "Quote", "Reference", "Code", "Annot", "Em", "Strong", "Sub"}
)
_HEADING = re.compile(r"H([1-6])$")


@dataclass(frozen=True, slots=True)
class Tag:
    """Where marked content belongs: a number for its paragraph, and the level if that is a heading."""

    block: int
    level: int = 0


class _Tree:
    """Walks down the structure tree once."""

    def __init__(self, roles: dict[str, str]) -> None:
        self.roles = roles
        self.found: dict[tuple[int, int], Tag] = {}
        self.count = 0

    def walk(self, kids: Any, page: int, parents: tuple[tuple[int, str], ...]) -> None:
        """Note the marked content under `kids`; `parents` are numbers and types of the elements above."""
        kids = resolve1(kids)
        if isinstance(kids, int):
            self.found[(page, kids)] = _tag(parents)
        elif isinstance(kids, list):
            for kid in kids:
                self.walk(kid, page, parents)
        elif isinstance(kids, dict) and self.count < MOST and len(parents) < 60:
            self.count += 1
            own = kids.get("Pg")
            page = own.objid if isinstance(own, PDFObjRef) else page
            if isinstance(resolve1(kids.get("MCID")), int):
                self.found[(page, resolve1(kids["MCID"]))] = _tag(parents)
            elif "K" in kids and "S" in kids:
                name = getattr(resolve1(kids["S"]), "name", "")
                self.walk(kids["K"], page, (*parents, (self.count, self.roles.get(str(name), str(name)))))


def _tag(parents: tuple[tuple[int, str], ...]) -> Tag:
    for number, name in reversed(parents):
        heading = _HEADING.match(name)
        if heading:
            return Tag(number, int(heading.group(1)))
        if name in _BLOCKS:
            return Tag(number)
    climb = [number for number, name in parents if name not in _INLINE]
    leaf = [number for number, name in parents if name in _INLINE]
    return Tag(leaf[-2] if len(leaf) > 1 else (climb[-1] if climb else 0))


def tags_of(document: PDFDocument) -> dict[tuple[int, int], Tag]:
    """(object number of the page, number of the marked content) -> Tag; empty for untagged files."""
    try:
        root = resolve1(document.catalog.get("StructTreeRoot"))
        if not isinstance(root, dict):
            return {}
        roles = resolve1(root.get("RoleMap")) or {}
        names = {str(name): str(getattr(resolve1(role), "name", "")) for name, role in roles.items()}
        tree = _Tree({name: role for name, role in names.items() if not _HEADING.match(name)})
        tree.walk(root.get("K"), 0, ())
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  # a broken tree costs its help, not the document
        return {}
    return tree.found
