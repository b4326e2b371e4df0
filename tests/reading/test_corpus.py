"""Figures over the shared, labelled files; skipped where they are not at hand."""

from __future__ import annotations

import re
import unicodedata

import yaml

from gapcheck import read
from gapcheck.errors import DocumentError
from gapcheck.reading import Limits

HERE = Limits(child_process=False)


def norm(text: str) -> str:
    return re.sub(r"[^a-z0-9@+#]", "", unicodedata.normalize("NFKD", text).casefold())


def tight(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", text)
    text = re.sub(r"[\u2018\u2019]", "'", re.sub(r"[\u201c\u201d]", '"', text))
    return re.sub(r"[-\s]+", "", text).casefold()


def right_snippets(lines: list[str], row: dict) -> tuple[int, int]:
    """How many labelled snippets stand under their own heading, in order, and how many there are."""
    headings = {norm(section["heading"]) for section in row["sections"]}
    text, events = "", [(0, "")]
    for line in map(norm, lines):
        if line in headings:
            events.append((len(text), line))
        text += line
    right = total = 0
    for section in row["sections"]:
        last = -1
        for snippet in section["snippets"]:
            total += 1
            places = [found.start() for found in re.finditer(re.escape(norm(snippet)), text)]
            under = [
                place
                for place in places
                if max(e for e in events if e[0] <= place)[1] == norm(section["heading"])
            ]
            right += bool(under and under[0] >= last)
            last = max([last, *under[:1]])
    return right, total


def test_reading_order_of_templates(shared):
    folder = shared / "reading_order"
    labels = yaml.safe_load((folder / "labels.yaml").read_text())
    wrong = []
    for name, row in labels.items():
        lines = read(folder / name, limits=Limits(pages=1, child_process=False)).text.split("\n")
        right, total = right_snippets(lines, row)
        if right < total:
            wrong.append((name, right, total))
    assert len(wrong) <= 1, wrong


def test_phrases_and_order_of_resumes(shared):
    folder = shared / "resumes"
    whole = order = phrases = pairs = 0
    for path in sorted(folder.glob("*.gold.yaml")):
        gold = yaml.safe_load(path.read_text())
        if gold.get("layout") == "scan":
            continue
        text = tight(read(folder / gold["file"], limits=HERE).text)
        wanted = gold.get("must_contain") or []
        whole += sum(tight(phrase) in text for phrase in wanted)
        phrases += len(wanted)
        for first, second in gold.get("reading_order") or []:
            pairs += 1
            order += 0 <= text.find(tight(first)) < text.find(tight(second))
    assert whole >= 0.99 * phrases
    assert order >= 0.98 * pairs


def end_of(path) -> str:
    """The reason of the error in which a file ends, or "text"."""
    try:
        document = read(path, limits=HERE, ocr=False)
    except DocumentError as error:
        told = str(error)
        return error.reason if path.name in told and "\n" not in told else f"unclear: {told}"
    return "text" if document.text.strip() else "nothing"


def test_odd_files_end_in_text_or_one_clear_error(shared):
    ends = {end_of(path) for path in (shared / "odd_pdfs").glob("*.pdf")}
    assert {"text", "scan", "broken"} <= ends
    assert ends <= {"text", "scan", "broken", "empty", "encrypted", "unreadable", "limits"}
