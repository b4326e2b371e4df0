"""gapcheck: a resume and skills-gap analyzer.

    from gapcheck import Analyzer

    report = Analyzer().analyze("resume.pdf", role="machine-learning-engineer")
    report.score.value, report.missing()

The names below are the public ones. Each is loaded when it is first asked for, so that importing gapcheck costs
nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gapcheck.analyzer import Analyzer, Failure
    from gapcheck.config import Policy, load_policy
    from gapcheck.document import Document
    from gapcheck.errors import (
        ConfigError,
        DocumentError,
        GapcheckError,
        TaxonomyError,
        UnknownNameError,
    )
    from gapcheck.matching.nearest import rank_skills, tag_skills
    from gapcheck.posting.model import JobPosting
    from gapcheck.reading import Limits, read
    from gapcheck.rendering import render
    from gapcheck.report import GapReport
    from gapcheck.resume.model import Resume
    from gapcheck.taxonomy import Taxonomy
    from gapcheck.taxonomy import load as load_taxonomy
    from gapcheck.version import VERSION as __version__  # noqa: N811  # the name that tools expect

__all__ = [
    "Analyzer",
    "ConfigError",
    "Document",
    "DocumentError",
    "Failure",
    "GapReport",
    "GapcheckError",
    "JobPosting",
    "Limits",
    "Policy",
    "Resume",
    "Taxonomy",
    "TaxonomyError",
    "UnknownNameError",
    "__version__",
    "load_policy",
    "load_taxonomy",
    "rank_skills",
    "read",
    "render",
    "tag_skills",
]

_HOMES = {
    "Analyzer": "gapcheck.analyzer:Analyzer",
    "ConfigError": "gapcheck.errors:ConfigError",
    "Document": "gapcheck.document:Document",
    "DocumentError": "gapcheck.errors:DocumentError",
    "Failure": "gapcheck.analyzer:Failure",
    "GapReport": "gapcheck.report:GapReport",
    "GapcheckError": "gapcheck.errors:GapcheckError",
    "JobPosting": "gapcheck.posting.model:JobPosting",
    "Limits": "gapcheck.reading:Limits",
    "Policy": "gapcheck.config:Policy",
    "Resume": "gapcheck.resume.model:Resume",
    "Taxonomy": "gapcheck.taxonomy:Taxonomy",
    "TaxonomyError": "gapcheck.errors:TaxonomyError",
    "UnknownNameError": "gapcheck.errors:UnknownNameError",
    "__version__": "gapcheck.version:VERSION",
    "load_policy": "gapcheck.config:load_policy",
    "load_taxonomy": "gapcheck.taxonomy:load",
    "rank_skills": "gapcheck.matching.nearest:rank_skills",
    "read": "gapcheck.reading:read",
    "render": "gapcheck.rendering:render",
    "tag_skills": "gapcheck.matching.nearest:tag_skills",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, _, attribute = home.partition(":")
    value = getattr(import_module(module), attribute)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
