"""Licences and registrations that no catalogue has: whether the resume's own words name the one that is asked for."""

import pytest

from gapcheck.scoring.certificate_names import certificate_names
from tests.places import shipped_analyzer


@pytest.fixture(scope="module")
def analyzer():
    return shipped_analyzer()


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("Oregon journeyman plumber license", "Journeyman Plumber, State of Oregon"),
        ("Registration with the General Chiropractic Council", "GCC registration no. 00417"),
        ("Registration with the Farriers Registration Council, with no conditions", "Farriers Council, 2019"),
        ("Licensed scuttle welder status (LSW)", "Licensed Scuttle Welder since 2020"),
        ("a full UK driving licence", "Full clean driving licence"),
        ("Nursing licence of any country", "Registered Nurse"),
        ("Dental nurse registration", "Registered Dental Nurse, 2019"),
        ("Teaching assistant certificate", "Teaching assistant, certified in 2020"),
        ("counterbalance or reach truck licence", "Reach truck, renewed 2025"),
        ("OTA license", "Occupational Therapy Assistant (OTA), Utah"),
        ("CMA certification", "Certified Medical Assistant, 2022"),
        ("Dental radiography certificate", "Dental Assistant Radiography Certificate"),
        ("Injections certificate", "Injections Aide Certificate"),
        ("Level 3 diploma in tinkering", "Level 4 diploma in tinkering"),
        ("Tinker certificate", "Tinker training course"),
        ("Tinker awareness certificate", "Tinker awareness"),
        ("Kiln board cards: lighting and raking (RK30, RK31)", "RK30, RK31, RK32  2016"),
        ("Kiln board cards: lighting and raking (RK30, RK31)", "RK 31 (NKB)"),
        ("Kiln board cards: lighting and raking (RK30, RK31)", "Lighting and raking of small kilns"),
        ("D1 licence for the minibus", "Full, B+E and D1, no points"),
        ("Roller and hoist certificates", "Roller, hoist"),
    ],
)
def test_the_same_licence_in_other_words(analyzer, asked, held):
    assert certificate_names(analyzer.taxonomy).names(asked, held)


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("Oregon journeyman plumber license", "Oregon fishing license"),
        ("Registration with the General Chiropractic Council", "Registered with the parish council"),
        ("counterbalance or reach truck licence", "Pallet truck, in-house course"),
        ("NIMS Level II credential", "Kayak Level II"),
        ("Current valid licence", "Certificate of attendance"),
        ("Nursing licence", "Registered Dental Nurse, 2019"),
        ("Nursing licence", "Certified Nursing Assistant"),
        ("Teaching licence", "Teaching assistant certificate"),
        ("Dental licence", "Dental Assistant Radiography Certificate"),
        ("Plumber license", "Plumber's helper registration"),
        ("Level 4 diploma in tinkering", "Level 3 diploma in tinkering"),
        ("Tinker licence", "Tinker training course"),
        ("Tinker certificate", "Tinker awareness"),
        ("Kiln board cards: lighting and raking (RK30, RK31)", "RK38 lighting and raking (NKB)"),
        ("D1 licence for the minibus", "Full, B+E, no points"),
        ("Chartered member of IOSH", "Member, Royal Institution of Chartered Surveyors"),
    ],
)
def test_another_licence_in_like_words(analyzer, asked, held):
    assert not certificate_names(analyzer.taxonomy).names(asked, held)


