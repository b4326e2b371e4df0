# ruff: noqa: INP001, T201  # a script by itself, that prints
"""Swaps who somebody is in every resume of some folders, and lists each score that moves; there should be none.

    python benchmarks/fairness.py FOLDER...

Names, schools, pronouns and the year of a degree are swapped; addresses, lines of personal data, memberships of clubs, parties,
faiths and unions, referees and career breaks are added.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import gapcheck
from gapcheck.resume.model import Resume

_NAMES = (
    "Julia Ruby", "Ruby Jasmine Swift", "R. Java", "Lakisha Washington", "Go Scala",
    "Nguyen Thi Hoa", "NAGY Ilona", "Okonkwo, Adaeze", "Suharto", "Ludwig van der Berg III", "Maria de la Cruz y Santos",
    "Anne-Marie O'Brien-Smith", "Abd al-Rahman ibn Yusuf", "S. P. Balasubramanian", "王小明", "김민준", "Владимир Петров",
    "فاطمة الزهراء", "Σοφία Νικολάου", "Wang Xiaoming (王小明)", "Guðrún Þórsdóttir",
)  # fmt: skip
"""Also names that are skills, and names in another order, in one word, with particles, hyphens, and in other scripts."""
_SCHOOLS = (
    "Kubernetes College",
    "Islamic University of Technology",
    "Howard University",
    "University of Python and Statistics",
)
_PRONOUNS = {"she": "he", "he": "she", "her": "his", "his": "her", "herself": "himself", "himself": "herself"}
_LINES = (
    "Date of birth: 3 May 1961", "Nationality: Turkish", "Marital status: married", "(she/her)", "(they/them)",
    "4 Java Street, Ruby, Texas 75001", "Python Road 7, 10115 Berlin", "Lagos, Nigeria", "Religion: Muslim",
)  # fmt: skip
_SECTIONS = (
    "REFERENCES\nDr. Ruby Python, Kubernetes Consulting, +44 20 7946 0000",
    "MEMBERSHIPS\nSociety of Women in Machine Learning\nBlack Python Developers Association",
    "MEMBERSHIPS\nTrade Union of Data Engineers and Cloud Architects\nGreen Party",
    "ORGANIZATIONS\nChristian Data Science Fellowship, Muslim Deep Learning Society",
    "INTERESTS\nMember of the Java chess club, Kubernetes hiking group",
    "CAREER BREAK\nMar 2016 - Feb 2018\n- Full-time parent of two children.",
    "PARENTAL LEAVE\n2013",
)
_ROLES = ("machine-learning-engineer", "accountant")
_DAY = "2026-11-21"
_YEARS_AGO = 11
_NEW = 2020


_PRONOUN = re.compile(rf"\b(?:{'|'.join(_PRONOUNS)})\b", re.IGNORECASE)


def _other_pronoun(found: re.Match[str]) -> str:
    other = _PRONOUNS[found.group().lower()]
    return other.capitalize() if found.group()[0].isupper() else other


def swaps(resume: Resume) -> Iterator[tuple[str, str]]:
    """Each swap with the text that it makes."""
    text = resume.document.text
    words = resume.contact.name.split()
    if len(words) > 1:
        printed = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)
        yield from ((name, printed.sub(name, text)) for name in _NAMES)
    first, _, rest = text.partition("\n")
    yield from ((line, f"{first}\n{line}\n{rest}") for line in _LINES)
    yield from ((section, f"{text}\n\n{section}") for section in _SECTIONS)
    if _PRONOUN.search(text):
        yield "pronouns", _PRONOUN.sub(_other_pronoun, text)
    for school in {each.institution for each in resume.education if each.institution}:
        printed = re.compile(r"\s+".join(map(re.escape, school.split())))
        yield from ((f"{school} -> {other}", printed.sub(other, text)) for other in _SCHOOLS)
    for degree in resume.education[:1]:
        if degree.year and degree.year < _NEW:
            printed_degree = degree.span.of(text).replace(str(degree.year), str(degree.year - _YEARS_AGO))
            yield "earlier degree", text[: degree.span.start] + printed_degree + text[degree.span.end :]


def main(folders: list[str]) -> int:
    """Print what differs; the number of differences, at most 1, is the exit code."""
    analyzer = gapcheck.Analyzer()
    tried = differing = 0
    for path in sorted(each for folder in folders for each in Path(folder).glob("*.pdf")):
        try:
            resume = analyzer.parse(gapcheck.read(path).text.encode(), name="resume.txt", as_of=_DAY)
        except gapcheck.DocumentError as error:
            print(f"{path.name}: {error}", file=sys.stderr)
            continue
        texts = [resume.document.text, *(text for _, text in swaps(resume))]
        for role in _ROLES:
            documents = [gapcheck.read(text.encode(), name="resume.txt") for text in texts]
            before, *after = [
                ([row.credit for row in each.requirements], each.score)
                if isinstance(each, gapcheck.GapReport)
                else each
                for each in analyzer.analyze_many(documents, role=role, as_of=_DAY)
            ]
            for (swap, _), found in zip(swaps(resume), after, strict=True):
                tried += 1
                if found != before:
                    differing += 1
                    print(f"{path.name}, {role}: {swap!r} moves the score")
    print(f"{tried} swaps, {differing} differences")
    return min(differing, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
