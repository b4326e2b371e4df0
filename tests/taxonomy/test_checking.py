from pathlib import Path

import pytest

from gapcheck.taxonomy.loading import check

GOOD = """
- id: dyeing
  label: dyeing
  broader: [textiles]
  examples: {yes: [Dyeing of wool], no: [dying to know]}
- id: textiles
  label: textiles
"""


@pytest.fixture
def problems(folder):
    def run(skills, examples=None, **others):
        texts = {f"{name.replace('__', '/')}.yaml": text for name, text in others.items()}
        texts["skills/a.yaml"] = skills
        place = folder(texts)
        found = check(place, only=True, examples=examples).problems
        return [str(each).removeprefix(f"{place}{'/'}") for each in found]

    return run


def test_a_sound_folder_has_no_problems(problems):
    assert problems(GOOD) == []


def test_the_summary_says_how_much_was_looked_at(folder):
    assert check(folder({"skills/a.yaml": GOOD}), only=True).summary == "2 skills, 0 roles, 0 certificates"


@pytest.mark.parametrize("key", ["broader", "implies", "never", "related"])
def test_references_must_lead_somewhere(problems, key):
    (found,) = problems(
        f"- id: dyeing\n  label: dyeing\n  {key}: [txtiles]\n- {{id: textiles, label: textiles}}\n"
    )
    assert found == f"skills/a.yaml:3: {key}: there is no skill 'txtiles'; did you mean textiles?"


def test_a_skill_does_not_name_itself(problems):
    assert "skills/a.yaml:1: related: 'a' names itself." in problems("- {id: a, label: A, related: [a]}\n")


def test_rings_are_found_once_and_printed_whole(problems):
    rows = "- {id: a, label: A, broader: [b]}\n- {id: b, label: B, broader: [c]}\n- {id: c, label: C, broader: [a]}\n"
    assert problems(rows) == ["skills/a.yaml:1: broader: forms a loop: a -> b -> c -> a."]


def test_a_check_of_many_rings_ends(problems):
    rows = "".join(
        f"- {{id: a{at:05}, label: A{at}, broader: [b{at:05}]}}\n- {{id: b{at:05}, label: B{at}, broader: [a{at:05}]}}\n"
        for at in range(300)
    )
    assert sum("forms a loop" in each for each in problems(rows)) == 100


def test_a_ring_is_found_behind_a_way_that_leads_to_it(problems):
    rows = "- {id: a, label: A, implies: [b]}\n- {id: b, label: B, implies: [c]}\n- {id: c, label: C, implies: [b]}\n"
    assert problems(rows) == ["skills/a.yaml:2: implies: forms a loop: b -> c -> b."]


def test_two_ways_to_one_skill_are_no_ring(problems):
    rows = (
        "- {id: a, label: A, broader: [b, c]}\n- {id: b, label: B, broader: [d]}\n"
        "- {id: c, label: C, broader: [d]}\n- {id: d, label: D}\n"
    )
    assert problems(rows) == []


def test_rows_stand_in_order(problems):
    (found,) = problems("- {id: b, label: B}\n- {id: a, label: A}\n")
    assert found == "skills/a.yaml:2: id 'a' must come before 'b'."


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("{name: Loom, match: caseless}", "loom", True),
        ("{name: Loom, match: cased}", "{name: LOOM, match: cased}", False),
        ("{name: Loom, match: cased}", "{name: Loom, match: context}", True),
        ("{name: Loom, match: cased}", "loom", True),
        ("{name: Loom, match: context}", "{name: loom, match: postings}", False),
        ("{name: loom, match: postings}", "{name: loom, match: postings}", True),
        ("{name: loom, match: title}", "loom", False),
        ("{name: loom, match: title}", "{name: loom, match: title}", True),
        ("hand-loom", "hand loom", True),
    ],
)
def test_no_name_is_owned_twice_where_both_would_be_found(problems, one, other, clash):
    rows = f"- {{id: a, label: A, aliases: [{one}]}}\n- {{id: b, label: B, aliases: [{other}]}}\n"
    found = problems(rows)
    assert bool(found) is clash
    if clash:
        assert "is already a name of 'a'" in found[0]


def test_a_title_is_a_class_s_and_its_members_and_no_other_name_is_both(problems):
    row = "- {{id: cloth, label: cloth, aliases: [{0}], narrower: [{{name: weaving, aliases: [{0}]}}]}}\n"
    assert problems(row.format("{name: weaver, match: title}")) == []
    (found,) = problems(row.format("loom work"))
    assert "'loom work' is already a name of 'cloth'" in found


def test_a_name_is_not_said_twice_in_one_skill(problems):
    (found,) = problems("- {id: a, label: A, aliases: [loom, {name: Loom, match: cased}, loom]}\n")
    assert found == "skills/a.yaml:1: aliases: 'loom' is already a name of this skill."