POSTING = """Plumber

Requirements
- Current Oregon journeyman tinker license
- Experience soldering copper pipe
- Fitting boilers
- Reading drawings
"""
RESUME = """Tilda Brannock
tilda.brannock@example.com

Experience

Plumber, Hollin Bros, Salem
January 2018 - October 2026
- Fitted and soldered copper pipe in four hundred houses and kept the van in order for the next morning.
- Read drawings, ordered the parts and trained two helpers who now work on their own in the same town.
- Fitted boilers, tested them for leaks and wrote the report that the owner keeps with the house papers.
- Kept the tools sharp, the invoices short and the customers informed, in Salem and in the villages around it.
{more}
"""


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ("\nLicenses\n\nJourneyman Tinker, State of Oregon, valid to March 2028\n", "met"),
        ("\nLicenses\n\nJourneyman Tinker, State of Oregon, expired March 2024\n", "missing"),
        ("\nLicenses\n\nOregon contractor bond, valid to March 2028\n", "missing"),
        ("\nI don't hold an Oregon journeyman tinker license.\n", "missing"),
        ("", "missing"),
    ],
)
def test_a_licence_is_met_only_while_it_is_held(analyzer, more, status):
    report = analyzer.analyze(
        RESUME.format(more=more).encode(), name="resume.txt", job_text=POSTING, as_of="2026-11-21"
    )
    (row,) = [row for row in report.requirements if row.kind == "certification"]
    assert row.status == status, row.reasons


def test_a_licence_in_a_list_that_nothing_bears_out_is_partial(analyzer):
    text = """Corin Vale
corin.vale@example.com

Skills
Oregon journeyman tinker license, soldering, boilers, drainage, gas fitting, drawings, welding, HVAC, plumbing

Experience

Cashier, Fig Street Market, Salem
January 2018 - October 2026
- Sold bread and flowers, counted the till each evening and opened the shop on Saturdays for eight years.
- Wrote the rota for four people, ordered the paper bags and learned the names of most of the customers.
- Answered the telephone, took orders for parties and carried them to the cars of people who could not.
"""
    report = analyzer.analyze(text.encode(), name="resume.txt", job_text=POSTING, as_of="2026-11-21")
    (row,) = [row for row in report.requirements if row.kind == "certification"]
    assert row.status == "partial", row.reasons


def test_a_name_like_the_topic_is_no_certificate_that_an_open_row_means(analyzer):
    text = RESUME.format(more="\nCertifications\n\nCertified Machine Learning Expert\n")
    report = analyzer.analyze(text.encode(), name="resume.txt", as_of="2026-11-21")
    row = next(each for each in report.requirements if each.id == "certification-machine-learning")
    assert row.status == "missing", row.reasons


@pytest.mark.parametrize(
    ("asked", "held", "met"),
    [
        ("Full driving licence", "Category C+E licence", True),
        ("Category C+E licence", "Full driving licence", False),
        ("IOSH Managing Safely", "NEBOSH General Certificate, 2021", True),
        ("Food hygiene certificate", "ServSafe Manager, 2025", True),
        ("OSHA 10 card", "OSHA 30, 2024", True),
        ("OSHA 30 card", "OSHA 10, 2024", False),
        ("CDL Class A", "CDL Class B", False),
        ("CDL Class A", "Class B CDL with hazmat endorsement", False),
        ("CDL Class A", "CDL-B", False),
        ("CDL Class A", "Class A CDL, HazMat endorsement", True),
        ("CDL Class A", "CDL, class A", True),
        ("CDL Class A", "CDL", True),
        ("Class A or B CDL", "CDL-B", True),
        ("Class B CDL", "CDL Class A", True),
        ("Grade II Water Treatment Operator license", "Grade I Water Treatment Operator License", False),
        ("Grade II Water Treatment Operator license", "Grade 2 water treatment operator license", True),
        ("Grade II Water Treatment Operator license", "Water Treatment Operator License, Grade III", True),
        ("NVQ Level 3 in tinkering", "NVQ Level 2 in tinkering", False),
        ("NVQ Level 3 in tinkering", "NVQ Level 4 in tinkering", True),
        ("Full driving licence", "Driving licence, provisional", False),
        ("Full driving licence", "Provisional driving licence, valid to 2030", False),
    ],
)
def test_a_licence_of_more_proves_the_lesser_one(analyzer, asked, held, met):
    job = f"Helper\n\nRequirements\n- {asked}\n- Fitting boilers\n- Reading drawings\n".encode()
    resume = RESUME.format(more="").replace("Experience\n", f"Licences\n- {held}\n\nExperience\n", 1).encode()
    report = analyzer.analyze(resume, job=job, as_of="2026-11-21")
    row = next(row for row in report.requirements if row.kind == "certification")
    assert (row.status == "met") is met


