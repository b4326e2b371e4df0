"""Whether a short or ambiguous name (R, C, Go, Julia, Flask, Excel) is meant as the skill.

First what rules it out: "R&D", "A/R", "Series C", "C. difficile", "Smith, R.", "R. Smith", "Julia Amadi", a
grade "(C)". Then it needs one proof:

- it is an item of a list of skills, or of a row of tags ("java hibernate jenkins linux");
- it is coordinated with another skill: "Python, R and Stan", "C/C++";
- a word before or after it says so: "written in", "package" (assertion_cues.yaml, `context`);
- it is a capitalised attribute in mid-sentence: "the Go operator";
- for names of three letters and more that are not also given names: a skill of its kind within eight tokens,
  or anywhere in the passage for names that are ordinary words ("transformers").

Names prove each other only if one of them is proven otherwise, or if there are three or more in a row ("Outlook, Word
and Teams").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gapcheck.matching.mentions import DiscardReason
from gapcheck.matching.phrases import Hit
from gapcheck.matching.relations import Relations
from gapcheck.taxonomy.language.matching_words import ContextCues
from gapcheck.taxonomy.model import NameMatch
from gapcheck.text.inflection import forms
from gapcheck.text.patterns import STOPS, clause_starts, compile_pattern, precedes
from gapcheck.text.tokens import Token

NEAR = 8
"""Tokens within which a skill of the same kind is a neighbour."""

_SIGNS = frozenset({",", "/", "|", "+", "&", "•", "·", ";", "(", ")", ":", "\t"})
"""Signs that may separate the names of a list."""

_GRADES = frozenset("abcdef")


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why a name is not the skill, and the word that shows it."""

    reason: DiscardReason
    cue: str


def _all_forms(words: Iterable[str]) -> frozenset[str]:
    """The words in lower case, and every form of those written with a plus sign."""
    return frozenset(
        form for word in words for form in (forms(word[:-1]) if word.endswith("+") else (word.casefold(),))
    )


