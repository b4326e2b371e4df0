"""A title of a class that is called after a member shows the member, too: a midwife knows midwifery."""

import pytest

from gapcheck.taxonomy import NameMatch, Skill, load
from gapcheck.text.content_words import content
from gapcheck.text.inflection import participle
from gapcheck.text.tokens import norms
from gapcheck.text.word_forms import stem

OTHERS = {
    ("archives assistant", "Archivematica"),
    ("archives assistant", "ArchivesSpace"),
    ("automation technician", "Automation Direct PLCs"),
    ("business process analyst", "BusinessOptix"),
    ("industrial automation engineer", "Automation Direct PLCs"),
    ("linux system administrator", "systemctl"),
    ("linux systems engineer", "systemctl"),
    ("mammographer", "Siemens Mammomat"),
    ("pharmacologist", "pharmaceutics"),
    ("health data analyst", "healthcare data"),
}
"""Titles that only look so."""


def beginnings(name: str) -> frozenset[str]:
    return frozenset(stem(participle(word))[:5] for word in content(norms(name)))


def titles(skill: Skill) -> set[str]:
    return {alias.name for alias in skill.aliases if alias.match is NameMatch.TITLE}


def is_called_after(title: str, member: Skill) -> bool:
    names = [member.label, *(alias.name for alias in member.aliases if alias.match is not NameMatch.TITLE)]
    return any(words and words <= beginnings(title) for words in map(beginnings, names))


def test_a_title_that_is_called_after_a_member_is_the_members_too():
    skills = load().skills
    members = [(row, skills[each]) for row in skills.values() for each in sorted(row.members)]
    assert [
        (title, member.label)
        for row, member in members
        for title in sorted(titles(row) - titles(member))
        if is_called_after(title, member) and (title, member.label) not in OTHERS
    ] == []


def test_such_titles_are_found_by_the_beginnings_of_their_words():
    midwifery = Skill(id="midwifery", label="midwifery")
    assert is_called_after("midwife", midwifery)
    assert not is_called_after("doula", midwifery)


def test_who_has_such_a_title_is_of_the_class_as_well():
    skills = load().skills
    assert "midwife" in titles(skills["midwifery"]) & titles(skills["obstetric-care"])


@pytest.mark.parametrize(
    ("skill", "one", "other", "same"),
    [
        ("property-lettings", "commercial leasing", "commercial lettings", True),
        ("bartending", "cellar management", "line cleaning", True),
        ("tenant-improvements", "tenant improvements", "tenant fit-outs", True),
        ("carpentry", "formwork", "joinery", False),
    ],
)
def test_what_only_the_words_of_a_class_tell_is_another_name_of_it(skill, one, other, same):
    row = load().skills[skill]
    names = {row.label, *(alias.name for alias in row.aliases)}
    assert ({one, other} <= names) is same
