"""What the rows of a taxonomy choose from: kinds, ways to match a name, how strongly something is asked for, levels."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a requirement asks for; the first three are also kinds of skill."""

    SKILL = "skill"
    KNOWLEDGE = "knowledge"
    SOFT_SKILL = "soft_skill"
    EDUCATION = "education"
    EXPERIENCE = "experience"
    CERTIFICATION = "certification"
    LANGUAGE = "language"


class NameMatch(StrEnum):
    """How a name is looked for.

    caseless: anywhere, in any case. cased: only as printed. context: as printed, and only in a list of
    skills or near a skill of its own class (R, C, Go). postings: in job documents, and in a
    resume only as a whole item of a list of skills (vision, testing).
    title: only in the title of a job that the person held (data scientist, for data science).
    """

    CASELESS = "caseless"
    CASED = "cased"
    CONTEXT = "context"
    POSTINGS = "postings"
    TITLE = "title"


class Necessity(StrEnum):
    """How strongly a row is asked for."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    MENTIONED = "mentioned"


class Logic(StrEnum):
    """How the skills of a row combine."""

    ALL_OF = "all_of"
    ANY_OF = "any_of"
    EXAMPLE = "example"


class Level(StrEnum):
    """Levels of education, lowest first."""

    HIGH_SCHOOL = "high-school"
    ASSOCIATE = "associate"
    BOOTCAMP = "bootcamp"
    BACHELOR = "bachelor"
    MASTER = "master"
    DOCTORATE = "doctorate"

    @property
    def rank(self) -> int:
        """Its place in the order of levels; a boot camp is no degree and ranks beside a two-year one."""
        levels = [level for level in Level if level is not Level.BOOTCAMP]
        return levels.index(Level.ASSOCIATE if self is Level.BOOTCAMP else self)

    @property
    def label(self) -> str:
        """What it is called: Bachelor's degree."""
        return _LEVEL_LABELS[self]


_LEVEL_LABELS = {
    Level.HIGH_SCHOOL: "High school diploma",
    Level.ASSOCIATE: "Associate degree",
    Level.BOOTCAMP: "Boot camp",
    Level.BACHELOR: "Bachelor's degree",
    Level.MASTER: "Master's degree",
    Level.DOCTORATE: "Doctorate",
}
