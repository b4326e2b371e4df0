# ruff: noqa: INP001, T201  # a script by itself, that prints
"""Train the model of statements: labelled postings and public statements -> src/gapcheck/posting/statement_model.json.

Usage: python benchmarks/statements/train.py STATEMENTS.tsv.gz [--write]

STATEMENTS.tsv.gz holds the public statements described in README.md (columns label, text, source, agree); only those of
public bodies are taken. The labelled postings stand in postings/ beside this script. Prints precision, recall and F1 of
"demand or not" by cross-validation over the postings, each of them judged by a model that has not seen it, beside the rules
alone. The same inputs and the same versions of the libraries give the same bytes; --write replaces the shipped model.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from zlib import crc32

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from gapcheck import Analyzer, posting, read
from gapcheck.posting import statement_model as model
from gapcheck.posting.statement_rules import StatementRules

HERE = Path(__file__).parent
SHIPPED = HERE.parents[1] / "src" / "gapcheck" / "posting" / "statement_model.json"
PUBLIC = frozenset({"18f", "federal", "gds", "nyc", "onet", "tts"})
DEMANDS = frozenset({"required", "preferred"})
TECHNICAL = (
    "developer",
    "devops",
    "backend",
    "data_",
    "product_manager",
    "ux_designer",
)  # in names of postings
FOLDS = 5
TERMS = 4000
MOST = 2000  # statements of one source and label
AGREE = 0.2  # statements that a word model labels otherwise with more certainty are left out
OWN = 4  # how often a statement of the postings counts beside a public one
C_WORDS, C_DOCUMENT = 1.0, 1.0
BULLET = re.compile(r"^\s*(?:[-*•·o–→✔✓]|\d+[.)])\s+")

Statements = list[tuple[str, bool]]


@dataclass
class Posting:
    """A labelled posting as the program cuts it: its sentences, and which of them are demands (None: no label)."""

    name: str
    sentences: list[model.Sentence]
    labels: list[bool | None]
    unreached: int
    scores: list[float] = field(default_factory=list)

    @property
    def trade(self) -> str:
        """Whether it is of a technical occupation."""
        return "technology" if any(word in self.name for word in TECHNICAL) else "other professions"


def public_statements(path: Path) -> Statements:
    """Statements of public bodies, as many of each source and label as are wanted."""
    csv.field_size_limit(sys.maxsize)
    counts: Counter[tuple[str, str]] = Counter()
    found: Statements = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            key = row["source"], row["label"]
            if row["source"] in PUBLIC and float(row["agree"]) >= AGREE and counts[key] < MOST:
                counts[key] += 1
                found.append((row["text"], row["label"] in DEMANDS))
    return found


def labelled_lines(path: Path) -> Iterator[tuple[str, str, bool]]:
    """Label, line, and whether the line goes on with the paragraph before it."""
    for line in path.read_text(encoding="utf-8").splitlines():
        label, _, text = line.partition("\t")
        yield label.lstrip("+"), text, label.startswith("+")


def printed(lines: Sequence[tuple[str, str, bool]]) -> str:
    """The text of a posting."""
    text = ""
    for label, line, continued in lines:
        if text:
            text += " " if continued else "\n\n" if label == "heading" else "\n"
        text += line
    return text


def postings(analyzer: Analyzer) -> Iterator[Posting]:
    """Every labelled posting, cut and read by the rules."""
    rules = StatementRules(analyzer.taxonomy.necessity_cues)
    for path in sorted((HERE / "postings").rglob("*.tsv")):
        lines = list(labelled_lines(path))
        document = read(printed(lines).encode(), name=f"{path.stem}.txt")
        kept: list[model.Sentence] = []

        def recorded(
            clauses: Sequence[posting.Clause], kept: list[model.Sentence] = kept
        ) -> Sequence[posting.NecessityDecision]:
            decisions = rules(clauses)
            kept += model.sentences_of(clauses, decisions)
            return decisions

        posting.parse(document, analyzer.taxonomy, analyzer.matcher, recorded)
        labels, reached = _labels(document.text, kept, lines)
        unreached = sum(label in DEMANDS for at, (label, _, _) in enumerate(lines) if at not in reached)
        yield Posting(f"{path.parent.name}/{path.stem}", kept, labels, unreached)


def _labels(
    text: str, sentences: Sequence[model.Sentence], lines: Sequence[tuple[str, str, bool]]
) -> tuple[list[bool | None], set[int]]:
    """For each sentence the label of the line that it shares most with; and the lines that a sentence was found for."""
    places, at = [], 0
    for number, (label, line, _) in enumerate(lines):
        core = BULLET.sub("", line).strip()
        start = text.find(core[:25], at)
        if core and start >= 0:
            places.append((start, start + len(core), label, number))
            at = start
    labels: list[bool | None] = []
    reached: set[int] = set()
    for sentence in sentences:
        span = sentence.clauses[0].sentence
        shared = [(min(end, span.end) - max(start, span.start), label, n) for start, end, label, n in places]
        most = max(shared, default=(0, "", 0))
        labels.append(most[1] in DEMANDS if most[0] > 0 else None)
        if most[0] > 0:
            reached.add(most[2])
    return labels, reached


def word_model(statements: Statements) -> tuple[TfidfVectorizer, LogisticRegression]:
    """The first regression."""
    vectorizer = TfidfVectorizer(analyzer=model.terms_of, max_features=TERMS, sublinear_tf=True)
    matrix = vectorizer.fit_transform(text for text, _ in statements)
    regression = LogisticRegression(C=C_WORDS, max_iter=2000)
    return vectorizer, regression.fit(matrix, [label for _, label in statements])


def word_scores(
    fitted: tuple[TfidfVectorizer, LogisticRegression], sentences: Sequence[model.Sentence]
) -> list[float]:
    """Log odds of each sentence by its words."""
    vectorizer, regression = fitted
    if not sentences:
        return []
    found = regression.predict_proba(vectorizer.transform(each.text for each in sentences))[:, 1]
    return [model.log_odds(float(each)) for each in found]


def document_model(training: Sequence[Posting]) -> LogisticRegression:
    """The second regression."""
    rows, labels = [], []
    for each in training:
        for values, label in zip(model.features_of(each.sentences, each.scores), each.labels, strict=True):
            if label is not None:
                rows.append(values)
                labels.append(label)
    return LogisticRegression(C=C_DOCUMENT, max_iter=5000).fit(np.array(rows), labels)


def own_statements(training: Sequence[Posting]) -> Statements:
    """The sentences of postings with their labels."""
    return [
        (sentence.text, label)
        for each in training
        for sentence, label in zip(each.sentences, each.labels, strict=True)
        if label is not None
    ]


def rounded(value: float) -> float:
    """As many places as decide nothing."""
    return round(float(value), 4)


def weights_of(
    words: tuple[TfidfVectorizer, LogisticRegression],
    document: LogisticRegression,
    trained_on: dict[str, int],
) -> bytes:
    """The model as the bytes of its file."""
    vectorizer, regression = words
    terms = sorted(vectorizer.vocabulary_.items())
    values = {
        "name": model.NAME,
        "trained_on": trained_on,
        "trained_with": {each: version(each) for each in ("scikit-learn", "numpy", "scipy")},
        "bias": rounded(regression.intercept_[0]),
        "document_bias": rounded(document.intercept_[0]),
        "weights": dict(zip(model.FEATURES, map(rounded, document.coef_[0]), strict=True)),
        "terms": [
            [term, rounded(vectorizer.idf_[at]), rounded(regression.coef_[0][at])] for term, at in terms
        ],
    }
    return (
        json.dumps(values, ensure_ascii=False, separators=(",", ":")).replace("],[", "],\n[") + "\n"
    ).encode()


def figures(name: str, outcomes: Sequence[tuple[bool, bool]], unreached: int) -> str:
    """Precision, recall and F1 of (said, true)."""
    right = sum(said and true for said, true in outcomes)
    said, true = sum(said for said, _ in outcomes), sum(true for _, true in outcomes) + unreached
    precision, recall = right / max(1, said), right / max(1, true)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{name:<34} precision {precision:.3f} ({right}/{said})  recall {recall:.3f} ({right}/{true})  F1 {f1:.3f}"


def cross_validated(found: Sequence[Posting], public: Statements) -> list[str]:
    """The figures of postings, each judged by a model that has not seen it."""
    fold_of = {each.name: crc32(each.name.encode()) % FOLDS for each in found}
    for fold in range(FOLDS):
        training = [each for each in found if fold_of[each.name] != fold]
        fitted = word_model(public + own_statements(training) * OWN)
        for each in found:
            if fold_of[each.name] == fold:
                each.scores = word_scores(fitted, each.sentences)
    outcomes: dict[tuple[str, str], list[tuple[bool, bool]]] = defaultdict(list)
    for fold in range(FOLDS):
        document = document_model([each for each in found if fold_of[each.name] != fold])
        for each in found:
            if fold_of[each.name] == fold and each.sentences:
                for by_rules, by_both, label in said_of(each, document):
                    for trade in ("all", each.trade):
                        outcomes[trade, "rules alone"].append((by_rules, label))
                        outcomes[trade, "rules and model"].append((by_both, label))
    lines = []
    for (trade, name), rows in sorted(outcomes.items()):
        unreached = sum(each.unreached for each in found if trade in {"all", each.trade})
        lines.append(figures(f"{trade}: {name}", rows, unreached))
    return lines


def said_of(one: Posting, document: LogisticRegression) -> Iterator[tuple[bool, bool, bool]]:
    """For each labelled sentence: whether the rules, and rules and model together, call it a demand, and whether it is one."""
    rows = np.array(list(model.features_of(one.sentences, one.scores)))
    probabilities = document.predict_proba(rows)[:, 1]
    for sentence, score, probability, label in zip(
        one.sentences, one.scores, probabilities, one.labels, strict=True
    ):
        if label is not None:
            yield sentence.is_demand, model.is_demand(sentence, score, float(probability)), label


def train(path: Path) -> tuple[bytes, list[str]]:
    """The model's bytes, and the figures by cross-validation."""
    found = list(postings(Analyzer()))
    public = public_statements(path)
    lines = cross_validated(found, public)
    trained_on = {
        "public statements": len(public),
        "sentences of own postings": len(own_statements(found)),
        "own postings": len(found),
    }
    words = word_model(public + own_statements(found) * OWN)
    return weights_of(words, document_model(found), trained_on), lines


def main() -> int:
    """Train, print, and keep the model if asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("statements", type=Path)
    parser.add_argument("--write", action="store_true", help="replace the shipped model")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the model there")
    options = parser.parse_args()
    content, lines = train(options.statements)
    print(*lines, sep="\n")
    print(
        f"{len(content):,} bytes; the shipped model is {'the same' if SHIPPED.exists() and SHIPPED.read_bytes() == content else 'another'}"
    )
    for place in filter(None, (SHIPPED if options.write else None, options.output)):
        place.write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
