"""Certificates in bullets of jobs, lists of skills and prose, each with its own state; and those that were never earned."""

from __future__ import annotations

import pytest

from .conftest import resume_of

TOP = "Rory Penhale\nrory@example.com\n\n"
JOB = "EXPERIENCE\n\nSecurity Engineer, Elm Mills Ltd\n2015 - 2022\n- {}\n"


def held(text):
    return [(c.name, c.issued, c.expires, c.status) for c in resume_of(TOP + text).certificates]


@pytest.mark.parametrize(
    "line",
    [
        "CISSP - failed",
        "CISSP: not passed",
        "CISSP (attempted in 2019, did not pass)",
        "CISSP, never completed",
        "Failed the CISSP twice",
    ],
)
@pytest.mark.parametrize("heading", ["CERTIFICATES", "SKILLS", "SUMMARY"])
def test_what_was_not_passed_is_not_held(heading, line):
    assert held(f"{heading}\n\n{line}\n") == []


@pytest.mark.parametrize(
    "line", ["CISSP, failed once, passed in 2025", "CISSP, issued 2025, never failed an audit"]
)
def test_what_was_passed_in_the_end_is(line):
    assert [(row[1], row[3]) for row in held(f"CERTIFICATES\n\n{line}\n")] == [("2025", "current")]


@pytest.mark.parametrize(
    "line",
    [
        "CISSP, 2025, never failed an audit",
        "CISSP, 2025, passed after a failed first attempt",
        "CISSP, 2025 (never passed the diploma)",
        "CISSP, 2025 - trained a team that had failed inspection",
        "Tinsmith Certificate, 2025, passed after a failed first attempt",
        "CISSP 2025, failed CISM",
    ],
)
def test_what_something_else_failed_in_says_nothing_of_a_certificate(line):
    assert [row[1] for row in held(f"CERTIFICATES\n\n{line}\n")] == ["2025"]


@pytest.mark.parametrize(
    "line", ["CISSP, failed in 2025", "CISSP 2025, failed twice", "Tinsmith Certificate, failed, 2025"]
)
def test_a_bare_date_beside_what_was_not_passed_earns_nothing(line):
    assert held(f"CERTIFICATES\n\n{line}\n") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Renewed my CISA in March 2026", ("CISA", "2026-03", "2029-03", "current")),
        ("Completed the NEBOSH General Certificate (May 2019)", ("NEBOSH General Certificate", "2019-05", None, "current")),
        ("Held a forklift licence (expired 2019)", ("forklift licence", None, "2019", "expired")),
    ],
)  # fmt: skip
def test_in_a_bullet_of_a_job_without_the_words_around_it(line, expected):
    assert held(JOB.format(line)) == [expected]


def test_each_item_of_a_list_of_skills_has_its_own_state():
    found = held("SKILLS\n\nNmap, CCNA (2025), OSCP - in progress, IPAF 3a 3b (exp. 2027), CSCS card\n")
    assert [row[1:] for row in found] == [
        ("2025", "2028", "current"),
        (None, None, "in_progress"),
        (None, "2027", "current"),
        (None, None, "unknown"),
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("I hold a valid CEH.", ["CEH"]),
        ("I passed the CEH in 2021.", ["CEH"]),
        ("I hold a CEH study group every week.", []),
        ("We have a CIA background.", []),
    ],
)
def test_letters_count_in_prose_behind_words_of_holding(line, names):
    assert [row[0] for row in held(f"SUMMARY\n\n{line}\n")] == names


def test_every_second_line_names_the_issuer_and_the_date():
    found = held(
        "CERTIFICATES\n\nForklift licence\nMidland Lift Trucks, expired 2019\n"
        "Rope rescue\nBrightside, expires 06/2027\nFirst Aid at Work\nLifeline Medics, valid until 2020\n"
    )
    assert [row[2:] for row in found] == [("2019", "expired"), ("2027-06", "current"), ("2020", "expired")]


def test_one_licence_and_its_issuer():
    assert [
        row[2:] for row in held("CERTIFICATES\n\nForklift licence\nMidland Lift Trucks, expired 2019\n")
    ] == [("2019", "expired")]


def test_lines_with_and_without_a_date_are_certificates_of_their_own():
    found = held(
        "CERTIFICATES\n\nForklift licence\nFirst Aid at Work, 2024\nRope rescue\nManual Handling, 2021\nKnots\n"
    )
    assert [row[1] for row in found] == [None, "2024", None, "2021", None]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "Level 2 Award in Food Safety, Elm Body, 2023. First aid at work until 2027. TSET Level 2 in Teas, 2020.",
            ["Level 2 Award in Food Safety", "First aid at work", "TSET Level 2 in Teas"],
        ),
        ("Level 2 Award in Food Safety, taught by me in 2023. TSET Level 2 in Teas, 2020.", []),
    ],
)
def test_beside_one_with_its_state_in_a_line_of_its_own_below_a_job(line, names):
    job = "Security Engineer, Elm Mills Ltd, 2015 - 2022\n- Watched the gates\n"
    assert [row[0] for row in held(f"{job}\n{line}\n")] == names
    assert "TSET Level 2 in Teas" not in [row[0] for row in held(f"{job}- {line}\n")]
