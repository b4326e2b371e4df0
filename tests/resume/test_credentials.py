"""Certificates: which, issued when, in force until when, lapsed, or not held yet."""

import pytest

from .conftest import resume_of

TOP = "Jo Sample\njo@example.com\n\nCERTIFICATIONS\n\n"


def held(text):
    return [(c.id, c.issued, c.expires, c.status) for c in resume_of(TOP + text + "\n").certificates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AWS Certified Solutions Architect – Associate (SAA-C03) · Issued Feb 2024 · Expires Feb 2027 · Credential ID ABC123XYZ", ("aws-saa-c03", "2024-02", "2027-02", "current")),
        ("CompTIA Security+ — Mar 2023 (exp. Mar 2026)", ("comptia-security-plus", "2023-03", "2026-03", "expired")),
        ("CISSP, in progress", ("isc2-cissp", None, None, "in_progress")),
        ("2021 – today ACCA finalist: 9 of 13 papers passed, the rest in June 2027", ("acca", None, None, "in_progress")),
        ("CIMA (part-qualified, 2023)", ("cima", None, None, "in_progress")),
        ("CKA, result to follow", ("lf-cka", None, None, "in_progress")),
        ("CKA: will sit it in spring", ("lf-cka", None, None, "in_progress")),
        ("CKA, June 2025, was followed by a talk on it", ("lf-cka", "2025-06", "2027-06", "current")),
        ("Preparing for the CKA exam", ("lf-cka", None, None, "in_progress")),
        ("CKA, issued 2024-09, valid until 2026-09 – next sitting planned for December 2026", ("lf-cka", "2024-09", "2026-09", "expired")),
        ("Certified Kubernetes Administrator, June 2025", ("lf-cka", "2025-06", "2027-06", "current")),
        ("Oct 2022 – Oct 2025: Certified Kubernetes Application Developer", ("lf-ckad", "2022-10", "2025-10", "expired")),
        ("TensorFlow Developer Certificate, 2022-03", ("tensorflow-developer-certificate", "2022-03", "2025-03", "historic")),
        ("Project Management Professional (PMP)", ("pmi-pmp", None, None, "unknown")),
        ("PALS, lapsed", ("aha-pals", None, None, "expired")),
        ("PALS dropped at renewal", ("aha-pals", None, None, "expired")),
        ("PALS, never been suspended", ("aha-pals", None, None, "unknown")),
        ("Trebuchet licence, valid until 06/2028", (None, None, "2028-06", "current")),
        ("Journeyman Oven Fitter License #12345, State of Ohio, expires 12/2025", (None, None, "2025-12", "expired")),
        ("Loaf Judging Certificate, County of Example, issued 2024, renewal due 2027", (None, "2024", "2027", "current")),
        ("Certified Bread Judge, since 2015", (None, "2015", None, "current")),
        ("SAA-C04, 2025", (None, "2025", None, "current")),
        ("Nursing and Midwifery Council | 00A0417E | 03/2028", ("nmc-registration", None, "2028-03", "current")),
        ("Trebuchet licence, 06/2028", (None, None, "2028-06", "current")),
        ("CKA, 03/2028", ("lf-cka", None, None, "in_progress")),
        ("NMC registration expected 03/2028", ("nmc-registration", None, None, "in_progress")),
        ("Registered for the CKA, 03/2028", ("lf-cka", None, None, "in_progress")),
        ("PMP, PMI ID 7300417, exam 03/2028", ("pmi-pmp", None, None, "in_progress")),
        ("PMP, PMI ID 7300417, 03/2028", ("pmi-pmp", None, None, "in_progress")),
        ("NCLEX-RN licence exam March 2028", ("rn-license", None, None, "in_progress")),
        ("RN license 7300417, March 2028", ("rn-license", None, "2028-03", "current")),
        ("CFA Level II, registered for May 2028", ("cfa", None, None, "in_progress")),
        ("ACCA student registration number 7300417, final papers June 2028", ("acca", None, None, "in_progress")),
        ("Trebuchet licence, test 06/2028", (None, None, None, "in_progress")),
    ],
)  # fmt: skip
def test_one_certificate(text, expected):
    assert held(text) == [expected]


