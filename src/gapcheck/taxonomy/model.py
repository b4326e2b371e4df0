"""The rows of a taxonomy: skills, roles and certificates, as frozen values with a schema.

Skills follow SKOS (prefLabel, altLabel, broader, related); certificates follow CTDL's life-cycle terms.
The same classes validate the YAML files and are what the rest of the program works with.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    StringConstraints,
    model_serializer,
)

from gapcheck.taxonomy.enums import Kind, Level, Logic, NameMatch, Necessity
from gapcheck.text.slugs import slug

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$")]
"""A name that never changes: lower case, digits, hyphens (c-plus-plus, node-js)."""


_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def _valid_date(text: str) -> str:
    with suppress(ValueError):
        if _DATE.fullmatch(text) and date.fromisoformat(f"{text}-01-01"[: max(len(text), 10)]):
            return text
    raise ValueError(f"{text!r} is not a valid date (YYYY-MM-DD, YYYY-MM or YYYY)")


PrintedDate = Annotated[str, AfterValidator(_valid_date)]
"""YYYY-MM-DD, YYYY-MM or YYYY."""


class TaxonomyEntry(BaseModel):
    """Base of every row: frozen, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    def replaced(self, **changes: Any) -> Self:
        """A copy with some values exchanged, as `dataclasses.replace` makes one."""
        return self.model_copy(update=changes)


class Alias(TaxonomyEntry):
    """Another name (SKOS altLabel); in YAML a plain string, or {name, match}.

    `trade`: only the trade uses it so, as `Skill.trade_names` has it.
    """

    name: str
    match: NameMatch = NameMatch.CASELESS
    trade: bool = False


class Narrower(TaxonomyEntry):
    """A member, kind or part of a skill that needs no entry of its own, with its other names; in YAML its name alone will do."""

    name: str
    match: NameMatch = NameMatch.CASELESS
    aliases: tuple[Alias, ...] = ()
    trade: bool = False


class Related(TaxonomyEntry):
    """A skill that can partly replace another (SKOS related); `degree` 0 to 1 is how far."""

    id: Id
    degree: float = Field(0.5, ge=0.0, le=1.0)


class Examples(TaxonomyEntry):
    """Sentences that must (`yes`) and must not (`no`) match; every one is run as a test."""

    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def _ids(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(slug, names))


class Skill(TaxonomyEntry):
    """One concept.

    `match` says how the label is looked for; aliases carry their own. `broader`: this skill is a kind of
    those, and proves them (Keras is a machine learning framework). `implies`: proves those without being
    a kind of them (Pandas implies Python). `narrower`: its members, kinds and parts without entries of their own; each is read
    as a skill whose only broader one is this (XLIFF of software localization), while an alias is the same thing by another
    name. `trade_names` and `trade_narrower` are aliases and members that mean another thing to others ("line clearance", "DSA"): each
    counts only in a document that has something else of the trade; in the classes they are among `aliases` and `narrower`, with
    `trade` set. `trade`: all names of the row are such; `trade_label`: its label is; `trade_patterns` are such patterns. `related`: may partly replace this one. `never`: looks
    alike and proves nothing (JavaScript for Java). `umbrella`: a field of work so wide that no part of it
    proves the whole (version control for software engineering); its parts bring partial credit, and a report
    lists it only where it is named. `suite`: programs sold together; who shows two of them knows it. `category` is the name of its file.
    """

    id: Id
    label: str
    kind: Kind = Kind.SKILL
    match: NameMatch = NameMatch.CASELESS
    aliases: tuple[Alias, ...] = ()
    broader: tuple[Id, ...] = ()
    narrower: tuple[Narrower, ...] = ()
    implies: tuple[Id, ...] = ()
    related: tuple[Related, ...] = ()
    never: tuple[Id, ...] = ()
    umbrella: bool = False
    suite: bool = False
    trade: bool = False
    trade_label: bool = False
    patterns: tuple[str, ...] = ()
    trade_patterns: tuple[str, ...] = ()
    examples: Examples = Examples()
    category: str = ""

    @property
    def members(self) -> frozenset[str]:
        """Ids of the skills that its `narrower` names are."""
        return _ids(tuple(each.name for each in self.narrower))

    @property
    def is_product(self) -> bool:
        """Whether it is a product with a name of its own, known by its capitals."""
        named = self.label != self.label.lower() or self.match is NameMatch.CASED
        return self.kind is Kind.SKILL and named


