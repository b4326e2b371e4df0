"""What a clause lists beside its certificates is asked for by itself."""

import pytest

BESIDE = [
    ("First Aid at Work certificate and knowledge of manual handling", ["cpr-aed"], ["manual-handling"]),
    (
        "Level 3 Food Safety and a sound grasp of allergens",
        ["food-hygiene"],
        ["allergen-management"],
    ),
    ("PMP certification and experience with Jira", ["pmi-pmp"], ["jira"]),
    ("RN licence and experience in wound care", ["rn-license"], ["wound-care"]),
    ("CPR certification and strong Excel skills", ["cpr-aed"], ["excel"]),
    ("CPA, Excel and SAP", ["cpa"], ["excel", "sap"]),
    ("CPA or ACCA, and Excel", ["acca", "cpa"], ["excel"]),
    ("CSCS card, brickwork, CPCS", ["cpcs", "cscs"], ["masonry"]),
    ("PLC programming, OSHA 10", ["osha-10"], ["plc-programming"]),
    ("Knowledge of manual handling and a CSCS card", ["cscs"], ["manual-handling"]),
    ("First aid certificate and fluent French", ["cpr-aed"], ["french"]),
    # a skill that belongs to the name, or to "certificates" further on
    ("Certified in Java, Spring and Kubernetes", [], []),
    ("First aid, manual handling and food hygiene certificates", ["cpr-aed"], []),
    ("Azure and AWS certifications", [], []),
    ("SIA licence with CCTV and door supervision", ["sia-licence"], []),
    ("CPR, first aid and AED", ["cpr-aed"], []),
    ("CPA or experience with SAP", ["cpa"], []),
]


@pytest.mark.parametrize(("text", "certificates", "skills"), BESIDE)
def test_what_is_listed_beside_a_certificate_is_asked_for(asked, text, certificates, skills) -> None:
    rows = asked(text)
    licences = [row for row in rows if row.kind == "certification"]
    assert sorted({each for row in licences for each in row.certifications}) == certificates
    others = [row for row in rows if row.kind != "certification"]
    assert sorted(each for row in others for each in row.skills) == skills
    assert not {each for row in licences for each in row.topics}.intersection(skills)


def test_the_things_of_a_list_of_which_one_has_its_certificate_in_brackets(asked) -> None:
    licence, thing = sorted(asked("MEWPs (IPAF), moss lances and rakes"), key=lambda row: row.kind)
    assert licence.certifications == ("ipaf",)
    assert thing.terms == ("moss lances", "rakes") or thing.wording == "moss lances and rakes"


def test_the_rest_of_a_certificate_in_brackets_is_no_thing(asked) -> None:
    (row,) = asked("A working-at-height ticket (IPAF) that is in date")
    assert row.certifications == ("ipaf",)
