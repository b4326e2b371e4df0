"""The words around short and ambiguous names (assertion_cues.yaml, `context`), in every form that they have."""

from __future__ import annotations

from collections.abc import Iterable

from gapcheck.matching.relations import Relations
from gapcheck.taxonomy.language.matching_words import ContextCues
from gapcheck.text.inflection import forms
from gapcheck.text.patterns import Pattern, compile_pattern

_SIGNS = frozenset({",", "/", "|", "+", "&", "•", "·", ";", "(", ")", ":", "\t"})
"""Signs that may separate the names of a list."""


class ContextWords:
    """The cue words of a taxonomy, compiled once; what each set means is said at `ContextCues`."""

    def __init__(self, cues: ContextCues, relations: Relations) -> None:
        self.relations = relations
        self.before_sure, self.before = _before(cues.before_sure), _before(cues.before)
        self.after = _all_forms(cue for cue in cues.after if " " not in cue)
        self.after_phrases = tuple(compile_pattern(cue) for cue in cues.after if " " in cue)
        self.not_before = _all_forms(cues.not_before)
        self.not_after = _all_forms(cues.not_after)
        self.not_after_single = _all_forms(cues.not_after_single)
        self.proper_after = _all_forms(cues.proper_after)
        self.persons = _all_forms(cues.persons)
        self.given = _all_forms(cues.given_names)
        self.determiners = _all_forms(cues.determiners)
        self.links = _SIGNS | _all_forms(cues.links)
        self.senses: dict[str, frozenset[str]] = {}
        self.next: dict[str, frozenset[str]] = {}
        for sense in cues.senses:
            for name in sense.names:
                self.senses[name] = self.senses.get(name, frozenset()) | _all_forms(sense.words)
                self.next[name] = self.next.get(name, frozenset()) | _all_forms(sense.next)
        self.centers, self.society_before = _all_forms(cues.centers), _all_forms(cues.society_before)
        self.animal_before = _all_forms(cues.animal_before)


def _all_forms(words: Iterable[str]) -> frozenset[str]:
    """The words in lower case, and every form of those written with a plus sign."""
    return frozenset(
        form for word in words for form in (forms(word[:-1]) if word.endswith("+") else (word.casefold(),))
    )


def _before(cues: Iterable[str]) -> tuple[frozenset[str], tuple[Pattern, ...]]:
    """Words and patterns that are looked for just before a name."""
    patterns = tuple(compile_pattern(cue) for cue in cues if " " in cue)
    return _all_forms(cue for cue in cues if " " not in cue), patterns
