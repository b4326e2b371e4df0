"""Similar words: what is proposed, what never is, and that nothing outside the text moves the figure."""

from __future__ import annotations

from dataclasses import replace
from math import sqrt
from types import SimpleNamespace

import pytest

from gapcheck.matching import Assertion, Method, Passage, propose
from gapcheck.matching.similarity import terms
from gapcheck.matching.tfidf import TermWeights
from gapcheck.spans import Span
from gapcheck.taxonomy import Skill, Taxonomy
from gapcheck.text.word_forms import alike

from .conftest import lines, whole, words

LOOKALIKES = [
    (label.strip(), phrase.strip())
    for label, _, phrases in (line.partition(":") for line in lines("lookalikes.txt"))
    for phrase in phrases.split(";")
]
VARIANTS = [
    ("version control", "controlling of versions"),
    ("data visualization", "visualisation of data"),
    ("data visualization", "data visualizing"),
    ("model deployment", "deployment of models"),
    ("model deployment", "deployment of the model"),
    ("model optimization", "model optimising"),
    ("model optimization", "optimization of our models"),
    ("statistical analysis", "statistically analysed"),
    ("statistical analysis", "statistical analyses"),
    ("data cleaning", "cleaning of the data"),
    ("resource allocation", "resources allocated"),
    ("predictive modeling", "predictive models"),
    ("project management", "managing of projects"),
    ("systems integration", "integrating of systems"),
    ("systems integration", "system integrations"),
    ("cloud platforms", "cloud platform"),
    ("mathematical modeling", "mathematical models"),
]


def a_taxonomy():
    labels = dict.fromkeys([*(label for label, _ in LOOKALIKES), *(label for label, _ in VARIANTS)])
    skills = {
        label.replace(" ", "-"): Skill.model_validate({"id": label.replace(" ", "-"), "label": label})
        for label in labels
    }
    return Taxonomy("1", "", skills, vocabularies=words())


TAXONOMY = a_taxonomy()
POLICY = SimpleNamespace(similarity=SimpleNamespace(threshold=0.4, limit=3))


def proposed(text: str, label: str, **passage):
    wanted = [TAXONOMY.skills[label.replace(" ", "-")]]
    return propose(text, whole(text, **passage), wanted, TAXONOMY, POLICY)


@pytest.mark.parametrize(("label", "text"), VARIANTS)
def test_other_forms_of_the_words_are_proposed(label, text):
    found = proposed(text, label)
    exact = {label, label + "s", label.removesuffix("s")}
    assert found or text in exact, f"{label} <- {text}"
    for mention in found:
        assert mention.method is Method.SIMILARITY
        assert 0.4 <= mention.similarity <= 1
        assert mention.surface == mention.span.of(text)


@pytest.mark.parametrize(("label", "text"), LOOKALIKES)
def test_look_alikes_are_not(label, text):
    assert proposed(f"Worked with {text} every day", label) == ()


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("version control", "Controls the versions, ninety braille scores in all"),
        ("citation checking", "Check citations before print"),
        ("citation checking", "Ferry timetables: checked the citations"),
        ("guest observation", "Observing guests, from the gate"),
    ],
)
def test_a_verb_that_opens_a_clause_with_the_object_of_the_name_is_the_skill_in_other_words(label, text):
    assert [each.method for each in asked(text, label)] == [Method.PATTERN]


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("citation checking", "The clerks check citations"),  # somebody else
        ("citation checking", "Texts come to us with checked citations"),
        ("citation checking", "Check citation software"),  # of something else
        ("citation checking", "checking of citations"),  # a noun
        ("account management", "Management account"),
        ("inbound receiving", "Received inbound and outbound calls"),
        ("executive support", "Supporting the execution of a plan"),
        ("performance appraisal", "Performs appraisals of barns"),
        ("facility management", "Manage facility recycling bins"),
        ("management accounting", "Account management for a mill"),
        ("citation checking", "Never checked the citations"),
        ("time management", "Managed the times of the relay runners"),
        ("team building", "Built the teams' huts"),
        ("policy development", "Developed policies for the chess club"),
    ],
)
def test_no_other_order_or_subject_counts(label, text):
    assert Method.PATTERN not in {each.method for each in asked(text, label)}


def test_an_item_of_a_list_is_a_thing_and_no_deed():
    assert Method.PATTERN not in {
        each.method for each in asked("Managed services", "service management", listing=True)
    }


@pytest.mark.parametrize(("kind", "method"), [("soft_skill", Method.SIMILARITY), ("skill", Method.PATTERN)])
def test_a_soft_skill_is_no_single_deed(kind, method):
    found = asked("Check citations before print", "citation checking", kind=kind)
    assert [each.method for each in found] == [method]


