# ruff: noqa: INP001, T201  # a script by itself, that prints
"""Skills of ESCO in sentences of job advertisements: literal match, character TF-IDF and ours, in one table.

Usage: python benchmarks/extraction.py FOLDER [--thresholds]

FOLDER holds skills_en_label.txt, the preferred labels of ESCO, one on a line, and files NAME_annotations.csv with the
columns sentence, span, sub_span and label: the benchmark of Decorte et al., "Design of negative sampling strategies
for distantly supervised skill extraction" (RecSys in HR 2022). Rows labelled UNDERSPECIFIED or LABEL NOT PRESENT name
no skill of ESCO.

    P, R, F1   of the set of skills found in each sentence, pooled over all sentences (micro)
    RP@5       R-precision at 5: skills of the unit among the first five ranked, over the most that could be there;
               the mean over units that have a skill. MRR: the mean of 1 / rank of the first right one (0 past 100)

A unit is a sentence, or a span that annotators marked in it. A text that stands twice is counted once.
"""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import mean
from typing import Any

from gapcheck import Taxonomy, load_taxonomy, rank_skills, tag_skills
from gapcheck.matching.nearest import NEAR_ENOUGH
from gapcheck.taxonomy.importers import esco
from gapcheck.taxonomy.importers.resolving import resolve

NO_LABEL = {"UNDERSPECIFIED", "LABEL NOT PRESENT"}
DEPTH = 100
Units = Mapping[tuple[str, ...], set[str]]
Ranker = Callable[[str], Sequence[str]]
Tagger = Callable[[str], set[str]]
Ways = Mapping[str, tuple[Tagger | None, Ranker]]


def main() -> int:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--thresholds", action="store_true", help="also F1 by the score that a skill must have"
    )
    options = parser.parse_args()
    labels = options.folder.joinpath("skills_en_label.txt").read_text(encoding="utf-8").split("\n")
    labels = sorted({" ".join(label.split()) for label in labels if label.strip()})
    taxonomy = taxonomy_of(labels)
    own = load_taxonomy()
    names = Taxonomy(
        own.version, "", own.skills,
        vocabularies={name: each for name, each in own.vocabularies.items() if name != "synonyms"},
    )  # fmt: skip
    ways: Ways = {
        "literal match": literal(labels),
        "character TF-IDF": (None, characters(labels)),
        "gapcheck, labels alone": ours(taxonomy, taxonomy),
        "  and names of its skills": ours(taxonomy, names),
        "  and synonyms": ours(taxonomy, own),
    }
    for file in sorted(options.folder.glob("*_annotations.csv")):
        sentences, spans = units_of(file, 1), units_of(file, 2)
        table(file, sentences, spans, ways)
        if options.thresholds:
            by_threshold(sentences, taxonomy, own)
    return 0


def taxonomy_of(labels: Sequence[str]) -> Taxonomy:
    """The labels as `gapcheck taxonomy import esco` makes skills of them, without other names or relations."""
    with tempfile.TemporaryDirectory() as folder:
        with Path(folder, "skills_en.csv").open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(("conceptUri", "preferredLabel", "altLabels"))
            rows.writerows((f"label/{number:05}", label, "") for number, label in enumerate(labels))
        skills = resolve(esco.read(Path(folder))).skills
    return Taxonomy("labels", "", {skill.id: skill for skill in skills})


def units_of(file: Path, columns: int) -> Units:
    """Sentences (1 column) or spans of sentences (2), each with the labels of its rows."""
    found: dict[tuple[str, ...], set[str]] = {}
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            unit = (row["sentence"], row["span"])[:columns]
            found.setdefault(unit, set()).update({row["label"]} - NO_LABEL)
    return found


def literal(labels: Sequence[str]) -> tuple[Tagger, Ranker]:
    """The longest labels that stand in the text, in any case."""
    import spacy  # noqa: PLC0415
    from spacy.matcher import PhraseMatcher  # noqa: PLC0415
    from spacy.util import filter_spans  # noqa: PLC0415

    nlp = spacy.blank("en")
    matcher: Any = PhraseMatcher(nlp.vocab, attr="LOWER")
    for label in labels:
        matcher.add(label, [nlp.make_doc(label)])

    def ranked(text: str) -> list[str]:
        found = filter_spans(matcher(nlp.make_doc(text), as_spans=True))
        return list(dict.fromkeys(span.label_ for span in found))

    return (lambda text: set(ranked(text))), ranked


