"""Whether a certificate, licence or registration is the one that a row asks for, by the words of its name.

Most licences and registers are in no catalogue. A row then has only the words of the posting, and the resume has its
own: "Minnesota journeyman electrician license" and "Class A Journeyworker Electrician, State of Minnesota".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from gapcheck.facts.certificate_steps import CertificateSteps
from gapcheck.lazy import late_pattern
from gapcheck.spans import Span
from gapcheck.taxonomy import Taxonomy
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.language.fact_words import CertificateWords, JobTitles
from gapcheck.text.content_words import PREPOSITIONS, content
from gapcheck.text.phrases import OR, alternation, compiled, plain
from gapcheck.text.word_forms import alike

_WORD = re.compile(r"[^\W_][\w+#&]*")
_BREAK = re.compile(r"[,;/()]|\bor\b")
_PART_END = re.compile(r"[,;:.()|•\t\n]|\s[–—-]\s")
_CODE = re.compile(r"\b(?P<letters>[A-Z]{1,4}) ?(?P<number>\d{1,4}[A-Z]?)\b")
"""A code of a certificate: CS30, A59, C1."""
_CHOICE_OF_CODES = re.compile(rf"\d[A-Z]?\s*(?:/|\b{OR})\s*[A-Z]{{1,4}} ?\d")
_MOST_WORDS = 24
"""Words of a place that names certificates; a longer one is prose or a list of everything."""
_LEAST = 2
_SHORT, _LONG = 2, 6
"""Letters of an abbreviation."""


class CertificateNames:
    """Compares names of certificates. Pure after it is built."""

    def __init__(self, words: CertificateWords, titles: JobTitles) -> None:
        lists = (words.names, words.listed, words.asked, words.certify, words.expires)
        self._kinds = frozenset(plain(each) for each_of in lists for each in each_of if " " not in each)
        self._unnamed = tuple(map(frozenset, words.unnamed))
        self._empty = self._kinds | PREPOSITIONS | frozenset((*words.steps, *words.fillers, *words.ranks))
        self._levels = CertificateSteps(words)
        self._tasted = compiled(words.tasted)
        self._taught_last = late_pattern(rf"{compiled(words.taught).pattern}[\W\d]*\Z")
        self._taught, self._rights = compiled(words.taught), compiled(words.rights)
        self._any_register, self._apart = compiled(words.any_register), compiled(words.apart)
        self._held_as, self._people = compiled(words.held_as), frozenset(titles.heads)
        self._helpers = late_pattern(
            rf"(?<!\w)(?P<trade>[^\W\d_]+)(?:'s)? {alternation(titles.helpers)}(?!\w)"
        )

    def names(self, asked: str, held: str, *, whole: bool = False) -> bool:
        """Whether `held` names what `asked` does, or one of its alternatives.

        Half of the telling words are needed, and two words in all; that both are called a licence counts as one.
        With `whole` all of them are: the names of a catalogue differ by single words. A lower level, grade or class
        is another certificate, and what was only taught is no licence.
        """
        words = _WORD.findall(held)
        if len(words) > _MOST_WORDS or not self.reaches(asked, held) or self.is_only_taught(asked, held):
            return False
        if (by_codes := _share_of_codes(asked, held)) is not None:
            return by_codes > 0.0
        words = _WORD.findall(self._of_trade(asked, held))
        return any(self._covered(each, words, whole=whole) for each in self._alternatives(asked))

    def reaches(self, asked: str, held: str) -> bool:
        """Whether what is held is no lower a level, grade or class than what is asked for."""
        return self._levels.reaches(asked, held)

    def in_line(self, name: str, line: str) -> str:
        """A name with the words and the step that its line prints beside it: "RN refresher course", "Class A CDL"."""
        at = plain(line).find(plain(name))
        if at < 0:
            return name
        begin = max((found.end() for found in _PART_END.finditer(line, 0, at)), default=0)
        end = _PART_END.search(line, at + len(name))
        step = self._levels.beside(line, Span(at, at + len(name)))
        return f"{line[begin : end.start() if end else len(line)]} {step}".strip()

    def is_only_taught(self, asked: str, held: str) -> bool:
        """Whether a course or training is held, where a licence or registration is asked for, or a talk, where a certificate is."""
        wanted, low = plain(asked), plain(held)
        if self._tasted.search(low):
            return not self._tasted.search(wanted)
        if self._taught.search(wanted) or not self._rights.search(wanted):
            return False
        return bool(
            self._taught_last.search(low) or (self._taught.search(low) and not self._rights.search(low))
        )

    def _of_trade(self, asked: str, held: str) -> str:
        """What is held without the names of other trades that have the asked one's word in theirs: a dental nurse's, a plumber's helper's.

        One that the row names, or abbreviates (PTA, for a physical therapist assistant), stays.
        """
        printed, short = plain(asked), [word.casefold() for word in _WORD.findall(asked) if _is_short(word)]
        text, low = held, plain(held)
        helpers = (each for each in self._helpers.finditer(low) if each["trade"] in self._people)
        for each in (*self._apart.finditer(low), *helpers):
            initials = "".join(word[0] for word in each.group().split())
            if each.group() not in printed and not any(one.endswith(initials) for one in short):
                text = f"{text[: each.start()]}{' ' * len(each.group())}{text[each.end() :]}"
        return text

    def share(self, asked: str, held: str) -> float:
        """The share of the steps or codes asked for that are held: a half with part 1, for parts 1 and 2; 1 where there is a choice."""
        by_codes = _share_of_codes(asked, held)
        return self._levels.share(asked, held) if by_codes is None else by_codes

    def leaves_open(self, asked: str) -> bool:
        """Whether it asks for the register of a profession and does not say which."""
        return bool(self._any_register.search(plain(asked)))

    def registers(self, names: Iterable[str], titles: Iterable[str]) -> bool:
        """Whether a register with these names has people of one of these titles: "NMC Registered Nurse", nurses."""
        posts = tuple(titles)
        for name in names:
            held = self._held_as.search(plain(name))
            trade = name[held.end() :].split() if held else []
            if (
                trade
                and trade[0] not in _OPENERS
                and any(self.names(" ".join(trade), post, whole=True) for post in posts)
            ):
                return True
        return False

    def names_with_trade(self, asked: str, held: str, titles: Iterable[str]) -> bool:
        """Whether `held` names what is asked for but for the trade, which is that of a title: a solicitor's practising certificate."""
        return any(
            self.names(asked, f"{held} {title}", whole=True) and not self.names(asked, title, whole=True)
            for title in titles
        )

    def may_mean(self, asked: str, held: str) -> bool:
        """Whether `held` is no more than a word for a licence, and what is `asked` for may be called so, too."""
        words = {plain(each) for each in _WORD.findall(asked)}
        return any(plain(held) in row and row & words for row in self._unnamed)

    def _alternatives(self, asked: str) -> list[tuple[str, ...]]:
        """The content words of each alternative, as printed; what a preposition opens behind a comma says more of it."""
        parts = [_WORD.findall(part) for part in _BREAK.split(asked)]
        parts = [part for part in parts if part and plain(part[0]) not in _OPENERS]
        found = [tuple(word for word in part if self._tells(word)) for part in parts]
        return [each for each in found if each]

    def _tells(self, word: str) -> bool:
        low = plain(word)
        return low not in self._empty and bool(content([low]))

    def _covered(self, asked: Sequence[str], held: Sequence[str], *, whole: bool) -> bool:
        found = {word for word in asked if any(alike(plain(word), plain(other)) for other in held)}
        found |= {asked[at] for short in filter(_is_short, held) for at in _spelling(short, asked)}
        long = [word for word in held if self._tells(word)]
        found |= {w for w in asked if _is_short(w) and (_spelling(w, long) or _spelling(w, held))}
        if whole:
            return len(found) == len(set(asked))
        called = any(plain(word) in self._kinds for word in held)
        least = min(_LEAST, len(asked))
        return len(found) + called >= least and len(found) >= max(1, (len(asked) + 1) // 2)


_OPENERS = frozenset({"with", "as", "in", "for", "and", "of", "to"})


def _share_of_codes(asked: str, held: str) -> float | None:
    """The share of the codes asked for that are held, 1 where there is a choice; None where these have none of their kind."""
    wanted, printed = ({each.groups() for each in _CODE.finditer(text)} for text in (asked, held))
    if not {letters for letters, _ in wanted} & {letters for letters, _ in printed}:
        return None
    share = len(wanted & printed) / len(wanted)
    return 1.0 if share and _CHOICE_OF_CODES.search(asked) else share


def _is_short(word: str) -> bool:
    return word.isalpha() and word.isupper() and _SHORT <= len(word) <= _LONG


def _spelling(short: str, words: Sequence[str]) -> range:
    """The words in a row whose first letters are `short`: Nursing and Midwifery Council, for NMC."""
    letters = "".join(word[0] for word in words).upper()
    at = letters.find(short)
    return range(at, at + len(short)) if at >= 0 else range(0)


def _built(taxonomy: Taxonomy) -> CertificateNames:
    return CertificateNames(taxonomy.certificate_words, taxonomy.job_titles)


certificate_names = Derived(_built)
"""The comparison with the words of a taxonomy."""