def test_names_and_issuers_as_printed():
    (one,) = resume_of(
        TOP + "Certified Welding Inspector (CWI), American Welding Society, 2019\n"
    ).certificates
    assert (one.name, one.issuer, one.issued) == (
        "Certified Welding Inspector (CWI)",
        "American Welding Society",
        "2019",
    )


def test_issuer_and_date_on_lines_of_their_own():
    assert held("Project Management Professional (PMP)\nProject Management Institute\nMarch 2025") == [
        ("pmi-pmp", "2025-03", "2028-03", "current")
    ]


def test_two_in_a_line_share_the_date_at_its_end():
    assert held("BLS and ACLS, current to January 2027") == [
        ("aha-bls", None, "2027-01", "current"), ("aha-acls", None, "2027-01", "current"),
    ]  # fmt: skip


def test_several_in_a_line_keep_their_own_dates():
    assert [(i, d) for i, d, _, _ in held("PMP (2025), CISSP (2024)")] == [
        ("pmi-pmp", "2025"),
        ("isc2-cissp", "2024"),
    ]


def test_sentences_in_a_row():
    assert [c.name for c in resume_of(TOP + "Certified Widget Expert. Certified Gadget Expert. Multiple online courses.\n").certificates] == [
        "Certified Widget Expert", "Certified Gadget Expert",
    ]  # fmt: skip


def test_of_a_licence_named_twice_the_one_in_force_counts():
    text = "PE (Civil: Bridges), Idaho, 2021, active.\n\nIdaho PE, let go in 2024"
    assert held(text) == [("pe-license", "2021", None, "current")]


def test_licences_of_two_states_are_two():
    text = "PE (Civil: Bridges), Idaho, 2021, active.\n\nOhio PE, let go in 2024"
    assert held(text) == [("pe-license", "2021", None, "current"), ("pe-license", None, "2024", "expired")]


def test_a_certificate_named_twice_counts_once_with_its_dates():
    text = "Jo Sample\njo@example.com\n\nSUMMARY\n\nAWS Certified Cloud Practitioner and baker.\n\nCERTIFICATES\n\nAWS Certified Cloud Practitioner, issued May 2025\n"
    assert [(c.id, c.issued) for c in resume_of(text).certificates] == [("aws-clf-c02", "2025-05")]


def test_outside_of_their_section_only_the_unmistakable_count():
    text = """Jo Sample
jo@example.com

EXPERIENCE

Planner, Acme Ltd, 2019 – 2021
- Trained colleagues for the AWS Certified Developer exam
- Earned the Certified Kubernetes Administrator certificate in 2025
- Worked with PMP holders

GOALS

I plan to take the AWS Certified Solutions Architect – Associate exam.
"""
    assert [(c.id, c.status) for c in resume_of(text).certificates] == [
        ("lf-cka", "current"),
        ("aws-saa-c03", "in_progress"),
    ]


def test_letters_behind_the_name():
    text = "Jo Sample, PMP, CISSP\njo@example.com\n\nSKILLS\n\nPlanning\n"
    assert [c.id for c in resume_of(text).certificates] == ["pmi-pmp", "isc2-cissp"]


def test_compound_sections_hold_both():
    text = "Jo Sample\njo@example.com\n\nEDUCATION & CERTIFICATIONS\n\nBSc Nursing, Example University, 2018\nACLS, issued March 2026\n\nSKILLS\n\nCare\n"
    resume = resume_of(text)
    assert [e.level.value for e in resume.education] == ["bachelor"]
    assert [c.id for c in resume.certificates] == ["aha-acls"]


