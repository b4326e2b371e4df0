"""What a saved page holds for machines: a schema.org JobPosting, and the escaped HTML of job-board interfaces."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

_FEWEST_ESCAPED = 4
_TAG = r"/?(?:p|ul|ol|li|div|br|h[1-6]|strong|b|em|i|u|span|table|tbody|tr|td|th)\b"
_ESCAPED_TAG = re.compile(rf"&lt;(?={_TAG})((?:(?!&[lg]t;|[<>]).)*)&gt;", re.IGNORECASE | re.DOTALL)
_ESCAPED_BLOCK = re.compile(r"&lt;/?(?:p|ul|li|div|br|h[1-6])\b", re.IGNORECASE)
_MARKUP = re.compile(rf"<{_TAG}", re.IGNORECASE)
_MOST_ESCAPES = 3
_WORD = re.compile(r"\w{3,}")
_MOST_DEPTH = 4
_LONGER_TEXTS = (
    "description",
    "responsibilities",
    "qualifications",
    "skills",
    "experienceRequirements",
    "educationRequirements",
)
"""Properties of a JobPosting that hold what the job is and asks for."""


def unescaped_markup(text: str) -> str:
    """A page with the tags that were escaped once too often as tags again."""
    if len(_ESCAPED_BLOCK.findall(text)) < _FEWEST_ESCAPED:
        return text
    tags = _ESCAPED_TAG.sub(lambda match: f"<{html.unescape(match.group(1))}>", text)
    return re.sub(r"&amp;(#?\w{2,8};)", r"&\1", tags)


def job_posting_markup(root: Any, shown: str) -> str:
    """The JobPosting in the data of a page as HTML; "" where there is none, or where the page shows it anyway."""
    postings = [each for script in root.iter("script") for each in _postings(script)]
    if len(postings) != 1:
        return ""
    markup = _markup(postings[0])
    words = set(_WORD.findall(re.sub(r"<[^>]*>", " ", html.unescape(markup)).lower()))
    seen = set(_WORD.findall(shown.lower()))
    return markup if words and 2 * len(words & seen) < len(words) else ""


def _postings(script: Any) -> Iterator[dict[str, Any]]:
    if "ld+json" not in (script.get("type") or "").lower():
        return
    try:
        data = json.loads(script.text_content(), strict=False)
    except (ValueError, RecursionError):
        return
    yield from _of_type(data, _MOST_DEPTH)


def _of_type(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The JobPostings among the values of a document of linked data."""
    if isinstance(data, list):
        for each in data[:100]:
            yield from _of_type(each, depth - 1) if depth else ()
    elif isinstance(data, dict):
        kinds = data.get("@type")
        if "JobPosting" in (kinds if isinstance(kinds, list) else [kinds]):
            yield data
        elif depth:
            yield from _of_type(data.get("@graph"), depth - 1)


def _markup(posting: dict[str, Any]) -> str:
    title = posting.get("title")
    pieces = [f"<h1>{html.escape(title)}</h1>"] if isinstance(title, str) else []
    for name in _LONGER_TEXTS:
        text = posting.get(name)
        if isinstance(text, list):
            text = "\n".join(f"<li>{each}</li>" for each in text if isinstance(each, str))
        if not isinstance(text, str) or not text.strip():
            continue
        heading = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()
        pieces += [] if name == "description" else [f"<h2>{heading}</h2>"]
        pieces.append(_as_markup(text))
    return "\n".join(pieces)


def _as_markup(text: str) -> str:
    for _ in range(_MOST_ESCAPES):
        if _MARKUP.search(text) or html.unescape(text) == text:
            break
        text = html.unescape(text)
    if _MARKUP.search(text):
        return f"<div>{text}</div>"
    return "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line.strip())
