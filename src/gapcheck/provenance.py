"""What made the numbers of a report: versions and fingerprints of code, taxonomy, policy and learned models."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which taxonomy, policy and learned models made the report; `policy` are the effective values.

    `models`: name and SHA-256 of each model that had a say.
    """

    gapcheck_version: str
    taxonomy_version: str
    taxonomy_sha256: str
    policy_sha256: str
    policy: Mapping[str, Any]
    models: Mapping[str, str] = field(default_factory=dict)

    def __reduce__(self) -> tuple[Any, ...]:
        """Views of mappings do not travel between processes; plain dicts do."""
        versions = (self.gapcheck_version, self.taxonomy_version, self.taxonomy_sha256, self.policy_sha256)
        return Provenance, (*versions, dict(self.policy), dict(self.models))

    def to_dict(self) -> dict[str, Any]:
        """Its keys in the JSON of a report."""
        return {
            "gapcheck_version": self.gapcheck_version,
            "taxonomy": {"version": self.taxonomy_version, "sha256": self.taxonomy_sha256},
            "policy": {"sha256": self.policy_sha256, **self.policy},
            **({"models": dict(self.models)} if self.models else {}),
        }

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Provenance:
        """What `to_dict` wrote, among the keys of a report."""
        taxonomy, policy = values["taxonomy"], dict(values["policy"])
        version, sha256 = values["gapcheck_version"], policy.pop("sha256")
        return cls(version, taxonomy["version"], taxonomy["sha256"], sha256, policy, values.get("models", {}))
