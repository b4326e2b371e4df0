"""Experience without a length: in a field, a post or a setting, or with people, it is time; with a tool it is a skill."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gapcheck.facts.job_titles import job_title_finder
from gapcheck.posting.experience import DoneBefore
from gapcheck.posting.list_model import SkillGroup
from gapcheck.posting.words import PostingWords
from gapcheck.taxonomy import Kind, NameMatch, Skill, Taxonomy
from gapcheck.text.patterns import GENITIVE
from gapcheck.text.phrases import compiled, plain, printed_as_name, without_brackets


class WorkExperience:
    """Tells work in a field from the use of a tool, with the words of one taxonomy."""

    def __init__(self, taxonomy: Taxonomy, words: PostingWords) -> None:
        cues = taxonomy.necessity_cues
        experience = words.trade_experience.pattern
        self._skills = taxonomy.skills
        self._titles = job_title_finder(taxonomy)
        self._trades = words.trades
        self._experience = words.trade_experience
        self._at_end = re.compile(rf"{experience}\W*\Z")
        self._in_field = re.compile(rf"{experience}\s+{compiled(cues.trade_in).pattern}")
        self._in_setting = re.compile(rf"{experience}\s+{compiled(cues.setting_in).pattern}")
        self._background = compiled(cues.backgrounds)
        self._people = re.compile(
            rf"{experience}\s+(?:{compiled(cues.of_what).pattern}\s+)?{compiled(cues.people_served).pattern}"
        )
        joins = compiled((*cues.and_words, *cues.or_words)).pattern
        self._doing = re.compile(
            rf"{experience}\s+(?:{GENITIVE}\s+)?(?:\w+ly\s+)?(?!{compiled(cues.not_doing).pattern})"
            rf"(?P<verb>\w+ing)\s+(?!{joins}\s)\w"
        )
        self.has_done = DoneBefore(cues)
        said = compiled((*cues.qualifiers, *cues.copulas)).pattern
        self._said = re.compile(rf"\s(?:{said}\s)*{compiled(cues.copulas).pattern}(?:\s\w+){{1,3}}\W*\Z")
        self._aside = re.compile(rf"\s{compiled(cues.asides).pattern}\s")

    def is_time(self, group: SkillGroup, segment: str, whole: str) -> bool:
        """Whether a segment (in its plain reading) of a whole clause, which names a group, asks for time spent in work of a kind."""
        known = [self._skills[skill] for skill in group.skills if skill in self._skills]
        if any(printed_as_name(each.label) for each in known):
            return False
        if not self._experience.search(segment):
            soft = known and all(each.kind is Kind.SOFT_SKILL for each in known)
            return not soft and self.has_done(whole)
        segment = self._said.sub("", segment)
        post = any(self._titles.is_head(plain(term).split()[-1]) for term in group.terms)
        if post or self._background.search(without_brackets(segment).strip()) or self._people.search(segment):
            return True
        if known and all(each.kind is Kind.SOFT_SKILL for each in known):
            return False
        if self._trades.search(self._subject(segment)) or self._says_doing(known, segment):
            return True
        fields = bool(known) and all(map(_is_field, known)) and not group.head and not group.terms
        return fields and self._in_field.search(segment) is not None

    def _says_doing(self, known: Sequence[Skill], segment: str) -> bool:
        """Whether it is experience in doing something: "experience conducting audits", and not "in marketing campaigns"."""
        done = self._doing.search(segment)
        return done is not None and not any(each.label.lower().startswith(done["verb"]) for each in known)

    def _subject(self, segment: str) -> str:
        """What the experience is in, without where else it was: "analysis" of "experience in analysis in a bank"."""
        if behind := self._in_setting.search(segment):
            return self._aside.split(segment[behind.end() :])[0]
        at_end = self._at_end.search(segment)
        return self._aside.split(segment[: at_end.start()])[0] if at_end else ""


def _is_field(skill: Skill) -> bool:
    """A field that gives people their title (data scientist) is one that people work in; a product is not."""
    return not any(c.isupper() for c in skill.label) and any(
        alias.match is NameMatch.TITLE for alias in skill.aliases
    )
