"""Text that nobody sees is left out and told."""

from __future__ import annotations

import pytest

from gapcheck.reading import Limits, read
from tests.reading.pages import NAVY, WHITE, Sheet, packed

HERE = Limits(child_process=False)
UNSEEN = "Kubernetes Terraform Scala expert of experts"
SEEN = "Mira Halonen counts boats"


def hidden_of(data: bytes):
    document = read(data, name="page.pdf", limits=HERE)
    return document, [(row.reason, row.text) for row in document.hidden]


def test_white_text_on_white_paper():
    document, hidden = hidden_of(Sheet().put(40, 700, SEEN).put(40, 600, UNSEEN, color=WHITE).pdf())
    assert document.text == SEEN
    assert hidden == [("white", UNSEEN)]
    assert [(warning.code, warning.page) for warning in document.warnings] == [("hidden-text", 1)]


def test_white_text_on_a_dark_box_is_seen():
    document, hidden = hidden_of(Sheet().box(30, 590, 400, 40, NAVY).put(40, 600, UNSEEN, color=WHITE).pdf())
    assert document.text == UNSEEN
    assert not hidden
    assert not document.warnings


def test_dark_text_on_a_box_of_its_own_colour():
    sheet = Sheet().put(40, 700, SEEN).box(30, 590, 400, 40, NAVY).put(40, 600, UNSEEN, color=NAVY)
    assert hidden_of(sheet.pdf())[1] == [("white", UNSEEN)]


def test_a_rule_that_is_its_box_clipped_to_one_edge_hides_no_heading_of_its_colour():
    rule = b"q 30 590 400 1 re W n 0 0 .5 rg 30 591 400 20 re 30 590 400 21 re f* Q "
    heading = b"BT 0 0 .5 rg /F1 10 Tf 40 600 Td (%s) Tj ET" % SEEN.encode()
    document, hidden = hidden_of(packed(rule + heading))
    assert document.text == SEEN
    assert not hidden
    whole = rule.replace(b"400 1 re W", b"400 21 re W").replace(b" 30 591 400 20 re", b"")
    beside = b" BT 0 g /F1 10 Tf 40 700 Td (beside) Tj ET"
    assert hidden_of(packed(whole + heading + beside))[1] == [("white", SEEN)]


def test_box_painted_after_the_text_does_not_count_as_paper():
    sheet = Sheet().put(40, 600, SEEN).put(40, 500, UNSEEN, color=WHITE).box(30, 490, 400, 40, WHITE)
    assert hidden_of(sheet.pdf())[1] == [("white", UNSEEN)]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"3 Tr 40 600 Td (%s) Tj", "invisible"),
        (b"0.1 0 0 0.1 40 600 Tm (%s) Tj", "tiny"),
        (b"40 -300 Td (%s) Tj", "off-page"),
        (b"7 Tr 40 600 Td (%s) Tj", "invisible"),
        (b"ET BT /F1 0.5 Tf 40 600 Td (%s) Tj", "tiny"),
        (b"ET q .05 0 0 .05 40 600 cm BT /F1 10 Tf (%s) Tj ET Q BT", "tiny"),
        (b"1 Tz 40 600 Td (%s) Tj", "tiny"),
        (b"1 0 0 0.01 40 600 Tm (%s) Tj", "tiny"),
        (b"0 1 -1 0 40 200 Tm 1 Tz (%s) Tj", "tiny"),
        (b"40 900 Td (%s) Tj", "off-page"),
        (b"-900 600 Td (%s) Tj", "off-page"),
        (b"900 600 Td (%s) Tj", "off-page"),
        (b"ET q 0 0 10 10 re W n BT /F1 10 Tf 40 600 Td (%s) Tj ET Q BT", "off-page"),
        (b"ET q 300 600 0 0 re W n BT /F1 10 Tf 0 1 -1 0 40 200 Tm (%s) Tj ET Q BT", "off-page"),
        (b"1 g 40 600 Td (%s) Tj", "white"),
        (b"0 0 0 0 k 40 600 Td (%s) Tj", "white"),
        (b".98 .98 .98 rg 40 600 Td (%s) Tj", "white"),
        (b"1 Tr 1 G 40 600 Td (%s) Tj", "white"),
        (b"ET 0 0 .5 rg 30 590 400 40 re f BT 0 0 .5 rg /F1 10 Tf 40 600 Td (%s) Tj", "white"),
    ],
)
def test_other_ways_to_hide(content, reason):
    seen = b"BT /F1 10 Tf 40 700 Td (%s) Tj ET " % SEEN.encode()
    document, hidden = hidden_of(packed(seen + b"BT /F1 10 Tf " + content % UNSEEN.encode() + b" ET"))
    assert document.text == SEEN
    assert hidden == [(reason, UNSEEN)]


@pytest.mark.parametrize(
    "content",
    [
        b"q 0 500 600 200 re W n BT /F1 10 Tf 40 600 Td (%s) Tj ET Q",
        b"q 0 0 10 10 re W n Q BT /F1 10 Tf 40 600 Td (%s) Tj ET",
        b"BT /F1 10 Tf 50 Tz 40 600 Td (%s) Tj ET",
        b"BT /F1 1 Tf 10 0 0 12 40 600 Tm (%s) Tj ET",
    ],
)
def test_what_is_within_its_clip_or_condensed_is_seen(content):
    document, hidden = hidden_of(packed(content % UNSEEN.encode()))
    assert (document.text, hidden) == (UNSEEN, [])


def test_invisible_text_over_an_image_is_an_ocr_layer():
    image = b"q 612 0 0 792 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q "
    text = b"BT /F1 10 Tf 3 Tr 40 600 Td (%s) Tj ET" % (SEEN.encode() * 3)
    document, hidden = hidden_of(packed(image + text))
    assert SEEN in document.text
    assert not hidden


def test_white_text_on_a_shading_is_seen():
    shading = b"q 30 590 400 40 re W n /S1 sh Q BT 1 g /F1 10 Tf 40 600 Td (%s) Tj ET" % UNSEEN.encode()
    document, hidden = hidden_of(packed(shading))
    assert document.text == UNSEEN
    assert not hidden
    beside = b"q 30 100 400 40 re W n /S1 sh Q BT 1 g /F1 10 Tf 40 600 Td (%s) Tj ET" % UNSEEN.encode()
    seen = b" BT 0 g /F1 10 Tf 40 700 Td (%s) Tj ET" % SEEN.encode()
    assert hidden_of(packed(beside + seen))[1] == [("white", UNSEEN)]