def test_lines_that_end_with_a_year_stay_apart():
    text = "Certified Bread and Pastry Inspector of the State of Example, renewed 2024\nOSHA 30-Hour Construction, 2019"
    assert [issued for _, issued, _, _ in held(text)] == ["2024", "2019"]


def test_a_certificate_with_its_dates_is_found_in_any_section():
    text = "Jo Sample\njo@example.com\n\nPapers\n\nAWS Certified Cloud Practitioner, issued May 2024, expires May 2027\n"
    assert [(c.id, c.issued, c.expires) for c in resume_of(text).certificates] == [
        ("aws-clf-c02", "2024-05", "2027-05")
    ]


def test_a_paper_about_a_certificate_is_none():
    text = "Jo Sample\njo@example.com\n\nPapers\n\nTeaching the AWS Certified Cloud Practitioner, in: Proceedings, 2024\n"
    assert not resume_of(text).certificates


@pytest.mark.parametrize("heading", ["Courses", "Education", "Projects"])
def test_a_course_with_issuer_and_day_is_found_by_its_name(heading):
    text = f"Jo Sample\njo@example.com\n\n{heading}\n\nDeep Learning Specialization (Coursera), completed June 2021\n"
    assert [c.issued for c in resume_of(text).certificates] == ["2021-06"]


def test_licences_joined_to_something_else_head_certificates():
    text = (
        "Jo Sample\njo@example.com\n\nSKILLS\n\nBread\n\nEXPERIENCE\n\nBaker, Mill, 2019 – 2021\n\n"
        "LICENCES AND CARDS\n\nForklift licence, issued 2020\n"
    )
    assert [c.name for c in resume_of(text).certificates] == ["Forklift licence"]


def test_a_name_of_the_catalogue_that_is_broken_over_two_lines():
    text = "Jo Sample\njo@example.com\n\nCertificates\n\nTensorFlow Developer\nCertificate, issued May 2022\n"
    found = resume_of(text).certificates
    assert [(c.name, c.issued) for c in found] == [("TensorFlow Developer Certificate", "2022-05")]
    assert found[0].id is not None


def named(section, text):
    resume = resume_of(f"Jo Sample\njo@example.com\n\n{section}\n\n{text}\n")
    return [(each.name, each.issued) for each in resume.certificates if each.id is None]


@pytest.mark.parametrize(
    ("section", "text", "name", "issued"),
    [
        ("SKILLS", "Baking, Sample Oven certified, Excel", "Sample Oven certified", None),
        ("SKILLS", "- Notary Commissioned\n- Baking", "Notary Commissioned", None),
        ("ACCOMPLISHMENTS", "- Earned SBJ certification in the second year", "SBJ certification", None),
        (
            "EDUCATION",
            "Bread Judging Certification : 2014 Sample University",
            "Bread Judging Certification",
            "2014",
        ),
        (
            "EDUCATION",
            "BA History, Sample College, 2001\nCertificate in Oven Design from Sample Works",
            "Certificate in Oven Design",
            None,
        ),
        (
            "EXPERIENCE",
            "Baker, Sample Mills, 2019 - 2021\n- Obtained State Bread License for the shop",
            "State Bread License",
            None,
        ),
        ("SUMMARY", "Certified Bread Judge with ten years of work.", "Certified Bread Judge", None),
    ],
)
def test_certificates_named_anywhere_by_their_words(section, text, name, issued):
    assert named(section, text) == [(name, issued)]


