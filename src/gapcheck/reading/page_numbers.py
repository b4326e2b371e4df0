"""Page numbers in running headers and footers, in any language."""

from __future__ import annotations

import re

_NUMBER = re.compile(
    r"(?P<word>[^\W\d]+\.?)?\s*(?P<page>\d{1,3})\s*(?:(?:[^\w\s]|[^\W\d]{2,3})\s*(?P<of>\d{1,3}))?\s*"
)


def may_be_page_number(text: str) -> bool:
    """Whether a line is a number or two with a word before and a short one between: 3, 3/4, Page 3, Seite 3 von 4."""
    return _NUMBER.fullmatch(text) is not None


def numbered_page(text: str) -> tuple[int, int] | None:
    """The page and the number of pages in a line of nothing else ("Page 3 of 4", "Seite 3 von 4")."""
    found = _NUMBER.fullmatch(text)
    if found is None or found["word"] is None or found["of"] is None:
        return None
    return int(found["page"]), int(found["of"])


def is_page_number(text: str, page: int, pages: int) -> bool:
    """Whether a line on a page is bare numbers, or a word with this page's own number ("Page 3 of 4")."""
    found = _NUMBER.fullmatch(text)
    if found is None or found["word"] is None:
        return found is not None
    return int(found["page"]) == page and int(found["of"] or pages) == pages
