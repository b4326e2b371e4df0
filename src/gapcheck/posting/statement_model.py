"""Which sentences of a job document are demands, by a small linear model beside the rules.

Two logistic regressions, trained with scikit-learn by `benchmarks/statements/train.py`. The first weighs the words of a
sentence (TF-IDF of words and pairs of words); the second weighs that score, the scores of the sentence's section and
neighbours, its form, the kind of its section, and what the rules say. Both are shipped as numbers in
`statement_model.json` and computed here in plain Python, so that no report depends on a version of a library.

The rules keep the last word on required or preferred and on what a posting declines; the model takes back a demand of
theirs where both of its parts speak against it, and adds one where both speak for it.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from itertools import groupby, pairwise

from gapcheck.outline.model import ASKING, SectionKind
from gapcheck.posting.statement_reader import LOOKS_ASKED, TAKEN_BACK, Clause, NecessityDecision
from gapcheck.posting.statement_rules import StatementRules
from gapcheck.spans import Span
from gapcheck.taxonomy import Necessity, Taxonomy

NAME = "statements"
_FILE = "statement_model.json"
_TERM = re.compile(r"[a-z0-9][a-z0-9+#'./-]*[a-z0-9+#]|[a-z0-9]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LOW, _HIGH = 1e-3, 1 - 1e-3
_KEEP = 0.5
"""A demand of the rules stays from this probability on, or where its words alone speak for it."""
_ADD = 0.8
"""A sentence that the rules pass over becomes a demand from this probability on, if its words alone speak for it too.
Chosen by cross-validation over the training postings."""
_LOOKS = 0.5
"""A sentence that the rules pass over looks like a demand from this probability on, if its words alone speak for it."""
_ADD_PROSE, _PROSE = 0.7, -1.0
"""The same of running prose that opens with the candidate, or stands where a heading asks: both bounds are lower, since
the model errs less there than in lists, whose items are alike whether they ask or tell of the work."""
_SURE = 3.0
"""Log odds (19 to 1 or so) that the words alone must have in other prose: career guides describe what they do not ask."""
_SHOWN = 3
"""Terms that are named as the reason."""
_FEW = 2
_ITEM = 8
"""Words of an item under a heading that asks: it may be of a trade whose words the model has never seen."""

_KINDS = (
    SectionKind.REQUIRED, SectionKind.PREFERRED, SectionKind.DUTIES, SectionKind.NEUTRAL, SectionKind.ABOUT,
    SectionKind.APPLY, SectionKind.CERTIFICATIONS, SectionKind.LEVELS,
)  # fmt: skip
"""Sections of postings in which clauses are read at all."""

FEATURES = (
    "words", "section", "alone", "near", "position", "bullet", "length", "short", "colon", "question", "lower_case",
    "digit", "names_skill", "measured", *(f"kind:{kind.value}" for kind in _KINDS), "no_heading", "rules", "declined",
    "rules*words", "rules*section",
)  # fmt: skip
"""What the second regression weighs, in order."""


def terms_of(text: str) -> list[str]:
    """The words of a text and its pairs of neighbouring words, digits made equal; as the model was trained on."""
    words = _TERM.findall(re.sub(r"\d", "0", text.lower()))
    return [*words, *(f"{first} {second}" for first, second in pairwise(words))]


def log_odds(probability: float) -> float:
    """The logarithm of the odds, within bounds."""
    bounded = min(max(probability, _LOW), _HIGH)
    return math.log(bounded / (1 - bounded))


@dataclass(frozen=True, slots=True)
class Sentence:
    """The clauses of one sentence with what the rules decided, and the number of its section."""

    text: str
    clauses: tuple[Clause, ...]
    decisions: tuple[NecessityDecision, ...]
    section: int

    @property
    def is_demand(self) -> bool:
        """Whether the rules read a demand in it."""
        return any(decision.is_demand for decision in self.decisions)

    @property
    def is_declined(self) -> bool:
        """Whether the rules read that something is not asked for."""
        return any(decision.necessity is None for decision in self.decisions)


def sentences_of(clauses: Sequence[Clause], decisions: Sequence[NecessityDecision]) -> list[Sentence]:
    """Clauses and decisions of a document, by sentence."""
    found: list[Sentence] = []
    section, before = 0, None
    pairs = zip(clauses, decisions, strict=True)
    for _, group in groupby(pairs, key=lambda pair: pair[0].sentence):
        own, decided = zip(*group, strict=True)
        over = (own[0].part.heading, own[0].part.kind)
        section, before = section + (over != before), over
        found.append(Sentence(" ".join(clause.text for clause in own), own, decided, section))
    return found


def features_of(sentences: Sequence[Sentence], scores: Sequence[float]) -> Iterator[list[float]]:
    """The values of FEATURES for each sentence; `scores` are the log odds by words alone."""
    mates = defaultdict(list)
    for sentence, score in zip(sentences, scores, strict=True):
        mates[sentence.section].append(score)
    for at, (sentence, score) in enumerate(zip(sentences, scores, strict=True)):
        part, printed = sentence.clauses[0].part, sentence.text.rstrip()
        others = len(mates[sentence.section]) - 1
        section = (sum(mates[sentence.section]) - score) / others if others else 0.0
        near = [*scores[max(0, at - 2) : at], *scores[at + 1 : at + 3]]
        words = len(_WORD.findall(sentence.text))
        values = [
            score, section, not others, sum(near) / len(near) if near else 0.0, at / len(sentences), part.bullet,
            math.log1p(words), words < _FEW, printed.endswith(":"), printed.endswith("?"), printed[:1].islower(),
            any(char.isdigit() for char in printed), any(clause.names for clause in sentence.clauses),
            any(clause.measured for clause in sentence.clauses), *(part.kind is kind for kind in _KINDS),
            not part.heading, sentence.is_demand, sentence.is_declined, sentence.is_demand * score,
            sentence.is_demand * section,
        ]  # fmt: skip
        yield [float(value) for value in values]


@dataclass(frozen=True, slots=True)
class StatementModel:
    """The weights. `terms`: term -> (inverse document frequency, weight); `sha256` tells this model from others."""

    terms: Mapping[str, tuple[float, float]]
    bias: float
    weights: Mapping[str, float]
    document_bias: float
    sha256: str

    @classmethod
    def from_json(cls, content: bytes) -> StatementModel:
        """A model from the bytes of its file."""
        values = json.loads(content)
        terms = {term: (idf, weight) for term, idf, weight in values["terms"]}
        return cls(
            terms,
            values["bias"],
            values["weights"],
            values["document_bias"],
            hashlib.sha256(content).hexdigest(),
        )

    def score(self, text: str) -> float:
        """The log odds that a sentence is a demand, by its words alone."""
        return log_odds(1 / (1 + math.exp(-self.bias - sum(weight for _, weight in self.weighed(text)))))

    def weighed(self, text: str) -> list[tuple[str, float]]:
        """Each known term of a text with what it adds to the log odds."""
        counts = Counter(term for term in terms_of(text) if term in self.terms)
        frequencies = {term: (1 + math.log(count)) * self.terms[term][0] for term, count in counts.items()}
        norm = math.sqrt(sum(value * value for value in frequencies.values())) or 1.0
        return [(term, value / norm * self.terms[term][1]) for term, value in frequencies.items()]

    def probabilities(self, sentences: Sequence[Sentence], scores: Sequence[float]) -> list[float]:
        """How probably each sentence of a document is a demand."""
        weights = [self.weights[name] for name in FEATURES]
        found = []
        for values in features_of(sentences, scores):
            total = self.document_bias + sum(w * v for w, v in zip(weights, values, strict=True))
            found.append(1 / (1 + math.exp(-max(-50.0, min(50.0, total)))))
        return found


def is_demand(sentence: Sentence, score: float, probability: float) -> bool:
    """What rules and model say together of a sentence; `score` is by its words alone."""
    part = sentence.clauses[0].part
    if part.kind is SectionKind.CERTIFICATIONS:  # a catalogue, which has rules of its own
        return sentence.is_demand
    if sentence.is_demand:
        if any(each.is_demand and each.reason == "sentence" and each.cue for each in sentence.decisions):
            return True  # it says in so many words that the candidate is to bring this
        item = part.bullet and part.kind in ASKING and len(_WORD.findall(sentence.text)) <= _ITEM
        return item or probability >= _KEEP or score > 0
    if sentence.is_declined:
        return False
    if not part.bullet and (part.kind in ASKING or sentence.clauses[0].addressed):
        return probability >= _ADD_PROSE and score > _PROSE
    return probability >= _ADD and score > (0.0 if part.bullet else _SURE)


class LearnedStatements:
    """A reader of statements: the decisions of the rules, corrected by the model that is shipped or by another."""

    def __init__(self, taxonomy: Taxonomy, model: StatementModel | None = None) -> None:
        self._rules = StatementRules(taxonomy.necessity_cues)
        self._model = model or shipped_model()

    @property
    def identity(self) -> tuple[str, str]:
        """Name and SHA-256 of the model."""
        return NAME, self._model.sha256

    def __call__(self, clauses: Sequence[Clause], /) -> tuple[NecessityDecision, ...]:
        """One decision for each clause of a document."""
        sentences = sentences_of(clauses, self._rules(clauses))
        scores = [self._model.score(sentence.text) for sentence in sentences]
        probabilities = self._model.probabilities(sentences, scores)
        return tuple(
            decision
            for sentence, score, probability in zip(sentences, scores, probabilities, strict=True)
            for decision in self._decided(sentence, score, probability)
        )

    def _decided(self, sentence: Sentence, score: float, probability: float) -> tuple[NecessityDecision, ...]:
        demand = is_demand(sentence, score, probability)
        if demand == sentence.is_demand:
            words = len(_WORD.findall(sentence.text))
            open_ = (
                not (demand or sentence.is_declined)
                and probability >= _LOOKS
                and score > 0
                and words >= _ITEM / 2
            )
            first, *rest = sentence.decisions
            return (replace(first, reason=LOOKS_ASKED), *rest) if open_ else sentence.decisions
        if not demand:
            return tuple(
                replace(
                    each,
                    necessity=Necessity.MENTIONED,
                    confidence=1 - probability,
                    reason=TAKEN_BACK,
                    cue=each.cue if each.reason == "clause" else "",
                )
                if each.is_demand
                else each
                for each in sentence.decisions
            )
        because = sorted(self._model.weighed(sentence.text), key=lambda pair: (-pair[1], pair[0]))
        cue = ", ".join(term for term, weight in because[:_SHOWN] if weight > 0)
        kind = sentence.clauses[0].part.kind
        necessity = Necessity(kind.value) if kind in ASKING else Necessity.REQUIRED
        return tuple(
            NecessityDecision(necessity, probability, "model", cue, Span(0, len(clause.text)))
            for clause in sentence.clauses
        )


def shipped_model() -> StatementModel:
    """The model of the package."""
    return StatementModel.from_json((resources.files("gapcheck.posting") / _FILE).read_bytes())
