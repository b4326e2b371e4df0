"""What a job document asks for in words of its own is found in other forms and orders, and not in other things."""

from __future__ import annotations

import pytest

from gapcheck.matching.own_words import OwnWords
from gapcheck.taxonomy.model import Skill
from gapcheck.text.tokens import tokenize

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
    ("embalming", "Embalmed some ninety people a year"),
]
UNSAID = [
    ("contract management", "A management contract for the pool"),
    ("action voicing", "Regulated actions and voiced hammers"),
    ("canning", "Sold cans and bottles"),
    ("planning", "Plans hang on the wall"),
    ("payroll reconciliation", "Payroll for two hundred drivers. Reconciled stock"),
    ("press operator", "Operated from the press room"),
    ("Integrated pest management", "The ipm file"),
]


@pytest.mark.parametrize(
    ("term", "text", "found"), [*((*e, True) for e in SAID), *((*e, False) for e in UNSAID)]
)
def test_words_of_a_posting(taxonomy, term, text, found):
    finder = OwnWords([Skill(id="term", label=term)], taxonomy)
    assert bool(finder.find(tokenize(text))) is found
