"""Lines of certificates that no catalogue has: any name, with any way to say how it is held, below any of their headings."""

import pytest

from .conftest import resume_of

NAMES = [
    "Kiln Safety Card", "Rope Rescue Level 2", "Harbour Pilotage Endorsement", "Dust Explosion Awareness", "GRIT301 Grinder Operation",
    "Bread Oven Ticket", "Certified Bell Founder", "RSB (Responsible Sale of Bread)", "Ferry Deckhand", "Class B Kite Licence", "Safe Lifting (Banksman)",
]  # fmt: skip
STATES = {
    ", 2021": ("2021", None, "current"),
    " – expires 03/2028": (None, "2028-03", "current"),
    ", in date until 01/2029": (None, "2029-01", "current"),
    " (lapsed 2023)": (None, "2023", "expired"),
    ": let it lapse in 2024": (None, "2024", "expired"),
    " (let it run out in 2023)": (None, "2023", "expired"),
    ": expired May 2020, not renewed": (None, "2020-05", "expired"),
    ": lapsed 2022, refresher booked for March": (None, "2022", "expired"),
    ": booked for March 2027": (None, None, "in_progress"),
    ", application submitted": (None, None, "in_progress"),
    ": half way through": (None, None, "in_progress"),
    " [in progress]": (None, None, "in_progress"),
    " ........ Oct '24": ("2024-10", None, "current"),
    ", No. 44821, issued 12 May 2022, expires 11 May 2027": ("2022-05", "2027-05", "current"),
    " - renewed 2025, runs to 2028": ("2025", "2028", "current"),
    " | Guild of Bakers | 2018": ("2018", None, "current"),
    ", Guild of Bakers, Exampleton, last done June 2026": ("2026-06", None, "current"),
}
HEADINGS = ["TICKETS", "Tickets and Cards", "PROFESSIONAL REGISTRATION", "PROFESSIONAL DEVELOPMENT"]
AROUND = """Jo Sample
jo@example.com

EXPERIENCE

Baker, Sample Bread Ltd, 2015 - present
- Baked bread for the village

{}

REFERENCES

On request
"""


def held(section):
    return [(c.name, c.issued, c.expires, c.status) for c in resume_of(AROUND.format(section)).certificates]


@pytest.mark.parametrize("bullet", ["", "- "])
@pytest.mark.parametrize(("number", "state"), list(enumerate(STATES)))
def test_name_and_state_below_any_heading(number, state, bullet):
    names = [NAMES[(number + 4 * step) % len(NAMES)] for step in range(3)]
    heading = HEADINGS[number % len(HEADINGS)]
    lines = "\n".join(f"{bullet}{name}{state}" for name in names)
    assert held(f"{heading}\n\n{lines}") == [(name, *STATES[state]) for name in names]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Let my alcohol server permit run out in 2023", ("alcohol server permit", None, "2023", "expired")),
        (
            "Membership of the Guild of Dyers: I let that lapse in 2021",
            ("Membership of the Guild of Dyers", None, "2021", "expired"),
        ),
        ("Kiln Safety Card, will run out in 2028", ("Kiln Safety Card", None, "2028", "current")),
    ],
)
def test_what_somebody_let_go_is_no_longer_held(line, wanted):
    assert held(f"TICKETS\n\n- {line}\n- Ferry Deckhand, 2021")[0] == wanted


def test_what_ended_before_a_licence_began_was_another():
    licence = held("LICENCES\nClass B Kite Licence, since 2018, active\n(Old county pass, let go in 2014)\n")[
        0
    ]
    assert licence == ("Class B Kite Licence", "2018", None, "current")
    remark = held("LICENCES\n\n- Class B Kite Licence, since 2018, active (county pass lapsed 2014)\n")[0]
    assert remark == licence


def test_a_section_is_known_by_its_items_whatever_its_heading():
    assert held(
        "ODDS AND ENDS\n\n- Kiln Safety Card, 2021\n- Rope Rescue Level 2, expires 2028\n- Ferry Deckhand: booked\n- Three children"
    ) == [
        ("Kiln Safety Card", "2021", None, "current"),
        ("Rope Rescue Level 2", None, "2028", "current"),
        ("Ferry Deckhand", None, None, "in_progress"),
    ]