@pytest.mark.parametrize(
    ("asked", "held", "status"),
    [
        ("Registered with the relevant professional body", "Forklift licence", "missing"),
        ("Registration with the Farriers Registration Council", "HCPC registered, PH00417", "missing"),
        ("Current LCSW licensure in Oregon", "LCSW, Oregon, since 2019", "met"),
        ("Current LCSW licensure in Oregon", "LCSW, Washington, since 2019", "partial"),
        (
            "Current LCSW licensure in Oregon",
            "LCSW, Washington, since 2019; Oregon: to be asked for",
            "partial",
        ),
        ("Current LCSW licensure in Oregon", "LCSW, since 2019", "met"),
        ("Current LCSW licensure in Oregon", "LCSW, Washington and Oregon, since 2019", "met"),
        ("Current LCSW licensure in Oregon", "LCSW, Washington (multistate), since 2019", "met"),
        ("Current LCSW licensure", "LCSW, Washington, since 2019", "met"),
        ("Current LCSW licensure in Oregon", "LCSW (all 50 states), Texas, since 2019", "met"),
        ("Current LCSW licensure in Oregon", "LCSW, 2019 (College of Idaho)", "met"),
        ("Current LCSW licensure in Oregon", "LCSW, Utah, expires 2028\n- LCSW, Oregon, expires 2027", "met"),
        (
            "Current LCSW licensure in Oregon",
            "LCSW, Utah, expires 2028\n- LCSW, Oregon, expired 2021",
            "partial",
        ),
        ("LCSW licensed by the state of Oregon", "LCSW, Washington, since 2019", "partial"),
        ("Tinsmith certification part 1 and 2", "Tinsmith certification part 1, 2024", "partial"),
        ("Tinsmith certification parts 1 and 2", "Tinsmith certification part 1 and 2, 2024", "met"),
        ("Tinsmith certificate", "Tinsmith certificate, Otter College, 2019 - 2020", "met"),
        ("Tinsmith certificate", "Tinsmith certificate, Otter Guild, 2019 - 2020", "missing"),
        ("Registration with the appropriate professional body (QXTI)", "HCPC registered, PH00417", "missing"),
        ("Registration with the appropriate professional body (HCPC)", "HCPC registered, PH00417", "met"),
        ("Oregon LCSW required", "LCSW, Washington, since 2019", "partial"),
        ("LCSW and a degree of an Oregon college", "LCSW, Washington, since 2019", "met"),
        ("LCSW, trained at an Oregon college", "LCSW, Washington, since 2019", "met"),
        ("We are an Oregon-based clinic and need an LCSW", "LCSW, Washington, since 2019", "met"),
        ("Valid Oregon driver's license", "Driver's license, Washington", "met"),
        ("Current Oregon journeyman tinker license", "Journeyman Tinker, State of Texas", "partial"),
        (
            "Registered with the Medical Radiation Practice Board",
            "MRPBA registration MED0004170, current",
            "met",
        ),
        ("Registered with the Medical Radiation Practice Board", "NMBA registration, current", "missing"),
        ("Registration with AHPRA", "NMBA registration, current", "met"),
        ("Registration with the Medical Board of Australia", "AHPRA registration NMW0004170338", "missing"),
        ("Registration with the Medical Board of Australia", "AHPRA, no. MED0004170338", "met"),
        ("Registration with the Physiotherapy Board", "AHPRA registration, physiotherapist", "met"),
        ("Registration with the Physiotherapy Board", "AHPRA registration, current", "missing"),
        ("Registration with AHPRA", "AHPRA registration NMW0004170338", "met"),
        ("Cisco CCNP", "CCNA, 2025", "missing"),
        ("Cisco CCNA", "CCNP, 2025", "met"),
        ("MRICS", "AssocRICS, 2025", "missing"),
        ("AssocRICS", "MRICS, 2025", "met"),
        ("MRTB practising certificate", "Medical Radiation Technologists Board licence, current", "met"),
        ("MRTB practising certificate", "SRA practising certificate 2026", "missing"),
        ("Registered with the HCPC", "Health and Care Professions Council | PH00417 | 02/2028", "met"),
        ("Registered with the HCPC", "Health and Care Professions Council | PH00417 | 02/2024", "met"),
        ("Kiln certificates (RK30, RK31)", "RK30 (NKB), 2021\n- RK31 (NKB), 2022", "met"),
        ("Kiln certificates (RK30, RK31)", "RK30 (NKB), 2021", "partial"),
        ("Kiln certificates (RK30, RK31)", "RK38 (NKB), 2021", "missing"),
        ("Kiln certificates (RK30 or RK31)", "RK30 (NKB), 2021", "met"),
        ("MRICS", "Professional Member, Royal Institution of Chartered Surveyors", "met"),
        ("MCIPS", "Full member, Chartered Institute of Procurement & Supply", "met"),
        ("MCIPS", "Student member, Chartered Institute of Procurement & Supply", "missing"),
        ("BLS certification", "AHA provider card, 2026", "met"),
        ("Registered with the Board of Kiln Fitters (BKF)", "BKF licence, current", "met"),
        ("Registered with the Board of Kiln Fitters (BKF)", "BGF licence, current", "missing"),
    ],
)
def test_who_registers_and_where_a_licence_holds(analyzer, asked, held, status):
    job = f"Helper\n\nRequirements\n- {asked}\n- Fitting boilers\n- Reading drawings\n".encode()
    resume = RESUME.format(more="").replace("Experience\n", f"Licences\n- {held}\n\nExperience\n", 1).encode()
    report = analyzer.analyze(resume, job=job, as_of="2026-11-21")
    row = next(row for row in report.requirements if row.kind == "certification")
    assert row.status == status, (row.title, row.reasons)


