"""A subject, a denial or a refusal that comes behind the name or around it; each with the same work done by the person."""

from __future__ import annotations

import pytest

from gapcheck.matching import Assertion, Genre

from .conftest import whole

OTHERS = [
    "{} for the depot was not my task",
    "{} for the depot wasn't my job",
    "{} - outsourced to Brill & Sons",
    "{} (outsourced)",
    "{} stays with head office",
    "Assisted the surveyor, who wrote all {} records",
    "Carried samples for the chemist who keeps the {} records",
    "Passed the slips to accounts, who reconcile {} records",
    "Dorman Freight is a regional leader in {} training",
    "The firm is one of the largest suppliers of {} courses",
    "Booked rooms for consultants specialising in {}",
    "Reporting to the head of {}",
    "The company makes pumps and sells {} courses",
]
ABSENT = [
    "Declined to use {}",
    "Refused to adopt {}",
    "Preferred pencil to {}",
    "Proposed {}, which was never bought",
    "{} (0 years)",
    "{}: no years",
]
OWN = [
    "{} for the depot was my task",
    "{} for the depot was not only my task, I taught it",
    "{} - brought back from an outside firm",
    "Assisted the surveyor and wrote all {} records",
    "Carried samples for the chemist and kept the {} records",
    "I was the chemist who kept the {} records",
    "Hired as the surveyor who writes the {} records",
    "Passed the slips to accounts and reconciled {} records",
    "Team leader in {} training",
    "Consultant specialising in {}",
    "Reporting to the head of finance, kept {} records",
    "Finance reconciles the {} records that I wrote",
    "Preferred to use {}",
    "Preferred {} to pencil",
    "Declined overtime and learnt nothing less than {}",
    "Proposed {}, which was bought",
    "{} (10 years)",
]


def said(matcher, sentence: str) -> set[Assertion]:
    text = sentence.format("Tableau")
    found = matcher.find(text, whole(text), genre=Genre.RESUME)
    return {each.assertion for each in found.mentions if each.skill == "tableau"}


@pytest.mark.parametrize("sentence", OTHERS)
def test_whoever_else_it_belongs_to_is_said_behind_the_name_or_around_it(matcher, sentence):
    assert said(matcher, sentence) == {Assertion.OTHER}


@pytest.mark.parametrize("sentence", ABSENT)
def test_what_was_refused_or_set_aside_is_not_claimed(matcher, sentence):
    assert said(matcher, sentence) == {Assertion.ABSENT}


@pytest.mark.parametrize("sentence", OWN)
def test_the_same_words_about_the_person_claim_it(matcher, sentence):
    assert said(matcher, sentence) == {Assertion.PRESENT}


def test_what_i_made_is_mine_and_the_rest_of_the_sentence_is_not(matcher):
    text = "Finance keeps all Docker machines and runs the Tableau reports that I wrote"
    found = {
        each.skill: each.assertion for each in matcher.find(text, whole(text), genre=Genre.RESUME).mentions
    }

    assert (found["tableau"], found["docker"]) == (Assertion.PRESENT, Assertion.OTHER)