def test_an_id_goes_with_its_label(problems):
    (found,) = problems("- {id: dyeing, label: textiles}\n")
    assert "id 'dyeing' does not match label 'textiles'" in found
    assert problems("- {id: aws, label: Amazon Web Services, aliases: [AWS]}\n") == []


def test_a_role_refers_to_what_exists(problems):
    role = """
id: weaver
label: Weaver
specialties: [{name: rugs, skill: rug}]
requirements:
  - {id: dye, title: Dyeing, kind: skill, necessity: required, skills: [dyeng], narrower: [silk]}
  - {id: dye, title: Guild, kind: certification, necessity: preferred, certifications: [guild], head: cloth}
"""
    assert problems(GOOD, roles__weaver=role) == [
        "roles/weaver.yaml:4: skill: there is no skill 'rug'.",
        "roles/weaver.yaml:6: narrower: there is no requirement 'silk'.",
        "roles/weaver.yaml:6: skills: there is no skill 'dyeng'; did you mean dyeing?",
        "roles/weaver.yaml:7: certifications: there is no certification 'guild'.",
        "roles/weaver.yaml:7: head: there is no skill 'cloth'.",
        "roles/weaver.yaml:7: requirement 'dye' is here twice.",
    ]


def test_a_role_has_its_files_name(problems):
    assert problems(GOOD, roles__waever="id: weaver\nlabel: Weaver\n") == [
        "roles/waever.yaml:1: id 'weaver' must be the file's name, 'waever'."
    ]


def test_a_certificate_refers_to_what_exists(problems):
    row = "- {id: g, name: G, provider: P, skills: [{id: loom, share: 1}], topics: [wool], successors: [{id: h}]}\n"
    assert [each.partition(": ")[2] for each in problems(GOOD, certifications__p=row)] == [
        "skills: there is no skill 'loom'.",
        "successors: there is no certification 'h'.",
        "topics: there is no skill 'wool'.",
    ]


@pytest.mark.parametrize(
    ("facts", "word"),
    [
        ("first_exam: 2026-13-01", "first_exam: '2026-13-01' is not a valid date"),
        ("retired_on: soon", "retired_on: 'soon' is not a valid date"),
        ('verified_on: "20261101"', "is not a valid date"),
        ("validity: [{months: 36, issued_from: 1.5.2024}]", "issued_from: '1.5.2024' is not a valid date"),
        ("first_exam: 2026-05-01, last_exam: 2025-01-01", "last_exam: lies before first_exam."),
        ("url: http://example.com", "url: must begin with https://."),
        ("cost_usd: -1", "cost_usd: input should be greater than or equal to 0."),
    ],
)
def test_facts_of_a_certificate_are_possible(problems, facts, word):
    (found,) = problems(GOOD, certifications__p=f"- {{id: g, name: G, provider: P, {facts}}}\n")
    assert word in found


@pytest.mark.parametrize("day", ["2026", "2026-05", "2026-05-31"])
def test_dates_may_be_vague(problems, day):
    assert problems(GOOD, certifications__p=f'- {{id: g, name: G, provider: P, retired_on: "{day}"}}\n') == []


def test_examples_are_run(problems):
    def runner(_taxonomy):
        return lambda skill, sentence: skill.id in sentence.casefold() and "wool" not in sentence

    assert problems(GOOD, examples=runner) == [
        "skills/a.yaml:5: examples.yes: 'Dyeing of wool' does not name 'dyeing'."
    ]
    assert problems(GOOD, examples=lambda _: lambda _skill, _sentence: True) == [
        "skills/a.yaml:5: examples.no: 'dying to know' must not name 'dyeing'."
    ]


def test_a_file_that_cannot_be_read_hides_no_other(problems):
    found = problems(GOOD, skills__b="- {id: c\n")
    assert len(found) == 1
    assert found[0].startswith("skills/b.yaml:2: is not YAML")


def test_a_folder_is_checked_as_laid_over_the_built_in_one(folder):
    place: Path = folder({"skills/own.yaml": "- {id: dyeing, label: dyeing, related: [python]}\n"})
    assert not any("dyeing" in each for each in check(place).problems)
    (found,) = check(place, only=True).problems
    assert "no skill 'python'" in found


def test_what_a_reviewer_would_note_is_told_with_what_keeps_it_from_loading(problems):
    found = problems(
        "- {id: weaving, label: weaving, broader: [txtiles]}\n- {id: textiles, label: textiles}\n"
        "- {id: Dye Works, label: dye works}\n"
    )
    assert found == [
        "skills/a.yaml:1: broader: there is no skill 'txtiles'; did you mean textiles?",
        "skills/a.yaml:2: id 'textiles' must come before 'weaving'.",
        "skills/a.yaml:3: id: 'Dye Works' is not a valid id (lower case, digits, hyphens); write it as dye-works.",
    ]
