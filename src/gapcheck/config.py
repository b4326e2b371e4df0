"""The scoring policy: all constants that change a score, from policy.toml and a user's own file."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from importlib import resources
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from gapcheck.errors import ConfigError

Share = Field(ge=0.0, le=1.0)


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ScorePolicy(_Section):
    """How requirements add up to the score."""

    preferred_factor: float = Share
    preferred_share_cap: float = Share
    soft_factor: float = Share
    soft_share_cap: float = Share
    support_floor: float = Share
    met: float = Share
    partial: float = Share
    min_words: int = Field(ge=0)


class ClaimPolicy(_Section):
    """What each kind of claim is worth."""

    present: float = Share
    past: float = Share
    exposure: float = Share
    aspired: float = Share
    absent: float = Share
    other: float = Share


class SourcePolicy(_Section):
    """What each place in a resume is worth."""

    job_dated: float = Share
    job_undated: float = Share
    job_undated_alone: float = Share
    project_dated: float = Share
    project_undated: float = Share
    volunteering: float = Share
    other_section: float = Share
    publication: float = Share
    training: float = Share
    list_beside_work: float = Share
    language: float = Share
    list_alone: float = Share
    soft_claimed: float = Share


class RelationPolicy(_Section):
    """What evidence of a related skill is worth."""

    exact: float = Share
    pattern: float = Share
    child: float = Share
    grandchild: float = Share
    grandchildren: float = Share
    parent: float = Share
    open_member: float = Share
    sibling_in_open_list: float = Share
    similarity_cap: float = Share
    umbrella: float = Share
    telling_class: int = Field(ge=0)


class SimilarityPolicy(_Section):
    """When similar words are shown."""

    threshold: float = Share
    limit: int = Field(ge=0)


class EducationPolicy(_Section):
    """What a degree is worth."""

    in_progress: float = Share
    one_level_below: float = Share
    named_field: float = Share
    related_field: float = Share
    related_field_unasked: float = Share
    adjacent_field: float = Share
    unstated_field: float = Share
    unrelated_field: float = Share


class ExperiencePolicy(_Section):
    """How years of experience are judged."""

    unstated_months: int = Field(ge=1)
    relevant_skills: int = Field(ge=1)
    without_time: float = Share


class CertificationPolicy(_Section):
    """What a certificate is worth."""

    current: float = Share
    unknown: float = Share
    expired: float = Share
    in_progress: float = Share
    other_on_topic: float = Share
    covers_share: float = Share
    as_training: float = Share


class AdvicePolicy(_Section):
    """How much advice is given."""

    limit: int = Field(ge=0)
    stale_days: int = Field(ge=0)
    steps: int = Field(ge=0)
    plan_gain: float = Field(ge=0)


class Policy(_Section):
    """All scoring values. policy.toml has the built-in ones, with the reason for each."""

    score: ScorePolicy
    claim: ClaimPolicy
    source: SourcePolicy
    relation: RelationPolicy
    similarity: SimilarityPolicy
    education: EducationPolicy
    experience: ExperiencePolicy
    certification: CertificationPolicy
    advice: AdvicePolicy

    @property
    def sha256(self) -> str:
        """A fingerprint of the values."""
        return hashlib.sha256(json.dumps(self.model_dump(), sort_keys=True).encode()).hexdigest()

    @staticmethod
    def default_text() -> str:
        """The built-in policy.toml, with the reason for each value."""
        return resources.files("gapcheck").joinpath("policy.toml").read_text(encoding="utf-8")


def load_policy(path: Path | None = None) -> Policy:
    """The built-in policy, with the values of a user's TOML file in place of its own.

    Raises:
        ConfigError: the file is missing, is not TOML, or has an unknown or invalid value.
    """
    values = tomllib.loads(Policy.default_text())
    if path is not None:
        values = _laid_over(values, _read(path), path)
    try:
        return Policy.model_validate(values)
    except ValidationError as error:
        raise ConfigError(
            _explained(error, values, path), hint="See `gapcheck config show --default`."
        ) from None


def _read(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigError(f"{path} does not exist.", hint="Check the path given with --config.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} cannot be read: {error}.") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(
            f"{path} is not TOML: {error}.", hint="See `gapcheck config show --default`."
        ) from None


def _laid_over(base: Mapping[str, Any], over: Mapping[str, Any], path: Path) -> dict[str, Any]:
    result = {name: dict(part) for name, part in base.items()}
    for name, part in over.items():
        if not isinstance(part, Mapping):
            raise ConfigError(
                f"{path}: {name} is outside of a [section].", hint="See `gapcheck config show --default`."
            )
        result.setdefault(name, {}).update(part)
    return result


def _explained(error: ValidationError, values: Mapping[str, Any], path: Path | None) -> str:
    """All problems in one line, with a suggestion for a mistyped name."""
    known = {name: list(part) for name, part in tomllib.loads(Policy.default_text()).items()}
    lines = []
    for problem in error.errors():
        place = ".".join(map(str, problem["loc"]))
        text = problem["msg"]
        if problem["type"] == "extra_forbidden":
            section, *rest = map(str, problem["loc"])
            near = (
                get_close_matches(rest[0], known[section], 1)
                if rest
                else get_close_matches(section, known, 1)
            )
            text = "no such setting" + (f"; did you mean {near[0]}?" if near else "")
        else:
            value: Any = values
            for key in problem["loc"]:
                value = value.get(key) if isinstance(value, Mapping) else None
            text = f"{value!r}: {text[0].lower()}{text[1:]}"
        lines.append(f"{place}: {text}")
    said = "; ".join(lines)
    return f"{path or 'policy.toml'}: {said}" + ("" if said.endswith("?") else ".")