def asked(text: str, label: str, *, kind: str = "skill", **passage):
    skill = Skill.model_validate({"id": "asked", "label": label, "kind": kind})
    return propose(text, whole(text, **passage), [skill], replace(TAXONOMY, skills={"asked": skill}), POLICY)


def test_the_share_of_false_proposals_is_known():
    """No error in n look-alikes: the upper end of Wilson's 95 % interval is below 5 %."""
    n, z = len(LOOKALIKES), 1.96
    wrong = sum(bool(proposed(text, label)) for label, text in LOOKALIKES)
    share = wrong / n
    upper = (share + z * z / (2 * n) + z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))) / (
        1 + z * z / n
    )
    assert n >= 150
    assert upper <= 0.05


def test_single_words_are_never_proposed():
    assert proposed("visualisations", "data visualization") == ()


@pytest.mark.parametrize(
    "text",
    [
        "No deployment of models",
        "I hope to learn the deployment of models",
        "The vendor handles deployment of models",
    ],
)
def test_what_is_denied_or_deferred_is_not_proposed(text):
    assert proposed(text, "model deployment") == ()


def test_sections_that_prove_nothing_propose_nothing():
    assert proposed("deployment of models", "model deployment", assertion=Assertion.ASPIRED) == ()


def test_at_most_so_many_and_the_closest_first():
    text = "deployment of models. deployment of the models. deployment of many models. models of deployment"
    assert len(proposed(text, "model deployment")) <= POLICY.similarity.limit


def test_other_text_does_not_move_a_cosine():
    text = "deployment of models"
    longer = text + "\nZephyr quill of unheard quorums"
    passages = [Passage(Span(0, len(text))), Passage(Span(len(text) + 1, len(longer)))]
    wanted = [TAXONOMY.skills["model-deployment"]]
    assert propose(longer, passages, wanted, TAXONOMY, POLICY) == proposed(text, "model deployment")


def test_unseen_words_count_in_the_norm():
    weights = TermWeights.of(
        [terms(name) for name in (("data", "structures"), ("statistics",), ("version", "control"))]
    )
    statistics = terms(("statistics",))
    assert weights.cosine(terms(("statistics", "clerk")), statistics) < 0.8
    assert weights.cosine(statistics, statistics) == pytest.approx(1.0)


def test_what_another_skill_forbids_is_not_proposed():
    skills = {
        "java-script": Skill.model_validate(
            {"id": "java-script", "label": "script programming", "never": ["film-script"]}
        ),
        "film-script": Skill.model_validate({"id": "film-script", "label": "scripts programme"}),
    }
    taxonomy = Taxonomy("1", "", skills, vocabularies=words())
    text = "programming of scripts"
    assert propose(text, whole(text), [skills["java-script"]], taxonomy, POLICY) == ()


@pytest.mark.parametrize(
    ("one", "other"), [("optimise", "optimization"), ("deploy", "deployment"), ("analysis", "analyses")]
)
def test_forms_of_a_word_are_alike(one, other):
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("contract", "control"),
        ("community", "communication"),
        ("project", "product"),
        ("internal", "international"),
    ],
)
def test_words_that_begin_alike_are_not(one, other):
    assert not alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("analysis", "analysts"),
        ("training", "trainers"),
        ("customer", "customs"),
        ("building", "buildings"),
        ("banking", "banks"),
        ("engineering", "engines"),
        ("policy", "police"),
        ("relations", "relatives"),
        ("therapy", "therapists"),
    ],
)
def test_who_does_it_and_what_is_dealt_with_are_not_the_thing_itself(one, other):
    assert not alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("driving", "drove"), ("building", "built"), ("modeling", "models"), ("policy", "policies")],
)
def test_irregular_forms_and_results_are(one, other):
    assert alike(one, other)


@pytest.mark.parametrize("text", ["statistical", "statistical clerk", "statistical analysis clerks office"])
def test_cover_is_needed_from_both_sides(text):
    assert proposed(text, "statistical analysis") == ()


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("project management", "Managed projects of two banks"),
        ("project management", "managing the projects of a harbour"),
        ("data visualization", "We visualised our data with care"),
        ("resource allocation", "Allocated resources to seven teams"),
    ],
)
def test_a_verb_and_its_object_are_proposed(label, text):
    assert proposed(text, label)


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("project management", "a managed project"),
        ("project management", "Managed project offices"),
        ("project management", "management of project offices"),
        ("data visualization", "visualisation and data"),
        ("data visualization", "visualised in the data room"),
        ("data visualization", "visualisation with data"),
    ],
)
def test_other_words_between_or_after_are_not(label, text):
    assert proposed(text, label) == ()
