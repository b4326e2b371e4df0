"""The whole taxonomy as one immutable value, and how its names are looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar

from gapcheck.errors import UnknownNameError
from gapcheck.near_names import near_hint
from gapcheck.taxonomy.language.fact_words import (
    CertificateWords,
    Dates,
    Degrees,
    Durations,
    JobTitles,
    SkillLevelWords,
)
from gapcheck.taxonomy.language.matching_words import AssertionCues, PatternWords, Synonyms
from gapcheck.taxonomy.language.posting_words import (
    NecessityCues,
    PostingHeadingWords,
    RequiredExperience,
    TermWords,
    WorkingTimeWords,
)
from gapcheck.taxonomy.language.report_words import AdviceWords, FreeCourses, ThemeWords
from gapcheck.taxonomy.language.resume_words import (
    EntryHeadWords,
    FunctionWords,
    PersonalDetailWords,
    PersonNameWords,
    ReadabilityAdvice,
    SectionHeadings,
)
from gapcheck.taxonomy.language.spoken_language_words import SpokenLanguageWords
from gapcheck.taxonomy.lazy_rows import LazyRows, row_having, texts_of
from gapcheck.taxonomy.model import Certification, Role, Skill, TaxonomyEntry
from gapcheck.text.headings import folded_heading

T = TypeVar("T")
V = TypeVar("V", bound=TaxonomyEntry)


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


_BETWEEN_WORDS = re.compile(r"[\s\-\u2010-\u2015_]+")


def folded(name: str) -> str:
    """A name as it is compared: any case, hyphens like blanks, one blank at a time."""
    return _BETWEEN_WORDS.sub(" ", name).strip().casefold()


class WordList(Generic[V]):
    """The word lists of a taxonomy that its file of this name in language/en holds; empty ones without a file."""

    def __init__(self, kind: type[V]) -> None:
        self.kind = kind

    def __set_name__(self, _owner: type, name: str) -> None:
        self._stem = name

    def __get__(self, taxonomy: Taxonomy, _owner: type) -> V:
        found = taxonomy.vocabularies.get(self._stem)
        return found if isinstance(found, self.kind) else self.kind()


class SkillLinks(NamedTuple):
    """Ids of the skills that a skill is a kind of, that it implies, and that may stand in for it."""

    broader: tuple[str, ...] = ()
    implied: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


NO_LINKS = SkillLinks()


def _id_of(related: Any) -> str:
    """The id of a related skill, of a row or of its JSON."""
    return str(related["id"] if isinstance(related, dict) else related.id)


@dataclass(frozen=True, repr=False)
class Taxonomy:
    """Skills, roles, certificates and vocabularies, each by id. Never changes; safe to share between threads.

    `sha256` is a fingerprint of the files' names and contents. A vocabulary without a file is empty.
    """

    version: str
    sha256: str
    skills: Mapping[str, Skill] = field(default_factory=_nothing)
    roles: Mapping[str, Role] = field(default_factory=_nothing)
    certifications: Mapping[str, Certification] = field(default_factory=_nothing)
    vocabularies: Mapping[str, Any] = field(default_factory=_nothing)

    advice = WordList(AdviceWords)
    assertion_cues = WordList(AssertionCues)
    certificate_words = WordList(CertificateWords)
    dates = WordList(Dates)
    degrees = WordList(Degrees)
    durations = WordList(Durations)
    entry_heads = WordList(EntryHeadWords)
    free_learning = WordList(FreeCourses)
    function_words = WordList(FunctionWords)
    job_titles = WordList(JobTitles)
    necessity_cues = WordList(NecessityCues)
    pattern_words = WordList(PatternWords)
    person_names = WordList(PersonNameWords)
    personal_details = WordList(PersonalDetailWords)
    posting_headings = WordList(PostingHeadingWords)
    readability = WordList(ReadabilityAdvice)
    required_experience = WordList(RequiredExperience)
    section_headings = WordList(SectionHeadings)
    skill_levels = WordList(SkillLevelWords)
    spoken_languages = WordList(SpokenLanguageWords)
    synonyms = WordList(Synonyms)
    term_words = WordList(TermWords)
    themes = WordList(ThemeWords)
    working_time = WordList(WorkingTimeWords)

    def __repr__(self) -> str:
        counts = (
            f"{len(self.skills)} skills, {len(self.roles)} roles, {len(self.certifications)} certifications"
        )
        return f"<Taxonomy {self.version}: {counts}>"

    def __reduce__(self) -> tuple[Any, ...]:
        """Mapping proxies do not travel between processes; plain dicts do."""
        parts = (self.skills, self.roles, self.certifications, self.vocabularies)
        plain = (part if isinstance(part, LazyRows) else dict(part) for part in parts)
        return _rebuilt, (self.version, self.sha256, *plain)

    @cached_property
    def heading_names(self) -> frozenset[str]:
        """What sections of a resume are called, as headings are compared (`folded_heading`)."""
        return frozenset(map(folded_heading, self.section_headings.names))

    def skill(self, name: str) -> Skill:
        """The skill with this id; an UnknownNameError offers similar ones."""
        return _found(self.skills, name, "skill", "gapcheck taxonomy show SKILL")

    def role(self, name: str) -> Role:
        """The role with this id; an UnknownNameError offers similar ones."""
        return _found(self.roles, name, "role", "gapcheck roles")

    def certification(self, name: str) -> Certification:
        """The certificate with this id; an UnknownNameError offers similar ones."""
        return _found(self.certifications, name, "certification", "gapcheck certifications --all")

    def with_skills(self, skills: Iterable[Skill]) -> Taxonomy:
        """The same with these skills added, in place of those of the same id; version and fingerprint stay."""
        rows = self.skills if isinstance(self.skills, LazyRows) else LazyRows(self.skills)
        added = {skill.id: skill for skill in skills}
        wider = replace(self, skills=rows.with_rows(added))
        if self.skills.keys().isdisjoint(added):
            # a posting adds a few names of its own: nothing is worked out anew for the thousands of others
            wider.__dict__["_before"] = (self, added)
        return wider

    def narrower(self, skill: str) -> tuple[str, ...]:
        """Ids of the skills that name `skill` as directly broader, without those that only its own entry names."""
        found, members = self.links_back.get(skill, NO_LINKS).broader, members_of(skill, self.skills)
        return tuple(each for each in found if each not in members) if members else found

    def named(self, name: str) -> tuple[Skill, ...]:
        """Skills with this id, label or alias, in any case and with hyphens or blanks."""
        if name in self.skills:
            return (self.skills[name],)
        return tuple(self.skills[each] for each in self.names.get(folded(name), ()))

    @cached_property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Folded label or alias to the ids of the skills that own it."""
        before, added = self._before
        owners: dict[str, tuple[str, ...]] = dict(before.names) if before is not None else {}
        for skill in added.values():
            for name in dict.fromkeys(
                folded(each) for each in (skill.label, *(a.name for a in skill.aliases))
            ):
                owners[name] = (*owners.get(name, ()), skill.id)
        return MappingProxyType(owners)

    @cached_property
    def links(self) -> Mapping[str, SkillLinks]:
        """Skill -> the skills that its row names; those that name none are left out."""
        before, added = self._before
        linked = {
            skill: SkillLinks(above, implied, tuple(map(_id_of, related)))
            for skill, (above, implied, related) in texts_of(added, "broader", "implies", "related")
            if above or implied or related
        }
        return MappingProxyType({**before.links, **linked} if before is not None else linked)

    @cached_property
    def links_back(self) -> Mapping[str, SkillLinks]:
        """Skill -> those whose rows name it as broader, as implied and as related, in order of id."""
        before, added = self._before
        found: dict[str, SkillLinks] = dict(before.links_back) if before is not None else {}
        gathered: dict[str, tuple[list[str], list[str], list[str]]] = {}
        for skill in added:
            for at, named in enumerate(self.links.get(skill, NO_LINKS)):
                for other in named:
                    gathered.setdefault(other, ([], [], []))[at].append(skill)
        for other, new in gathered.items():
            pairs = zip(found.get(other, NO_LINKS), new, strict=True)
            found[other] = SkillLinks(*(tuple(sorted((*old, *more))) for old, more in pairs))
        return MappingProxyType(found)

    @cached_property
    def _before(self) -> tuple[Taxonomy | None, Mapping[str, Skill]]:
        """The taxonomy that this one was widened from, and the skills that came new; None and all of them for others."""
        return None, self.skills


