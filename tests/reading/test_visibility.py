"""Text that a page does not show is left out and said, by whatever trick; text that it shows stays."""

from __future__ import annotations

import pytest

from gapcheck.reading import read
from gapcheck.reading.visibility import rules

UNSEEN = "Kubernetes, Terraform and Kafka"


def page(style: str, sheet: str = "") -> tuple[str, set[str]]:
    body = f"<style>{sheet}</style><p>Led plans</p><p class=x style='{style}'>{UNSEEN}</p>"
    document = read(f"<!doctype html><html><body>{body}</body></html>".encode(), name="a.html")
    return document.text, {each.code for each in document.warnings}


TRICKS = [
    "display:none", "display:none !important", "DISPLAY : NONE", "display:none!important;display:block",
    "visibility:hidden", "visibility:collapse", "content-visibility:hidden", "opacity:0", "opacity:0.01", "opacity:1%",
    "filter:opacity(0)", "transform:scale(0)", "transform:scale(0.001)", "transform:rotateX(90deg)", "zoom:0",
    "clip-path:inset(100%)", "clip-path:inset(50%)", "clip-path:circle(0)", "clip-path:polygon(0 0, 0 0, 0 0)",
    "position:absolute;clip:rect(0,0,0,0)", "position:absolute;clip:rect(1px 1px 1px 1px)",
    "height:0;overflow:hidden", "width:1px;height:1px;overflow:hidden", "max-height:0px;overflow:hidden",
    "position:absolute;left:-9999px", "position:absolute;top:-5000px", "text-indent:-2000px", "margin-left:-3000px",
    "transform:translateX(-9999px)", "font-size:0", "font-size:1px", "font-size:0.1em", "font-size:1%",
    "color:white", "color:#fff", "color:#FEFEFE", "color:rgb(255, 255, 255)", "color:rgba(0,0,0,0);color:transparent",
    "color:#ffffff !important", "-webkit-text-fill-color:transparent", "color:#222;background:#222222",
    "background-color:black;color:black",
]  # fmt: skip
SHOWN = [
    "display:block", "opacity:0.8", "font-size:9px", "font-size:62.5%", "color:#333", "color:white;background:#003366",
    "color:white;background:navy", "color:#fff;background:linear-gradient(red, blue)", "margin-left:-100%", "left:-20px",
    "clip-path:inset(0)", "transform:scale(1.1)", "transform:translate(-50%, -50%)", "overflow:hidden;height:40px",
    "display:none;display:block", "text-indent:-20px", "color:transparent;-webkit-background-clip:text",
]  # fmt: skip


@pytest.mark.parametrize("style", TRICKS)
def test_what_nobody_sees_is_left_out_with_a_warning(style):
    text, warnings = page(style)
    assert text == "Led plans"
    assert "hidden-text" in warnings


@pytest.mark.parametrize("style", SHOWN)
def test_what_is_seen_stays(style):
    assert UNSEEN in page(style)[0]


def test_a_style_sheet_hides_as_an_attribute_does():
    assert (
        page("", "/* a */ @media screen { .y {color:red} .x { display : none !important } }")[0]
        == "Led plans"
    )
    assert page("display:block", ".x{display:none!important}")[0] == "Led plans"


def test_comments_without_end_and_sheets_without_braces_cost_their_length():
    assert list(rules("/*" * 50_000)) == []
    assert list(rules("a" * 50_000)) == []
    assert list(rules("{" * 50_000 + "}" * 50_000))


@pytest.mark.parametrize(
    ("head", "unsure"),
    [
        ('<link rel="stylesheet" href="https://example.org/look.css">', True),
        ('<style>@import "look.css";</style>', True),
        ("<style>.card > .more { display: none }</style>", True),
        ("<style>div p.more { opacity: 0 }</style>", True),
        ("<style>.more { margin: 0 } .card .more { margin: 0 }</style>", False),
        ("<style>.card .elsewhere { display: none } .card:hover .more { display: none }</style>", False),
        ('<link rel="stylesheet" href="https://fonts.example.org/css?family=Sans">', False),
        ('<link rel="stylesheet" href="https://example.org/fonts-and-all.css">', True),
        ("<style>[class=more] { display: none }</style>", True),
        ("<style>*[class] { display: none }</style>", True),
        ("<style>p:last-child { display: none }</style>", True),
        ("<style>h6, p:nth-child( 2 ) { display: none }</style>", True),
        ("<style>.more:not(.x, :hover) { display: none }</style>", True),
        ("<style>:is(p, h6) { display: none }</style>", True),
        (
            "<style>@media print { div.card.elsewhere, [x-cloak], h6:first-child { display: none } }</style>",
            False,
        ),
        ("<style>.more::after, p:empty, .card:focus-within > p, [hidden] { display: none }</style>", False),
        ("<style>@keyframes a { from { opacity: 0 } 50.5% { opacity: 0 } }</style>", False),
        ("", False),
    ],
)
def test_what_style_sheets_decide_that_are_not_read_is_warned_of(head, unsure):
    page = f"<html><head>{head}</head><body><div class=card><p>Python</p><p class=more>SQL</p></div></body></html>"
    found = read(page.encode(), name="page.html")
    assert [each.code for each in found.warnings] == (["styles-unread"] if unsure else [])
    assert "SQL" in found.text