@pytest.mark.parametrize(
    ("held", "status"),
    [
        ("Kiln safety certificate, March 2025", "met"),
        ("Kiln safety certificate, March 2020", "missing"),
        ("Kiln safety certificate, 2023", "met"),  # may be of December
        ("Kiln safety certificate", "met"),
    ],
)
def test_a_certificate_older_than_asked_for_has_run_out(analyzer, held, status):
    asked = "Kiln safety certificate less than three years old"
    job = f"Helper\n\nRequirements\n- {asked}\n- Fitting boilers\n- Reading drawings\n".encode()
    resume = RESUME.format(more="").replace("Experience\n", f"Certificates\n- {held}\n\nExperience\n", 1)
    report = analyzer.analyze(resume.encode(), job=job, as_of="2026-11-21")
    (row,) = [row for row in report.requirements if row.kind == "certification"]
    assert row.status == status, row.reasons
    assert ("longer ago" in row.summary) == (status == "missing")


@pytest.mark.parametrize(
    ("title", "held", "status"),
    [
        ("Occupational Therapist", "HCPC registered, PH00417", "met"),
        ("Staff Nurse", "NMC registered, 00A0417", "met"),
        ("Town Planner", "NMC registered, 00A0417", "missing"),
        ("Dental Nurse", "NMC registered, 00A0417", "missing"),
    ],
)
def test_the_relevant_body_is_that_of_the_jobs_trade(analyzer, title, held, status):
    job = f"{title}\n\nRequirements\n- Registered with the relevant professional body\n- Reading drawings\n".encode()
    resume = RESUME.format(more="").replace("Experience\n", f"Licences\n- {held}\n\nExperience\n", 1).encode()
    report = analyzer.analyze(resume, job=job, as_of="2026-11-21")
    row = next(row for row in report.requirements if row.kind == "certification")
    assert row.status == status, (row.title, row.reasons)


