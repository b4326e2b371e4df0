"""Where a plain text is hard-wrapped, and where its lines only happen to be alike."""

from gapcheck.reading import read


def _blocks(text: str, name: str = "notice.txt") -> int:
    return len(read(text.encode(), name=name).blocks)


def test_lines_of_a_pasted_list_stay_apart() -> None:
    lines = [
        "Keeps the stock ledger of the northern depot",
        "Plans the weekly rounds of all delivery vans",
        "Counts the pallets twice in each month alone",
        "Writes a short note",
        "Answers the questions that drivers and customers ask about late or lost parcels during the week",
        "Knows Excel",
        "Knows SQL",
    ]
    assert _blocks("\n".join(lines)) == len(lines)


def test_a_wrapped_paragraph_is_one_block() -> None:
    lines = [
        "The depot keeps a ledger of everything that comes in by lorry or van, and it",
        "is counted twice a month by the people who work on the night shift there. We",
        "would like somebody who can turn these counts into tables that the buyers of",
        "the shops understand.",
    ]
    assert _blocks("\n".join(lines)) == 1


def test_two_lines_that_reach_beyond_the_width_do_not_hide_it() -> None:
    full = "The depot keeps a ledger of everything that comes in by lorry or by van, and it"
    lines = [
        "A head that runs on beyond the width, with its place and its dates at the right margin, 2015",
        "Another head that runs on, not quite as far, with place and dates at its right, 2012",
        "",
        *[full, "counts it."] * 6,
    ]
    assert _blocks("\n".join(lines)) == 2 + 6


def test_short_lines_of_markdown_that_open_with_a_capital_stay_apart() -> None:
    lines = [
        "Safe Pass, valid until 2028",
        "MEWP card for booms and scissor lifts of up to eleven metres, lapsed in 2024",
        "- Keeps the ledger",
        "Preferred:",
        "- GIS",
    ]
    assert _blocks("\n".join(lines), "notice.md") == len(lines)


def test_a_wrapped_sentence_of_markdown_is_one_block() -> None:
    lines = [
        "Knows the counters of the depot,",
        "Excel and all the tables",
        "that the buyers of our eleven shops in the west and north have to",
        "See.",
    ]
    assert _blocks("\n".join(lines), "notice.md") == 1