@pytest.mark.parametrize(
    ("section", "text"),
    [
        ("AFFILIATIONS", "Member, Sample Registered Bakers Society"),
        ("AWARDS", "Certificate of Merit, Sample Town, 2014"),
        ("EXPERIENCE", "Baker, Sample Mills, 2019 - 2021\n- Prepared Elevation Certificates for owners"),
        ("SKILLS", "software license management, elevation certificates"),
        ("SUMMARY", "Baker who trained Licensed Practical Nurses and certified cooks."),
        ("EDUCATION", "Teaching Certification Program, Sample College"),
    ],
)
def test_words_of_certificates_that_name_none_of_the_person(section, text):
    assert named(section, text) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Full clean driving licence, own bicycle as well", ("driving-licence", None, None, "unknown")),
        ("GDC registration no. 000001, paid to the end", ("gdc-registration", None, None, "unknown")),
        (
            "Licences: Class A Journeyworker Electrician, expires 04/2028.",
            ("journeyman-electrician", None, "2028-04", "current"),
        ),
        ("Driver's license: surrendered 2023", ("driving-licence", None, "2023", "expired")),
    ],
)
def test_a_licence_is_read_wherever_it_stands(line, expected):
    resume = resume_of(f"Jo Sample\njo@example.com\n{line}\n\nSUMMARY\n\nMends kettles.\n")
    found = [(c.id, c.issued, c.expires, c.status) for c in resume.certificates]
    assert expected in found


def test_a_licence_that_is_denied_is_not_held():
    text = "Jo Sample\njo@example.com\n\nSUMMARY\n\nI do not hold a driving licence.\n"
    assert not resume_of(text).certificates


def test_letters_behind_the_name_are_a_registration():
    assert [c.id for c in resume_of("Jo Sample, RN (Adult)\njo@example.com\n").certificates] == [
        "nmc-registration"
    ]


def test_a_second_year_in_the_past_is_a_renewal_and_no_end():
    assert held("18th Edition, BS 7671:2018 (2022)")[0][3] in {"current", "unknown"}
    assert held("Nursing and Midwifery Council, registered 2015, revalidated 2024")[0][3] == "current"


@pytest.mark.parametrize("heading", ["LICENSES", "CERTIFICATIONS"])
@pytest.mark.parametrize(
    "line",
    [
        "I have no nursing license.",
        "I do not hold an RN license.",
        "RN license: none",
        "My wife is a registered nurse.",
        "Does not require a nursing license",
        "I do not hold the PMP.",
        "CPA: none",
        "CPR/BLS - not required",
    ],
)
def test_what_is_denied_or_somebody_elses_is_not_held_in_a_list_of_certificates_either(heading, line):
    assert resume_of(f"Jo Sample\njo@example.com\n\n{heading}\n\n{line}\n").certificates == ()


@pytest.mark.parametrize(
    "line", ["CPA license No 12345, Ohio", "PMP - no expiry", "RN license, State of Ohio, lapsed 2019"]
)
def test_a_number_an_end_or_a_lapse_denies_nothing(line):
    assert len(resume_of(f"{TOP}{line}\n").certificates) == 1


def test_a_course_in_the_next_line_dates_no_licence():
    first, *_ = resume_of(f"{TOP}Ohio Journeyman Electrician License\nFirst aid course, 2012\n").certificates
    assert (first.id, first.issued) == ("journeyman-electrician", None)


def test_one_that_was_not_renewed_denies_nothing_of_the_next():
    text = f"{TOP}AWS Certified Solutions Architect – Associate, 2020 to 2023, not renewed\nTOGAF 9 Certified, 2016\n"
    assert [each.issued for each in resume_of(text).certificates] == ["2020", "2016"]


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("First Aid Responder: doing it at present, exam in February", "in_progress"),
        ("Hygiene Manager certificate: applied for last month", "in_progress"),
        ("Food Safety Supervisor, WA, good to 2027", "current"),
    ],
)
def test_the_state_of_a_certificate_in_other_words(line, status):
    text = f"Jo Sample\njo@example.com\n\nBits of paper\n\n- {line}\n- Sample Card, 2019\n"
    assert resume_of(text).certificates[0].status == status


