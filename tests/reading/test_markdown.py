"""Front matter and HTML within Markdown."""

from gapcheck.reading import read


def lines_of(text: str) -> list[str]:
    document = read(text.encode(), name="posting.md")
    return [line.span.of(document.text) for line in document.lines]


def levels_of(text: str) -> list[int]:
    return [line.heading_level for line in read(text.encode(), name="posting.md").lines]


def test_front_matter_makes_no_headings_and_loses_no_value() -> None:
    text = "---\ntitle: Kiln Hand\n# ratio: 16:9, minimum 700\ndate: 2026-01-27\n---\nWe fire pots.\n"
    assert lines_of(text) == ["title: Kiln Hand", "date: 2026-01-27", "We fire pots."]
    assert set(levels_of(text)) == {0}


def test_a_rule_on_top_is_no_front_matter() -> None:
    assert "A heading" in lines_of("---\n\nWe fire pots.\n\nA heading\n---\n\nMore.\n")


def test_blocks_of_html_become_items_headings_and_paragraphs() -> None:
    text = (
        '<div><h2 class="top">What you need</h2><ul><li>A <strong>steady</strong> hand</li><li>Glazes</li></ul></div>\n'
        "<p>Come by.<br/>Bring pots.</p>\n"
    )
    assert lines_of(text) == ["## What you need", "- A steady hand", "- Glazes", "Come by.", "Bring pots."]
    assert levels_of(text)[0] == 2


def test_generics_links_and_rows_of_tables_keep_their_signs() -> None:
    text = "Vec<i32> and a < b\n\n<https://example.org>\n\n| A | B |\n| --- | --- |\n| <ul><li>one</li></ul> | two |\n"
    found = lines_of(text)
    assert found[0] == "Vec<i32> and a < b"
    assert "<li>one</li>" in found[-1]


def test_headings_without_a_blank_behind_their_signs() -> None:
    assert levels_of("##Duties##\n\nFire pots.\n\n#kilns #pots\n") == [2, 0, 0]


def test_code_types_and_what_a_page_would_hide_stay_as_printed() -> None:
    kept = [
        "Wrote semantic HTML (`<section>`, `</p>`) with Python",
        "List<P> of pots",
        '<p style="display:none">Kubernetes</p>',
        "<div hidden>Terraform</div>",
    ]
    assert lines_of("\n\n".join(kept) + "\n\n```\n<ul><li>one</li></ul>\n```\n") == [
        kept[0].replace("`", ""),
        *kept[1:],
        "```",
        "<ul><li>one</li></ul>",
        "```",
    ]


def test_a_key_of_front_matter_over_an_indented_text_is_its_heading() -> None:
    text = "---\ntitle: Kiln Hand\nrequirements_markdown: >-\n  * A steady hand\n\n  * Glazes\ntag:\n  - pots\nnote: '<p>Bring pots.</p>'\n---\n"
    assert lines_of(text) == [
        "title: Kiln Hand",
        "## requirements markdown",
        "* A steady hand",
        "* Glazes",
        "tag:",
        "pots",
        "note: '",
        "Bring pots.",
        "'",
    ]


def test_inline_tags_links_and_notes_within_a_line() -> None:
    text = "<em>See our <a class=\"x\" href='https://example.org/kilns'>kilns</a> and <b>pots</b>.</em>\n\n<!-- end -->\n"
    assert lines_of(text) == ["See our [kilns](https://example.org/kilns) and pots."]


def test_a_size_that_can_be_read_hides_nothing() -> None:
    text = (
        '<p><span style="font-size: 0.875rem;">Glazes</span></p>\n\n<p style="font-size:1px">Kubernetes</p>\n'
    )
    assert lines_of(text) == ["Glazes", '<p style="font-size:1px">Kubernetes</p>']


def test_an_escaped_bullet_is_a_bullet() -> None:
    text = "\\- Glazes\n\n  \\* Kilns\n\n\\-5 degrees\n"
    for name in ("posting.md", "posting.txt"):
        document = read(text.encode(), name=name)
        assert [line.marker for line in document.lines] == ["-", "*", ""]
