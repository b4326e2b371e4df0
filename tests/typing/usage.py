"""What users write, for type checkers: `mypy --strict tests/typing` must find nothing to say."""

from collections.abc import Iterable
from pathlib import Path
from typing import assert_type

import gapcheck
from gapcheck import Analyzer, DocumentError, Failure, GapReport, Taxonomy, load_policy, load_taxonomy, read


def one(path: Path) -> float | None:
    report = Analyzer().analyze(path, role="machine-learning-engineer", as_of="2026-11-21")
    assert_type(report, GapReport)
    assert_type(report.to_json(), str)
    assert_type(gapcheck.render(report, "html"), str)
    assert_type(GapReport.from_json(report.to_json()), GapReport)
    for row in report.missing():
        assert_type(row.id, str)
    for suggestion in report.certifications.suggested:
        assert_type(suggestion.cost_usd, float | None)
    return report.score.value


def many(paths: list[str], posting: bytes) -> Iterable[str]:
    analyzer = Analyzer(load_taxonomy(), load_policy())
    for outcome in analyzer.analyze_many(paths, job=posting, workers=2, advice=False):
        if isinstance(outcome, Failure):
            yield outcome.message
        else:
            assert_type(outcome, GapReport)
            yield outcome.target.title


def plugged(report: GapReport) -> str:
    analyzer = Analyzer(
        readers={".rev": lambda source, _names, _limits: read(source.data[::-1])},
        renderers={"line": lambda each: each.document.name},
    )
    assert_type(analyzer.analyze(b"...", job_text="..."), GapReport)
    return analyzer.render(report, "line")


def looked_up(taxonomy: Taxonomy) -> str:
    return taxonomy.skill("python").label


def text_of(path: str) -> str:
    try:
        return read(path).text
    except DocumentError as error:
        return error.reason
