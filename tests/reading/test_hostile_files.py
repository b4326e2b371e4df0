"""Files that are made to do harm: each is read, or refused with a reason; none ends in a traceback."""

from __future__ import annotations

import io
import json

import pytest

from gapcheck.document import Document, Line
from gapcheck.errors import DocumentError
from gapcheck.reading import read
from gapcheck.spans import Span


class Trickle(io.RawIOBase):
    """A raw stream that hands out ten bytes at most."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.rest = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, room) -> int:
        part = self.rest.read(min(len(room), 10))
        room[: len(part)] = part
        return len(part)


def page(body: str) -> Document:
    return read(f"<!doctype html><html><body>{body}</body></html>".encode(), name="page.html")


@pytest.mark.parametrize(
    "body",
    [
        "<div role=heading aria-level='²'>Python</div>",
        "<table><tr><td colspan='²' rowspan='٣'>Python</table>",
        "<p style='font-size:1.2.3px'>Python</p>",
        "<p style='font-size:....px;font-weight:²'>Python</p>",
        f"<p style='font-weight:{'9' * 5000}'>Python</p>",
    ],
)
def test_no_number_in_a_page_ends_its_reading(body):
    assert page(f"{body}<p>SQL</p>").text == "Python\nSQL"


def test_a_page_of_one_comment_holds_no_text():
    with pytest.raises(DocumentError) as caught:
        read(b"<!-- --><!-->", name="page.html")
    assert caught.value.reason == "empty"


def test_many_comments_before_the_page_cost_nothing():
    assert read(b"<!-- a --> " * 300 + b"<p>Python</p>", name="page.md").text.endswith("Python")


def test_deep_nesting_is_read_or_refused_with_its_reason():
    assert page("<div>" * 150 + "Python" + "</div>" * 150).text == "Python"
    with pytest.raises(DocumentError) as caught:
        page("<div>" * 2000 + "Python" + "</div>" * 2000)
    assert caught.value.reason == "limits"
    assert "nested" in caught.value.message


def test_a_text_with_escapes_loses_them():
    rest = "Built the schedule of the night ferries. " * 4
    document = read(f"Ada\u2028\x1b[31mPy\u202ethon\x07\r\n{rest}".encode(), name="a.txt")
    assert document.text.startswith("Ada\n[31mPython\nBuilt")
    lines = [document.text[line.span.start : line.span.end] for line in document.lines]
    assert lines == ["Ada", "[31mPython", rest.strip()]


def test_escapes_that_a_format_writes_out_are_left_out_too():
    resume = {"basics": {"name": "A\ud800da\u001b[2J"}, "work": [{"name": "Tarn", "summary": "Py\u202ethon"}]}
    text = read(json.dumps(resume).encode(), name="a.json").text
    assert text.startswith("A\ufffdda [2J")
    assert not {"\x1b", "\u202e"} & set(text)
    assert "\x1b" not in page("Python &#27; SQL").text


def test_a_document_of_another_reader_is_cleaned_and_keeps_its_offsets():
    given = Document("a\udcff.x", "text", "", "a\x1bb", (Line(Span(0, 3), 1),))
    assert read(given).text == "a b"
    assert read(given).name == "a\ufffd.x"


def test_a_stream_is_read_to_its_end():
    assert read(Trickle(b"Python and SQL, for years"), name="a.txt").text == "Python and SQL, for years"


def test_a_closed_stream_is_one_clear_error():
    stream = io.BytesIO(b"Python")
    stream.close()
    with pytest.raises(DocumentError):
        read(stream, name="a.txt")
