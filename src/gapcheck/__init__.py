"""gapcheck: a resume and skills-gap analyzer.

    from gapcheck import Analyzer

    report = Analyzer().analyze("resume.pdf", role="machine-learning-engineer")
    report.score.value, report.missing()

The names below are the public ones. Each is imported when it is first used, so that `import gapcheck` itself
is instant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lazy import lazy_names

if TYPE_CHECKING:
    from gapcheck.advice import LearningStep, PlanLimits, SharedGaps
    from gapcheck.analyzer import Analyzer
    from gapcheck.comparison import Comparison, compare
    from gapcheck.config import Policy, load_limits, load_policy
    from gapcheck.document import Document
    from gapcheck.documents import read_document as read
    from gapcheck.errors import (
        ConfigError,
        DocumentError,
        GapcheckError,
        TaxonomyError,
        UnknownNameError,
    )
    from gapcheck.limits import Limits
    from gapcheck.many import Failure
    from gapcheck.matching.nearest import rank_skills, tag_skills
    from gapcheck.pool import AnalyzerPool
    from gapcheck.posting.model import JobPosting
    from gapcheck.rendering import PageView, annotate, render, render_comparison
    from gapcheck.report import GapReport
    from gapcheck.resume.model import Resume
    from gapcheck.taxonomy import Taxonomy
    from gapcheck.taxonomy import load as load_taxonomy
    from gapcheck.version import VERSION as __version__  # noqa: N811  # the name that tools expect

__all__ = [
    "Analyzer",
    "AnalyzerPool",
    "Comparison",
    "ConfigError",
    "Document",
    "DocumentError",
    "Failure",
    "GapReport",
    "GapcheckError",
    "JobPosting",
    "LearningStep",
    "Limits",
    "PageView",
    "PlanLimits",
    "Policy",
    "Resume",
    "SharedGaps",
    "Taxonomy",
    "TaxonomyError",
    "UnknownNameError",
    "__version__",
    "annotate",
    "compare",
    "load_limits",
    "load_policy",
    "load_taxonomy",
    "rank_skills",
    "read",
    "render",
    "render_comparison",
    "tag_skills",
]

# what a report on a role needs goes first: modules are imported in this order until one has the name
__getattr__ = lazy_names(
    __name__,
    ".version",
    ".errors",
    ".limits",
    ".config",
    ".document",
    ".report",
    ".taxonomy",
    ".reading",
    ".analyzer",
    ".rendering",
    ".resume.model",
    ".advice",
    ".many",
    ".documents",
    ".comparison",
    ".matching.nearest",
    ".posting.model",
    ".pool",
    load_taxonomy="load",
    read="read_document",
    __version__="VERSION",
)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