@pytest.mark.parametrize(
    "section",
    [
        "PAPERS\n\n- Sample J. Kilns in training, J. Bread 2019\n- Sample J. Ovens (OVN) revisited, 2020\n- Sample J. A ticket to bake. 2021",
        "ODDS AND ENDS\n\n- Village fair, 2019\n- Course website redesign, 2020\n- Best Loaf Award, 2021",
        "MEMBERSHIPS\n\n- Chartered Guild of Bakers, since 2015\n- Registered with the Oven Society, 2016",
        "RELEVANT COURSEWORK\n\n- Fermentation II, 2012\n- Starch Chemistry, 2013",
        "EDUCATION\n\n- Year 12, Sample Grammar School, 2010\n- Training of younger bakers, 2011",
        "TRAINING\n\n- Various courses\n- Trained six apprentices in 2019",
    ],
)
def test_other_lines_with_dates_are_no_certificates(section):
    assert held(section) == []


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Tickets: Kiln Safety Card, Rope Rescue Level 2, Ferry Deckhand (2019)", ["Kiln Safety Card", "Rope Rescue Level 2", "Ferry Deckhand"]),
        ("Licences: Class B Kite Licence, expires 2028; Oven Ticket", ["Class B Kite Licence", "Oven Ticket"]),
        ("Tools: kiln, rope, ferry", []),
    ],
)  # fmt: skip
def test_a_label_opens_a_list_of_certificates(line, names):
    assert [name for name, *_ in held(f"SKILLS\n\n{line}\nBaking, kneading, glazing")] == names


def test_names_in_one_line_each_with_its_own_dates():
    assert held(
        "TICKETS\n\nKiln Safety Card (2021), Rope Rescue Level 2, Harbour Pilotage Endorsement, expires 2028"
    ) == [
        ("Kiln Safety Card", "2021", None, "current"),
        ("Rope Rescue Level 2", None, None, "unknown"),
        ("Harbour Pilotage Endorsement", None, "2028", "current"),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Bakers Registration Council, full registration, no. OB/4455.", ("Bakers Registration Council", None, "unknown")),
        ("Guild of Bakers KLN Level III, 2022", ("Guild of Bakers KLN Level III", "2022", "current")),
        ("Exampleton Certificate in Loaf Judging, 2021", ("Exampleton Certificate in Loaf Judging", "2021", "current")),
    ],
)  # fmt: skip
def test_among_degrees_by_shape_with_a_date_or_number(line, expected):
    resume = resume_of(AROUND.format(f"EDUCATION\n\n- BSc Food Science, Sample University, 2014\n- {line}"))
    assert [(c.name, c.issued, c.status) for c in resume.certificates] == [expected]
    assert [e.level.value for e in resume.education] == ["bachelor"]


def test_an_endorsement_is_part_of_its_licence():
    names = [name for name, *_ in held("LICENSES\n\n- CDL Class A with HazMat endorsement, Texas")]
    assert names[0] == "CDL Class A with HazMat endorsement"


@pytest.mark.parametrize(
    "line",
    ["Pre-University Course (PUC, class XII), Sample PU College, 2014", "SSCE, Example School, 2014", "Higher School Certificate, Example School, 2014"],
)  # fmt: skip
def test_a_school_leaving_certificate_is_one_degree_and_no_certificate(line):
    resume = resume_of(AROUND.format(f"EDUCATION\n\n{line}"))
    assert [(e.level.value, e.status, e.year) for e in resume.education] == [
        ("high-school", "completed", 2014)
    ]
    assert resume.certificates == ()


def test_a_licence_of_some_class_is_no_degree():
    assert (
        resume_of(AROUND.format("LICENCES\n\nClass B Kite Licence, 2021\nFerry Deckhand, 2020")).education
        == ()
    )


def test_a_licence_below_another_is_one_of_its_own():
    text = (
        "Jo Sample\n\nLicenses\nLicensed Clinical Social Worker, Ohio, since 2018, active\n"
        "(Idaho associate registration, let go in 2014 when I moved)\n"
    )
    found = [(each.name.split()[0], each.status) for each in resume_of(text).certificates]
    assert found == [("Licensed", "current"), ("Idaho", "expired")]


@pytest.mark.parametrize(
    ("licence", "below", "other"),
    [
        ("Gas Safe registered", "Damp proofing awareness, expired 2023", ("2023", "expired")),
        ("TWIC card", "Skid steer driving, lapsed 2021", ("2021", "expired")),
        ("SIA Door Supervisor licence", "Kettle marshal - lapsed 2022", ("2022", "expired")),
        ("OSHA 10", "Loft ladders, valid to 2027", ("2027", "current")),
        ("Kiln Safety Card", "Loft ladders, expired 2023", ("2023", "expired")),
        ("Deep Learning Specialization, in progress", "Bell founding summer school, 2023", (None, "current")),
    ],
)
def test_what_the_next_line_names_has_its_own_date_and_state(licence, below, other):
    first, second = held(f"CERTIFICATIONS\n{licence}\n{below}")
    assert first[1:] == (None, None, "in_progress" if "progress" in licence else "unknown")
    assert second[2:] == other


