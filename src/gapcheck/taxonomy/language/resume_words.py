"""The words of resumes: headings of sections, heads of entries, names of people, and what to do about its form.

The schema of each file of skills_taxonomy/language/ is a class of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from gapcheck.taxonomy.model import Id, TaxonomyEntry

# section_headings.yaml and posting_headings.yaml: the rules by which lines are found to be headings
HeadingCue = Literal[
    "marked",
    "marked alike",
    "named",
    "wholly named",
    "partly named",
    "as most named",
    "title-like",
    "short",
    "no item",
    "numbered",
    "not in a numbered list",
    "emphasized",
    "in the style of headings",
    "apart as headings are",
    "prominent",
    "not below a heading",
    "capitals",
    "capitalized",
    "title case",
    "several words",
    "question",
    "no figure",
    "in a list",
    "not in a list",
    "blank above",
    "text below",
    "opens a list",
    "between list and text",
]


class HeadingRule(TaxonomyEntry):
    """A line is a heading where all these cues hold; `confidence` from 0 to 1 says how sure that is."""

    cues: tuple[HeadingCue, ...]
    confidence: float = Field(ge=0, le=1)


# section_headings.yaml: what the sections of a resume are called, and what a heading says of its section
SectionName = Literal[
    "summary",
    "experience",
    "projects",
    "volunteering",
    "teaching",
    "publications",
    "skills",
    "education",
    "training",
    "certifications",
    "languages",
    "awards",
    "goals",
    "interests",
    "references",
    "contact",
    "other",
]


class SectionNames(TaxonomyEntry):
    """The names of one kind of section; case, hyphens and signs at the ends do not count.

    `head_nouns`: a short heading that ends with one of them is of this kind ("Customer Service Experience").
    `phrases`: so is a short line, set as a heading, that holds one of them ("Away from the desk").
    `told_by`: words of which two in a text below a heading of no known name show this kind (hobbies).
    `prose`: the kind it is instead when its text is sentences and no list (Software, in an academic's resume).
    """

    kind: SectionName
    names: tuple[str, ...] = ()
    head_nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    told_by: tuple[str, ...] = ()
    prose: SectionName | None = None


class HeadingClaim(TaxonomyEntry):
    """Words by which a heading, or the label of a list ("Not yet:"), says how all below it is meant."""

    assertion: Literal["aspired", "absent", "other", "past"]
    names: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class SectionHeadings(TaxonomyEntry):
    """The whole file. `joiners` part the names of a compound heading ("Education & Certifications").

    `linking` words follow a name that opens a longer heading ("Experience in retail"). A year at the end of a heading,
    in digits or one of `years`, may follow a word of `before_year`; those of them in `aimed` look ahead. Below another
    heading that holds one of `memberships` is named to what the person belongs, and nothing that they can do.
    """

    rules: tuple[HeadingRule, ...] = ()
    sections: tuple[SectionNames, ...] = ()
    claims: tuple[HeadingClaim, ...] = ()
    joiners: tuple[str, ...] = ()
    linking: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    before_year: tuple[str, ...] = ()
    aimed: tuple[str, ...] = ()
    memberships: tuple[str, ...] = ()

    @property
    def names(self) -> Iterator[str]:
        """Every name of a section, in all languages."""
        for row in self.sections:
            yield from row.names


# entry_heads.yaml: words in the head of a job or project on a resume
class EntryHeadWords(TaxonomyEntry):
    """The whole file, in lower case.

    `at` is between title and employer, and `at_if_unnamed` where no other employer is named; `joins` is between two dates, `before_date` before one. With
    `sentence_joins` a head goes on as a sentence behind its date. In sentences about a job `told_as` are right before
    the title, or `told_as_words` in the clause of one of `told_work`, which `clause_words` end; `told_not` speaks of a wish, training
    or search. `no_posts` are no title; `within_names` join the words of an employer's name. Labels of forms are before
    one fact of a job; with one of `no_job_labels` something else is described.
    """

    at: tuple[str, ...] = ()
    at_if_unnamed: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    before_date: tuple[str, ...] = ()
    sentence_joins: tuple[str, ...] = ()
    told_as: tuple[str, ...] = ()
    told_work: tuple[str, ...] = ()
    told_as_words: tuple[str, ...] = ()
    clause_words: tuple[str, ...] = ()
    told_not: tuple[str, ...] = ()
    no_posts: tuple[str, ...] = ()
    within_names: tuple[str, ...] = ()
    title_labels: tuple[str, ...] = ()
    employer_labels: tuple[str, ...] = ()
    period_labels: tuple[str, ...] = ()
    start_labels: tuple[str, ...] = ()
    end_labels: tuple[str, ...] = ()
    detail_labels: tuple[str, ...] = ()
    no_job_labels: tuple[str, ...] = ()


# person_names.yaml: what is in and around the names of people
class PersonNameWords(TaxonomyEntry):
    """The whole file, in lower case and without dots at the end of `honorifics`.

    `particles` are small words inside a name. `document_names` are what a resume calls itself, and no name
    without blanks ends in `ends_of_no_name`; the person's name follows `before_name`. A letter behind `not_initials_after` is no initial ("written in C. Later ..."). `schools` and `societies` are nouns that names of
    such bodies are made with. `plural_pronouns` may be one person; `first_person` shows that the person says "I".
    """

    honorifics: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    document_names: tuple[str, ...] = ()
    ends_of_no_name: tuple[str, ...] = ()
    before_name: tuple[str, ...] = ()
    not_initials_after: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()
    societies: tuple[str, ...] = ()
    plural_pronouns: tuple[str, ...] = ()
    first_person: tuple[str, ...] = ()


# personal_details.yaml: what a resume says of the person that no job may ask
class PersonalDetailWords(TaxonomyEntry):
    """The whole file, in lower case.

    What follows `labels` is hidden anywhere, what follows `work_words` only where no work is told. `born` is before
    a date or place, `born_joins` between the two; `before_age` and `after_age` are beside an age. `photographs` are hidden
    themselves, `states` where they are alone, `told` wherever no work is told, and so are `nationalities` before a word
    `of_nationality`.
    """

    labels: tuple[str, ...] = ()
    work_words: tuple[str, ...] = ()
    born: tuple[str, ...] = ()
    born_joins: tuple[str, ...] = ()
    before_age: tuple[str, ...] = ()
    after_age: tuple[str, ...] = ()
    photographs: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    nationalities: tuple[str, ...] = ()
    of_nationality: tuple[str, ...] = ()


# function_words.yaml: words of grammar that show which language a text is written in
class LanguageWords(TaxonomyEntry):
    """One language, and words of it that the others do not write alike."""

    name: str
    words: tuple[str, ...]


class FunctionWords(TaxonomyEntry):
    """The whole file: one row for each language."""

    languages: tuple[LanguageWords, ...] = ()


# readability.yaml: why each finding about a resume's form matters, and what to do about it
class FindingAdvice(TaxonomyEntry):
    """One kind of finding. `serious`: text or facts are probably lost or mixed up, not by some programs only."""

    code: Id
    why: str
    advice: str
    serious: bool = False


class ReadabilityAdvice(TaxonomyEntry):
    """The whole file."""

    findings: tuple[FindingAdvice, ...] = ()
