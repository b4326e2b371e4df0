"""Text -> mentions of skills: find names, resolve overlaps, judge context, find patterns, read the assertion."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from copy import copy
from dataclasses import replace
from typing import Protocol

from gapcheck.matching.abbreviations import Abbreviations
from gapcheck.matching.assertion import Claim, assertions
from gapcheck.matching.coordination import expanded
from gapcheck.matching.disambiguation import Disambiguator
from gapcheck.matching.mentions import (
    CLAIMED,
    Assertion,
    Discarded,
    DiscardReason,
    Genre,
    Matches,
    Method,
    Passage,
    SkillMention,
    place_and_skill,
)
from gapcheck.matching.other_names import OtherNames
from gapcheck.matching.own_words import OwnWords
from gapcheck.matching.phrases import Hit, Phrases, as_printed, as_tag, resolved, tag_line, whole_item
from gapcheck.matching.relations import Relations
from gapcheck.matching.skill_names import names_of
from gapcheck.matching.skill_patterns import Shown, SkillPatterns
from gapcheck.matching.trade_company import NameSeen, strangers
from gapcheck.spans import Span, SpanIndex
from gapcheck.taxonomy.enums import NameMatch
from gapcheck.taxonomy.model import Skill
from gapcheck.taxonomy.taxonomy import Taxonomy
from gapcheck.text.tokens import Token, readings

Masks = Sequence[tuple[Span, DiscardReason]]


class SkillMatcher(Protocol):
    """Whatever finds skills in passages of a text; an analyzer takes several of them."""

    def find(self, text: str, passages: Sequence[Passage], *, genre: Genre, masked: Masks = ()) -> Matches:
        """The mentions, and what looks like one and does not count."""


class PhraseSkillMatcher:
    """Finds the skills of a taxonomy. Keeps nothing of what it reads between calls; threads may share it."""

    def __init__(
        self, taxonomy: Taxonomy, own_words: OwnWords | None = None, *, in_company: bool = True
    ) -> None:
        """`own_words` are those of a job document, which are found in other forms, too.

        `in_company`: names that only a trade uses so count beside others of it alone (see `trade_company`).
        """
        cues, skills = taxonomy.assertion_cues, taxonomy.skills
        self.relations = Relations(skills)
        self.phrases = Phrases(names_of(taxonomy))
        self.patterns = SkillPatterns(skills, taxonomy.pattern_words.sets)
        self.own_words = own_words or OwnWords()
        self.disambiguator = Disambiguator(cues.context, self.relations)
        self.other_names = OtherNames(taxonomy)
        self.assertions = assertions(taxonomy)
        self.in_company = in_company

    def find(self, text: str, passages: Sequence[Passage], *, genre: Genre, masked: Masks = ()) -> Matches:
        """The skills that the passages name or show, whatever they say of them; passages may come in any order.

        A mention that shares a character with a span of `masked` is discarded for the reason given there.
        """
        read = [(passage, readings(text, passage.span)) for passage in passages]
        abbreviations = Abbreviations.of([tokens for _, both in read for tokens in both[:1]])
        own = [place for place, reason in masked if reason is DiscardReason.PERSONAL_DATA]
        mentions: dict[SkillMention, None] = {}
        discarded: dict[Discarded, None] = {}
        words = {token.norm for _, both in read for tokens in both for token in tokens}
        rules = copy(self)
        rules.patterns, rules.assertions = self.patterns.among(words), self.assertions.among(words)
        matchings = list[_PassageMatching]()
        for passage, both in read:
            mine = [place for place in own if place.overlaps(passage.span)]
            free = (_of_nobody_else(tokens, mine) for tokens in both)
            matchings += [_PassageMatching(rules, text, passage, each, genre, abbreviations) for each in free]
        named = [(each, each.mentions()) for each in matchings]
        names = (name for each in matchings for name in each.named)
        alone = strangers(names, self.relations) if self.in_company else frozenset()
        for matching, found in named:
            if any(name.skill in alone for name in matching.named):
                found = matching.without(alone)  # noqa: PLW2901  # what a longer name of another trade hid is found
            mentions |= dict.fromkeys(found)
            discarded |= dict.fromkeys(matching.dropped)
        return _sorted(*_masked(mentions, discarded, masked))


class _PassageMatching:
    """One passage in one reading of its line ends."""

    def __init__(
        self,
        rules: PhraseSkillMatcher,
        text: str,
        passage: Passage,
        tokens: Sequence[Token],
        genre: Genre,
        abbreviations: Abbreviations,
    ) -> None:
        self.rules, self.text, self.passage, self.tokens = rules, text, passage, tokens
        self.genre, self.abbreviations = genre, abbreviations
        self.listing = passage.listing or _labelled_list(tokens)
        self.dropped: list[Discarded] = []
        self.named: list[NameSeen] = []
        self._strangers: frozenset[str] = frozenset()

    def without(self, skills: frozenset[str]) -> list[SkillMention]:
        """As `mentions`, without the names and patterns of a trade of these skills."""
        self.dropped, self.named, self._strangers = [], [], skills
        return self.mentions()

    def mentions(self) -> list[SkillMention]:
        """What counts, in one list; what does not goes to `dropped`."""
        named = self._names()
        shown = [
            each
            for each in (
                *self.rules.patterns.find(self.tokens, self._strangers),
                *self.rules.own_words.find(self.tokens),
            )
            if not _named(each, named, of_any=self.genre is Genre.POSTING)
        ]
        self.named = [
            *map(self._as_named, named),
            *(NameSeen(each.skill, each.rule, each.trade) for each in shown),
        ]
        found: list[Hit | Shown] = [*named, *shown]
        soft = [at for at, each in enumerate(found) if not self.rules.relations.technical(each.skill)]
        claims = self.rules.assertions.claims(
            self.tokens,
            [(hit.start, hit.end) for hit in named],
            [((each.start, each.end), *each.parts) for each in shown],
            soft,
        )
        methods = [Method.PHRASE] * len(named)
        methods += [Method.PHRASE if each.named else Method.PATTERN for each in shown]
        rows = zip(found, claims, methods, strict=True)
        return [each for row in rows for each in self._mention(*row)]

    def _names(self) -> list[Hit]:
        """The names that are meant as skills, longest first where they overlap, shared heads expanded."""
        rules = self.rules
        fitting = []
        hits = rules.phrases.find(self.tokens)
        tags = tag_line(hits, self.tokens)
        for hit in hits:
            if hit.name.trade and hit.skill in self._strangers:
                self._drop(hit.start, hit.end, hit.skill, DiscardReason.LOOKALIKE)
            elif reason := self._misfit(hit):
                if hit.name.match is not NameMatch.CASED or reason is not DiscardReason.LOOKALIKE:
                    self._drop(hit.start, hit.end, hit.skill, reason)
            elif (tags and as_tag(hit, self.tokens)) or as_printed(hit, self.tokens, listing=self.listing):
                fitting.append(hit)
            elif hit.name.match is NameMatch.CASELESS:
                self._drop(hit.start, hit.end, hit.skill, DiscardReason.LOOKALIKE)
        kept, lost = resolved(fitting, rules.relations)
        for hit, longer in lost:
            cue = self._surface(longer.start, longer.end)
            self._drop(hit.start, hit.end, hit.skill, DiscardReason.PART_OF_LONGER_NAME, cue)
        context = rules.disambiguator
        labels = self.genre is Genre.RESUME
        kept, refused = context.disambiguate(
            kept, self.tokens, listing=self.listing, tags=tags, labels=labels
        )
        for hit, rejection in refused:
            self._drop(hit.start, hit.end, hit.skill, rejection.reason, rejection.cue)
        if self.genre is Genre.RESUME and not (self.listing or tags or self.passage.title):
            kept = self._without_other_names(kept)
        known = self._without_other_meanings(kept)
        shared = [hit for hit in expanded(known, self.tokens, rules.phrases) if self._misfit(hit) is None]
        return [*known, *shared]

    def _as_named(self, hit: Hit) -> NameSeen:
        words = " ".join(token.norm.removesuffix("s") for token in self.tokens[hit.start : hit.end])
        return NameSeen(hit.skill, words, hit.name.trade, hit.name.match is NameMatch.TITLE)

    def _without_other_names(self, hits: Sequence[Hit]) -> list[Hit]:
        """Without those that are part of the name of a firm, a person or a place."""
        elsewhere = dict(self.rules.other_names.among(hits, self.tokens))
        for hit, word in elsewhere.items():
            self._drop(hit.start, hit.end, hit.skill, DiscardReason.PART_OF_LONGER_NAME, word.form)
        return [hit for hit in hits if hit not in elsewhere]

    def _without_other_meanings(self, hits: Sequence[Hit]) -> list[Hit]:
        """Without abbreviations that the document explains as something else."""
        known = []
        for hit in hits:
            if gloss := self.abbreviations.other_meaning(hit, self.tokens, self.rules.phrases):
                self._drop(hit.start, hit.end, hit.skill, DiscardReason.LOOKALIKE, gloss)
            else:
                known.append(hit)
        return known

    def _misfit(self, hit: Hit) -> DiscardReason | None:
        """Why a name of this mode cannot count in this passage, if so."""
        match hit.name.match:
            case NameMatch.POSTINGS if self.genre is not Genre.POSTING:
                return None if self.listing and whole_item(hit, self.tokens) else DiscardReason.GENERAL
            case NameMatch.POSTINGS if _in_a_name(hit, self.tokens):
                return DiscardReason.LOOKALIKE
            case NameMatch.TITLE if not self.passage.title:
                return DiscardReason.JOB_TITLE
        return None

    def _mention(self, found: Hit | Shown, claim: Claim, method: Method) -> list[SkillMention]:
        if self.passage.silent is not None and not self._proven_here(found.skill):
            self._drop(found.start, found.end, found.skill, self.passage.silent)
            return []
        if claim.expired:
            self._drop(found.start, found.end, found.skill, DiscardReason.EXPIRED, claim.cue)
            return []
        assertion, cue = claim.assertion, claim.cue
        if (
            self.passage.title
            and assertion is Assertion.OTHER
            and self._surface(found.start, found.end) in " ".join(cue.split())
        ):
            assertion, cue = Assertion.PRESENT, ""  # "Staff Data Engineer" is a rank, and not the staff's
        if assertion in CLAIMED and self.passage.assertion is not Assertion.PRESENT:
            assertion, cue = self.passage.assertion, ""
        span = self._span(found.start, found.end)
        return [
            SkillMention(
                found.skill,
                span,
                span.of(self.text),
                method,
                assertion,
                cue,
                exposure=claim.exposure,
                training=claim.training,
                rule=found.rule,
            )
        ]

    def _proven_here(self, skill: str) -> bool:
        """Whether a section that is else silent proves this kind of skill."""
        proves = self.passage.proves
        return proves is not None and self.rules.relations.kind(skill) is proves

    def _drop(self, start: int, end: int, skill: str, reason: DiscardReason, cue: str = "") -> None:
        span = self._span(start, end)
        self.dropped.append(Discarded(skill, span, span.of(self.text), reason, cue))

    def _span(self, start: int, end: int) -> Span:
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def _surface(self, start: int, end: int) -> str:
        return " ".join(self._span(start, end).of(self.text).split())


def example_runner(taxonomy: Taxonomy) -> Callable[[Skill, str], bool]:
    """Runs the examples beside the skills: a function that says whether a sentence of a resume claims a skill, by name, by a pattern or by a member."""
    matcher = PhraseSkillMatcher(taxonomy, in_company=False)  # a sentence has no document

    def shows(skill: Skill, sentence: str) -> bool:
        found = matcher.find(sentence, [Passage(Span(0, len(sentence)))], genre=Genre.RESUME)
        named = {skill.id, *skill.members}
        return any(each.skill in named and each.assertion in CLAIMED for each in found.mentions)

    return shows


def _in_a_name(hit: Hit, tokens: Sequence[Token]) -> bool:
    """Whether an ordinary word is the end of a name: GigE Vision, Dental Vision, Coral Drive."""
    first = tokens[hit.start]
    if not hit.start or first.line_start or not first.form[0].isupper() or not hit.name.printed.islower():
        return False
    before = tokens[hit.start - 1]
    if not before.is_word or first.glued or first.hyphen:
        return False
    if any(char.isupper() for char in before.form[1:]) and not before.form.isupper():
        return True
    small = sum(len(token.form) > 3 and token.form.isalpha() and token.form.islower() for token in tokens)
    return before.form[0].isupper() and not before.line_start and hit.start > 1 and small > 1


def _labelled_list(tokens: Sequence[Token]) -> bool:
    """Whether it reads "Tools: Excel, Word, Outlook": a short label, a colon, and items of a few words each."""
    colon = next((at for at, token in enumerate(tokens[:5]) if token.norm == ":"), 0)
    if not colon:
        return False
    rest = tokens[colon + 1 :]
    commas = sum(token.norm in {",", "|", "/", "•", "·"} for token in rest)
    words = sum(token.is_word for token in rest)
    stops = sum(token.norm in {".", "!", "?", ";"} for token in rest[:-1])
    return bool(commas and not stops and words <= 3 * (commas + 1))


def _named(shown: Shown, named: Sequence[Hit], *, of_any: bool) -> bool:
    """Whether the words of a pattern name its skill; with `of_any`, whether they end in the name of a product.

    A job document asks for what it names: "orchestrated in Airflow" asks for Airflow.
    """
    return any(
        (hit.skill == shown.skill and hit.start < shown.end and shown.start < hit.end)
        or (of_any and hit.end == shown.end and not hit.name.printed.islower())
        for hit in named
    )


def _of_nobody_else(tokens: Sequence[Token], own: Sequence[Span]) -> Sequence[Token]:
    """The tokens, the person's own name without its capitals: it tells of nobody else's work."""
    if not own:
        return tokens
    return [
        token._replace(form=token.norm) if any(token.span.overlaps(place) for place in own) else token
        for token in tokens
    ]


def _masked(
    mentions: Collection[SkillMention], discarded: Iterable[Discarded], masked: Masks
) -> tuple[list[SkillMention], list[Discarded]]:
    def hidden(span: Span) -> DiscardReason | None:
        held = sorted(places.overlapping(span))
        return next((reason for _, place, reason in held if not names(span, place, reason)), None)

    def names(span: Span, place: Span, reason: DiscardReason) -> bool:
        """Whether a title before a name is part of what is named: "Ms Excel", "Ms Powerpoint"."""
        return reason is DiscardReason.PERSON_NAME and span.start == place.start and span in known

    places = SpanIndex((each[0], (at, *each)) for at, each in enumerate(masked))
    known = {each.span for each in mentions if len(each.surface.split()) > 1 and each.method is Method.PHRASE}
    kept: list[SkillMention] = []
    dropped = [replace(each, reason=hidden(each.span) or each.reason) for each in discarded]
    for mention in mentions:
        if (reason := hidden(mention.span)) is None:
            kept.append(mention)
        else:
            dropped.append(Discarded(mention.skill, mention.span, mention.surface, reason))
    return kept, dropped


def _sorted(mentions: Iterable[SkillMention], discarded: Iterable[Discarded]) -> Matches:
    """In order of place; what counts for a skill is not also listed as discarded for it, by a longer name or shorter."""
    counted: dict[str, list[Span]] = {}
    for each in mentions:
        counted.setdefault(each.skill, []).append(each.span)
    return Matches(
        tuple(sorted(mentions, key=lambda each: (*place_and_skill(each), each.method, each.assertion))),
        tuple(
            sorted(
                {d for d in discarded if not any(d.span.overlaps(span) for span in counted.get(d.skill, ()))},
                key=lambda each: (*place_and_skill(each), each.reason, each.cue),
            )
        ),
    )


def joined_matcher(matchers: Sequence[SkillMatcher]) -> SkillMatcher:
    """A matcher that finds what any of `matchers` finds."""
    return matchers[0] if len(matchers) == 1 else _JoinedMatcher(matchers)


class _JoinedMatcher:
    """Asks each matcher in turn; of two mentions of a skill in the same place, the first matcher's is kept."""

    def __init__(self, matchers: Sequence[SkillMatcher]) -> None:
        self._matchers = matchers

    def find(self, text: str, passages: Sequence[Passage], *, genre: Genre, masked: Masks = ()) -> Matches:
        joined = Matches((), ())
        for matcher in self._matchers:
            found = matcher.find(text, passages, genre=genre, masked=masked)
            joined = joined_matches(joined, found)
        return Matches(joined.mentions, tuple(dict.fromkeys(joined.discarded)))


def joined_matches(matches: Matches, found: Matches) -> Matches:
    """Both; of two mentions of a skill in the same place the first is kept, and what counts is not also discarded."""
    new = [
        each
        for each in found.mentions
        if not any(each.skill == old.skill and each.span.overlaps(old.span) for old in matches.mentions)
    ]
    joined = matches.joined(new, found.discarded)
    counted = {(each.skill, each.span) for each in joined.mentions}
    kept = (each for each in joined.discarded if (each.skill, each.span) not in counted)
    return Matches(joined.mentions, tuple(kept))
