"""The words of facts that resumes and postings share: dates, degrees, job titles, certificates, levels of tools.

The schema of each file of skills_taxonomy/language/ is a class of its own.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from gapcheck.taxonomy.enums import Level
from gapcheck.taxonomy.model import Id, TaxonomyEntry


# dates.yaml: the words of printed dates; the lists of all languages are read as one
class MonthNames(TaxonomyEntry):
    """The names and abbreviations of one month (1 to 12), without dots."""

    month: int = Field(ge=1, le=12)
    names: tuple[str, ...]


class SeasonNames(TaxonomyEntry):
    """A season and its first and last month; a last month before the first one is in the year after."""

    first: int = Field(ge=1, le=12)
    last: int = Field(ge=1, le=12)
    names: tuple[str, ...]


class Dates(TaxonomyEntry):
    """The whole file. `present` are words for now, `until` join two dates, `since` opens a period that still runs.

    `unknown_end` are printed in place of an end that is not known.

    `between` and `both` are printed around two dates ("between 2015 and 2018"); `vague` before a year ("mid-2019").
    `lasting` are the words of `since` that always say how long something lasted ("data from 2019" does not),
    `ending` say until when it did. `before_year` may come between month or season and year, `ordinals` behind a day.
    """

    months: tuple[MonthNames, ...] = ()
    seasons: tuple[SeasonNames, ...] = ()
    present: tuple[str, ...] = ()
    unknown_end: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    lasting: tuple[str, ...] = ()
    ending: tuple[str, ...] = ()
    before_year: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()


# durations.yaml: the words of lengths of time
class Durations(TaxonomyEntry):
    """The whole file, in lower case. Numbers in words (three, eighteen) are known without a list.

    `years`, `months`, `decades`: the units; `articles` count one decade. `ranges` join two numbers, `plus` and
    `open_ended` say "or more". `vague` mean an unsaid number of years. `before_unit` may come between number
    and unit; `joins` between years and months.
    """

    years: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    decades: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    plus: tuple[str, ...] = ()
    open_ended: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    before_unit: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()


# degrees.yaml: names of degrees in many countries, words for their status, and fields of study
class DegreeNames(TaxonomyEntry):
    """Names of degrees of one level.

    `names` are matched in any case, `abbreviations` as printed, with or without dots (B.Sc., BSc). `ambiguous`
    abbreviations are also words, states or products (ME, MA): they need a sign of a degree beside them. `studied`
    and `schooled` names are degrees only among a person's studies, `schooled` ones with a school or a known field;
    as printed where they have capitals. `asked`: names that only job documents use. `field`: the field that the name itself states (BSN: nursing).
    """

    level: Level
    names: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    studied: tuple[str, ...] = ()
    schooled: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    field: str = ""


class DegreeStatus(TaxonomyEntry):
    """Words for a degree that is not held (yet)."""

    in_progress: tuple[str, ...] = ()
    abandoned: tuple[str, ...] = ()


class FieldFamily(TaxonomyEntry):
    """Fields of study that are related to each other, in lower case; their words may be part of longer names.

    `adjacent`: neighbouring families, which share some content (economics and statistics).
    """

    id: Id
    fields: tuple[str, ...]
    adjacent: tuple[Id, ...] = ()


class FieldWords(TaxonomyEntry):
    """The words around the name of a field of study; each list is described in the file."""

    nouns: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    majors: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()
    comparisons: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    trailing: tuple[str, ...] = ()
    list_ends: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    such_as: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    disciplines: tuple[str, ...] = ()
    not_fields: tuple[str, ...] = ()
    short: dict[str, str] = Field(default_factory=dict)


class Degrees(TaxonomyEntry):
    """The whole file.

    `unnamed` ask for a degree without its level. `not_degrees` look like a degree and are not ("scrum master").
    `applied` follows a long degree of a university of applied sciences, which is one level below. `grades` are labels before a grade. `details` open
    a line about a degree (thesis, coursework), `other_courses` a sentence about courses beside it, `followers` turn its name
    into something else (master thesis).
    `unasked_after` and `unasked_before` surround a degree that a job document only mentions, `conditions_before` and
    `conditions_behind` one without which nobody may start, as where who is `refused_without` it is `refused`; none is
    one behind `conditions_about` or before `conditions_or`. `equivalents` accept something else instead. `institutions` mark the name of a school, `institution_stems` are parts of such words.
    `schools` are kinds of school in brackets, `articles` precede a school's name, `before_school` lead to it,
    `behind_school` and a figure follow it.
    `diplomas` beside one of the `secondary_schools` are that school's.
    """

    degrees: tuple[DegreeNames, ...] = ()
    unnamed: tuple[str, ...] = ()
    not_degrees: tuple[str, ...] = ()
    applied: tuple[str, ...] = ()
    honours: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    other_courses: tuple[str, ...] = ()
    followers: tuple[str, ...] = ()
    unasked_after: tuple[str, ...] = ()
    unasked_before: tuple[str, ...] = ()
    conditions_before: tuple[str, ...] = ()
    conditions_behind: tuple[str, ...] = ()
    conditions_about: tuple[str, ...] = ()
    conditions_or: tuple[str, ...] = ()
    refused_without: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    equivalents: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()
    institution_stems: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    before_school: tuple[str, ...] = ()
    behind_school: tuple[str, ...] = ()
    diplomas: tuple[str, ...] = ()
    secondary_schools: tuple[str, ...] = ()
    status: DegreeStatus = DegreeStatus()
    field_words: FieldWords = FieldWords()
    families: tuple[FieldFamily, ...] = ()


# job_titles.yaml: what jobs are called, and the words beside a title: employers, places, work done
class TitleLevel(TaxonomyEntry):
    """A step of a career, and the words for it in a title.

    `place`: only at the `beginning` of a title (senior), `anywhere` (lead), or also as its `head` noun (manager).
    `only`: the head nouns that it is a step of, if not of all: a staff engineer is above others, a staff nurse is not.
    """

    level: str
    words: tuple[str, ...]
    place: Literal["beginning", "anywhere", "head"] = "beginning"
    only: tuple[str, ...] = ()


class JobTitles(TaxonomyEntry):
    """The whole file; all words in lower case, but for `legal_forms`.

    `heads`: nouns that name a job in any text (nurse); `titles`: others, which do where a title is expected (hand).
    `title_endings`: endings of such nouns. `general`: nouns of people in any trade (manager); `helpers`: those who do as others plan (assistant).
    `things`: heads whose plural names things as well (editors). `heads_of`: those that go on (director of sales).
    `activities`: endings of people, with those of what they do (developer, development).
    `modifiers`: words before a head noun that belong to the title, beside names of skills. `levels`: the steps of a
    career, lowest first. `short`: words of titles as people shorten them, without a full stop, each with what it
    stands for; `short_posts` only as a title's last word, `short_nouns` as the last of several. `seniority`: words at a title's end. `prepositions` end the title proper.
    `hiring`: words before the title that a job document offers.
    `employers`: words in the names of employers (hospital); `legal_forms`: the same, as printed (GmbH).
    `units`: words for parts of an employer (department), which give way to the employer's own name.
    `teaching`, `internship`, `volunteering`: words in a title that say what kind of post it is; `not_internships`: but for these. `placement`: the same of what
    a student does under supervision as a part of a course; `placement_headings` say so where no entry below names a job.
    `courses` end the title of what somebody learned in (bootcamp), also with one of `course_people` behind; the first of these does by itself (student), but in `not_courses`
    or beside one of `course_staff` (instructor).
    `breaks` are a part of the head of a time without a post (career break), which `break_joins` may carry on (in Peru).
    `employment`: terms of work, no part of title or employer (part-time). `verbs` open a line of work done. `others` open a line that names somebody else's title.
    `regions`: states and countries that end a place's name. `places`: words used in place of one (remote).
    `hidden_towns`, `hidden_employers`: what is printed where these are hidden ("City, State", "Company Name").
    `towns`: large towns; `town_openings`: first words of towns of two words (New, San).
    """

    heads: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    title_endings: tuple[str, ...] = ()
    general: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    activities: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    heads_of: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    levels: tuple[TitleLevel, ...] = ()
    short: dict[str, str] = Field(default_factory=dict)
    short_posts: dict[str, str] = Field(default_factory=dict)
    short_nouns: dict[str, str] = Field(default_factory=dict)
    seniority: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    hiring: tuple[str, ...] = ()
    employers: tuple[str, ...] = ()
    legal_forms: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    teaching: tuple[str, ...] = ()
    internship: tuple[str, ...] = ()
    not_internships: tuple[str, ...] = ()
    volunteering: tuple[str, ...] = ()
    placement: tuple[str, ...] = ()
    placement_headings: tuple[str, ...] = ()
    courses: tuple[str, ...] = ()
    course_people: tuple[str, ...] = ()
    course_staff: tuple[str, ...] = ()
    not_courses: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    break_joins: tuple[str, ...] = ()
    employment: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    hidden_towns: tuple[str, ...] = ()
    hidden_employers: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    town_openings: tuple[str, ...] = ()


# certificate_words.yaml: what certificates are called, and the words around their names
class DrivingWords(TaxonomyEntry):
    """How a person says that they may drive: `headings` over lines with one of `signs`, which mean the licence that `means` names.

    Behind "no", words of `clean` deny no licence. Words of `not_yet` say that it is still to come. `labels` are what a line with its full name may open with.
    """

    headings: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    means: str = ""
    clean: tuple[str, ...] = ()
    not_yet: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()


class CertificateWords(TaxonomyEntry):
    """The whole file; all words in lower case, but for `abbreviations`.

    `certify`: words of a certificate's name that are often left out. `fillers`: small words that are. `names`: nouns
    for certificates and licences; `listed`: others, in lists of certificates; `forms`: others, beside a date, a state or
    a number; `asked`: others, in job documents.
    `driving`: the licence to drive, which many name by its heading only. `not_held` behind a name make it something else (certificate of merit); `denied` before one: the person has none.
    `name_joins` are the small words in one; `leads_names`: words of praise elsewhere that belong to a licence's name.
    `weak` ones of these ask for one only with a word of `strengthening` in the clause, none before `unasked_before`;
    `named` ones, too, unless a word before them, other than `says_little`, says which ("coaching qualification").
    `proofs` of "certification" that no word names ask for none; `ages`: how old one may be. `abbreviations`: common ones that ask for a certificate. `general_issuer_words` say nothing of who the issuer is.

    `issuers`: nouns at the end of the name of who issues them, or before "of". `issued`, `expires`: words before the date of issue, of expiry. `lapsed`: no longer in force; `failed`: never was, `attempts` may stand between; `in_force`: it is, a line of its own; `holding`: before the name of one that is held; `let_go`: the same before "my registration"
    and other words of `unnamed`, each row words that may mean the same. `in_progress`: not held yet; `to_pass`: beside a date to come, it is that of an exam; `wished`: only a wish. `unfinished`: the same beside the name, whatever dates there are ("ACCA finalist, since 2019"), `unfinished_behind` behind a comma. `glue`: small words between these and a date or name. `steps`: how far a certificate goes (level 2),
    part of its name; of `rising_steps` a higher number is more, of `lettered_steps` an earlier letter, and a letter behind a name of
    `named_steps` is such a step. What is `taught` gives none of the `rights`, what is `tasted` nothing. `joined_by`: between two names that are one. `labels`: words before a number or link. `not_names`: lines of a list of certificates that
    name none ("multiple online courses"). Of `ranks` every body has some. `any_register` leaves open which one is meant. `apart`: trades
    with another one's word in their name. `regions` issue licences of their own; one that has a word of `all_regions` holds in all;
    `near_region`: words that may be between a state and the name of a licence in a demand. `coursework`: in the heading of courses that are part of a degree.
    """

    certify: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    held_as: tuple[str, ...] = ()
    of_people: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    says_little: tuple[str, ...] = ()
    strengthening: tuple[str, ...] = ()
    not_held: tuple[str, ...] = ()
    driving: DrivingWords = DrivingWords()
    denied: tuple[str, ...] = ()
    denied_behind: tuple[str, ...] = ()
    of_others: tuple[str, ...] = ()
    name_joins: tuple[str, ...] = ()
    leads_names: tuple[str, ...] = ()
    unasked_before: tuple[str, ...] = ()
    proofs: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    general_issuer_words: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    issued: tuple[str, ...] = ()
    expires: tuple[str, ...] = ()
    lapsed: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    attempts: tuple[str, ...] = ()
    in_force: tuple[str, ...] = ()
    holding: tuple[str, ...] = ()
    let_go: tuple[str, ...] = ()
    unnamed: tuple[tuple[str, ...], ...] = ()
    unfinished: tuple[str, ...] = ()
    unfinished_behind: tuple[str, ...] = ()
    in_progress: tuple[str, ...] = ()
    to_pass: tuple[str, ...] = ()
    wished: tuple[str, ...] = ()
    glue: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    rising_steps: tuple[str, ...] = ()
    lettered_steps: tuple[str, ...] = ()
    named_steps: dict[str, str] = Field(default_factory=dict)
    taught: tuple[str, ...] = ()
    tasted: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    joined_by: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    coursework: tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()
    any_register: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    all_regions: tuple[str, ...] = ()
    near_region: tuple[str, ...] = ()


# skill_levels.yaml: how well somebody knows a tool or a subject
class SkillLevelWords(TaxonomyEntry):
    """The whole file. `names`: what reports call the levels 1 to 4.

    Their phrases are those of necessity_cues.yaml and, beside a name only, of `beside`. `nouns` and `joins` may be between a
    level and a name, `leads_behind` between a name and a level; `includes` join what a name holds to it. `not_levels`
    hold a word of a level and are none. A rating is of one of the `full_marks`; `shares` of them end the levels below
    the highest. `of_languages` are levels of spoken languages alone; bare numbers behind `versioned` names are
    versions; `units` may follow a rating; `of_all` lead from a list of names to the level of all of them; behind `of_others` a level rates something else than the person.
    """

    names: dict[int, str] = Field(default_factory=dict)
    beside: dict[int, tuple[str, ...]] = Field(default_factory=dict)
    nouns: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    leads_behind: tuple[str, ...] = ()
    includes: tuple[str, ...] = ()
    not_levels: tuple[str, ...] = ()
    full_marks: tuple[int, ...] = ()
    shares: tuple[float, ...] = ()
    of_languages: tuple[str, ...] = ()
    versioned: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    of_all: tuple[str, ...] = ()
    of_others: tuple[str, ...] = ()