class _Before:
    """Words and patterns that are looked for just before a name."""

    def __init__(self, cues: Iterable[str]) -> None:
        patterns = [cue for cue in cues if " " in cue]
        self._words = _all_forms(cue for cue in cues if cue not in patterns)
        self._patterns = [compile_pattern(cue) for cue in patterns]

    def precedes(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether one of them ends at token `at`."""
        if at and tokens[at - 1].norm in self._words:
            return True
        return any(precedes(pattern, tokens, at) for pattern in self._patterns)


class Disambiguator:
    """The rules for ambiguous names, over the cue words of a taxonomy."""

    def __init__(self, cues: ContextCues, relations: Relations) -> None:
        self._relations = relations
        self._sure = _Before(cues.before_sure)
        self._before = _Before(cues.before)
        self._after = _all_forms(cues.after)
        self._not_before = _all_forms(cues.not_before)
        self._not_after = _all_forms(cues.not_after)
        self._not_after_single = _all_forms(cues.not_after_single)
        self._proper_after = _all_forms(cues.proper_after)
        self._persons = _all_forms(cues.persons)
        self._given = _all_forms(cues.given_names)
        self._determiners = _all_forms(cues.determiners)
        self._links = _SIGNS | _all_forms(cues.links)
        self._senses: dict[str, frozenset[str]] = {}
        for sense in cues.senses:
            for name in sense.names:
                self._senses[name] = self._senses.get(name, frozenset()) | _all_forms(sense.words)

    def disambiguate(
        self, hits: Sequence[Hit], tokens: Sequence[Token], *, listing: bool, tags: bool = False
    ) -> tuple[list[Hit], list[tuple[Hit, Rejection]]]:
        """The hits that are meant as skills, and those that are not, each with the reason.

        `tags`: the passage is a row of names with nothing between them (see `phrases.tag_line`).
        """
        refused: list[tuple[Hit, Rejection]] = []
        waiting: list[Hit] = []
        doubtful = [hit for hit in hits if self._sense_word(hit, tokens)]
        company = [h for h in hits if listing or (h not in doubtful and self._vouches(h, tokens))]
        refused.extend(
            (hit, Rejection(DiscardReason.LOOKALIKE, word))
            for hit in hits
            if (word := self._other_sense(hit, tokens, company) or self._proper(hit, tokens, hits))
        )
        hits = [hit for hit in hits if all(hit != other for other, _ in refused)]
        sure = [hit for hit in hits if hit.name.match is not NameMatch.CONTEXT]
        open_hits = [hit for hit in hits if hit.name.match is NameMatch.CONTEXT]
        for hit in open_hits:
            rejection = self._ruled_out(hit, tokens, hits)
            if rejection is not None:
                refused.append((hit, rejection))
            elif tags or self._alone(hit, tokens, hits, listing=listing):
                sure.append(hit)
            else:
                waiting.append(hit)
        for row in self._rows(waiting, tokens, hits):
            sure.extend(row)
            waiting = [hit for hit in waiting if hit not in row]
        while proven := [hit for hit in waiting if self._neighbour(hit, tokens, sure, hits)]:
            sure.extend(proven)
            waiting = [hit for hit in waiting if hit not in proven]
        refused.extend((hit, Rejection(DiscardReason.LOOKALIKE, "")) for hit in waiting)
        return sorted(sure, key=lambda each: (each.start, each.end, each.skill)), refused

    def _sense_word(self, hit: Hit, tokens: Sequence[Token]) -> str:
        """A word of the passage by which the name may mean something else."""
        words = self._senses.get(tokens[hit.start].norm, frozenset()) if len(hit) == 1 else frozenset()
        return next((token.form for token in tokens if token.norm in words), "")

    def _vouches(self, hit: Hit, tokens: Sequence[Token]) -> bool:
        """Whether a name can be company for one in doubt: no letter, and none that people have."""
        return not _is_letter(hit, tokens) and tokens[hit.start].norm not in self._given

    def _other_sense(self, hit: Hit, tokens: Sequence[Token], company: Sequence[Hit]) -> str:
        """A word by which the name means something else, if no skill of its kind, itself not in doubt, is there."""
        word = self._sense_word(hit, tokens)
        if not word or any(self._relations.akin(hit.skill, other.skill) for other in company):
            return ""
        # two skills of other kinds are company enough: "Git, Excel, Opera PMS"
        others = {
            other.skill
            for other in company
            if other.skill != hit.skill and self._relations.technical(other.skill)
        }
        return word if len(others) < 2 else ""

    def _proper(self, hit: Hit, tokens: Sequence[Token], hits: Sequence[Hit]) -> str:
        """What makes the name part of a place's or a firm's: "Azure Coast Catering", "Java Street", "Python LLC"."""
        if len(hit) > 1 or not tokens[hit.start].form[:1].isupper():
            return ""
        for at in range(hit.end, min(hit.end + 3, len(tokens))):
            token = tokens[at]
            known = any(each.start <= at < each.end for each in hits)
            if known or not token.form[:1].isupper():
                return ""
            if token.norm in self._proper_after:
                return token.form
        return ""

    def _ruled_out(self, hit: Hit, tokens: Sequence[Token], hits: Sequence[Hit]) -> Rejection | None:
        before, after = _token(tokens, hit.start - 1), _token(tokens, hit.end)
        letter = _is_letter(hit, tokens)
        lookalike = DiscardReason.LOOKALIKE
        if before and before.norm in self._not_before:
            return Rejection(lookalike, before.form)
        if after and after.norm in self._not_after | (self._not_after_single if letter else frozenset()):
            return Rejection(lookalike, after.form)
        if (after and after.norm == "&" and after.glued) or (
            before and before.norm == "&" and tokens[hit.start].glued
        ):
            return Rejection(lookalike, "&")
        if letter and (rejection := self._letter(hit, tokens, hits)):
            return rejection
        return self._person(hit, tokens, hits)

    def _letter(self, hit: Hit, tokens: Sequence[Token], hits: Sequence[Hit]) -> Rejection | None:
        """What rules out a single letter: initials, abbreviations, lists of letters, grades."""
        return (
            self._initial(hit, tokens, hits)
            or self._glued(hit, tokens)
            or _among_letters(hit, tokens, hits)
            or self._grade(hit, tokens, hits)
        )

    def _initial(self, hit: Hit, tokens: Sequence[Token], hits: Sequence[Hit]) -> Rejection | None:
        """Initials ("R. Smith", "Smith, R.") and "C. difficile"; but a sentence may end "in R."."""
        before, after, then = (_token(tokens, at) for at in (hit.start - 1, hit.end, hit.end + 1))
        if after is None or after.norm != "." or not after.glued:
            return None
        known = self._known_before(hit, tokens, hits)
        if then and (then.norm == "," or (then.form[:1].islower() and not then.line_start)):
            return Rejection(DiscardReason.LOOKALIKE, after.form)
        if then and then.form[:1].isupper() and not known and not self._sure.precedes(tokens, hit.start):
            return Rejection(DiscardReason.PERSON_NAME, then.form)
        name = _token(tokens, hit.start - 2)
        if before and before.norm == "," and not known and name and name.form[:1].isupper():
            return Rejection(DiscardReason.PERSON_NAME, name.form)
        return None

    def _glued(self, hit: Hit, tokens: Sequence[Token]) -> Rejection | None:
        """Letters of a longer sign: "R-squared", "C1", "C+"; but "R-based"."""
        after = _token(tokens, hit.end)
        if tokens[hit.start].hyphen:
            return Rejection(DiscardReason.LOOKALIKE, "-")
        if after and (
            (after.hyphen and after.norm not in self._after)
            or (after.glued and (after.norm[0].isdigit() or after.norm in {"'", "+", "*"}))
        ):
            return Rejection(DiscardReason.LOOKALIKE, after.form)
        return None

    def _grade(self, hit: Hit, tokens: Sequence[Token], hits: Sequence[Hit]) -> Rejection | None:
        """A grade, "Chemistry (C)"; but "programming (C)" and "(C, C++)"."""
        before, after = _token(tokens, hit.start - 1), _token(tokens, hit.end)
        if not (before and before.norm == "(" and after and after.norm in {")", ","}):
            return None
        opened = _token(tokens, hit.start - 2)
        listed = after.norm == "," and any(each.start == hit.end + 1 for each in hits)
        if tokens[hit.start].norm not in _GRADES or listed or (opened and opened.norm in self._after):
            return None
        return Rejection(DiscardReason.LOOKALIKE, "(")

    def _person(self, hit: Hit, tokens: Sequence[Token], hits: Sequence[Hit]) -> Rejection | None:
        """A person's name: after "Prof." or a surname and comma, before a surname or after "my cousin"."""
        before, after = _token(tokens, hit.start - 1), _token(tokens, hit.end)
        given = tokens[hit.start].norm in self._given and len(hit) == 1
        if before and before.norm == "." and hit.start >= 2:
            before = tokens[hit.start - 2] if tokens[hit.start - 2].norm in self._persons else before
        if before and before.norm in self._persons:
            return Rejection(DiscardReason.PERSON_NAME, before.form)
        if not given:
            return None
        follows = any(each.start == hit.end for each in hits)
        if (
            after
            and after.form[:1].isupper()
            and after.form[1:2].islower()
            and not follows
            and not after.line_start
        ):
            return Rejection(DiscardReason.PERSON_NAME, after.form)
        if before and before.norm == "," and not self._known_before(hit, tokens, hits):
            name = tokens[hit.start - 2] if hit.start >= 2 else None
            if name and name.form[:1].isupper() and name.form[1:2].islower():
                return Rejection(DiscardReason.PERSON_NAME, name.form)
        return None

    def _known_before(self, hit: Hit, tokens: Sequence[Token], hits: Iterable[Hit]) -> bool:
        """Whether a skill ends just before, or before the comma before."""
        place = hit.start - 1 if hit.start and tokens[hit.start - 1].norm in self._links else hit.start
        return any(each.end == place and each is not hit for each in hits)

    def _alone(self, hit: Hit, tokens: Sequence[Token], hits: Sequence[Hit], *, listing: bool) -> bool:
        """Whether the words around it suffice, without another skill."""
        before, after = _token(tokens, hit.start - 1), _token(tokens, hit.end)
        given = tokens[hit.start].norm in self._given
        if listing and (
            self._parts(before, tokens, hit.start)
            and (self._parts(after, tokens, hit.end) or _versions(after))
        ):
            return True
        exact = tokens[hit.start].form == hit.name.forms[0]
        if after and exact and after.norm in self._after and not after.line_start:
            return True
        proper = bool(
            after is None or after.norm in STOPS or not after.form[:1].isupper() or after.line_start
        )
        year = bool(after and len(after.norm) == 4 and after.norm.isdigit())
        if before and exact and proper and not year and not clause_starts(tokens, hit.start):
            # an abbreviation may be anything ("live on CNN"), and so may a letter or a person
            loose = given or (hit.name.forms[0].isupper() and before.norm != "with")
            if self._sure.precedes(tokens, hit.start) or (
                not loose and self._before.precedes(tokens, hit.start)
            ):
                return True
        noun = after is not None and after.form.isalpha() and after.form.islower()
        small = hit.name.forms[0][:1].isupper() and len(hit.name.forms[0]) > 1 and exact
        attribute = small and noun and before is not None and before.norm in self._determiners and not given
        return attribute and any(self._relations.technical(each.skill) for each in hits if each is not hit)

    def _neighbour(self, hit: Hit, tokens: Sequence[Token], sure: Sequence[Hit], hits: Sequence[Hit]) -> bool:
        """Whether a proven skill of its kind is near enough."""
        form = tokens[hit.start].form
        single = len(hit.name.forms[0]) == 1
        short = len("".join(hit.name.forms)) < 3
        ordinary = hit.name.forms[0].islower()
        given = tokens[hit.start].norm in self._given
        opens = (
            clause_starts(tokens, hit.start) and form[:1].isupper() and not form.removesuffix("s").isupper()
        )
        for other in sure:
            if not self._relations.technical(other.skill) or other.skill == hit.skill:
                continue
            akin = self._relations.akin(hit.skill, other.skill)
            between = range(min(hit.end, other.end), max(hit.start, other.start))
            near = akin or not single
            if not near and not _surname(hit, tokens, hits):
                near = self._relations.kindred(hit.skill, other.skill)
            if near and self._linked(between, tokens, hits) and len(between) <= 24:
                return True
            if short or given or not akin or (opens and not ordinary):
                continue
            # an ordinary word counts by its subject, a brand by what is close
            if len(between) <= NEAR or (ordinary and form.lower() == form):
                return True
        return False

    def _rows(self, waiting: Sequence[Hit], tokens: Sequence[Token], hits: Sequence[Hit]) -> list[list[Hit]]:
        """Three or more names, as printed and of three letters and more, with nothing but separators between them."""
        rows: list[list[Hit]] = []
        for hit in waiting:
            if len("".join(hit.name.forms)) < 3 or tokens[hit.start].form != hit.name.forms[0]:
                continue
            if rows and self._linked(range(rows[-1][-1].end, hit.start), tokens, hits):
                rows[-1].append(hit)
            else:
                rows.append([hit])
        return [row for row in rows if len({hit.skill for hit in row}) >= 3]

    def _parts(self, token: Token | None, tokens: Sequence[Token], at: int) -> bool:
        """Whether items are separated here, by a sign or the edge of a line or passage."""
        if token is None or (0 <= at < len(tokens) and tokens[at].line_start):
            return True
        return token.norm in self._links or token.norm in STOPS

    def _linked(self, between: range, tokens: Sequence[Token], hits: Sequence[Hit]) -> bool:
        """Whether there are only separators, other names, their versions and notes in brackets between."""
        covered = {at for hit in hits for at in range(hit.start, hit.end)}
        depth = 0
        for at in between:
            norm = tokens[at].norm
            depth += (norm == "(") - (norm == ")")
            if not (depth > 0 or at in covered or norm in self._links or norm[0].isdigit()):
                return False
        return len(between) > 0


def _surname(hit: Hit, tokens: Sequence[Token], hits: Sequence[Hit]) -> bool:
    """Whether a letter may be an initial: a point and a capital follow in its line, and no skill begins there."""
    point, then = _token(tokens, hit.end), _token(tokens, hit.end + 1)
    if point is None or point.norm != "." or then is None or then.line_start:
        return False
    return then.form[:1].isupper() and all(each.start != hit.end + 1 for each in hits)


def _token(tokens: Sequence[Token], at: int) -> Token | None:
    return tokens[at] if 0 <= at < len(tokens) else None


def _among_letters(hit: Hit, tokens: Sequence[Token], hits: Sequence[Hit]) -> Rejection | None:
    """A letter beside another capital that is no skill: "B and C", "A/R"."""
    for sign, place in ((hit.start - 1, hit.start - 2), (hit.end, hit.end + 1)):
        near, other = _token(tokens, sign), _token(tokens, place)
        if near is None or other is None or near.norm not in {"/", "and", "or", ","}:
            continue
        known = any(each.start <= place < each.end for each in hits)
        if len(other.form) == 1 and other.form.isupper() and not known:
            return Rejection(DiscardReason.LOOKALIKE, other.form)
    return None


def _is_letter(hit: Hit, tokens: Sequence[Token]) -> bool:
    return len(hit) == 1 and len(tokens[hit.start].form) == 1


def _versions(token: Token | None) -> bool:
    """Whether what follows is a version or a number of years: "Angular 12"."""
    return token is not None and token.norm[0].isdigit()
