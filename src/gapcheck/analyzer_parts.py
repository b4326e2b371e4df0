"""What an analyzer is made of: taxonomy, policy, exchangeable parts and limits, each built at its first use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cached_property, partial
from threading import Lock
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Self

from gapcheck import taxonomy
from gapcheck.collecting import collector_paused
from gapcheck.config import Policy, load_policy
from gapcheck.guard.deadline import deadline
from gapcheck.inputs import checked_functions, checked_kind
from gapcheck.lazy import LazyModule
from gapcheck.limits import Limits
from gapcheck.matching import PhraseSkillMatcher, SkillMatcher, joined_matcher
from gapcheck.matching.asked_names import AskedNames
from gapcheck.matching.similarity import weights_of
from gapcheck.provenance import Provenance
from gapcheck.reading import Reader
from gapcheck.rendering import Renderer
from gapcheck.report import Target
from gapcheck.taxonomy import Taxonomy
from gapcheck.version import VERSION

if TYPE_CHECKING:
    from gapcheck.posting import StatementReader

posting = LazyModule("gapcheck.posting")  # a report on a role reads none
_PARTS = (
    "taxonomy", "policy", "readers", "matchers", "statements", "renderers", "ocr", "ocr_language", "limits",
)  # fmt: skip


class AnalyzerParts:
    """The arguments of an `Analyzer`, checked, and what is built of them. It can be pickled; threads may share it."""

    def __init__(
        self,
        taxonomy: Taxonomy | None = None,
        policy: Policy | None = None,
        *,
        readers: Mapping[str, Reader] = MappingProxyType({}),
        matchers: Sequence[SkillMatcher] = (),
        statements: StatementReader | None = None,
        renderers: Mapping[str, Renderer] = MappingProxyType({}),
        ocr: bool = False,
        ocr_language: str = "eng",
        limits: Limits | None = None,
    ) -> None:
        checked_kind("limits", limits, Limits)
        checked_kind("taxonomy", taxonomy, Taxonomy)
        checked_kind("policy", policy, Policy)
        checked_functions("readers", readers)
        checked_functions("renderers", renderers)
        if isinstance(matchers, str) or not all(hasattr(each, "find") for each in matchers):
            raise TypeError("matchers must be a sequence of objects with a method find.")
        if statements is not None and not callable(statements):
            raise TypeError("statements must be a function of clauses, or None.")
        self._taxonomy = taxonomy
        self._policy = policy
        self._readers = dict(readers)
        self._matchers = tuple(matchers)
        self._statements = statements
        self._renderers = dict(renderers)
        self._ocr = ocr
        self._ocr_language = ocr_language
        self._limits = limits or Limits()
        self._matcher: SkillMatcher | None = None
        self._lock = Lock()

    def __reduce__(self) -> tuple[partial[Self], tuple[()]]:
        """Pickle what the analyzer was made of; locks and the built-in matcher are made anew on the other side."""
        return partial(type(self), **self.parts), ()

    @property
    def parts(self) -> dict[str, Any]:
        """What it was made of: the arguments to make another one like it."""
        return {name: getattr(self, f"_{name}") for name in _PARTS}

    @property
    def limits(self) -> Limits:
        """What a document may cost."""
        return self._limits

    def with_limits(self, limits: Limits) -> Self:
        """The same analyzer with other limits."""
        return type(self)(**{**self.parts, "limits": limits})

    @cached_property
    def taxonomy(self) -> Taxonomy:
        """The taxonomy in use."""
        return self._taxonomy or taxonomy.load()

    @cached_property
    def policy(self) -> Policy:
        """The scoring policy in use."""
        return self._policy or load_policy()

    @cached_property
    def _policy_values(self) -> tuple[str, Mapping[str, object]]:
        return self.policy.sha256, MappingProxyType(self.policy.model_dump())

    @cached_property
    def _asked_names(self) -> AskedNames:
        return AskedNames(self.taxonomy)

    @cached_property
    def statements(self) -> StatementReader:
        """What decides which clauses of a job document ask for something; by default rules and a small model."""
        if self._statements is not None:
            return self._statements
        learned: StatementReader = posting.LearnedStatements(self.taxonomy)
        return learned

    @property
    def matcher(self) -> SkillMatcher:
        """What finds skills in a text; the built-in matcher is built at first use."""
        with self._lock:
            if self._matcher is None:
                with collector_paused():
                    self._matcher = joined_matcher(self._matchers or (PhraseSkillMatcher(self.taxonomy),))
            return self._matcher

    def _deadline(self, name: str, documents: int = 1) -> AbstractContextManager[None]:
        """A document's deadline; it does not count the first use of a taxonomy, which compiles its names."""
        if isinstance(self.matcher, PhraseSkillMatcher):
            weights_of(self.taxonomy)
        return deadline(name, self.limits, documents)

    def provenance(self, target: Target | None = None) -> Provenance:
        """Versions of what makes the numbers: code, taxonomy, policy, and models that read the target."""
        known, (sha256, values) = self.taxonomy, self._policy_values
        read_by = self.statements if target is not None and target.kind == "job" else None
        identity: tuple[str, str] | None = getattr(read_by, "identity", None)
        models = dict([identity]) if identity else {}
        return Provenance(VERSION, known.version, known.sha256, sha256, values, models)
