"""The words of one taxonomy by which lists, names and kinds of requirement are read, compiled."""

from __future__ import annotations

import re

from gapcheck.facts.skill_levels import phrases_of_levels
from gapcheck.posting.working_time import working_time
from gapcheck.taxonomy import Kind, Taxonomy
from gapcheck.text.inflection import singular
from gapcheck.text.patterns import FUNCTION_WORDS
from gapcheck.text.phrases import ARTICLE, compiled, plain


class PostingWords:
    """Patterns for the plain reading of a clause. Those that end in `_words` match as a whole word or phrase."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        cues, terms = taxonomy.necessity_cues, taxonomy.term_words
        speech = taxonomy.spoken_languages.speech
        knowledge = compiled((*cues.knowledge_words, *cues.heads)).pattern
        of_what = compiled(cues.of_what).pattern
        level = compiled(tuple(word for words in cues.levels.values() for word in words)).pattern
        and_, or_ = compiled((*cues.and_words, *cues.addition_words)).pattern, compiled(cues.or_words).pattern
        addition = compiled(cues.addition_words).pattern
        either = rf"{compiled(cues.and_words).pattern}/{or_}"
        joiner = rf"(?:{either}|{and_}|{or_}|[&+])"
        # ---- lists
        self.and_ = re.compile(rf"{and_}(?!/)|[&+]")
        self.or_ = re.compile(rf"{or_}|/")
        self.either = re.compile(either)
        self.or_begins, self.or_else = map(
            re.compile, (rf"\W*{compiled(cues.or_words).pattern}\s", rf"(?:{either}|{or_})\s")
        )
        joins = rf"(?:{compiled((*cues.and_words, *cues.or_words)).pattern}|[\s,/&])+"
        self.leading_joins, self.trailing_joins = re.compile(joins), re.compile(rf"{joins}\Z")
        self.separator = re.compile(
            rf"\s*(?!(?<=\d),\d{{3}}(?!\d)),\s*(?:{joiner}\s+)?|\s+{joiner}\s+|\s*(?<=[\w+#)])/(?=[\w(])\s*|\s+/\s+|\s*;\s*"
        )
        self.segment = re.compile(
            rf"(?:\s*[,;]\s*(?:(?:{and_}|{or_})\s+)?|\s+{and_}\s+)(?=(?:{ARTICLE}\s+)?(?:{level}\s+(?:{and_}\s+)?){{0,3}}"
            rf"(?:[\w-]+\s+)??{knowledge}\s+(?:{of_what}|{and_}\s+(?:\w+\s+)?{of_what}))"
            rf"|\s*,?\s+{addition}\s+"
            rf"|(?:\s*[,;]\s*(?:{and_}\s+)?|\s+{and_}\s+)(?={compiled(cues.lengths).pattern}|\w+\s+\(\d+\)\s)"
        )
        self.counts, self.any_of = compiled(cues.count_of), compiled(cues.any_of)
        self.illustrating = compiled(cues.illustrating)
        self.listing = compiled(cues.listing)
        self.not_listing = compiled(cues.not_listing)
        self.similar = compiled(cues.similar)
        members = (*cues.illustrating, *cues.listing)
        self.members, self.going_on = map(
            compiled, (members, (*cues.of_what, *members, *taxonomy.certificate_words.joined_by))
        )
        self.done_with, self.acceptable, self.also_accepted, self.in_use = map(
            compiled, (cues.done_with, cues.acceptable, cues.also_accepted, cues.in_use)
        )
        # ---- names
        self.fillers = frozenset(
            word
            for phrases in (
                terms.fillers,
                cues.contrasts,
                cues.knowledge_words,
                cues.heads,
                *cues.levels.values(),
            )
            for phrase in phrases
            for word in re.split(r"[ |-]", phrase)
        )
        self.not_names, self.nouns_behind = frozenset(terms.not_names), frozenset(terms.nouns_behind)
        self.openings, self.activities = map(frozenset, (terms.openings, terms.activities))
        self.empty = self.fillers.union(terms.kinds_of_demands)
        self.nouns_of_adjectives = self.nouns_behind.union(terms.nouns_behind_adjectives)
        self.leading, self.steps = frozenset(terms.leading_words), frozenset(taxonomy.certificate_words.steps)
        self.opening = re.compile(
            rf"\A.*?{knowledge}\s+{of_what}\s+"
            rf"|\W*{compiled(cues.addressed).pattern}\s+(?:{compiled((*cues.claims, *cues.owed)).pattern}\s+)?"
        )
        self.behind_name = re.compile(rf"(?<=\S)\s+{compiled(terms.behind_names).pattern}.*", re.DOTALL)
        self.references, self.leisure, self._attitudes, self.purposes, self._questions = map(
            compiled, (terms.references, terms.leisure, terms.attitudes, terms.purposes, terms.questions)
        )
        self.kinds_of_work = frozenset(terms.kinds_of_work)
        self.general = frozenset((*terms.general_words, *terms.small_words)) | self.fillers
        self.around = (
            frozenset((*terms.small_words, *terms.praise, *terms.leading_words, *terms.not_names))
            | self.fillers
            | FUNCTION_WORDS
        )
        self.named, self._skills = taxonomy.named, taxonomy.skills
        self._noun_endings, self._trait_endings = terms.noun_endings, terms.trait_endings
        self._classes, self._praise = map(frozenset, (terms.classes_of_products, terms.praise))
        self._not_traits, self.verbs = frozenset(terms.not_traits), frozenset(taxonomy.job_titles.verbs)
        self.soft_skills = frozenset(s.id for s in taxonomy.skills.values() if s.kind is Kind.SOFT_SKILL)
        self.able_to = re.compile(rf"\W*(?:[\w-]+\s+){{0,3}}{compiled(cues.able_to).pattern}\s")
        self.working_time = working_time(taxonomy)
        # ---- kinds of requirement
        self.levels = tuple(
            (number, compiled(words)) for number, words in phrases_of_levels(taxonomy).items()
        )
        self.of_what = re.compile(rf"{compiled(cues.knowledge_words).pattern}\s+{of_what}")
        self.experience, self.trade_experience, self.experience_as_such, self.trades = map(
            compiled,
            (cues.experience_words, cues.trade_experience, cues.experience_as_such, cues.trade_words),
        )
        self.time_parts, self.lengths, self.including = map(
            compiled, (cues.time_parts, cues.lengths, cues.including)
        )
        self.sentence = re.compile(rf"\W*{compiled(terms.sentence_subjects).pattern}\s")
        self.asked = compiled((*speech, *cues.required, *cues.preferred))

    def is_idle_question(self, text: str) -> bool:
        """Whether a text is a question that asks for nothing that somebody can do, but for what it may name."""
        return text.rstrip().endswith("?") and not self._questions.match(plain(text).lstrip())

    def is_attitude(self, said: str) -> bool:
        """Whether something asked for is how somebody is or feels: "honest", "interested in kilns", "patient with others"."""
        low = plain(said).strip(" .,;!")
        words = low.split()
        return self._attitudes.search(low) is not None or (bool(words) and self._praise.issuperset(words))

    def names_trait(self, name: str) -> bool:
        """Whether a name says what somebody is like by a noun: "growth mindset", "persistence", and not "persistent"."""
        low = plain(name)
        return low.endswith(self._trait_endings) and low not in self._not_traits

    def maker_of(self, skill: str) -> str:
        """Whose suite of programs a skill is, or belongs to: Microsoft, for Word and for Microsoft Office; "" for nobody's."""
        known = self._skills.get(skill)
        suites = (
            self._skills[each] for each in (skill, *(known.broader if known else ())) if each in self._skills
        )
        return next((each.label.split()[0] for each in suites if each.suite and " " in each.label), "")

    def is_class(self, noun: str) -> bool:
        """Whether a noun is what products of many makers are called: "planning tools"."""
        return singular(plain(noun)) in self._classes

    def lends(self, noun: str, adjective: str) -> bool:
        """Whether a noun goes on an adjective's name: "clerical work"; a word of knowledge only on a name that is known."""
        return noun in self.nouns_behind or bool(self.named(f"{adjective} {noun}"))

    def stands_alone(self, word: str) -> bool:
        """Whether a word can be a name without a noun behind it: a plural, or the name of an activity or a state."""
        return word.endswith(self._noun_endings) or singular(word) != word
