"""What a job document asks for in words of its own is found in other forms and orders, and not in other things."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gapcheck.config import load_policy
from gapcheck.matching.asked_names import AskedNames
from gapcheck.matching.mentions import Genre, Method
from gapcheck.matching.own_words import OwnWords
from gapcheck.matching.own_words_in_part import propose_in_part
from gapcheck.taxonomy.enums import Kind, Necessity
from gapcheck.taxonomy.language.matching_words import FieldOfWork, PatternWords
from gapcheck.taxonomy.model import Requirement, Skill
from gapcheck.text.tokens import tokenize

from .conftest import whole

FIELDS = {
    "pattern_words": PatternWords(fields=(FieldOfWork(categories=("machine-learning",), signs=("data",)),))
}
SAID = [
    ("payroll reconciliation", "Reconciled the payroll of two hundred drivers"),
    ("management of contracts", "contract management for four quarries"),
    ("demand forecasting", "Forecast demand for cut flowers"),
    ("moulding of tiles", "Molded roof tiles by hand"),
    ("paediatric audiology", "Pediatric audiology twice a week"),
    ("boiler maintenance", "Maintained two oil-fired boilers"),
    ("heavy limb rigging", "Heavy limbs rigged and lowered"),
    ("Integrated pest management", "IPM with traps"),
    ("Ticket CX41 rope access", "Ticket CX41, 2021"),
    ("balance checks", "Check the balances each morning"),
    ("registration with the General Timber Council", "GTC registration no. 999"),
    ("embalming", "Embalmed some ninety people a year"),
    ("shoeing of horses, mules or oxen", "Shod mules; the shoeing of oxen, too"),
    ("tower or chimney climbing", "Climbed chimneys in all weathers"),
    ("gilding and varnishing frames", "Varnished frames for two museums"),
    ("coaching rowers, divers or skaters", "Coached skaters at county level"),
]
UNSAID = [
    ("shoeing of horses, mules and oxen", "Shod mules"),  # all of them are asked for
    ("coaching rowers, divers and skaters", "Coached skaters at county level"),
    ("tower and chimney climbing", "Climbed chimneys in all weathers"),
    ("contract management", "A management contract for the pool"),
    ("action voicing", "Regulated actions and voiced hammers"),
    ("canning", "Sold cans and bottles"),
    ("planning", "Plans hang on the wall"),
    ("payroll reconciliation", "Payroll for two hundred drivers. Reconciled stock"),
    ("press operator", "Operated from the press room"),
    ("Integrated pest management", "The ipm file"),
    ("shoeing of horses, mules or oxen", "Fed horses, mules and oxen"),
    ("tower and chimney climbing", "Towers and chimneys drawn from life"),
    ("rope splicing and net making", "Made ropes"),
]


@pytest.mark.parametrize(
    ("term", "text", "found"), [*((*e, True) for e in SAID), *((*e, False) for e in UNSAID)]
)
def test_words_of_a_posting(taxonomy, term, text, found):
    finder = OwnWords([Skill(id="term", label=term)], taxonomy)
    assert bool(finder.find(tokenize(text))) is found


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("perform bell tower surveys", "Bell tower surveys each spring", True),
        ("care of saddle blankets and bridles", "Saddle blankets and bridles: wash, mend, grease", True),
        ("perform surveys", "Surveys on the shelf", False),
        ("sell bell tower surveys", "Bell tower surveys each spring", False),
    ],
)
def test_what_is_behind_a_light_opening_does_for_the_whole(taxonomy, term, text, found):
    words = PatternWords(light_openings=("perform", "care of"))
    known = replace(taxonomy, vocabularies={**taxonomy.vocabularies, "pattern_words": words})
    assert bool(OwnWords([Skill(id="term", label=term)], known).find(tokenize(text))) is found


@pytest.mark.parametrize(
    ("row", "skill", "text", "found"),
    [
        ("Control of costs", "cost-control", "Controlled the costs of two kitchens", True),
        ("Machine learning", "machine-learning", "Learned to run the machines of a mill", False),
    ],
)
def test_the_words_of_a_row_name_its_skill(taxonomy, row, skill, text, found):
    known = {
        **taxonomy.skills,
        "cost-control": Skill(
            id="cost-control", label="budget oversight", kind=Kind.SKILL, category="business"
        ),
    }
    wider = replace(taxonomy, skills=known, vocabularies={**taxonomy.vocabularies, **FIELDS})
    asked = Requirement(id="row", title=row, kind=Kind.SKILL, necessity=Necessity.REQUIRED, skills=(skill,))
    _, matcher = AskedNames(wider).widened((), [asked])
    mentions = matcher.find(text, whole(text), genre=Genre.RESUME).mentions if matcher else ()
    assert (skill in {each.skill for each in mentions}) is found


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("Kept the ledger of quarterly excise duty for the distillery", True),
        ("Paid the duty officer quarterly", False),
        ("Have never handled quarterly excise duty", False),
    ],
)
def test_most_of_a_terms_words_make_it_possible(taxonomy, text, possible):
    term = Skill(id="term", label="filing of quarterly excise duty")
    found = propose_in_part(text, whole(text), [term], taxonomy, load_policy())
    assert bool(found) is possible
    assert all(each.method is Method.SIMILARITY and each.similarity < 1 for each in found)
