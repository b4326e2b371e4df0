"""The learned reader of statements: what it corrects, what it leaves to the rules, and that it is what was trained."""

import json
import re
import subprocess
import sys
from importlib.metadata import version

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from gapcheck import read
from gapcheck.posting import parse
from gapcheck.posting.statement_model import (
    FEATURES,
    LearnedStatements,
    StatementModel,
    sentences_of,
    shipped_model,
    terms_of,
)
from gapcheck.posting.statement_rules import StatementRules
from gapcheck.taxonomy import Necessity
from tests.places import ROOT, SHARED, shipped_analyzer, shipped_taxonomy

POSTING = """Site Supervisor

Havenbrook Groundworks lays drains for small towns.

What the week looks like
- You plan the gangs' week with the contracts manager
- You order pipe and stone

Who you are
- Several years of running drainage gangs
- A confident reader of drawings

{}
"""


def decisions(text, reader=None):
    taxonomy = shipped_taxonomy()
    seen = {}

    def recorded(clauses):
        made = (reader or LearnedStatements(taxonomy))(clauses)
        seen.update(zip((clause.text for clause in clauses), made, strict=True))
        return made

    parse(read(text.encode(), name="posting.txt"), taxonomy, shipped_analyzer().matcher, recorded)
    return seen


def test_a_demand_that_the_rules_pass_over_is_found_and_says_why():
    text = "Proven experience of reading construction drawings and a good knowledge of street works law."
    alone = decisions(POSTING.format(text), StatementRules(shipped_taxonomy().necessity_cues))
    both = decisions(POSTING.format(text))
    found = [made for clause, made in both.items() if "drawings and" in clause or "street works" in clause]
    assert any(made.is_demand for made in found)
    assert sum(made.is_demand for made in both.values()) >= sum(made.is_demand for made in alone.values())
    assert all(made.cue and made.reason for made in found if made.reason == "model")


def test_what_a_posting_declines_stays_declined():
    made = decisions(POSTING.format("A degree is not required."))
    assert not any(each.is_demand for clause, each in made.items() if "degree" in clause)


def test_duties_stay_duties():
    made = decisions(POSTING.format(""))
    assert not any(
        each.is_demand for clause, each in made.items() if "order pipe" in clause or "plan the" in clause
    )


def test_the_kind_of_the_section_sets_the_necessity_of_what_is_added():
    text = POSTING.format("Nice to have\n\nStreet works supervisor card\nKnowledge of confined spaces")
    added = [each for clause, each in decisions(text).items() if "confined" in clause and each.is_demand]
    assert added
    assert {each.necessity for each in added} == {Necessity.PREFERRED}


def test_words_are_weighed_as_the_library_weighs_them():
    model = shipped_model()
    text = "Good knowledge of building law, 3 years of site work; site work and law."
    vectorizer = TfidfVectorizer(analyzer=terms_of, vocabulary=sorted(model.terms), sublinear_tf=True)
    vectorizer.fit([text])
    vectorizer.idf_ = np.array([model.terms[term][0] for term in sorted(model.terms)])
    row = vectorizer.transform([text]).toarray()[0]
    wanted = sum(value * model.terms[term][1] for term, value in zip(sorted(model.terms), row, strict=True))
    assert sum(weight for _, weight in model.weighed(text)) == pytest.approx(wanted)


def test_the_shipped_model_names_every_feature_and_is_small():
    model = shipped_model()
    assert set(model.weights) == set(FEATURES)
    path = ROOT / "src" / "gapcheck" / "posting" / "statement_model.json"
    assert path.stat().st_size < 1_000_000
    assert re.fullmatch(r"[0-9a-f]{64}", model.sha256)


def test_a_model_without_an_opinion_leaves_everything_to_the_rules():
    neutral = StatementModel({}, 0.0, dict.fromkeys(FEATURES, 0.0), 0.0, "0" * 64)
    taxonomy = shipped_taxonomy()
    text = POSTING.format("SQL is required. We use Kafka.")
    assert decisions(text, LearnedStatements(taxonomy, neutral)) == decisions(
        text, StatementRules(taxonomy.necessity_cues)
    )


def test_clauses_of_a_sentence_are_judged_together():
    taxonomy = shipped_taxonomy()
    rules = StatementRules(taxonomy.necessity_cues)

    def checked(clauses):
        made = rules(clauses)
        assert [c for each in sentences_of(clauses, made) for c in each.clauses] == list(clauses)
        return made

    decisions(POSTING.format("You know SQL, and Python is a plus."), checked)


def test_a_report_names_the_model_that_read_its_posting():
    resume = b"Ada Byrne\n\nSkills\nSQL\n\nExperience\nAnalyst, Example Mills, 2020 - 2024\n- Wrote SQL\n"
    analyzer = shipped_analyzer()
    posting = analyzer.analyze(resume, job_text="Analyst\n\nRequirements\n- SQL\n", as_of="2026-11-21")
    assert json.loads(posting.to_json())["models"] == {"statements": shipped_model().sha256}
    role = analyzer.analyze(resume, as_of="2026-11-21")
    assert "models" not in json.loads(role.to_json())


def test_training_gives_the_shipped_model(tmp_path):
    public = SHARED / "corpus" / "statements" / "statements.tsv.gz"
    if not public.exists():
        pytest.skip("the public statements are not here (GAPCHECK_SHARED)")
    shipped = json.loads((ROOT / "src" / "gapcheck" / "posting" / "statement_model.json").read_bytes())
    if any(version(name) != number for name, number in shipped["trained_with"].items()):
        pytest.skip(f"trained with other versions: {shipped['trained_with']}")
    script = ROOT / "benchmarks" / "statements" / "train.py"
    made = tmp_path / "model.json"
    subprocess.run([sys.executable, str(script), str(public), "--output", str(made)], check=True)
    trained = json.loads(made.read_bytes())
    # the bytes are the same on one machine; another processor may round the last places otherwise
    assert [term for term, _, _ in trained["terms"]] == [term for term, _, _ in shipped["terms"]]
    for one, other in zip(trained["terms"], shipped["terms"], strict=True):
        assert one[1:] == pytest.approx(other[1:], abs=0.01)
    assert trained["weights"] == pytest.approx(shipped["weights"], abs=0.01)
    assert trained["trained_on"] == shipped["trained_on"]