def characters(labels: Sequence[str]) -> Ranker:
    """Labels by the cosine of their character n-grams (3 to 5, inside words) with those of the whole text."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415

    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5))
    matrix = vectorizer.fit_transform(labels).T

    def ranked(text: str) -> list[str]:
        cosines = (vectorizer.transform([text]) @ matrix).toarray()[0]
        return [labels[at] for at in (-cosines).argsort(kind="stable")[:DEPTH]]

    return ranked


def ours(taxonomy: Taxonomy, thesaurus: Taxonomy) -> tuple[Tagger, Ranker]:
    """`tag_skills` and `rank_skills`."""
    return (
        lambda text: {
            taxonomy.skills[each.skill].label for each in tag_skills(text, taxonomy, thesaurus=thesaurus)
        },
        lambda text: [
            taxonomy.skills[each.skill].label
            for each in rank_skills(text, taxonomy, DEPTH, thesaurus=thesaurus)
        ],
    )


def table(file: Path, sentences: Units, spans: Units, ways: Ways) -> None:
    """Print one set: a row for each way."""
    name = file.name.removesuffix("_annotations.csv")
    labelled = sum(map(bool, sentences.values())), sum(map(bool, spans.values()))
    print(
        f"\n{name}: {len(sentences)} sentences ({labelled[0]} with a skill), {labelled[1]} spans with a skill"
    )
    print(f"{'':28}{'sentences':^36}{'spans':^14}")
    print(f"{'':28}" + "".join(f"{head:>7}" for head in ("P", "R", "F1", "RP@5", "MRR", "RP@5", "MRR")))
    for way, (tagger, ranker) in ways.items():
        figures: list[float | None] = [*(pooled(sentences, tagger) if tagger else (None, None, None))]
        figures += [*ranking(sentences, ranker), *ranking(spans, ranker)]
        cells = (f"{'-':>7}" if each is None else f"{each:7.3f}" for each in figures)
        print(f"{way:28}" + "".join(cells), flush=True)


def pooled(units: Units, tagger: Tagger) -> tuple[float, float, float]:
    """Precision, recall and F1 of the sets found, pooled."""
    right = found = wanted = 0
    for (text, *_), labels in units.items():
        tagged = tagger(text)
        right += len(tagged & labels)
        found += len(tagged)
        wanted += len(labels)
    return right / max(found, 1), right / max(wanted, 1), 2 * right / max(found + wanted, 1)


def ranking(units: Units, ranker: Ranker) -> tuple[float, float]:
    """RP@5 and MRR."""
    rows = [(ranker(unit[-1]), labels) for unit, labels in units.items() if labels]
    precision = mean(len(labels.intersection(ranked[:5])) / min(5, len(labels)) for ranked, labels in rows)
    return precision, mean(next(reciprocals(ranked, labels), 0.0) for ranked, labels in rows)


def reciprocals(ranked: Sequence[str], labels: set[str]) -> Iterator[float]:
    """1 / rank of each right one."""
    return (1 / rank for rank, label in enumerate(ranked, 1) if label in labels)


def by_threshold(sentences: Units, taxonomy: Taxonomy, thesaurus: Taxonomy) -> None:
    """Print P, R and F1 by the least score of a skill; the shipped one is marked."""
    print(f"{'least score':28}      P      R     F1")
    for least in (0.6, 0.65, 0.7, 0.75, 0.8, 0.85):

        def tagger(text: str, least: float = least) -> set[str]:
            found = tag_skills(text, taxonomy, thesaurus=thesaurus, least=least)
            return {taxonomy.skills[each.skill].label for each in found}

        mark = "*" if least == NEAR_ENOUGH else ""
        print(
            f"{least:<4}{mark:24}" + "".join(f"{each:7.3f}" for each in pooled(sentences, tagger)), flush=True
        )


if __name__ == "__main__":
    sys.exit(main())
