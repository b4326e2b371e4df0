"""HTML, plain text and Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.errors import DocumentError
from gapcheck.reading import read


def page(body: str, head: str = "") -> list[str]:
    return read(f"<html><head>{head}</head><body>{body}</body></html>".encode(), name="mira.html").text.split(
        "\n"
    )


def test_blocks_headings_lists_and_breaks():
    body = "<h2>Work</h2><p>Counted <b>boats</b>\n  and parts<br>by hand</p><ul><li>Python</li><li>SQL</li></ul><ol><li>One<li>Two</ol>"
    document = read(f"<html><body>{body}</body></html>".encode(), name="mira.html")
    assert document.text.split("\n") == [
        "Work",
        "Counted boats and parts",
        "by hand",
        "\u2022 Python",
        "\u2022 SQL",
        "1. One",
        "2. Two",
    ]
    assert document.lines[0].heading_level == 2
    assert document.lines[0].style.bold
    assert document.lines[3].marker == "\u2022"


def test_table_rows_and_flex_rows_are_lines():
    table = "<table><tr><th>Skill<th>Years<tr><td>Python<td>6</table>"
    assert page(table) == ["Skill\tYears", "Python\t6"]
    assert page('<div style="display:flex"><b>Analyst</b><span>2019 - 2024</span></div>') == [
        "Analyst\t2019 - 2024"
    ]
    style = "<style>.job .when {float: right}</style>"
    assert page('<div class="job">Analyst<span class="when">2024</span></div>', style) == ["Analyst\t2024"]


def test_long_cells_are_read_one_after_the_other():
    body = "<table><tr><td>2019 - 2024<td><p>Analyst<p>Counted boats</table>"
    assert page(body) == ["2019 - 2024\tAnalyst", "Counted boats"]


def test_menus_scripts_and_styles_are_no_text():
    body = "<nav>Home Jobs</nav><script>var a = 'x'</script><style>p{}</style><p>Analyst</p><button>Apply</button>"
    assert page(body, "<title>Jobs</title>") == ["Analyst"]


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ('<p style="display: none">Kubernetes Terraform</p>', "invisible"),
        ("<p hidden>Kubernetes Terraform</p>", "invisible"),
        ('<p class="far">Kubernetes Terraform</p>', "off-page"),
        ('<p style="color:#fff">Kubernetes Terraform</p>', "white"),
        ('<p style="font-size:1px">Kubernetes Terraform</p>', "tiny"),
    ],
)
def test_hidden_text(markup, reason):
    data = f"<html><head><style>.far {{left: -9999px}}</style></head><body><p>Seen</p>{markup}</body></html>"
    document = read(data.encode(), name="mira.html")
    assert document.text == "Seen"
    assert [(row.reason, row.text) for row in document.hidden] == [(reason, "Kubernetes Terraform")]
    assert [warning.code for warning in document.warnings] == ["hidden-text"]


def test_white_text_on_a_painted_block_is_seen():
    assert page('<div style="background:#123"><p style="color:#fff">Skills</p></div>') == ["Skills"]


def test_links_of_pages():
    document = read(
        b'<html><p>See <a href="https://example.com/a">my code</a>, <a href="/x">not this</a></html>',
        name="a.html",
    )
    assert [(link.uri, link.span.of(document.text)) for link in document.links] == [
        ("https://example.com/a", "my code")
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_in_usual_encodings(encoding):
    text = "Résumé of Zoë Åkerlund\r\nCafé manager in Besançon, then a naïve analyst\r\n"
    document = read(text.encode(encoding), name="zoe.txt")
    assert document.text == text.replace("\r\n", "\n")


def test_line_numbers_agree_with_the_file():
    text = "Mira\n\n\nWork\n----\nCounted boats\n"
    document = read(text.encode(), name="mira.txt")
    assert document.text == text
    assert [document.line_number(line.span.start) for line in document.lines] == [1, 4, 6]
    assert [line.heading_level for line in document.lines] == [0, 2, 0]


def test_hard_wrapped_text_makes_blocks():
    text = (
        "Mira Halonen\nAnalyst\n\n"
        "Work\n"
        "* Built a forecast of spare parts that the depots order by and kept the\n  data behind it clean.\n"
        "* Taught two colleagues how to count boats without falling into the water,\n"
        "which took a summer.\n"
        "An analyst with nine years in transport and trade who likes plain numbers\n"
        "and plain words and who counts.\n"
    )
    document = read(text.encode(), name="mira.txt")
    starts = [
        document.text[block.span.start : block.span.end].split("\n")[0][:12] for block in document.blocks
    ]
    assert starts == ["Mira Halonen", "Analyst", "Work", "* Built a fo", "* Taught two", "An analyst w"]


def test_markdown_headings_and_paragraphs():
    document = read(b"# Mira\n\n## Work\nCounted boats\nand parts\n\n- Python\n- SQL\n", name="mira.md")
    assert document.format == "markdown"
    assert [line.heading_level for line in document.lines] == [1, 2, 0, 0, 0, 0]
    assert [len(block.lines) for block in document.blocks] == [1, 1, 2, 1, 1]


def test_too_much_text():
    with pytest.raises(DocumentError) as caught:
        read(b"word " * 500_000, name="long.txt")
    assert caught.value.reason == "limits"


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]) | st.sampled_from("\n\t -*"), min_size=1))
def test_any_text_keeps_its_characters_and_its_spans(text):
    try:
        document = read(text.encode(), name="any.txt")
    except DocumentError as error:
        assert error.reason in {"empty", "unknown-format"}  # noqa: PT017
        return
    if document.format == "text":
        assert document.text == text.removeprefix("\ufeff")
    for line in document.lines:
        part = line.span.of(document.text)
        assert part == part.strip()
        assert "\n" not in part
        assert part.startswith(line.marker)


POSTING = '{"@context": "https://schema.org", "@type": "JobPosting", "title": "Clerk", "description": "%s"}'
ESCAPED = "&lt;h3 class=&quot;a&quot;&gt;Requirements&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Good Python&lt;/li&gt;&lt;li&gt;Fish &amp;amp; chips&lt;/li&gt;&lt;/ul&gt;"


@pytest.mark.parametrize(
    "data",
    [
        POSTING % ESCAPED,
        f"[{POSTING % ESCAPED}]",
        '{"@graph": [{"@type": "WebSite"}, %s]}'
        % (POSTING % ESCAPED.replace("&lt;", "<").replace("&gt;", ">").replace("amp;amp;", "amp;")),
    ],
)
def test_a_posting_that_a_page_holds_as_data_is_read(data):
    script = f'<script type="application/ld+json">{data}</script>'
    document = read(
        f"<html><head>{script}</head><body><div id=root>Jobs</div></body></html>".encode(), name="a.html"
    )
    assert document.text.split("\n") == ["Clerk", "Requirements", "\u2022 Good Python", "\u2022 Fish & chips"]
    assert document.lines[1].heading_level == 3


def test_data_of_a_page_that_shows_its_posting_is_left_alone():
    script = f'<script type="application/ld+json">{POSTING % "Requirements: good Python"}</script>'
    assert page("<h1>Clerk</h1><p>Requirements: good Python, and more</p>", script)[-1].endswith("and more")
    broken = '<script type="application/ld+json">{"@type": "JobPosting", </script>'
    assert page("<p>Analyst</p>", broken) == ["Analyst"]


def test_markup_that_was_escaped_once_too_often_is_markup():
    assert page(ESCAPED) == ["Requirements", "\u2022 Good Python", "\u2022 Fish & chips"]
    assert page("<p>Wrote &lt;p&gt; by hand</p>") == ["Wrote <p> by hand"]


def test_a_piece_of_a_page_is_read_as_html_whatever_its_name_says():
    piece = (
        b"<div><h2>What we ask</h2><ul><li>Two years on reach trucks</li><li>A clean licence</li></ul>"
        b"<h2>Welcome too</h2><ul><li>Spanish</li></ul></div>"
    )
    for name in ("posting.txt", "posting", None):
        texts = [line.lstrip("\u2022 ") for line in read(piece, name=name).text.split("\n")]
        assert texts == [
            "What we ask",
            "Two years on reach trucks",
            "A clean licence",
            "Welcome too",
            "Spanish",
        ]


def test_text_that_speaks_of_tags_stays_text():
    text = b"I teach HTML: <p>, </p>, <li> and </li> by the third lesson.\nPages validate."
    assert read(text, name="resume.txt").text.startswith("I teach HTML: <p>")
