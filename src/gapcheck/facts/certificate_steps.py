"""Steps of certificates and licences: level 2, Grade III, Class B. Which ones a text prints, and which one is more than another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from gapcheck.lazy import late_pattern
from gapcheck.spans import Span
from gapcheck.taxonomy import Taxonomy
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.language.fact_words import CertificateWords
from gapcheck.text.phrases import CONJUNCTION, alternation, plain

_VALUE = r"(?:\d{1,2}|[ivx]{1,4}|[a-h])(?!\w)"
_VALUES = rf"{_VALUE}(?:\s*(?:[,/&]|\b{CONJUNCTION}\b|\bor\b)\s*{_VALUE})*"
_EACH = re.compile(rf"(?<!\w){_VALUE}")
_CHOICE = re.compile(r"/|\bor\b")
_APART = re.compile(r"[\s,(–—-]*")
_ROMAN = {"i": 1, "v": 5, "x": 10}


class CertificateSteps:
    """The steps in certificate_words.yaml, compiled. Pure after it is built."""

    def __init__(self, words: CertificateWords) -> None:
        self._rising, self._lettered = frozenset(words.rising_steps), frozenset(words.lettered_steps)
        self._named = dict(words.named_steps)
        step = rf"{alternation(words.steps)}(?:(?<=s)es|s)?|{alternation(tuple(self._named))}"
        self._printed = late_pattern(rf"(?<!\w)(?P<step>{step})[\s-]+(?P<values>{_VALUES})")
        self._steps = frozenset(words.steps)

    def printed(self, text: str) -> Mapping[str, frozenset[str]]:
        """The numbers and letters behind each word for a step: "class" a and b, of "Class A or B"."""
        found = defaultdict[str, set[str]](set)
        for each in self._printed.finditer(plain(text)):
            found[self._step(each)].update(_EACH.findall(each["values"]))
        return {step: frozenset(values) for step, values in found.items()}

    def beside(self, text: str, name: Span) -> str:
        """The step that is printed in a name, or right before or behind it, as in a title: "Class A"; empty if none."""
        low = plain(text)
        for each in self._printed.finditer(low):
            start, end = each.span()
            apart = low[end : name.start] if end <= name.start else low[name.end : start]
            if Span(start, end).overlaps(name) or _APART.fullmatch(apart):
                return f"{self._step(each).capitalize()} {_EACH.sub(lambda one: one.group().upper(), each['values'])}"
        return ""

    def reaches(self, asked: str, held: str) -> bool:
        """Whether what is held is no lower step than one asked for; yes where one of the texts prints none."""
        wanted, printed = self.printed(asked), self.printed(held)
        return all(
            any(self._is_enough(step, want, have) for want in wanted[step] for have in printed[step])
            for step in wanted.keys() & printed.keys()
        )

    def share(self, asked: str, held: str) -> float:
        """The share of the steps asked for that are held: a half with part 1, for parts 1 and 2; 1 where there is a choice."""
        low, printed = plain(asked), self.printed(held)
        if any(_CHOICE.search(each["values"]) for each in self._printed.finditer(low)):
            return 1.0
        wanted = [(step, each) for step, values in self.printed(asked).items() for each in values]
        wanted = [(step, each) for step, each in wanted if step in printed]
        enough = [any(self._is_enough(step, each, have) for have in printed[step]) for step, each in wanted]
        return sum(enough) / len(enough) if enough else 1.0

    def _step(self, found: re.Match[str]) -> str:
        word = found["step"]
        steps = (self._named.get(word, word), word.removesuffix("es"), word.removesuffix("s"))
        return next((each for each in steps if each in self._steps), word)

    def _is_enough(self, step: str, wanted: str, held: str) -> bool:
        want, have = _number(wanted), _number(held)
        if want is None or have is None:
            lettered = want is have and step in self._lettered
            return wanted == held or (lettered and held < wanted)
        return want == have or (step in self._rising and have > want)


def _number(value: str) -> int | None:
    """A step's number, in digits or Roman; None for a letter."""
    if value.isdecimal():
        return int(value)
    if not set(value) <= _ROMAN.keys():
        return None
    each = [_ROMAN[letter] for letter in value]
    return sum(-one if one < following else one for one, following in zip(each, [*each[1:], 0], strict=True))


def _built(taxonomy: Taxonomy) -> CertificateSteps:
    return CertificateSteps(taxonomy.certificate_words)


certificate_steps: Derived[Taxonomy, CertificateSteps] = Derived(_built)
"""The steps of a taxonomy, compiled once."""
