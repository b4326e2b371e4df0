"""Lists of which one item will do."""


def test_items_below_a_line_that_lets_choose_are_one_row(posting):
    text = (
        "Fitter\n\nRequirements\nYou need at least one of the following:\n- Welding\n- Brazing\n- Glarping\n"
    )
    (row,) = posting(text).statements
    assert (row.logic, row.skills, row.terms) == ("any_of", ("welding", "brazing"), ("Glarping",))


def test_so_are_items_set_further_in_and_what_follows_is_asked_for_by_itself(posting):
    text = (
        "# Fitter\n\nRequirements\n- Two of the following:\n  - Welding\n  - Brazing\n  - Soldering\n- Excel\n"
        "- Any of these licences:\n  - PMP\n  - CPA\n"
    )
    job = posting(text, "posting.md")
    welding, excel, licence = job.statements
    assert (welding.logic, welding.min_count) == ("any_of", 2)
    assert welding.skills == ("welding", "brazing", "soldering")
    assert (excel.logic, excel.skills) == ("all_of", ("excel",))
    assert (licence.logic, len(licence.certifications)) == ("any_of", 2)
    assert not job.unread


def test_items_that_are_not_set_in_are_all_asked_for(posting):
    text = "# Fitter\n\nRequirements\n- One of the best teams:\n- Welding\n- Brazing\n"
    rows = [row for row in posting(text, "posting.md").statements if row.skills]
    assert [row.logic for row in rows] == ["all_of", "all_of"]


def test_a_degree_or_a_licence_over_two_items_is_one_row(posting):
    text = "# Buyer\n\nRequirements\n- Either of:\n  - Bachelor's degree in law\n  - PMP\n- SAP\n"
    degree, sap = posting(text, "posting.md").statements
    assert (degree.kind, len(degree.instead), sap.skills) == ("education", 1, ("sap",))
