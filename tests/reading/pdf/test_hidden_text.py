"""Text that nobody sees is left out and told."""

from __future__ import annotations

import pytest

from gapcheck.reading import Limits, read
from tests.reading.pages import NAVY, WHITE, Sheet, packed, raw_pdf

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


PHOTO = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1%s>>stream\n\x80\nendstream"
BELOW = b"BT /F1 10 Tf 40 600 Td (%s) Tj ET " % UNSEEN.encode()
ABOVE = b" BT /F1 10 Tf 40 700 Td (%s) Tj ET" % SEEN.encode()


def covered(content: bytes, resources: bytes = b"/XObject<</X1 5 0 R>>", extra: bytes = b""):
    return hidden_of(raw_pdf(BELOW + content + ABOVE, resources=resources, extra=extra))


@pytest.mark.parametrize(
    "content",
    [
        b"1 g 30 590 400 40 re f",
        b"0 0 .5 rg 430 630 -400 -40 re f*",
        b"1 g 30 590 m 430 590 l 430 630 l 30 630 l h f",
        b"1 g 30 590 100 40 re 130 590 300 40 re f",
        b"q 400 0 0 40 30 590 cm 1 g 0 0 1 1 re f Q",
        b"q 0 0 612 792 re W n 1 g 30 590 400 40 re f Q",
        b"1 g " + b"30 20 9 9 re f " * 1500 + b"30 590 400 40 re f",
        b"1 g " + b"30 -999 999 990 re f " * 1500 + b"30 590 400 40 re f",
    ],
)
def test_what_a_box_is_painted_over_is_hidden(content):
    document, hidden = covered(b"q " + content + b" Q")
    assert document.text == SEEN
    assert hidden == [("covered", UNSEEN)]


def test_what_a_picture_or_a_form_is_painted_over_is_hidden():
    photo = PHOTO % b""
    form = (
        b"<</Type/XObject/Subtype/Form/BBox[0 0 400 40]/Length 21>>stream\n1 g 0 0 900 900 re f \nendstream"
    )
    for drawn, painted in (
        (photo, b"q 400 0 0 40 30 590 cm /X1 Do Q"),
        (form, b"q 1 0 0 1 30 590 cm /X1 Do Q"),
    ):
        document, hidden = covered(painted, extra=drawn)
        assert (document.text, hidden) == (SEEN, [("covered", UNSEEN)])


@pytest.mark.parametrize(
    ("content", "states"),
    [
        (b"1 g 30 590 400 6 re f", b""),  # a rule across the letters
        (b"1 g 30 588 400 50 re 400 592 -350 40 re f", b""),  # a frame
        (b"1 g 30 590 400 40 re 35 595 390 30 re f*", b""),
        (b"1 g 30 590 m 430 590 l 430 630 l h f", b""),
        (b"q 430 590 m 440 610 l 450 590 l h W n 1 g 30 590 400 40 re f Q", b""),
        (b"q /G1 gs 1 1 0 rg 30 590 400 40 re f Q", b"/G1<</ca .4>>"),
        (b"q /G1 gs 1 1 0 rg 30 590 400 40 re f Q", b"/G1<</BM/Multiply>>"),
        (b"q .8 .6 -.6 .8 30 590 cm 1 g 0 -200 900 400 re f Q", b""),
        (b"BT /F1 40 Tf 7 Tr 300 590 Td (x) Tj ET 1 g 30 590 400 40 re f", b""),
        (b"0 g 30 590 400 40 re S", b""),
    ],
)
def test_what_is_seen_through_or_beside_a_shape_is_not_hidden(content, states):
    document, hidden = covered(b"q " + content + b" Q", b"/ExtGState<<%s>>" % states)
    assert UNSEEN in document.text
    assert [reason for reason, _ in hidden] in ([], ["invisible"])


def test_a_picture_with_holes_and_a_scan_over_its_text_hide_nothing():
    for keys, place in (
        (b"/ImageMask true", b"400 0 0 40 30 590"),
        (b"/Mask[0 1]", b"400 0 0 40 30 590"),
        (b"", b"612 0 0 792 0 0"),
    ):
        document, hidden = covered(b"q %s cm /X1 Do Q" % place, extra=PHOTO % keys)
        assert UNSEEN in document.text
        assert not hidden


def layered(content: bytes, shown: bytes) -> bytes:
    """A page with this content, whose layer L1 is object 5, and a catalog that says what is `shown` at first."""
    made = raw_pdf(content, resources=b"/Properties<</L1 5 0 R>>", extra=b"<</Type/OCG/Name(more)>>")
    return made.replace(b"<</Type/Catalog", b"<</Type/Catalog/OCProperties<</OCGs[5 0 R]/D<<%s>>>>" % shown)


@pytest.mark.parametrize(
    ("shown", "why"),
    [
        (b"/OFF[5 0 R]", ["hidden-layer"]),
        (b"/BaseState/OFF", ["hidden-layer"]),
        (b"/BaseState/OFF/ON[5 0 R]", []),
        (b"", []),
    ],
)
def test_text_of_a_layer_that_is_not_shown_is_hidden(shown, why):
    document, hidden = hidden_of(layered(b"/OC /L1 BDC " + BELOW + b"EMC " + ABOVE, shown))
    assert [reason for reason, _ in hidden] == why
    assert SEEN in document.text
    assert (UNSEEN in document.text) is (not why)


def test_a_box_of_a_layer_that_is_not_shown_covers_nothing():
    content = BELOW + b"/OC /L1 BDC q 1 g 30 590 400 40 re f Q EMC " + ABOVE
    assert UNSEEN in hidden_of(layered(content, b"/OFF[5 0 R]"))[0].text
    assert hidden_of(layered(content, b""))[1] == [("covered", UNSEEN)]