@pytest.mark.parametrize(
    ("asked", "held", "met"),
    [
        ("Active RN license", "Trauma nursing course, 2019", False),
        ("Active RN license", "Nurse escort training", False),
        ("Active RN license", "RN refresher course, 2024", False),
        ("Active RN license", "RN, refreshed 2024", True),
        ("Active RN license", "Nursing licence, Ohio", True),
        ("NMC registration", "NMC registration course", False),
        ("NMC registration", "NMC registered nurse; falls awareness training, 2024", True),
        ("First aid certificate", "First aid", True),
        ("First aid certificate", "First aid course, 2025", True),
        ("First aid certificate", "First aid awareness", False),
        ("First aid certificate", "Mental health first aid, 2025", False),
    ],
)
def test_a_course_is_no_licence_and_a_talk_no_certificate(analyzer, asked, held, met):
    job = f"Helper\n\nRequirements\n- {asked}\n- Fitting boilers\n- Reading drawings\n".encode()
    resume = RESUME.format(more="").replace("Experience\n", f"Licences\n- {held}\n\nExperience\n", 1).encode()
    report = analyzer.analyze(resume, job=job, as_of="2026-11-21")
    row = next(row for row in report.requirements if row.kind == "certification")
    assert (row.status == "met") is met, row.reasons


def test_a_licence_in_a_keyword_list_is_shown_and_not_believed(analyzer):
    names = (
        "drawings, soldering, boilers, drainage, gas fitting, welding, HVAC, plumbing, carpentry, masonry, Excel, SAP, "
        "AutoCAD, Revit, budgeting, scheduling"
    )
    text = f"""Oda Brenner
oda.brenner@example.com

Skills
LCSW, {names}

Experience

Cashier, Fig Street Market, Salem
January 2018 - October 2026
- Sold bread and flowers and opened the shop on Saturdays for eight years.
- Carried orders for parties to the cars of people who could not.
- Wrote the rota for four people, ordered the paper bags and learned the names of most of the customers.
- Answered the telephone, counted the till each evening and put the flowers that were left into the window.
"""
    job = b"Caseworker\n\nRequirements\n- Current LCSW licensure\n- Excel\n- Drawings\n"
    report = analyzer.analyze(text.encode(), job=job, as_of="2026-11-21")
    row = next(row for row in report.requirements if row.kind == "certification")
    assert (row.status, row.credit) == ("missing", 0.0)
    assert "only a name in a list" in " ".join(row.reasons)
    assert row.evidence[0].quote.startswith("LCSW")


def test_the_states_of_a_licence_are_said_by_the_requirement(analyzer):
    posting = b"Tinker\n\nRequirements\n- Current LCSW licensure in Oregon\n- Soldering\n- Excel\n"
    _, rows = analyzer.requirements([posting])
    (row,) = [row for row in rows if row.kind == "certification"]
    assert (row.regions, row.title) == (("oregon",), "Licensed Clinical Social Worker in Oregon")


@pytest.mark.parametrize(
    ("title", "asked", "held", "status"),
    [
        ("Ward Nurse", "Current RN registration", "AHPRA registration NMW0004170338", "met"),
        ("Enrolled Nurse", "Current RN registration", "AHPRA registration NMW0004170338", "missing"),
        ("Physiotherapist", "Registration with the Physiotherapy Board", "AHPRA registration, current", "met"),
        ("Pharmacist", "Registration with the Physiotherapy Board", "AHPRA registration, current", "missing"),
        (
            "Physiotherapist",
            "Registration with the Physiotherapy Board",
            "AHPRA registration PHA0004170338",
            "missing",
        ),
        ("Solicitor", "Qualified solicitor with a practising certificate", "Practising certificate, 2015 - present", "met"),
        ("Archivist", "Qualified solicitor with a practising certificate", "Practising certificate, 2015 - present", "missing"),
        ("Solicitor", "Qualified solicitor with a practising certificate", "Swimming certificate, 2015 - present", "missing"),
    ],
)  # fmt: skip
def test_a_registration_without_its_trade_is_of_that_of_the_persons_jobs(
    analyzer, title, asked, held, status
):
    job = f"Helper\n\nRequirements\n- {asked}\n- Fitting boilers\n- Reading drawings\n".encode()
    resume = RESUME.format(more=f"\nLicences\n\n{held}\n").replace("Plumber,", f"{title},").encode()
    report = analyzer.analyze(resume, job=job, as_of="2026-11-21")
    row = next(row for row in report.requirements if row.kind == "certification")
    assert row.status == status, row.reasons
