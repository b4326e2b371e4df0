"""Every format is read by a worker, which gives the same document as reading here, or its refusal."""

from __future__ import annotations

import json

import pytest

from gapcheck.errors import DocumentError
from gapcheck.reading import Limits, read

from .pages import MAIN, Sheet

HERE = Limits(child_process=False)
FILES = {
    "mira.pdf": Sheet().column(40, 700, MAIN).pdf(),
    "mira.html": b"<h1>Mira Halonen</h1><p style='display:none'>Python and Kubernetes for years</p><p>Led <a href='https://a.example'>ferries</a>.",
    "mira.json": json.dumps({"basics": {"name": "Mira Halonen"}, "skills": [{"name": "SQL"}]}).encode(),
    "mira.md": "# Mira Halonen\n\n* Led night ferries – for years\n".encode("utf-16"),
    "mira.txt": b"Mira Halonen\n\nLed the night ferries.",
}


@pytest.mark.parametrize("name", FILES)
def test_a_worker_reads_what_is_read_here(name):
    assert read(FILES[name], name=name) == read(FILES[name], name=name, limits=HERE)


def test_a_refusal_of_the_worker_is_the_same_error():
    errors = []
    for limits in (HERE, Limits()):
        with pytest.raises(DocumentError) as caught:
            read(b'{"basics": ', name="torn.json", limits=limits)
        errors.append((caught.value.message, caught.value.reason, caught.value.hint))
    assert errors[0] == errors[1]


@pytest.mark.parametrize("limit", ["text_chars", "file_bytes"])
def test_a_refusal_names_the_limit(limit):
    with pytest.raises(DocumentError) as caught:
        read(b"<p>Mira Halonen led the ferries", name="mira.html", limits=Limits(**{limit: 10}))
    assert f"raise {limit} under [limits]" in caught.value.hint