def test_an_update_in_the_past_is_no_end_and_dots_part_certificates():
    text = "Safe Lifting: three-day 2019, update 21 May 2026\nPony assessor, 2021 · Farriery card, signed off 2022"
    assert [(each[1], each[2]) for each in held(text)] == [("2026-05", None), ("2021", None), ("2022", None)]
    assert held("Pony assessor, 2021, 3 May 2026")[0][3] == "current"


@pytest.mark.parametrize(
    "text", ["Provisional driving licence, 2024", "Driver's licence: learner's permit since 2025"]
)
def test_who_still_learns_to_drive_has_no_licence_yet(text):
    assert [each[3] for each in held(text)] == ["in_progress"]


def test_what_else_is_provisional_takes_no_full_licence_away():
    assert held("Full UK driving licence, provisional C1")[0][3] == "unknown"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Restraint training - did it in 2013, never renewed", ["expired"]),
        ("Would like to take the CAPM", []),
        ("Would like to take the CAPM, exam booked for March 2027", ["in_progress"]),
        ("Want to get my forklift licence next year", []),
        ("CAPM, 2025, hope to do more", ["current"]),
        ("Forklift licence, renewed to September 2028", ["current"]),
        ("Forklift licence, renewed until May 2023", ["expired"]),
        ("CAPM, 2025, never suspended", ["current"]),
        ("I'd like to get doubles (T) if a firm wants it", []),
        ("One ticket, 12 over the limit, August 2025, paid it", []),
        ("Forklift ticket, August 2025", ["current"]),
        ("Retake planned", []),
    ],
)
def test_what_is_wished_for_let_go_or_no_certificate_at_all(line, expected):
    found = resume_of(f"{TOP}- First Aid at Work, 2025\n- {line}\n").certificates
    assert [each.status for each in found[1:]] == expected


def test_a_licence_or_the_jobs_of_a_driver_are_below_driving():
    top, end = "Jo Sample\njo@example.com\n\nDRIVING\n\n", "\nSCHOOL\n\nDale High School, 2013\n"
    jobs = (
        "Dale Haulage Ltd, Wooster OH     March 2020 to present\nLocal delivery driver\nTook trusses to builders.\n"
        "Elm Freight, Dayton OH     May 2015 to February 2020\nCompany driver\nOut two weeks, then home.\n"
    )
    licence = resume_of(f"{top}Full clean UK driving licence, own car\n{end}").certificates
    assert [each.id for each in licence] == ["driving-licence"]
    found = resume_of(f"{top}{jobs}{end}").entries
    assert [each.title for each in found] == ["Local delivery driver", "Company driver"]


JOB = "Jo Sample\n\nEXPERIENCE\nBaker, Sample Bread Ltd\n2015 - present\n- Baked bread for the village\n"


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (
            f"{JOB}\nLANGUAGES\nWelsh (native), English (fluent)\n\nFull clean driving licence\n",
            ["driving-licence"],
        ),
        (f"{JOB}\nINTERESTS\nOld radio plays\n\nFull clean driving licence\n", ["driving-licence"]),
        (f"{JOB}\nFull clean driving licence\n", ["driving-licence"]),
        (f"{JOB}\nI hold a full driving licence and like the sea.\n", ["driving-licence"]),
        (f"{JOB}\nLANGUAGES\nWelsh (native)\n\nNo driving licence\n", []),
        (f"{JOB}- I do not hold a driving licence\n", []),
        (f"{JOB}- Checked that every driver has a full driving licence\n", []),
        (f"{JOB}\nRegistered Nurse\n2010 - 2014\n- Nursed\n", []),
    ],
)
def test_a_line_that_is_a_licence_counts_below_jobs_and_languages(text, ids):
    assert [each.id for each in resume_of(text).certificates] == ids


def test_an_exam_that_is_booked_is_to_come_among_training():
    text = f"{JOB}\nTRAINING\nABTI tin smelter operator exam booked for February 2027\nKettle class, 2023\n"
    assert resume_of(text).certificates[0].status == "in_progress"
