"""Whether a short or ambiguous name (R, C, Go, Julia, Flask, Excel) is meant as the skill.

First what rules it out: "R&D", "A/R", "Series C", "C. difficile", "Smith, R.", "R. Smith", "Julia Amadi", a
grade "(C)". Then it needs one proof:

- it is an item of a list of skills, or of a row of tags ("java hibernate jenkins linux"), or the label of a
  resume's bullet ("Jenkins: moved forty builds");
- it is coordinated with another skill: "Python, R and Stan", "C/C++";
- a word before or after it says so: "written in", "package" (assertion_cues.yaml, `context`);
- it is a capitalised attribute in mid-sentence: "the Go operator";
- for names of three letters and more that are not also given names: a skill of its kind within eight tokens,
  or anywhere in the passage for names that are ordinary words ("transformers").

Names prove each other only if one of them is proven otherwise, or if there are three or more in a row ("Outlook, Word
and Teams").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gapcheck.matching.context_words import ContextWords
from gapcheck.matching.mentions import DiscardReason
from gapcheck.matching.phrases import Hit
from gapcheck.matching.relations import Relations
from gapcheck.taxonomy.enums import NameMatch
from gapcheck.taxonomy.language.matching_words import ContextCues
from gapcheck.text.patterns import (
    ARTICLES,
    FUNCTION_WORDS,
    GENITIVE,
    JOINERS,
    STOPS,
    Pattern,
    clause_starts,
    precedes,
)
from gapcheck.text.tokens import Token

NEAR = 8
"""Tokens within which a skill of the same kind is a neighbour."""

_DASHES = frozenset("-–—")
_GRADES = frozenset("abcdef")
_FARTHEST_ITEM = 24
"""Tokens within which two names may be items of one list."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why a name is not the skill, and the word that shows it."""

    reason: DiscardReason
    cue: str


class Disambiguator:
    """The rules for ambiguous names, over the cue words of a taxonomy."""

    def __init__(self, cues: ContextCues, relations: Relations) -> None:
        self._words = ContextWords(cues, relations)

    def disambiguate(
        self,
        hits: Sequence[Hit],
        tokens: Sequence[Token],
        *,
        listing: bool,
        tags: bool = False,
        labels: bool = False,
    ) -> tuple[list[Hit], list[tuple[Hit, Rejection]]]:
        """The hits that are meant as skills, and those that are not, each with the reason.

        `tags`: the passage is a row of names with nothing between them (see `phrases.tag_line`). `labels`: the
        name that it opens with may be the label of the rest.
        """
        passage = _PassageNames(self._words, tokens, hits, listing=listing)
        refused = [(hit, Rejection(DiscardReason.LOOKALIKE, cue)) for hit, cue in passage.other_senses()]
        passage.hits = hits = [hit for hit in hits if all(hit != other for other, _ in refused)]
        sure = [hit for hit in hits if hit.name.match is not NameMatch.CONTEXT]
        waiting: list[Hit] = []
        for hit in hits:
            if hit.name.match is not NameMatch.CONTEXT:
                continue
            name = _Name(passage, hit)
            if (rejection := name.ruled_out()) is not None:
                refused.append((hit, rejection))
            elif tags or (labels and name.is_label()) or name.proven_alone():
                sure.append(hit)
            else:
                waiting.append(hit)
        for row in passage.rows(waiting):
            sure.extend(row)
            waiting = [hit for hit in waiting if hit not in row]
        while proven := [hit for hit in waiting if _Name(passage, hit).proven_by(sure)]:
            sure.extend(proven)
            waiting = [hit for hit in waiting if hit not in proven]
        refused.extend((hit, Rejection(DiscardReason.LOOKALIKE, "")) for hit in waiting)
        return sorted(sure, key=lambda each: (each.start, each.end, each.skill)), refused