VOCABULARIES: Mapping[str, type[TaxonomyEntry]] = MappingProxyType(
    {name: each.kind for name, each in vars(Taxonomy).items() if isinstance(each, WordList)}
)
"""The language files of a taxonomy (without .yaml), and the class of each."""


def _rebuilt(version: str, sha256: str, *parts: Mapping[str, Any]) -> Taxonomy:
    plain = (part if isinstance(part, LazyRows) else MappingProxyType(part) for part in parts)
    return Taxonomy(version, sha256, *plain)


def _found(rows: Mapping[str, T], name: str, what: str, where: str) -> T:
    """The row; or an error that offers ids near to `name`, by id, by label or by title."""
    if name in rows:
        return rows[name]
    known: Iterable[Any] = rows.values()
    names = {each: each for each in rows} | {
        folded(title): row.id for row in known for title in getattr(row, "titles", ())
    }
    names |= {folded(getattr(row, "label", "") or row.name): row.id for row in known}
    raise UnknownNameError(
        f"There is no {what} {name!r}.", hint=near_hint(name, names, f"See `{where}`.", offers=names)
    )


def members_of(skill: str, skills: Mapping[str, Skill]) -> frozenset[str]:
    """Ids of a skill's members without entries of their own, each of which names the skill as an alias would."""
    known = row_having(skills, skill, "narrower")
    return known.members if known is not None and known.narrower else frozenset()
