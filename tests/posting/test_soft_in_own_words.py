"""What somebody is like is asked for in an interview, whatever words a posting has for it; and notes that are bare lists."""

import pytest


@pytest.mark.parametrize(
    "line",
    [
        "Candidates must be honest.",
        "Be kind",
        "Must be tidy",
        "Loyal and honest",
        "Deal tactfully with others",
    ],
)
def test_how_somebody_is_makes_a_soft_row(asked, line):
    rows = asked(line)
    assert rows
    assert {row.kind for row in rows} == {"soft_skill"}


@pytest.mark.parametrize(
    "line",
    ["Be a licensed glazier", "Honest repair of kilns", "Kiln repair", "Share kilns with other potters"],
)
def test_what_somebody_does_or_holds_makes_none(asked, line):
    rows = asked(line)
    assert rows
    assert "soft_skill" not in {row.kind for row in rows}


def test_a_note_that_is_only_a_list_asks_for_its_lines(posting):
    job = posting("Forklift\nWrapping machine\nStock counts\nSAP\nEnglish\n")
    assert len(job.statements) == 5
    assert {row.necessity for row in job.statements} == {"required"}


@pytest.mark.parametrize(
    "text",
    [
        "Forklift driver\n\nLeeds\nFull time\n30,000 a year\n",
        "Forklift\nSAP\nThis is what we sell, and nothing else.\nEnglish\n",
        "Harbour Trust\nOld Dock\nBristol\nSAP\nCanteen\nCar park\nTram 7\n",
    ],
)
def test_the_head_of_a_posting_and_sentences_are_no_such_list(posting, text):
    assert not posting(text).statements