class Degree(TaxonomyEntry):
    """The least degree asked for. `fields` are as printed, lower case. `condition`: nobody may start, or apply, without it."""

    level: Level | None = None
    fields: tuple[str, ...] = ()
    or_related: bool = False
    or_equivalent: bool = False
    condition: bool = False


class Source(TaxonomyEntry):
    """Where a row was read: a document's base name and its line, counted from 1.

    Of a job document that was just read, also what decided how strongly the line asks: `rule` (clause, sentence, heading,
    document, model) and `cue`, its words. Both are left out where they are empty, as in the files of roles.
    """

    document: str
    line: int
    rule: str = ""
    cue: str = ""

    @model_serializer(mode="wrap")
    def _without_blanks(self, serialized: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {name: each for name, each in serialized(self).items() if each != ""}


UNDER_WAY, OBTAINED_LATER = "in progress", "to be obtained"
"""How `Requirement.pending` begins: one under way is accepted, or one that is still to be earned."""


class Alternative(TaxonomyEntry):
    """One of several things of different kinds of which a requirement asks for any: its degree, a licence, time in some work."""

    kind: Kind
    title: str
    logic: Logic = Logic.ALL_OF
    skills: tuple[Id, ...] = ()
    certifications: tuple[Id, ...] = ()
    min_months: int | None = None


class Requirement(TaxonomyEntry):
    """One requirement that a resume is compared with, merged over all places that ask for it.

    `skills` are ids of the taxonomy; with logic `example` or `any_of`, `head` is the class that they belong
    to. `open`: a skill of that class which is not listed counts too. `within_months`: experience counts in full only if
    it is no older. `any_work`: the months may be of work of any kind. `support`: how many documents ask for it,
    of how many (for a role built from several). `proficiency` 1 (familiar) to 4 (expert), of a language 1 (A1) to 6 (C2), null if unsaid.
    `certifications`: ids of the catalogue, for kind certification. `scope`: "" for the role itself, else
    the career level that it belongs to (such a row is `mentioned`). `narrower`: ids of rows that say this
    one more exactly; when there are any, they are scored and this one is not. `weight`: how much it matters
    beside the other rows of the role, 1 being the usual. `regions`: the states that a licence has to be of, in lower
    case; any one of them will do. `pending`: what is accepted instead of holding it: "in progress", "to be obtained within 6 months"; part of the title.
    `alternatives`: what will do, where these are things of different kinds ("a degree or a licence"), the row's own kind first;
    the skills, certificates and months of the row are then those of all.
    """

    id: Id
    title: str
    kind: Kind
    necessity: Necessity
    logic: Logic = Logic.ALL_OF
    open: bool = False
    head: Id | None = None
    skills: tuple[Id, ...] = ()
    certifications: tuple[Id, ...] = ()
    regions: tuple[str, ...] = ()
    pending: str = ""
    min_months: int | None = None
    within_months: int | None = Field(None, ge=1)
    any_work: bool = False
    min_count: int | None = None
    proficiency: int | None = Field(None, ge=1, le=6)
    degree: Degree | None = None
    alternatives: tuple[Alternative, ...] = ()
    support: tuple[int, int] = (1, 1)
    weight: float = Field(1.0, gt=0.0, le=1.0)
    scope: str = ""
    narrower: tuple[Id, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def name(self) -> str:
        """The title without what is accepted instead."""
        return self.title.removesuffix(f", or {self.pending}") if self.pending else self.title

    @property
    def ways(self) -> tuple[Requirement, ...]:
        """What meets it, each as a requirement of its own: the row itself, or each of its alternatives.

        Time in the role is one, where a degree says that experience will do and not which.
        """
        found = tuple(
            self.replaced(
                **{name: getattr(each, name) for name in Alternative.model_fields},
                degree=self.degree if each.kind is Kind.EDUCATION else None,
                alternatives=(),
            )
            for each in self.alternatives
        )
        found = found or (self,)
        equivalent = self.degree is not None and self.degree.or_equivalent
        if equivalent and not any(each.kind is Kind.EXPERIENCE for each in found):
            return (*found, found[0].replaced(kind=Kind.EXPERIENCE, degree=None, min_months=self.min_months))
        return found


class CareerLevel(TaxonomyEntry):
    """One step of the role's ladder, in order of seniority."""

    level: str
    title: str
    sources: tuple[Source, ...] = ()


class Fact(TaxonomyEntry):
    """A specialty, outlook figure or code that the documents state; `name` as printed, `value` as text."""

    name: str
    value: str = ""
    skill: Id | None = None
    sources: tuple[Source, ...] = ()


class Role(TaxonomyEntry):
    """A role: what it is called, what it asks for, and where that was read.

    `titles` decide which jobs of a resume count as relevant experience; `related_titles` are other roles
    that the documents name (they do not count in full).
    """

    id: Id
    label: str
    titles: tuple[str, ...] = ()
    related_titles: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    career_levels: tuple[CareerLevel, ...] = ()
    specialties: tuple[Fact, ...] = ()
    facts: tuple[Fact, ...] = ()
    requirements: tuple[Requirement, ...] = ()


class Succession(StrEnum):
    """How a later certificate follows an earlier one."""

    DIRECT_REPLACEMENT = "direct_replacement"
    RENAME = "rename"
    PARTIAL = "partial"


class Successor(TaxonomyEntry):
    """A later certificate of the same line."""

    id: Id
    relation: Succession = Succession.PARTIAL


class Validity(TaxonomyEntry):
    """How long a certificate issued from `issued_from` (YYYY-MM-DD, or null for always) stays in force."""

    months: int | None = None
    issued_from: PrintedDate | None = None


class CoveredSkill(TaxonomyEntry):
    """A skill that a certificate teaches; `share` 0 to 1 is an editorial estimate."""

    id: Id
    share: float = Field(ge=0.0, le=1.0)


class CertificateSource(TaxonomyEntry):
    """Where a fact was seen, and when (as printed)."""

    url: str
    date: str = ""
    note: str = ""


class Certification(TaxonomyEntry):
    """One certificate, one row a version. Status is never stored: it is computed for a date.

    Dates are YYYY-MM-DD or YYYY-MM; null means unknown or none. `first_exam`/`last_exam`: first and last day
    on which it can be earned. `retired_on`: the credential itself was withdrawn. `beta_from`: beta exams.
    `legacy_from`: archived by its issuer, still reachable. `last_exam_languages`: those in which it can be
    taken after `last_exam`. `languages`: offered in no others (empty: not limited, or unknown).
    `kind`: a register is that of a profession, a licence is a state's and holds in it alone.
    `cost_usd` is the US list price before tax, for one `cost_per`; `cost_verified` false marks undated or
    low-trust figures.
    `proves`: certificates of less that whoever holds this one need not show; `proves_by_trade`: those of single trades that it is where
    its line or the person's jobs name the trade (registration with an agency that keeps the registers of several boards).
    `number_letters` open the numbers of a register (NMW0001234567), by which it is known from others of that agency. `hours`: study time where a source gives one. `certifies` false: a course without a certificate at its end.
    `verification`: how well the facts were checked.
    """

    id: Id
    name: str
    provider: str
    kind: Literal["exam", "course", "programme", "register", "licence"] = "exam"
    certifies: bool = True
    exam_code: str | None = None
    aliases: tuple[str, ...] = ()
    level: str = ""
    topics: tuple[Id, ...] = ()
    skills: tuple[CoveredSkill, ...] = ()
    first_exam: PrintedDate | None = None
    beta_from: PrintedDate | None = None
    ga_planned: PrintedDate | None = None
    last_exam: PrintedDate | None = None
    retired_on: PrintedDate | None = None
    legacy_from: PrintedDate | None = None
    languages: tuple[str, ...] = ()
    last_exam_languages: tuple[str, ...] = ()
    successors: tuple[Successor, ...] = ()
    proves: tuple[Id, ...] = ()
    proves_by_trade: tuple[Id, ...] = ()
    number_letters: tuple[str, ...] = ()
    cost_usd: float | None = Field(None, ge=0)
    cost_per: Literal["exam", "month", "course"] = "exam"
    cost_note: str = ""
    cost_verified: bool = False
    hours: float | None = Field(None, ge=0)
    duration_note: str = ""
    validity: tuple[Validity, ...] = ()
    prerequisites: str = ""
    url: str | None = None
    verification: Literal["dated", "undated", "conflict", "unverified"] = "unverified"
    verified_on: PrintedDate | None = None
    seed_documents: bool = False
    notes: str = ""
    sources: tuple[CertificateSource, ...] = ()
