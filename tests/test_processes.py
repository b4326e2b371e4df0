"""What travels between processes arrives whole: reports and every kind of error."""

from __future__ import annotations

import copy
import pickle

import pytest

from gapcheck import Analyzer, DocumentError, TaxonomyError, errors
from gapcheck.guard import GuardError
from gapcheck.limits import Limits
from tests.places import ROOT

KINDS = sorted(
    (
        each
        for each in vars(errors).values()
        if isinstance(each, type)
        and issubclass(each, errors.GapcheckError)
        and each not in (DocumentError, TaxonomyError)
    ),
    key=lambda each: each.__name__,
)


@pytest.mark.parametrize(
    "error",
    [
        DocumentError("a.pdf is empty.", reason="empty", hint="Send it again."),
        TaxonomyError("Two faults.", problems=("a.yaml:1: no label", "a.yaml:9: no id"), hint="Mend them."),
        GuardError("limits", "wall", Limits(wall_seconds=3)),
        *(kind("It is wrong.", hint="Mend it.") for kind in KINDS),
    ],
    ids=lambda error: type(error).__name__,
)
def test_errors(error):
    sent = pickle.loads(pickle.dumps(error))  # noqa: S301  # our own
    assert type(sent) is type(error)
    assert str(sent) == str(error)
    assert vars(sent) == vars(error)


def test_reports():
    report = Analyzer().analyze(ROOT / "examples" / "resume.pdf", as_of="2026-11-21")
    assert pickle.loads(pickle.dumps(report)) == report  # noqa: S301  # our own
    assert copy.deepcopy(report) == report
