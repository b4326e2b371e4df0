"""Jobs above the first heading, and behind the end of a section that no heading ends."""

import pytest

from gapcheck.outline.model import SectionKind
from gapcheck.resume.model import EntryKind

from .conftest import resume_of


def jobs(text, name="resume.txt"):
    return [
        (e.title, e.employer, str(e.period.start))
        for e in resume_of(text, name=name).entries
        if e.kind is EntryKind.JOB
    ]


def test_the_name_above_a_first_job_is_not_its_employer():
    text = """# Pia Sample

Bell founder | Troyes

### Bell Founder
**Tower & Daughters (40 staff)**, Troyes, *March 2021 to present*

- Cast eleven bells for village churches and tuned them on the lathe
- Wrote the quotes, and stood by at each of the hoistings

### Moulder
**Clay & Core**, Reims, *June 2016 to February 2021*

- Built moulds from loam and hair
"""
    assert jobs(text, "resume.md") == [
        ("Bell Founder", "Tower & Daughters (40 staff)", "2021-03"),
        ("Moulder", "Clay & Core", "2016-06"),
    ]


def test_a_break_that_is_headed_like_a_hobby_does_not_swallow_the_jobs_below_it():
    text = """# Pia Sample

## Experience

### Bell Founder
**Tower & Daughters**, Troyes, *March 2021 to present*

- Cast eleven bells for village churches

### Away from work
*May 2020 to February 2021*
At home with a newborn.

### Carpenter
**Beam & Sons**, Reims, *June 2016 to April 2020*

- Belfries in oak
"""
    assert ("Carpenter", "Beam & Sons", "2016-06") in jobs(text, "resume.md")


DATED = """# Pia Sample

## EDUCATION

University of Troyes

BA Music, 2013

## May 2019-Current: Campanology Account Executive (Tower & Daughters, Inc.)

- Sold peals to nine dioceses

## June 2014 to April 2019: Carpenter (Beam & Sons, Inc.)

- Belfries in oak
"""


def test_headings_that_are_heads_of_jobs_end_the_section_above():
    resume = resume_of(DATED, name="resume.md")
    assert [(each.title, each.employer) for each in resume.entries] == [
        ("Campanology Account Executive", "Tower & Daughters, Inc."),
        ("Carpenter", "Beam & Sons, Inc."),
    ]
    education = next(each for each in resume.sections if each.kind is SectionKind.EDUCATION)
    assert education.body.end <= resume.entries[0].span.start


def test_a_post_deeper_than_the_heading_of_its_section_stays_in_it():
    text = DATED.replace("## May", "### May").replace("## June", "### June")
    assert jobs(text, "resume.md") == []


AWARDS = """Pia Sample

EXPERIENCE

Tower & Daughters                               2019 - present
Bell Founder
- Cast eleven bells for village churches
Awards
- Golden clapper for the best tuned peal

Beam & Sons                                     2012 - 2019
Carpenter
- Belfries in oak
"""


def test_awards_inside_a_job_do_not_swallow_the_jobs_below_them():
    assert jobs(AWARDS) == [
        ("Bell Founder", "Tower & Daughters", "2019"),
        ("Carpenter", "Beam & Sons", "2012"),
    ]


@pytest.mark.parametrize("heading", ["Projects", "Memberships"])
def test_headings_below_projects_and_memberships_are_heads_of_these(heading):
    text = f"""# Pia Sample

## Experience

Bell Founder, Tower & Daughters, June 2016 - Present
- Cast eleven bells

## {heading}

## Lead Developer, Open Peal, 2019 - 2021
- A score for change ringing
"""
    assert jobs(text, "resume.md") == [("Bell Founder", "Tower & Daughters", "2016-06")]


def test_a_fellowship_among_awards_is_no_job():
    text = (
        AWARDS[: AWARDS.index("Beam & Sons")]
        + "Research Fellow, Elm Foundation         2017 - 2018\nGrant for a study\n"
    )
    assert len(jobs(text)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Guild of Ringers                                2012 - 2019\nSilver clapper of the region",
        "Prize, Guild, 2012 - 2019",
    ],
)
def test_what_is_awarded_over_years_is_no_job(line):
    text = AWARDS.replace("Beam & Sons                                     2012 - 2019\nCarpenter", line)
    assert len(jobs(text)) == 1


def test_an_employer_that_ends_like_a_verb_is_no_line_of_work():
    text = """EXPERIENCE

Towering (bells for towns)
Bell Founder, June 2020 - March 2023
- Cast eleven bells

Loftwing (belfries)
Carpenter, May 2016 - May 2020
- Belfries in oak
"""
    assert [employer for _, employer, _ in jobs(text)] == [
        "Towering (bells for towns)",
        "Loftwing (belfries)",
    ]
