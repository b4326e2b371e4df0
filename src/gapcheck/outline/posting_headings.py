"""Which blocks of a job document are headings: by their words, their form, and what follows them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from gapcheck.document import Block, Document
from gapcheck.outline.model import ASKING
from gapcheck.outline.posting_words import MARKS, WORDS, HeadingMatch, PostingVocabulary
from gapcheck.spans import Span

TitleSpans = Callable[[str], Iterable[Span]]
"""Where a text names roles, as the caller finds them."""

BULLET = re.compile(
    r"\s*(?:[-\u2013\u2014\u2022\u00b7\u25cf\u25aa\u25e6\u2023\uf0b7*>o\u00a7+](?=\s)|[-\u2022\u00b7](?=\w)|\(?\d{1,2}[.)](?=\s)|\(?[a-z][.)](?=\s))\s*"
)
_NUMBER = re.compile(r"\s*\(?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}|[A-H])[.)]\s")
_EMPHASIS = re.compile(r"\s*(\*\*|__).+?\1\s*:?\s*")
_FEW = 3
"""Words; what follows a heading that stands alone is longer."""


class HeadingForms:
    """Tells headings from text and items of lists, with the look of the headings found so far in mind."""

    def __init__(
        self, document: Document, words: PostingVocabulary, titles: TitleSpans, blocks: Sequence[Block]
    ) -> None:
        self._text = document.text
        self._words = words
        self._titles = titles
        self._size = _common_size(blocks)
        self._all_bold = sum(b.style.bold for b in blocks) > 0.5 * len(blocks)
        self._capital_headings = 0
        self._other_headings = 0

    def found(self, text: str) -> None:
        """Keep in mind that `text` was a heading."""
        if _capitals(text):
            self._capital_headings += 1
        else:
            self._other_headings += 1

    def is_numbered(self, text: str, body: Span, block: Block, after: Block | None) -> bool:
        """Whether "3. Essential criteria" is a heading and no item: the file says so, or its words and what follows."""
        if not _NUMBER.match(text):
            return False
        if block.heading_level:
            return True
        words = body.of(self._text).strip()
        listed = after is not None and _NUMBER.match(after.span.of(self._text)) is not None
        return self._is_strong(words) and _short(words) and after is not None and not listed

    def is_heading(self, block: Block, before: Block | None, after: Block | None, *, listing: bool) -> bool:
        """Whether an unmarked block is a heading. `listing`: it stands where unmarked lines may be items."""
        if block.heading_level:
            return True
        printed = block.body.of(self._text).strip()
        text = printed.strip(MARKS)
        if after is None or not text or not _short(text) or not self._in_style(text):
            return False
        asks = printed.rstrip("*_ ").endswith((":", "?"))
        if not asks and self._words.is_item(text):
            return False
        named = self._words.match(text)
        apart = self._after_blank(before, block)
        leads = asks or self._is_bullet(after)
        strong = self._is_strong(text, named, wholly=listing and not apart and not leads)
        if ":" in text and not (strong and self._words.match(text.split(":", 1)[1])):
            return False
        follows = self._is_text(after)
        titled = follows and _title_case(text) and not _measured(printed)
        alone = len(WORDS.findall(text)) > 1 and not listing
        return (
            (_capitals(text) and (strong or alone))
            or self.set_apart(block)
            or (strong and not text[0].islower() and not _measured(printed))
            or (named is not None and titled)
            or (text.endswith("?") and follows)
            or (listing and apart and self._stands_alone(before, block, after) and not _measured(printed))
            or (alone and follows and _title_case(text) and apart)
            or (
                self._is_bullet(after)
                and not _measured(printed)
                and self._opens_list(printed, before, apart=apart)
            )
        )

    def _stands_alone(self, before: Block | None, block: Block, after: Block) -> bool:
        """Whether a line without a mark stands apart between a list with marks and other text."""
        if before is None or not self._is_bullet(before) or not self._after_blank(block, after):
            return False
        text = block.body.of(self._text).strip()
        return text[:1].isupper() and len(WORDS.findall(after.span.of(self._text))) > _FEW

    def _opens_list(self, printed: str, before: Block | None, *, apart: bool) -> bool:
        """Whether a short line right above the first item of a list is its heading."""
        if printed[0].islower() or printed.endswith((".", ";", ",", "!")):
            return False
        return (apart or printed.endswith(":")) and (before is None or not self._goes_on(before))

    def _goes_on(self, before: Block) -> bool:
        """Whether a block ends so that the next goes on with it."""
        return before.span.of(self._text).rstrip().endswith((",", ":", " and", " or"))

    def _is_strong(self, text: str, named: HeadingMatch | None = None, *, wholly: bool = False) -> bool:
        """Whether half of the words of a line are words of headings.

        `wholly`: it stands among items, where a heading that asks must be nothing else.
        """
        named = named or self._words.match(text)
        if named is None:
            return False
        most = self._words.weight(text, self._titles(text))
        if wholly and named.kind in ASKING:
            return named.covered >= most
        return 2 * max(named.covered, named.size) >= most

    def _in_style(self, text: str) -> bool:
        """Where all headings so far are in capitals, others are items of a list."""
        return _capitals(text) or self._capital_headings < 3 or self._other_headings > 0

    def _after_blank(self, before: Block | None, block: Block) -> bool:
        return before is None or self._text.count("\n", before.span.end, block.span.start) > 1

    def _is_bullet(self, after: Block) -> bool:
        return bool(after.marker or BULLET.match(after.span.of(self._text)))

    def _is_text(self, after: Block) -> bool:
        text = after.span.of(self._text)
        return self._is_bullet(after) or len(text.split()) > 10 or text.rstrip().endswith((".", ":"))

    def set_apart(self, block: Block) -> bool:
        """Whether a block is marked as a heading, set larger or in bold, as no line of the text is."""
        if block.heading_level:
            return True
        style = block.style
        if self._size and style.size > 1.08 * self._size:
            return True
        if _EMPHASIS.fullmatch(block.span.of(self._text)):
            return True
        return style.bold and not self._all_bold


def _short(text: str) -> bool:
    """Whether a line is no longer than a heading, and no sentence."""
    words = WORDS.findall(text)
    if not words or len(words) > (16 if text.endswith("?") else 10):
        return False
    return text[-1] not in ".;,!" or text.endswith("...")


def _capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 3 and sum(c.isupper() for c in letters) > 0.9 * len(letters)


def _title_case(text: str) -> bool:
    long = [w for w in re.findall(r"[^\W\d_]+", text) if len(w) > 3]
    return bool(long) and sum(w[0].isupper() for w in long) >= 0.6 * len(long)


def _measured(text: str) -> bool:
    """Whether a line holds a number, as items do and headings hardly ever."""
    return bool(re.search(r"\d", text)) and not text.rstrip("*_ ").endswith((":", "?"))


def _common_size(blocks: Sequence[Block]) -> float:
    """The size in which most characters are set; 0 where the format knows none."""
    sizes: dict[float, int] = {}
    for block in blocks:
        sizes[block.style.size] = sizes.get(block.style.size, 0) + len(block.span)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)
