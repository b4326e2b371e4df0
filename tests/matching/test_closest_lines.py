"""The nearest line of a resume: found by its telling words, never a name or an address, none where nothing is near."""

from __future__ import annotations

from gapcheck.config import load_policy
from gapcheck.matching import Passage
from gapcheck.matching.closest_lines import ClosestLines
from gapcheck.matching.mentions import DiscardReason
from gapcheck.matching.similarity import weights_of
from gapcheck.spans import Span
from gapcheck.taxonomy import Taxonomy

LINES = (
    "9 Lighthouse Keeping Row",
    "Kept the lamp of Tarn Point burning through two winters",
    "Logged passing ships; reported wrecks by radio",
    "Hobby: model lighthouse kits",
)
TEXT = "\n".join(LINES)


def closest(taxonomy: Taxonomy, *wordings: str) -> str:
    starts = [TEXT.index(line) for line in LINES]
    address, *work, hobby = (Span(at, at + len(line)) for at, line in zip(starts, LINES, strict=True))
    passages = [*map(Passage, (address, *work)), Passage(hobby, silent=DiscardReason.SECTION)]
    lines = ClosestLines.of(
        TEXT, passages, weights_of(taxonomy), load_policy().similarity, without=(address,)
    )
    found = lines.to(wordings)
    return found.of(TEXT) if found else ""


def test_the_line_that_shares_the_telling_words_is_found_whatever_their_endings(taxonomy: Taxonomy) -> None:
    assert closest(taxonomy, "Keeping lamps burning").startswith("Kept the lamp")
    assert closest(taxonomy, "Wreck reports") == "reported wrecks by radio"


def test_the_posting_says_it_in_more_words_than_the_title(taxonomy: Taxonomy) -> None:
    assert closest(taxonomy, "Record keeping") == ""
    assert closest(taxonomy, "Record keeping", "You log passing ships") == "Logged passing ships"


def test_addresses_and_hobbies_are_never_near(taxonomy: Taxonomy) -> None:
    assert closest(taxonomy, "Lighthouse") == ""
    assert closest(taxonomy, "") == ""
