"""The scoring policy: all constants that change a score, from policy.toml and a user's own file."""

from __future__ import annotations

import hashlib
import json
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from gapcheck.bounded_files import content_of
from gapcheck.errors import ConfigError
from gapcheck.limits import Limits
from gapcheck.near_names import did_you_mean

Share = Field(ge=0.0, le=1.0)
_LIMITS = "limits"
_HINT = "See `gapcheck config show --default`."


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ScorePolicy(_Section):
    """How requirements add up to the score."""

    preferred_factor: float = Share
    preferred_share_cap: float = Share
    soft_factor: float = Share
    years_factor: float = Field(ge=0.0)
    gate_factor: float = Field(ge=0.0)
    gate_share: float = Field(ge=0.0, lt=1.0)
    soft_share_cap: float = Share
    support_floor: float = Share
    met: float = Share
    partial: float = Share
    min_words: int = Field(ge=0)
    long_posting: int = Field(ge=0)
    few_rows: int = Field(ge=0)


class ClaimPolicy(_Section):
    """What each kind of claim is worth."""

    present: float = Share
    past: float = Share
    exposure: float = Share
    aspired: float = Share
    absent: float = Share
    other: float = Share
    confirmed: float = Share


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
    list_unshown: float = Share
    list_shown_share: float = Field(gt=0.0, le=1.0)
    line_names: int = Field(ge=1)
    long_list: int = Field(ge=1)
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
    not_narrowed: float = Share
    soft_stand_in: float = Share
    telling_class: int = Field(ge=0)


class SimilarityPolicy(_Section):
    """When similar words are shown."""

    threshold: float = Share
    limit: int = Field(ge=0)
    closest: float = Share
    in_part: float = Share


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
    kinds_of_one: int = Field(ge=1)
    without_time: float = Share
    side_duty: float = Share
    before_window: float = Share
    many_duties: int = Field(ge=1)


class LanguagePolicy(_Section):
    """What a spoken language below the level asked for is worth, and without a level; `shown_level`: that of work in it."""

    one_level_below: float = Share
    lower: float = Share
    level_unstated: float = Share
    shown_level: int = Field(ge=1, le=6)


class ToolLevelPolicy(_Section):
    """What a tool is worth that the resume prints at a lower level than the posting asks for."""

    one_level_below: float = Share
    lower: float = Share


class SignsPolicy(_Section):
    """When it is said that a resume seems written for programs, and how far the range then widens."""

    sentence_names: int = Field(ge=1)
    entry_names: int = Field(ge=1)
    copied_run: int = Field(ge=2)
    copied_words: int = Field(ge=2)
    repeated: int = Field(ge=2)
    repeated_share: float = Share
    doubt: float = Field(ge=0.0, le=100.0)


class VerdictPolicy(_Section):
    """The scores from which each word is said of the whole."""

    strong: float = Field(ge=0.0, le=100.0)
    good: float = Field(ge=0.0, le=100.0)
    partial: float = Field(ge=0.0, le=100.0)


class CertificationPolicy(_Section):
    """What a certificate is worth."""

    current: float = Share
    unknown: float = Share
    expired: float = Share
    in_progress: float = Share
    obtainable: float = Share
    other_on_topic: float = Share
    other_region: float = Share
    lower_step: float = Share
    covers_share: float = Share
    as_training: float = Share


class AdvicePolicy(_Section):
    """How much advice is given."""

    limit: int = Field(ge=0)
    stale_days: int = Field(ge=0)
    steps: int = Field(ge=0)
    plan_gain: float = Field(ge=0)
    step_gain: float = Field(ge=0)
    action_gain: float = Field(ge=0)
    unshown_weight: float = Field(ge=0, le=1)
    project_weight: float = Field(ge=0, le=1)
    learn_weight: float = Field(ge=0, le=1)
    certificate_weight: float = Field(ge=0, le=1)


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
    language: LanguagePolicy
    tool_level: ToolLevelPolicy
    signs: SignsPolicy
    verdict: VerdictPolicy
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
    values: dict[str, Any] = tomllib.loads(Policy.default_text())
    try:
        for name, part in _read(path).items() if path else ():
            if name == _LIMITS:
                continue
            if not isinstance(part, dict):
                raise ConfigError(f"{path}: {name} is outside of a [section].", hint=_HINT)
            values[name] = values.get(name, {}) | part
        return Policy.model_validate(values)
    except ValidationError as error:
        text = "; ".join(map(_explained, error.errors()))
        end = "" if text.endswith("?") else "."
        raise ConfigError(f"{path or 'policy.toml'}: {text}{end}", hint=_HINT) from None
    except (ValueError, RecursionError) as error:  # also a number of more digits than Python reads
        why = "it is nested too deeply" if isinstance(error, RecursionError) else error
        raise ConfigError(f"{path} is not TOML: {why}.", hint=_HINT) from None


def load_limits(path: Path | None = None) -> Limits:
    """What a document may cost: the built-in limits, with those of the section [limits] of a user's file.

    They are no part of the policy and its fingerprint: they decide what is read, not what it is worth.

    Raises:
        ConfigError: as `load_policy`.
    """
    if path is None:
        return Limits()
    try:
        section = _read(path).get(_LIMITS, {})
        if not isinstance(section, dict):
            raise ConfigError(f"{path}: {_LIMITS} is not a [section].", hint=_HINT)
        return Limits.of(section)
    except (ValueError, RecursionError) as error:
        end = "" if str(error).endswith("?") else "."
        raise ConfigError(f"{path}: {_LIMITS}.{error}{end}", hint=_HINT) from None


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(content_of(path).decode())
    except FileNotFoundError:
        raise ConfigError(f"{path} does not exist.", hint="Check the path given with --config.") from None
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or error
        raise ConfigError(f"{path} cannot be read: {why}.") from None


def _explained(problem: Any) -> str:
    """A problem with a value, with a suggestion for a mistyped name."""
    *section, name = problem["loc"]
    text = f"{problem['input']!r}: {problem['msg'][0].lower()}{problem['msg'][1:]}"
    if problem["type"] == "extra_forbidden":
        known = {_LIMITS: {}, **tomllib.loads(Policy.default_text())}
        text = "no such setting" + did_you_mean(name, known[section[0]] if section else known)
    return f"{'.'.join(problem['loc'])}: {text}"
