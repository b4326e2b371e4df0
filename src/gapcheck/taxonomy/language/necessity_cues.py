"""The words by which job documents ask: the schema of necessity_cues.yaml."""

from __future__ import annotations

from pydantic import Field

from gapcheck.taxonomy.model import TaxonomyEntry


class NecessityCues(TaxonomyEntry):
    """The whole file. Patterns are written as `gapcheck.text.patterns` describes.

    Each list is described in the file itself, skills_taxonomy/language/en/necessity_cues.yaml.
    """

    required: tuple[str, ...] = ()
    weak_required: tuple[str, ...] = ()
    preferred: tuple[str, ...] = ()
    not_cues: tuple[str, ...] = ()
    predicates: tuple[str, ...] = ()
    copulas: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    asking_verbs: tuple[str, ...] = ()
    cue_subjects: tuple[str, ...] = ()
    duty_subjects: tuple[str, ...] = ()
    not_before_verbs: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    determiners: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    helping: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    qualities: tuple[str, ...] = ()
    abilities: tuple[str, ...] = ()
    able_to: tuple[str, ...] = ()
    addressed: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    not_claims: tuple[str, ...] = ()
    at_ease: tuple[str, ...] = ()
    narrative: tuple[str, ...] = ()
    narrative_verbs: tuple[str, ...] = ()
    acceptable: tuple[str, ...] = ()
    also_accepted: tuple[str, ...] = ()
    in_use: tuple[str, ...] = ()
    contrasts: tuple[str, ...] = ()
    not_contrasts: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    reason_subjects: tuple[str, ...] = ()
    restarts: tuple[str, ...] = ()
    time_parts: tuple[str, ...] = ()
    including: tuple[str, ...] = ()
    lengths: tuple[str, ...] = ()
    preferring: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()
    not_declined: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    and_words: tuple[str, ...] = ()
    addition_words: tuple[str, ...] = ()
    or_words: tuple[str, ...] = ()
    done_with: tuple[str, ...] = ()
    illustrating: tuple[str, ...] = ()
    listing: tuple[str, ...] = ()
    not_listing: tuple[str, ...] = ()
    similar: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    count_of: tuple[str, ...] = ()
    knowledge_words: tuple[str, ...] = ()
    of_what: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    levels: dict[int, tuple[str, ...]] = Field(default_factory=dict)
    experience_as_such: tuple[str, ...] = ()
    experience_words: tuple[str, ...] = ()
    trade_experience: tuple[str, ...] = ()
    trade_in: tuple[str, ...] = ()
    trade_words: tuple[str, ...] = ()
