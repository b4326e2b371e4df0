"""The words of job documents: how they ask, what their sections are called, and what shows a term.

The schema of each file of skills_taxonomy/language/ is a class of its own.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from gapcheck.taxonomy.language.resume_words import HeadingRule
from gapcheck.taxonomy.model import TaxonomyEntry


# necessity_cues.yaml: the words by which job documents ask
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
    modals: tuple[str, ...] = ()
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
    owed: tuple[str, ...] = ()
    not_claims: tuple[str, ...] = ()
    at_ease: tuple[str, ...] = ()
    sought: tuple[str, ...] = ()
    seeks: tuple[str, ...] = ()
    seekers: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    apt: tuple[str, ...] = ()
    invited: tuple[str, ...] = ()
    announces: tuple[str, ...] = ()
    done_before: tuple[str, ...] = ()
    credit: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    refers_back: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    turned_away: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    held_verbs: tuple[str, ...] = ()
    narrative: tuple[str, ...] = ()
    definite: tuple[str, ...] = ()
    narrative_verbs: tuple[str, ...] = ()
    acceptable: tuple[str, ...] = ()
    also_accepted: tuple[str, ...] = ()
    in_use: tuple[str, ...] = ()
    contrasts: tuple[str, ...] = ()
    not_contrasts: tuple[str, ...] = ()
    not_before_contrasts: tuple[str, ...] = ()
    results: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    reason_subjects: tuple[str, ...] = ()
    restarts: tuple[str, ...] = ()
    time_parts: tuple[str, ...] = ()
    including: tuple[str, ...] = ()
    lengths: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()
    preferring: tuple[str, ...] = ()
    stand_ins: tuple[str, ...] = ()
    not_duties: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()
    not_declined: tuple[str, ...] = ()
    has: tuple[str, ...] = ()
    not_done: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    not_doing: tuple[str, ...] = ()
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
    known_of: tuple[str, ...] = ()
    to_have: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    under_way: tuple[str, ...] = ()
    enrolled: tuple[str, ...] = ()
    obtainable: tuple[str, ...] = ()
    able_to_obtain: tuple[str, ...] = ()
    it_again: tuple[str, ...] = ()
    held_already: tuple[str, ...] = ()
    obtained_by: tuple[str, ...] = ()
    obtained_within: tuple[str, ...] = ()
    levels: dict[int, tuple[str, ...]] = Field(default_factory=dict)
    experience_as_such: tuple[str, ...] = ()
    experience_words: tuple[str, ...] = ()
    trade_experience: tuple[str, ...] = ()
    trade_in: tuple[str, ...] = ()
    setting_in: tuple[str, ...] = ()
    backgrounds: tuple[str, ...] = ()
    people_served: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    trade_words: tuple[str, ...] = ()


# posting_headings.yaml: what the sections and tables of job documents are called
class PhrasesOfKind(TaxonomyEntry):
    """What headings of one kind of section, or of one kind of column, say. A longer phrase beats a shorter, an earlier kind a later."""

    kind: str
    phrases: tuple[str, ...]


class PostingHeadingWords(TaxonomyEntry):
    """The whole file. Phrases are written in the pattern language; each list is explained where it is defined."""

    rules: tuple[HeadingRule, ...] = ()
    sections: tuple[PhrasesOfKind, ...] = ()
    whole: tuple[str, ...] = ()
    small_words: tuple[str, ...] = ()
    only_in_sentences: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    items_at_end: tuple[str, ...] = ()
    not_at_end: tuple[str, ...] = ()
    not_items: tuple[str, ...] = ()
    qualities: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()
    fact_labels: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    knowledge_lists: tuple[str, ...] = ()
    papers_lists: tuple[str, ...] = ()
    buttons: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    with_bullets: tuple[str, ...] = ()
    ends_of_duties: tuple[str, ...] = ()
    columns: tuple[PhrasesOfKind, ...] = ()
    ticks: tuple[str, ...] = ()
    crosses: tuple[str, ...] = ()
    letters: dict[str, Literal["required", "preferred"]] = Field(default_factory=dict)


# required_experience.yaml: which lengths of time in a job document are experience asked for
class RequiredExperience(TaxonomyEntry):
    """The whole file. All but the last six lists hold phrases as `gapcheck.text.patterns` describes.

    `not_experience` beside a length, and `time_frames` before it, say that it is not experience, unless `experience`
    follows or the clause tells what somebody has done. `windows` and `recent` say how late it must have been, the latter without a number:
    `recent_months` then. `part_of_years` are parts of years named before, `years_again` more years whose unit was said, `any_work` says that all work counts. `alternatives` and
    `around_numbers` come before a length that replaces a degree; `with_years` between a degree and its length,
    `beyond_degree` between a length and its degree. `not_narrowing` are words before a subject that make it no narrower.
    `settings` are nouns for where work is done: what is before one is looked for in what a job says, not in its trade; `places` are
    single words, a list for each kind of place. Behind "in a" these and `premises` say where years are asked for.
    """

    not_experience: tuple[str, ...] = ()
    time_frames: tuple[str, ...] = ()
    experience: tuple[str, ...] = ()
    windows: tuple[str, ...] = ()
    recent: tuple[str, ...] = ()
    recent_months: int = Field(36, ge=1)
    part_of_years: tuple[str, ...] = ()
    years_again: tuple[str, ...] = ()
    any_work: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    around_numbers: tuple[str, ...] = ()
    with_years: tuple[str, ...] = ()
    beyond_degree: tuple[str, ...] = ()
    not_narrowing: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    premises: tuple[str, ...] = ()
    places: tuple[tuple[str, ...], ...] = ()


# term_words.yaml: words by which a name of a skill is distinguished from other words in a job document
class TermWords(TaxonomyEntry):
    """The whole file; each list is described where it is defined."""

    fillers: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()
    nouns_behind: tuple[str, ...] = ()
    nouns_behind_adjectives: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    sentence_subjects: tuple[str, ...] = ()
    behind_names: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    leading_words: tuple[str, ...] = ()
    general_words: tuple[str, ...] = ()
    small_words: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    within_names: tuple[str, ...] = ()
    before_places: tuple[str, ...] = ()
    kinds_of_work: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    kinds_of_demands: tuple[str, ...] = ()
    classes_of_products: tuple[str, ...] = ()
    leisure: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    noun_endings: tuple[str, ...] = ()
    trait_endings: tuple[str, ...] = ()
    not_traits: tuple[str, ...] = ()
    trait_heads: tuple[str, ...] = ()
    attitudes: tuple[str, ...] = ()
    verbs_too: tuple[str, ...] = ()
    before_people: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    praise: tuple[str, ...] = ()


# working_time.yaml: the words by which a job document says when and how long people work
class WorkingTimeWords(TaxonomyEntry):
    """The whole file. `units` behind a number; `short_weekdays` only between two of them ("Mon-Fri").

    `since` and `until` are printed around times ("from 9 to 5"), `times_of_day` and `percent` behind a number.
    `work_patterns` are whole terms that say how people work ("full time").
    """

    units: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    short_weekdays: tuple[str, ...] = ()
    times_of_day: tuple[str, ...] = ()
    percent: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    work_patterns: tuple[str, ...] = ()
