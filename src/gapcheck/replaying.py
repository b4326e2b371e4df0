"""Makes a logged decision again, and says whether it comes out the same, or which version is another one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gapcheck.analyzer import Analyzer
from gapcheck.config import Policy
from gapcheck.errors import GapcheckError
from gapcheck.export.decision_log import Record, decision_record, line_of, logged_document, with_documents
from gapcheck.inputs import Source, sha256_of


@dataclass(frozen=True, slots=True)
class Replay:
    """How a decision came out again. `same`: byte for byte; `versions`: what is not as it was; `changed`: what differs."""

    id: str
    same: bool
    versions: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def replay(
    record: Record,
    analyzer_with: Callable[[Policy | None], Analyzer],
    document: Source | None = None,
    job: Source | None = None,
) -> Replay:
    """Recompute a decision.

    Args:
        record: the decision, as `read_log` gives it.
        analyzer_with: makes the analyzer for a policy (None: the policy in force), with the taxonomy to use.
        document: the resume, unless its text was logged.
        job: the job document, unless its text was logged or the target is a role.

    Raises:
        GapcheckError: a document is not given, or not the one that the decision was about.
        DocumentError: a document cannot be read.
    """
    resume = _source(record, "resume", document, record["document"]["sha256"], "--document")
    posting = None
    if record["target"]["kind"] == "job":
        posting = _source(record, "job", job, record["target"].get("sha256", ""), "--job")
    analyzer = analyzer_with(_policy(record))
    role = record["target"]["id"] if posting is None else None
    with_text = "documents" in record
    read = {
        "resume": analyzer.read(resume),
        **({"job": analyzer.read(posting)} if posting is not None else {}),
    }
    report = analyzer.analyze(
        read["resume"], role=role, job=read.get("job"), as_of=record["as_of"], blind=record["blind"]
    )
    sha256 = record["target"].get("sha256", "")
    again = decision_record(report, blind=record["blind"], job_sha256=sha256, text=with_text)
    again = with_documents(again, read) if with_text else again
    versions = _versions(record, again)
    same = line_of(again) == line_of(record)
    return Replay(record["id"], same, versions, () if same else _changed(record, again))


def _source(record: Record, name: str, given: Source | None, sha256: str, option: str) -> Source:
    """The document that was given, or the one in the log.

    Raises:
        GapcheckError: there is none, or it is another one.
    """
    if given is None:
        kept = logged_document(record, name)
        if kept is None:
            raise GapcheckError(
                f"The log does not hold the text of the {name}.", hint=f"Give the file with {option} FILE."
            )
        return kept
    if sha256_of(given) != sha256:
        raise GapcheckError(
            f"This is not the {name} of decision {record['id'][:12]}: its SHA-256 is {sha256_of(given)[:12]}..., "
            f"that of the log {sha256[:12]}...",
            hint="Find the file by its SHA-256, as sha256sum prints it.",
        )
    return given


def _policy(record: Record) -> Policy | None:
    """The policy of the decision; the one in force if this version has other values."""
    values = {name: each for name, each in record["policy"].items() if name != "sha256"}
    try:
        return Policy.model_validate(values)
    except ValueError:
        return None


def _versions(old: Record, new: Record) -> tuple[str, ...]:
    """What made the decision then and now, where that differs."""
    pairs = [
        ("gapcheck", old["gapcheck_version"], new["gapcheck_version"]),
        ("taxonomy", _version(old["taxonomy"]), _version(new["taxonomy"])),
        ("policy", old["policy"]["sha256"][:12], new["policy"]["sha256"][:12]),
    ]
    models, others = old.get("models", {}), new.get("models", {})
    pairs += [
        (f"model {name}", str(models.get(name, "none"))[:12], others.get(name, "none")[:12])
        for name in sorted({*models, *others})
    ]
    return tuple(f"{name}: {then} then, {now} now" for name, then, now in pairs if then != now)


def _version(taxonomy: Record) -> str:
    return f"{taxonomy['version']} ({taxonomy['sha256'][:12]})"


def _changed(old: Record, new: Record) -> tuple[str, ...]:
    """The parts of the record that came out otherwise; of rows those whose credit did."""
    found = []
    if old["score"] != new["score"]:
        found.append(f"score: {old['score']['value']} then, {new['score']['value']} now")
    before = {row["id"]: row for row in old["requirements"]}
    after = {row["id"]: row for row in new["requirements"]}
    for id_ in sorted({*before, *after}):
        then, now = before.get(id_), after.get(id_)
        if then != now:
            was, is_now = (row["credit"] if row else "no row" for row in (then, now))
            found.append(f"{id_}: {was} then, {is_now} now" if was != is_now else f"{id_}: evidence")
    others = sorted(
        key for key in {*old, *new} - {"score", "requirements", "id"} if old.get(key) != new.get(key)
    )
    return (*found, *others)
