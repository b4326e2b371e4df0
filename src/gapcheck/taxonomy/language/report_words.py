"""The words in which a report speaks: themes of requirements, sentences of advice, and what can be learned for nothing.

The schema of each file of skills_taxonomy/language/ is a class of its own.
"""

from __future__ import annotations

from string import Formatter
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from gapcheck.taxonomy.enums import Kind
from gapcheck.taxonomy.model import Id, PrintedDate, TaxonomyEntry


# themes.yaml: what requirements are shown under
class ThemeRow(TaxonomyEntry):
    """One theme. A requirement belongs to the first theme that has its kind, its skill, or its skill's category.

    `kinds` are kinds of requirement (a degree, a licence); `skills` are ids, and a kind of one of them belongs here,
    too; `categories` are names of the files in `skills/`. `by_projects`: what is learned and shown by projects of one's own.
    `courses_of`: fields of study (or related ones) that teach it. `first_step`: a small thing
    to make by which somebody begins ("a small tool that somebody else has run").
    """

    id: Id
    title: str
    kinds: tuple[Kind, ...] = ()
    skills: tuple[Id, ...] = ()
    categories: tuple[str, ...] = ()
    by_projects: bool = False
    courses_of: tuple[str, ...] = ()
    first_step: str = ""


class ThemeWords(TaxonomyEntry):
    """The themes in the order in which those of like worth are shown; `other` is the title of the rest."""

    themes: tuple[ThemeRow, ...] = ()
    other: str = Field("Other requirements")


# advice.yaml: the sentences of advice
AdviceForm = Literal[
    "licence",
    "renewal",
    "dates",
    "listed",
    "hinted",
    "near",
    "general",
    "trained",
    "unshown",
    "usual",
    "time",
    "degree",
    "field",
    "language",
    "modules",
    "courses",
    "project",
    "wish",
    "learn",
    "start",
    "train",
    "certificate",
]
"""What kind of edit or step an action is."""

AdviceKind = Literal["say", "name", "learn", "certificate"]
"""Say it where it was done; name it in a degree, a course or a project; learn it; earn a certificate."""

_SLOTS = frozenset(
    {
        "skills",
        "them",
        "are",
        "job",
        "line",
        "near",
        "asked",
        "degree",
        "title",
        "name",
        "facts",
        "course",
        "step",
    }
)


def _with_known_slots(text: str) -> str:
    try:
        slots = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError as error:
        raise ValueError(f"{text!r} has an odd brace ({error})") from None
    if slots - _SLOTS:
        raise ValueError(f"{text!r} has an unknown slot; there are {', '.join(sorted(_SLOTS))}")
    return text


Sentence = Annotated[str, AfterValidator(_with_known_slots)]
"""A text with slots such as {skills}."""


class AdviceRow(TaxonomyEntry):
    """The words of one form. An action has a title and a text; a report uses no two texts of a form twice.

    Slots: {skills} what to show, {them} it or them, {are} is or are, {job} the job or project, {line} the person's own
    line, {near} what it shows instead, {asked} how many ask for it, {degree}, {title} of the requirement, {name} and
    {facts} of a certificate, {course} a free course, or nothing, {step} the first step of a theme.
    """

    form: AdviceForm
    kind: AdviceKind
    title: Sentence
    texts: tuple[Sentence, ...] = Field(min_length=1)


class QuestionWords(TaxonomyEntry):
    """Questions for an interview, with the slots {skills}, {line} and {near}; no text is used twice in a report."""

    partly: tuple[Sentence, ...] = ()
    missing: tuple[Sentence, ...] = ()
    soft: tuple[Sentence, ...] = ()


class SlotWords(TaxonomyEntry):
    """What fills the slots of a sentence besides the person's own words; {asking} of {documents} ask, {name} is a job's.

    `step` is the first step where a theme has none; `other_certificates` stands for a long list of them; `also` says that
    {points} of a gain are those of another requirement ({title}).
    """

    posting_asks: str = ""
    role_asks: str = ""
    one_asks: str = ""
    some_ask: str = ""
    own_project: str = ""
    job: str = ""
    project: str = ""
    subject: str = ""
    step: str = ""
    other_certificates: str = ""
    also: str = ""


class CountryRow(TaxonomyEntry):
    """A country, or several of like rules: the names of its places, and ids of what is asked for there and hardly elsewhere.

    `calling` is its calling code; `letters` are abbreviations of its regions, as printed behind a comma.
    """

    id: Id
    calling: int | None = None
    places: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    skills: tuple[Id, ...] = ()
    certifications: tuple[Id, ...] = ()


class AdviceWords(TaxonomyEntry):
    """The whole file: one row for each form, and questions; all other words in lower case.

    `course_words` are in lines that list the courses of a degree; behind words `for_others` a line names the people
    and things that the work was for; before `names_of` the name of a skill names a thing (a reporting system). `general_titles` are nouns of titles that name no trade (manager).
    """

    forms: tuple[AdviceRow, ...] = ()
    slots: SlotWords = SlotWords()
    questions: QuestionWords = QuestionWords()
    course_words: tuple[str, ...] = ()
    for_others: tuple[str, ...] = ()
    general_titles: tuple[str, ...] = ()
    names_of: tuple[str, ...] = ()
    countries: tuple[CountryRow, ...] = ()


# free_learning.yaml: what can be learned for nothing
class FreeCourse(TaxonomyEntry):
    """A course, book or tutorial that costs nothing: `skills` are ids; `checked` is when somebody last looked at its page."""

    id: Id
    title: str
    provider: str
    url: str = Field(pattern="^https://")
    hours: float | None = Field(None, ge=0)
    skills: tuple[Id, ...] = Field(min_length=1)
    checked: PrintedDate | None = None


class FreeCourses(TaxonomyEntry):
    """The whole file, in order of id."""

    courses: tuple[FreeCourse, ...] = ()
