"""What a row is called, and which names in a demand are none."""

import pytest

from tests.places import shipped_analyzer


def _rows(item):
    job = f"Site Clerk\n\nRequirements\n- {item}\n".encode()
    return {row.title for row in shipped_analyzer().understand([job], names=["a.txt"]).merged}


@pytest.mark.parametrize(
    ("item", "titles"),
    [
        ("Persistence layers such as Hibernate or JPA", {"Hibernate, JPA or Persistence layers"}),  # no trait
        ("Follow oral and written instructions", {"Following instructions"}),  # no writing is asked for
        ("Knowledge of localization (l10n)", {"Localization"}),  # the same name, with its letters counted
        ("Ability to drive change through spreadsheets", {"Spreadsheets"}),  # a verb
        ("Make data-driven plans", {"Make data-driven plans"}),  # half of a compound is no trait
        ("Analytical test equipment", {"Analytical test equipment"}),  # of which kind a thing is
        ("Retain instructions", {"Retain instructions"}),  # no instruction of others
        (
            "Bachelor's degree and five years of experience",
            {"Bachelor's degree", "5 years of experience in the role"},  # and none in the degree
        ),
        (
            "Bachelor's degree in geology and two years of experience in dredging",
            {"Bachelor's degree in geology", "2 years of experience with dredging"},
        ),
        (
            "A degree in geology or three years of quarry work",
            {"Bachelor's degree in geology, or 3 years of experience with quarry work"},  # either meets it
        ),
        ("Highly driven", {"Drive"}),  # what somebody is like goes by the label
        ("Growth mindset", {"Growth mindset"}),  # unless a noun says more
        (
            "Working closely with painters and marketing teams",
            {"Collaboration"},
        ),  # the trade of other people
        ("Recruitment up to board level", {"Recruitment"}),  # how far is no part of the name
        ("You know QUARRYLOG well enough to teach it", {"QUARRYLOG"}),
        ("Has dealt with lock keepers", {"Dealt with lock keepers"}),
        ("Work closely with stakeholders", {"Work closely with stakeholders"}),  # shown, and not named
        (
            "Experience with moss/lichen surveys",
            {"Lichen surveys or moss surveys"},
        ),  # a shared head
        (
            "Practical experience with routing and switching, including odd protocols",
            {"Routing and switching such as odd protocols"},  # what is not known takes nothing known away
        ),
        (
            "Google tools (Docs, Sheets)",
            {"Google Docs or Google Sheets"},
        ),  # in full, by the name of whose they are
        (
            "Spring extensions such as Batch and Data",
            {"Spring such as Spring Batch or Spring Data"},
        ),
        (
            "Quarry records such as Data and Batch",
            {"Batch, Data or Quarry records"},
        ),  # of no maker
        (
            "Excel functions (VLOOKUP, Pivot Tables)",
            {"Excel such as VLOOKUP or pivot tables"},
        ),  # each known so
        ("Oracle systems (Java, SAP)", {"Java or SAP", "Oracle Database"}),  # the maker is a name itself
        ("Direct sales", {"Direct sales"}),  # "direct" says which
        ("District nursing", {"District nursing"}),
        (
            "Bachelor's degree or five years of experience in payroll",
            {"Bachelor's degree, or 5 years of experience with payroll"},
        ),
        (
            "Bachelor's degree or three years of experience",
            {"Bachelor's degree, or 3 years of experience in the role"},
        ),
        ("Two years of barge registration experience", {"2 years of experience with barge registration"}),
        ("Knowledge of permit processes for barges", {"Permit processes for barges"}),  # nobody holds them
        ("A current professional kiln license", {"Professional kiln license"}),
        ("Current harbour pilot registration", {"Harbour pilot registration"}),
        ("At least four years of overall professional experience", {"4 years of work experience"}),
        ("Regex for text mining (splitting, joining)", {"Regex", "Text mining such as joining or splitting"}),
    ],
)
def test_rows_of_an_item(item, titles):
    assert _rows(item) == titles


@pytest.mark.parametrize(
    ("item", "titles"),
    [
        ("CNA or RN", {"Registered Nurse (licence) or CNA"}),  # what the catalogue lacks stays in the choice
        ("Category C+E and ADR", {"ADR", "Category C+E Driving Licence"}),  # all of them: a row each
        ("RN with BLS", {"Basic Life Support (BLS)", "Registered Nurse (licence)"}),
    ],
)
def test_certificates_of_an_item(item, titles):
    assert _rows(item) == titles