class _PassageNames:
    """The names of one passage."""

    def __init__(
        self, words: ContextWords, tokens: Sequence[Token], hits: Sequence[Hit], *, listing: bool
    ) -> None:
        self.words, self.tokens, self.hits, self.listing = words, tokens, hits, listing
        self._named = {at for each in hits for at in range(each.start, each.end)}
        self._sense_words: dict[str, str] = {}

    def token(self, at: int) -> Token | None:
        """The token at a place, None outside of the passage."""
        return self.tokens[at] if 0 <= at < len(self.tokens) else None

    def named(self, at: int) -> bool:
        """Whether a token is part of a name."""
        return at in self._named

    def other_senses(self) -> Iterator[tuple[Hit, str]]:
        """Names of any mode that mean something else here, each with the word that shows it."""
        doubtful = {hit: word for hit in self.hits if (word := self._sense_word(hit))}
        company = [
            hit
            for hit in self.hits
            # no letter, and no name that people have, is company for one in doubt
            if self.listing
            or (
                hit not in doubtful
                and len(self.tokens[hit.start].form) > 1
                and self.tokens[hit.start].norm not in self.words.given
            )
        ]
        for hit in self.hits:
            word = doubtful.get(hit, "")
            if word and not self._in_company(hit, company):
                yield hit, word
            elif (other := self._next(hit) or self._proper(hit) or self._counted(hit)) is not None:
                yield hit, other.form

    def _sense_word(self, hit: Hit) -> str:
        """A word of the passage by which the name may mean something else."""
        name = self.tokens[hit.start].norm
        words = self.words.senses.get(name, frozenset()) if len(hit) == 1 else frozenset()
        if words and name not in self._sense_words:
            self._sense_words[name] = next((token.form for token in self.tokens if token.norm in words), "")
        return self._sense_words[name] if words else ""

    def _next(self, hit: Hit) -> Token | None:
        """The word beside a name that makes it another thing's: "slack ropes", "SAP Center", "Women in Machine Learning"."""
        name = "-".join(token.norm for token in self.tokens[hit.start : hit.end])
        after, then = self.token(hit.end), self.token(hit.end + 1)
        if after and after.norm in self.words.next.get(name, ()) and not after.line_start:
            return after
        brand = hit.name.printed[:1].isupper() and after and after.form[:1].isupper()
        if brand and after and after.norm in self.words.centers and not (then and then.norm == GENITIVE):
            return after
        before, group = self.token(hit.start - 1), self.token(hit.start - 2)
        if before and group and before.norm in FUNCTION_WORDS and group.norm in self.words.society_before:
            return group if group.form[:1].isupper() and self.tokens[hit.start].form[:1].isupper() else None
        return None

    def _in_company(self, hit: Hit, company: Iterable[Hit]) -> bool:
        """Whether a skill of its kind, or two of other kinds, are named with it: "Git, Excel, Opera PMS".

        A name that holds a word of the other sense speaks for that: "a 4 ML service reservoir".
        """
        relations, senses = self.words.relations, self.words.senses[self.tokens[hit.start].norm]
        others = {
            each.skill
            for each in company
            if all(token.norm not in senses for token in self.tokens[each.start : each.end])
        } - {hit.skill}
        return (
            any(relations.akin(hit.skill, other) for other in others)
            or sum(map(relations.technical, others)) > 1
        )

    def _proper(self, hit: Hit) -> Token | None:
        """What makes the name part of a place's or a firm's: "Azure Coast Catering", "Java Street", "Python LLC"."""
        if len(hit) > 1 or not self.tokens[hit.start].form[:1].isupper():
            return None
        for at in range(hit.end, min(hit.end + 3, len(self.tokens))):
            token = self.tokens[at]
            if self.named(at) or not token.form[:1].isupper():
                return None
            if token.norm in self.words.proper_after:
                return token
        return None

    def _counted(self, hit: Hit) -> Token | None:
        """The article that counts an animal's or thing's name in small letters, not "ran a kanban": "fed a royal python"."""
        first, after = self.tokens[hit.start], self.token(hit.end)
        ends = after is None or after.norm in STOPS or after.norm in FUNCTION_WORDS or after.norm in JOINERS
        named = first.norm in self.words.senses and hit.name.printed[:1].isupper()
        if len(hit) > 1 or not (named and first.form.islower() and ends):
            return None
        for at in range(hit.start - 1, max(hit.start - 4, -1), -1):
            token = self.tokens[at]
            if token.norm in ARTICLES:
                return token
            if not token.is_word or token.norm in FUNCTION_WORDS or self.named(at):
                return None
        return None

    def rows(self, waiting: Sequence[Hit]) -> list[list[Hit]]:
        """Three or more names, as printed and of three letters and more, with nothing but separators between them."""
        rows: list[list[Hit]] = []
        for hit in waiting:
            if len("".join(hit.name.forms)) < 3 or self.tokens[hit.start].form != hit.name.forms[0]:
                continue
            if rows and self.linked(range(rows[-1][-1].end, hit.start)):
                rows[-1].append(hit)
            else:
                rows.append([hit])
        return [row for row in rows if len({hit.skill for hit in row}) >= 3]

    def linked(self, between: range) -> bool:
        """Whether there are only separators, other names, their versions and notes in brackets between."""
        depth = 0
        for at in between:
            norm = self.tokens[at].norm
            depth += (norm == "(") - (norm == ")")
            if not (depth > 0 or norm in self.words.links or norm[0].isdigit() or self.named(at)):
                return False
        return len(between) > 0