@pytest.mark.parametrize(
    ("licence", "below", "state"),
    [
        ("First Aid at Work", "St Example Ambulance, 2024", ("2024", None, "current")),
        ("Kiln Safety Card", "Guild of Bakers, expired 2023", (None, "2023", "expired")),
        ("AWS Certified Cloud Practitioner", "Amazon Web Services, 2025", ("2025", "2028", "current")),
        ("ACLS", "Heart Association, valid to 2027", (None, "2027", "current")),
        ("RN license", "Oklahoma, expires 05/2028", (None, "2028-05", "current")),
        ("RN license", "Active, in good standing, expires 05/2028", (None, "2028-05", "current")),
        ("RN license", "License no. 4412, expired 05/2023", (None, "2023-05", "expired")),
        ("CKA", "June 2025, good for two years", ("2025-06", "2027-06", "current")),
        ("Tank handler's card, all types", "(I, II & III), 2015", ("2015", None, "current")),
    ],
)
def test_a_line_that_names_only_issuer_number_or_state_is_the_certificates(licence, below, state):
    assert [each[1:] for each in held(f"CERTIFICATIONS\n{licence}\n{below}")] == [state]


def test_a_state_below_two_names_is_that_of_the_second():
    assert [each[3] for each in held("LICENCES\nTWIC card\nLoft ladders\nexpired 2022")] == [
        "unknown",
        "expired",
    ]
    assert [each[3] for each in held("LICENCES\nTWIC card\nGuild of Bakers\nexpired 2022")] == ["expired"]


def test_lines_of_one_paragraph_are_certificates_of_their_own():
    page = "<h1>Jo Sample</h1><h2>Licences</h2><p>TWIC card<br>CDL Class A<br>Loft ladders, lapsed 2021</p>"
    found = [(each.name, each.status) for each in resume_of(page, name="resume.html").certificates]
    assert found == [("TWIC card", "unknown"), ("CDL Class A", "unknown"), ("Loft ladders", "expired")]


def test_a_lighter_line_below_a_name_is_its_issuers():
    page = "<h1>Jo Sample</h1><h2>Licences</h2><p><b>Kiln Safety Card</b></p><p>Northstar, 2021</p>"
    assert [each.issued for each in resume_of(page, name="resume.html").certificates] == ["2021"]


def test_a_provisional_licence_is_one_of_its_own_and_not_held_yet():
    first, second = held("CARDS\nCSCS card (green), valid to 2029\nProvisional driving licence")
    assert (first[3], second[3]) == ("current", "in_progress")


@pytest.mark.parametrize("region", ["Rhode Island", "Ontario"])
def test_the_state_that_issued_a_licence_is_no_licence_of_its_own(region):
    found = held(f"LICENSES\n\nLicense: CPA, {region}, active (expires 06/2028)\nFood Handler, 2025\n")
    assert [(name, expires) for name, _, expires, _ in found] == [("CPA", "2028-06"), ("Food Handler", None)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Kiln Safety Card    to 2030", ("Kiln Safety Card", None, "2030", "current")),
        ("Kiln Safety Card, to 2029", ("Kiln Safety Card", None, "2029", "current")),
        ("Access to Kilns Certificate, 2019", ("Access to Kilns Certificate", "2019", None, "current")),
        ("RK59, RK60         2017", ("RK59, RK60", "2017", None, "current")),
        ("NKB RK59 and RK60, RK61, 2017", ("NKB RK59 and RK60, RK61", "2017", None, "current")),
        ("Kiln Safety, RK60, 2017", ("Kiln Safety", "2017", None, "current")),
        ("Kiln Safety Card: eligible", ("Kiln Safety Card", None, None, "in_progress")),
        (
            "Utah kiln license and glaze endorsement: application sent in September 2026, decision pending",
            ("Utah kiln license and glaze endorsement", None, None, "in_progress"),
        ),
        ("Utah kiln license: lapsed 2020", ("Utah kiln license", None, "2020", "expired")),
    ],
)
def test_an_end_behind_to_codes_side_by_side_and_what_was_applied_for(line, expected):
    assert held(f"TICKETS\n\n- {line}\n- Rope Rescue Level 2, 2021") == [
        expected,
        ("Rope Rescue Level 2", "2021", None, "current"),
    ]