@pytest.mark.parametrize(
    ("item", "titles"),
    [
        ("Knowledge of quarry and land use", {"Quarry and land use"}),  # a lone word keeps its noun
        ("Excel and statistical skills", {"Excel", "Statistical skills"}),
        (
            "Three years in ferry or investigative work",
            {"3 years of experience with ferry or investigative work"},
        ),
        (
            "Knowledge of the laws and bylaws related to the ringing of swans",
            {"Laws and bylaws related to the ringing of swans"},  # one phrase, cut nowhere
        ),
        ("Experience with barge ropes and gear", {"Barge ropes and gear"}),
        (
            "Experience with operations that include the feeding, weighing, and tagging of swans",
            {"Operations that include the feeding, weighing, and tagging of swans"},
        ),
        (
            "Knowledge of ferreting, or of the gentle combing of small goats out of season",
            {
                "Ferreting, or of the gentle combing of small goats out of season"
            },  # too long for a name, and yet not lost
        ),
        (
            "Experience planning, recording and mending swan pens",
            {"Planning, recording and mending swan pens"},  # verbs with one object
        ),
        (
            "Falconry, hedge laying and ferret keeping",
            {"Falconry", "Ferret keeping", "Hedge laying"},
        ),  # names
        ("Experience with waders, nets and traps", {"Waders", "Nets", "Traps"}),
        ("However, the ability to keep a QUARRYLOG is required", {"Keep a QUARRYLOG"}),
        (
            "Candidates will have previous experience supporting a large heronry",
            {"Experience with supporting a large heronry"},  # the frame is no part of the name
        ),
        ("Knowledge of [Foobar tools](https://foobar.example/a)", {"Foobar"}),  # nor is the target of a link
    ],
)
def test_a_name_is_no_half_of_a_phrase(item, titles):
    assert _rows(item) == titles


def test_certificates_that_all_are_asked_for_are_a_row_each_with_its_own_topic():
    job = b"Nurse\n\nRequirements\n- Certifications in BLS, ACLS, PALS, and TNCC\n"
    rows = shipped_analyzer().understand([job], names=["a.txt"]).merged
    assert [(row.certifications, len(row.skills)) for row in rows] == [
        (("aha-acls",), 1),
        (("aha-bls",), 1),
        (("aha-pals",), 1),
        (("tncc",), 1),
    ]


@pytest.mark.parametrize(
    ("item", "titles"),
    [
        (
            "CPC, ADR and XYZB licences",
            {"CPC, ADR and XYZB licences"},
        ),  # no certificate is lost beside known ones
        ("BLS or ACLS", {"Advanced Cardiovascular Life Support (ACLS) or Basic Life Support (BLS)"}),
    ],
)
def test_certificates_of_a_choice_or_beside_unknown_ones_are_one_row(item, titles):
    assert _rows(item) == titles


@pytest.mark.parametrize(
    ("item", "titles"),
    [
        # adjectives with the noun of the last: what is known by it, and work of a kind
        (
            "Excellent organizational, time-management and negotiation skills",
            {"Negotiation", "Organization skills", "Time management"},
        ),
        ("Clerical, reception or other administrative work", {"Clerical work or reception"}),
        (
            "Hydraulic and pneumatic knowledge",
            {"Hydraulic and pneumatic knowledge"},
        ),  # knowledge is no kind of a thing
        # what is shortened behind is one name
        (
            "Knowledge of Parks, Ponds and Waterways (PPW) rules",
            {"Parks, Ponds, and Waterways", "Parks, Ponds and Waterways"},
        ),
        ("Knowledge of parks, ponds and weirs (PDF)", {"Parks", "Ponds", "Weirs"}),
        # a reference to another place is no name
        (
            "Two years of experience in lock keeping as described in \u201c1\u201d above",
            {"2 years of experience with lock keeping"},
        ),
        (
            "Experience of lock keeping listed in 2 journals",
            {"Experience with lock keeping listed in 2 journals"},
        ),
        # a filler right before a known name qualifies it
        (
            "Experience with software sales and account management",
            {"Experience with software sales and account management"},
        ),
        ("Strong software sales experience", {"Software sales experience"}),
        ("Livestream teaching experience", {"Livestream teaching experience"}),
        # a comma within a number joins nothing
        ("tide tables: you can turn 2,000 pages of readings into six", {"Tide tables"}),
    ],
)
def test_a_name_keeps_its_words(item, titles):
    assert _rows(item) <= titles


@pytest.mark.parametrize(
    "item",
    [
        "Foosball skills are a plus!",
        "Table tennis/karaoke skills are a bonus",
        "Bonus points for board games",
    ],
)
def test_what_is_wished_for_in_jest_is_no_demand(item):
    assert _rows(item) == set()


@pytest.mark.parametrize(
    "item",
    [
        "Table tennis coaching certificate",
        "Experience of table tennis coaching is a plus",
        "Foosball",
        "SQL and foosball are a plus",
    ],
)
def test_what_is_asked_for_in_earnest_is_one(item):
    assert _rows(item)


def test_what_an_act_makes_the_posting_say_is_no_demand():
    said = "In accordance with the Americans with Disabilities Act (ADA), the description must focus on what is required."
    assert _rows(said) == set()
    assert _rows("Knowledge of the Americans with Disabilities Act") == {"Americans with Disabilities Act"}


@pytest.mark.parametrize(
    ("item", "titles"),
    [
        ("Lesson planning, see www.example.org/guide", {"Lesson planning"}),
        ("<https://forms.example.ca/dataset/funding-guide.pdf>", set()),
        ("https://example.com/apply", set()),
        ("hello@example.com", set()),
        ("Experience with Booking.com", {"Booking.com"}),  # a brand, no address
        ("Experience with Node.js", {"Node.js"}),
    ],
)
def test_an_address_is_no_part_of_what_is_asked_for(item, titles) -> None:
    job = f"Site Clerk\n\nRequirements\n- {item}\n- First aid at work\n".encode()
    merged = shipped_analyzer().understand([job], names=["a.txt"]).merged
    assert {row.title for row in merged if "irst" not in row.title} == titles