class _Name:
    """One ambiguous name in its passage, between the tokens `before` and `after`."""

    def __init__(self, passage: _PassageNames, hit: Hit) -> None:
        self._passage, self._words, self._hit = passage, passage.words, hit
        self._tokens, self._hits = passage.tokens, passage.hits
        self._first = passage.tokens[hit.start]
        self._before, self._after = passage.token(hit.start - 1), passage.token(hit.end)
        self._given = self._first.norm in self._words.given

    def ruled_out(self) -> Rejection | None:
        """Why it cannot be the skill, whatever else speaks for it."""
        before, after, words = self._before, self._after, self._words
        letter = len(self._hit) == 1 and len(self._first.form) == 1
        used = after is not None and after.norm in words.after
        if before and (before.norm in words.not_before or (before.norm in words.animal_before and not used)):
            return Rejection(DiscardReason.LOOKALIKE, before.form)
        if after and (after.norm in words.not_after or (letter and after.norm in words.not_after_single)):
            return Rejection(DiscardReason.LOOKALIKE, after.form)
        if (after and after.norm == "&" and after.glued) or (
            before and before.norm == "&" and self._first.glued
        ):
            return Rejection(DiscardReason.LOOKALIKE, "&")
        if letter and (sign := self._letter()):
            return Rejection(DiscardReason.LOOKALIKE, sign)
        if name := (letter and self._initial()) or self._person():
            return Rejection(DiscardReason.PERSON_NAME, name)
        return None

    def _letter(self) -> str:
        """What rules out a single letter: "C. difficile", "R-squared", "C1", "B and C", "A/R", a grade "(C)"."""
        before, after, then = self._before, self._after, self._passage.token(self._hit.end + 1)
        if self._first.hyphen:
            return "-"
        if after and after.norm == "." and after.glued and then:
            if then.norm == "," or (then.form[:1].islower() and not then.line_start):
                return after.form
        elif after and (
            (after.hyphen and after.norm not in self._words.after)
            or (after.glued and (after.norm[0].isdigit() or after.norm in {"'", "+", "*"}))
        ):
            return after.form
        for sign, place in ((before, self._hit.start - 2), (after, self._hit.end + 1)):
            other = self._passage.token(place)
            beside = sign and sign.norm in JOINERS and not self._passage.named(place)
            if beside and other and len(other.form) == 1 and other.form.isupper():
                return other.form
        opened = self._passage.token(self._hit.start - 2)
        graded = before and before.norm == "(" and after and after.norm == ")" and self._first.norm in _GRADES
        return "(" if graded and not (opened and opened.norm in self._words.after) else ""

    def _initial(self) -> str:
        """The name that a letter is the initial of: "R. Smith", "Smith, R."; but a sentence may end "in R."."""
        after, then = self._after, self._passage.token(self._hit.end + 1)
        if after is None or after.norm != "." or not after.glued or self._follows_skill():
            return ""
        if then and then.form[:1].isupper() and not self._is_after(self._words.before_sure):
            return then.form
        return self._surname()

    def _person(self) -> str:
        """A person's name: after "Prof." or a surname and comma, before a surname or after "my cousin"."""
        before, after = self._before, self._after
        if before and before.norm == "." and (title := self._passage.token(self._hit.start - 2)):
            before = title if title.norm in self._words.persons else before
        if before and before.norm in self._words.persons:
            return before.form
        if not self._given or len(self._hit) > 1:
            return ""
        named = after and after.form[:1].isupper() and after.form[1:2].islower() and not after.line_start
        if after and named and not self._passage.named(self._hit.end):
            return after.form
        return "" if self._follows_skill() else self._surname()

    def _surname(self) -> str:
        """The surname before a comma before it: "Smith, Julia"."""
        name = self._passage.token(self._hit.start - 2)
        comma = self._before is not None and self._before.norm == ","
        return name.form if comma and name and name.form[:1].isupper() and name.form[1:2].islower() else ""

    def _follows_skill(self) -> bool:
        """Whether a skill ends just before, or before the comma before."""
        linked = self._before is not None and self._before.norm in self._words.links
        place = self._hit.start - linked
        return any(each.end == place and each is not self._hit for each in self._hits)

    def _is_after(self, cues: tuple[frozenset[str], tuple[Pattern, ...]]) -> bool:
        """Whether one of these words or patterns ends just before it."""
        words, patterns = cues
        if self._before is not None and self._before.norm in words:
            return True
        return any(precedes(pattern, self._tokens, self._hit.start) for pattern in patterns)

    def is_label(self) -> bool:
        """Whether it is the label of what follows: "Jenkins: moved forty builds", "Spark – cut the batch to an hour"."""
        form, after, then = self._hit.name.forms[0], self._after, self._passage.token(self._hit.end + 1)
        if self._hit.start or after is None or then is None or not then.is_word:
            return False
        sign = after.norm == ":" or (after.norm in _DASHES and not after.glued and not then.glued)
        return sign and len(form) > 1 and self._first.form == form and not self._given

    def _beside_what_is_used(self) -> bool:
        """Whether it is joined to another name that is used: "used PharmOutcomes and Excel"."""
        at, tokens = self._hit.start, self._tokens
        while at > 1 and tokens[at - 1].norm in JOINERS and any(map(str.isupper, tokens[at - 2].form[1:])):
            at -= 2
        loose = self._given or self._first.form.isupper()
        verb = tokens[at - 1].norm if 0 < at < self._hit.start and not loose else ""
        return verb in self._words.before_sure[0] and verb not in FUNCTION_WORDS

    def proven_alone(self) -> bool:
        """Whether the words around it suffice, without another skill."""
        before, after, words, form = self._before, self._after, self._words, self._hit.name.forms[0]
        versioned = after is not None and after.norm[0].isdigit()
        opened = self._passage.listing and self._parts(before, self._hit.start)
        if opened and (versioned or self._parts(after, self._hit.end)):
            return True
        if self._first.form != form:
            return False
        used = (after and after.norm in words.after and not after.line_start) or self._beside_what_is_used()
        if used or any(each.ends(self._tokens, self._hit.end) for each in words.after_phrases):
            return True
        proper = after is None or after.norm in STOPS or not after.form[:1].isupper() or after.line_start
        year = after is not None and len(after.norm) == 4 and after.norm.isdigit()
        # "Excel and R": the words of a cue say that no clause begins behind its last
        ended = after is None or after.norm != "." or self._passage.token(self._hit.end + 1) is None
        joined = ended and self._is_after((frozenset(), words.before_sure[1]))
        if before and proper and not year and (joined or not clause_starts(self._tokens, self._hit.start)):
            # an abbreviation may be anything ("live on CNN"), and so may a letter or a person
            loose = self._given or (form.isupper() and before.norm != "with")
            if self._is_after(words.before_sure) or (not loose and self._is_after(words.before)):
                return True
        noun = after is not None and after.form.isalpha() and after.form.islower()
        noun = noun and after is not None and after.norm not in FUNCTION_WORDS
        capitalised = form[:1].isupper() and len(form) > 1 and not self._given
        if not (capitalised and noun and before is not None and before.norm in words.determiners):
            return False
        return any(words.relations.technical(each.skill) for each in self._hits if each is not self._hit)

    def _parts(self, token: Token | None, at: int) -> bool:
        """Whether items are separated here, by a sign or the edge of a line or passage."""
        if token is None or (at < len(self._tokens) and self._tokens[at].line_start):
            return True
        return token.norm in self._words.links or token.norm in STOPS

    def proven_by(self, sure: Sequence[Hit]) -> bool:
        """Whether a proven skill of its kind is near enough."""
        form, hit, relations = self._first.form, self._hit, self._words.relations
        single = len(hit.name.forms[0]) == 1
        ordinary = hit.name.forms[0].islower()
        opens = clause_starts(self._tokens, hit.start) and form[:1].isupper()
        opens = opens and not form.removesuffix("s").isupper()
        then = self._passage.token(hit.end + 1)
        # "R. Smith" is no neighbour of a library of another language
        initial = self._after is not None and self._after.norm == "." and then and not then.line_start
        linked_only = len("".join(hit.name.forms)) < 3 or self._given or (opens and not ordinary)
        for other in sure:
            if not relations.technical(other.skill) or other.skill == hit.skill:
                continue
            akin = relations.akin(hit.skill, other.skill)
            between = range(min(hit.end, other.end), max(hit.start, other.start))
            near = akin or not single or (not initial and relations.kindred(hit.skill, other.skill))
            if near and len(between) <= _FARTHEST_ITEM and self._passage.linked(between):
                return True
            # an ordinary word counts by its subject, a brand by what is close
            close = len(between) <= NEAR or (ordinary and form.lower() == form)
            if akin and close and not linked_only:
                return True
        return False
