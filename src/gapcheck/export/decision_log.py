"""The decision log: one line of JSON for each score, with all that is needed to make it again, and who thought otherwise.

A line holds no text of the resume unless it is asked for: places are offsets, and the document is named by
its SHA-256.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from gapcheck.bounded_files import lines_of
from gapcheck.document import Document
from gapcheck.errors import GapcheckError
from gapcheck.plain_values import from_plain, picked, plain
from gapcheck.report import Evidence, GapReport, RequirementRow

LOG_VERSION = "1"
DECISION = "decision"
"""The key under which a row carries its record."""
Record = Mapping[str, Any]

_IN_BRACKETS = re.compile(r"\s\([^()]*\)")
_TOLD_BY_LABELS = frozenset({"skill", "knowledge", "soft_skill", "language"})
"""Kinds of row whose reasons hold names of the taxonomy, and words of the resume in brackets only."""
_OF_EVIDENCE = (
    "skill",
    "method",
    "rule",
    "assertion",
    "similarity",
    "page",
    "start",
    "end",
    "months",
    "last_used",
)
_OF_ROW = (
    "id",
    "kind",
    "necessity",
    "weight",
    "points",
    "points_possible",
    "credit",
    "status",
    "grade",
    "summary",
    "sources",
)
_TEXT = (str,)
_PARTS: Mapping[str, Mapping[str, tuple[type, ...]]] = {
    "decision": {
        **dict.fromkeys(("as_of", "gapcheck_version", "taxonomy.version", "taxonomy.sha256"), _TEXT),
        **dict.fromkeys(
            ("policy.sha256", "document.sha256", "target.kind", "target.id", "target.sha256"), _TEXT
        ),
        "blind": (bool,),
        "score.value": (float, int, type(None)),
        "requirements": (list,),
        "models": (dict,),
        "documents": (dict,),
    },
    "override": dict.fromkeys(("decision", "reviewer", "reason"), _TEXT),
}
"""What each kind of record needs to be made again or shown, and of which types that is."""
_PARTS_OF_ROW: Mapping[str, tuple[type, ...]] = {"id": _TEXT, "credit": (float, int)}
_OPTIONAL = frozenset({"target.sha256", "models", "documents"})
_NOTHING = object()


def decision_record(
    report: GapReport, *, blind: bool, job_sha256: str = "", text: bool = False
) -> dict[str, Any]:
    """The line for a report, as plain values.

    Args:
        report: the report.
        blind: whether the person was hidden in it.
        job_sha256: the fingerprint of the job document, if the target is one.
        text: whether the documents will be kept, too (see `with_documents`); reasons may then quote them.
    """
    record: dict[str, Any] = {
        "log_version": LOG_VERSION,
        "kind": "decision",
        "as_of": report.as_of,
        **report.provenance.to_dict(),
        "document": picked(report.document, "format", "sha256", "pages"),
        "target": {**picked(report.target, "kind", "id"), **({"sha256": job_sha256} if job_sha256 else {})},
        "blind": blind,
        "score": plain(report.score),
        "verdict": report.verdict,
        "flags": list(report.flags),
        "requirements": [_row(row, whole=text) for row in report.requirements],
    }
    if not text:
        record["score"]["reason"] = bool(report.score.reason)
    return {**record, "id": identity(record)}


def with_documents(record: Record, documents: Mapping[str, Document]) -> dict[str, Any]:
    """A record with the documents as they were read: the resume ("resume") and the job document ("job")."""
    kept = {**record, "documents": {name: asdict(document) for name, document in documents.items()}}
    return {**kept, "id": identity(kept)}


def with_decision(
    report: GapReport, row: Callable[[GapReport], dict[str, Any]], **options: Any
) -> dict[str, Any]:
    """A ranking's row of a report, and the decision's record beside it, for worker processes."""
    return {**row(report), DECISION: decision_record(report, **options)}


def override_record(
    decision: Record, reviewer: str, reason: str, changed: Mapping[str, Any]
) -> dict[str, Any]:
    """What a person decided otherwise, beside a decision that stays as it is. `changed`: a row, its status, a score."""
    record = {
        "log_version": LOG_VERSION, "kind": "override", "decision": decision["id"], "reviewer": reviewer,
        "reason": reason, **changed,
    }  # fmt: skip
    return {**record, "id": identity(record)}


def identity(record: Record) -> str:
    """A fingerprint of a record, which it carries as `id`; another one means that the line was changed."""
    return sha256(_json({key: each for key, each in record.items() if key != "id"}).encode()).hexdigest()


def line_of(record: Record) -> str:
    """A record as its line, the same for the same values."""
    return f"{_json(record)}\n"


def read_log(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a log, in order.

    Raises:
        GapcheckError: the file cannot be read, or a line is no record, lacks a part or was changed since it
            was written.
    """
    try:
        for number, line in enumerate(lines_of(path), 1):
            if line.strip():
                yield _checked(line, f"{path}:{number}")
    except OSError as error:
        raise GapcheckError(f"{path}: the log cannot be read ({error.strerror}).") from None


def logged_document(record: Record, name: str) -> Document | None:
    """The document that was read for a decision, if its text was logged.

    Raises:
        GapcheckError: the log was made by a version that keeps documents in another way.
    """
    kept = record.get("documents", {}).get(name)
    if kept is None:
        return None
    try:
        return from_plain(Document, kept)
    except ValueError:
        raise GapcheckError("The text in this log is not as this version of gapcheck keeps it.") from None


def _checked(line: bytes, place: str) -> dict[str, Any]:
    try:
        record = json.loads(line.decode())
        version, kind, id_, true_id = record["log_version"], record["kind"], record["id"], identity(record)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        why = "This line is no record of a decision log; it may have been cut off while it was written."
        raise GapcheckError(f"{place}: {why}") from None
    if version != LOG_VERSION or kind not in tuple(_PARTS):
        raise GapcheckError(f"{place}: a record of kind {kind!r}, version {version!r}, which is not known.")
    if id_ != true_id:
        raise GapcheckError(f"{place}: this record was changed after it was written (its id does not fit).")
    lacking = _lacking(record, _PARTS[kind])
    if not lacking and kind == "decision":
        rows = (_lacking(row, _PARTS_OF_ROW) for row in record["requirements"])
        lacking = next((f"requirements.{name}" for name in rows if name), "")
    if lacking:
        raise GapcheckError(f"{place}: this record has no {lacking!r}, or not as a decision log has it.")
    found: dict[str, Any] = record
    return found


def _lacking(values: object, parts: Mapping[str, tuple[type, ...]]) -> str:
    """The first of the parts that is not there, or of another type; "" if there is none."""
    for path, kinds in parts.items():
        value = values
        for key in path.split("."):
            value = value.get(key, _NOTHING) if isinstance(value, dict) else _NOTHING
        if not isinstance(value, kinds) and not (value is _NOTHING and path in _OPTIONAL):
            return path
    return ""


def _row(row: RequirementRow, *, whole: bool) -> dict[str, Any]:
    return {
        **picked(row, *_OF_ROW),
        "evidence": [_evidence(each) for each in row.evidence],
        "reasons": list(row.reasons) if whole else _without_text(row),
    }


def _evidence(found: Evidence) -> dict[str, Any]:
    return picked(found, *_OF_EVIDENCE)


def _without_text(row: RequirementRow) -> Sequence[str]:
    return [_IN_BRACKETS.sub("", each) for each in row.reasons] if row.kind in _TOLD_BY_LABELS else []


def _json(values: Any) -> str:
    return json.dumps(values, ensure_ascii=True, sort_keys=True, separators=(",", ":"), default=str)
