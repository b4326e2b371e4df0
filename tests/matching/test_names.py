"""Which names are found where: case, variants, overlaps, context, shared heads, patterns."""

from __future__ import annotations

import pytest

from gapcheck.errors import TaxonomyError
from gapcheck.matching import Assertion, DiscardReason, Genre, Passage, PhraseSkillMatcher
from gapcheck.matching.skill_patterns import SkillPatterns
from gapcheck.matching.spelling_variants import cased_variants, variants
from gapcheck.spans import Span
from gapcheck.taxonomy import Taxonomy
from gapcheck.taxonomy.enums import NameMatch
from gapcheck.taxonomy.model import Skill
from gapcheck.text.patterns import compile_pattern
from gapcheck.text.tokens import tokenize

from .conftest import small_matcher, small_taxonomy, whole

FOUND = [
    ("Java/Rust/C#; Terraform|Linux, AWS(S3,EC2)", {"java", "rust", "c-sharp", "terraform", "linux", "aws", "s3", "ec2"}),
    ("•Python", {"python"}),
    ("Python3/Java8", {"python", "java"}),
    ("C#/.NET", {"c-sharp", "dot-net"}),
    ("C++17", {"c-plus-plus"}),
    ("ASP.NET services", {"asp-net"}),
    ("Node.js, NodeJS, node js", {"node-js"}),
    ("sci-kit", set()),
    ("scikit-learn", {"scikit-learn"}),
    ("scikit learn", {"scikit-learn"}),
    ("scikit-\nlearn", {"scikit-learn"}),
    ("a recom-\nmender for books", {"recommender-systems"}),
    ("machine\nlearning", {"machine-learning"}),
    ("machine-learning", {"machine-learning"}),
    ("MACHINE LEARNING", {"machine-learning"}),
    ("hyperparameter optimisation", {"hyperparameter-tuning"}),
    ("predictive modelling", {"predictive-modeling"}),
    ("data visualisations", {"data-visualization"}),
    ("a database system", {"database-systems"}),
    ("CI CD", {"ci-cd"}),
    ("CI/CD", {"ci-cd"}),
    ("Tensor Flow", {"tensorflow"}),
    ("a tensor flow of liquids", set()),
    ("built in TensorFlow Lite", {"tensorflow"}),
    ("JavaScript", {"javascript"}),
    ("js and other files", set()),
    ("backbone.js", set()),
    # overlaps
    ("regression testing of releases", {"regression-testing"}),
    ("Google Cloud Run", {"google-cloud", "cloud-run"}),
    ("SQL Server", {"sql", "sql-server"}),
    ("convolutional neural networks", {"convolutional-neural-networks", "neural-networks"}),
    # shared heads
    ("data manipulation and analysis", {"data-manipulation", "data-analysis"}),
    ("data cleaning, analysis and visualization", {"data-cleaning", "data-analysis", "data-visualization"}),
    ("verbal and written communication", {"verbal-communication", "written-communication"}),
    ("recurrent and convolutional neural networks", {"recurrent-neural-networks", "convolutional-neural-networks", "neural-networks"}),
    ("math and statistics skills", {"mathematics", "statistics"}),
    ("data cleaning and leadership", {"data-cleaning"}),
    # patterns
    ("Deployed the models to both harbours", {"model-deployment"}),
    ("Shipped, watched and retrained models", {"model-deployment", "model-training"}),
    ("Deployed services and trained models", {"model-training"}),
    ("Deployed services. Models were late", set()),
]  # fmt: skip

CONTEXT = [
    # the name is meant
    ("Statistical analysis in R", {"r"}),
    ("R, Python and SQL", {"r", "python", "sql"}),
    ("Python/R", {"python", "r"}),
    ("an R package for survival curves", {"r"}),
    ("wrote it in C.", {"c"}),
    ("wrote it in C. Then left", {"c"}),
    ("Firmware in C and C++", {"c", "c-plus-plus"}),
    ("C/C++", {"c", "c-plus-plus"}),
    ("Rewrote the valve controller in C for a brewery", {"c"}),
    ("Maintains a Go daemon that restarts Docker hosts", {"go", "docker"}),
    ("services in Go", {"go"}),
    ("golang", {"go"}),
    ("Simulations in Julia", {"julia"}),
    ("Python and Julia", {"python", "julia"}),
    ("a Flask form shipped as a Docker image", {"flask", "docker"}),
    ("built with Flask", {"flask"}),
    ("Excel workbooks", {"excel"}),
    ("numbers in pandas and NumPy", {"pandas", "numpy"}),
    ("Cleaned logs in pandas", {"pandas"}),
    ("jobs for Spark and Airflow", {"spark", "airflow"}),
    ("fraud classification with PyTorch", {"classification", "pytorch"}),
    ("a temporal transformer in PyTorch", {"transformers", "pytorch"}),
    ("Migrated the client from jQuery to React", {"react"}),
    ("CNN and RNN models with Keras", {"convolutional-neural-networks", "keras"}),
    # it is not
    ("moved from R&D to sales", set()),
    ("R & D tax credit", set()),
    ("raised a Series C in spring", set()),
    ("A/R ledgers and A/P runs", set()),
    ("Lindqvist, R. and Abara, C. (2019)", set()),
    ("Professor R. Lindqvist and C. Abara", set()),
    ("Vitamin C", set()),
    ("Plan C", set()),
    ("Woodwork (C, and proud of it)", set()),
    ("Woodwork (C)", set()),
    ("a ward with C. difficile cases", set()),
    ("driving licence of classes B and C", set()),
    ("German (C1)", set()),
    ("presented to C-level managers", set()),
    ("an R-squared of 0.8", set()),
    ("ready to go live", set()),
    ("go-to-market plan", set()),
    ("Go to market", set()),
    ("Co-author, with Julia Fenwick, of a Python package", {"python"}),
    ("Host, with Julia Amadi, of a radio hour", set()),
    ("Prof. Julia Osgood", set()),
    ("Nyman, Julia and Falk, T. (2018)", set()),
    ("My neighbour Julia keeps the accounts", set()),
    ("two red pandas at the reserve", set()),
    ("grid transformers under inspection", set()),
    ("a round-bottom flask", set()),
    ("Excel at many things", set()),
    ("excel in teamwork", set()),
    ("Spark interest in the subject", set()),
    ("wound classification", set()),
    ("ICD-10 classification codes", set()),
    ("draw up insulin (100 units/mL)", set()),
    ("a herd improved by AI (artificial insemination)", set()),
    ("Interviewed live on CNN", set()),
    ("CNN - Community Nursing Network", set()),
    ("Ruby Okafor, manager", set()),
    ("a python at the zoo", set()),
    ("reports to R.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [*FOUND, *CONTEXT])
def test_names(claimed, text, wanted):
    assert claimed(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Python, R, SQL", {"python", "r", "sql"}),
        ("R", {"r"}),
        ("C", {"c"}),
        ("R: tidyverse, ggplot2", {"r"}),
        ("python, excel, flask", {"python", "excel", "flask"}),
        ("Go 1.22", {"go"}),
        ("Python, Git, Excel, Opera PMS", {"python", "git", "excel"}),
        ("R&D", set()),
        ("A/R, A/P", set()),
        ("Wound classification and staging", set()),
        ("Series C", set()),
    ],
)
def test_a_list_of_skills_is_context_enough(claimed, text, wanted):
    assert claimed(text, listing=True) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("java docker go flask", {"java", "docker", "go", "flask"}),
        ("Docker Kubernetes Python R Go", {"docker", "kubernetes", "python", "r", "go"}),
        ("docker kubernetes backlog go", {"docker", "kubernetes", "go"}),
        ("we go with docker and python", {"docker", "python"}),
        ("go flask julia", set()),
        ("Python, java; let it go", {"python", "java"}),
    ],
)
def test_a_row_of_tags_is_context_enough(claimed, text, wanted):
    assert claimed(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ran docker kubernetes python", set()),
        ("RAN docker kubernetes python", {"ran"}),
        ("docker ran kubernetes python", {"ran"}),
        ("docker Ran kubernetes python", {"ran"}),
    ],
)
def test_a_capital_that_begins_a_row_of_tags_is_a_words(taxonomy, text, wanted):
    ran = Skill(id="ran", label="RAN", match=NameMatch.CASED)
    matcher = PhraseSkillMatcher(taxonomy.with_skills([ran]))
    found = matcher.find(text, [Passage(Span(0, len(text)))], genre=Genre.RESUME).mentions
    assert {each.skill for each in found} & {"ran"} == wanted


def test_a_labelled_list_is_a_list(claimed):
    assert claimed("Languages: R, Python, Go") == {"r", "python", "go"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Go: rewrote the ingest service", {"go"}),
        ("Flask – served the forms of forty branches", {"flask"}),
        ("Go-karts: serviced and tuned", set()),
        ("Go", set()),
        ("go: on to the next room", set()),
        ("Julia: trained as a cook", set()),
        ("R: left the room", set()),
        ("Left to go: forty branches", set()),
    ],
)
def test_the_label_of_a_bullet_is_context_enough(claimed, text, wanted):
    assert claimed(text) == wanted


def test_names_of_postings_count_there_only(claimed):
    assert claimed("a clear vision") == set()
    assert claimed("a clear vision", genre=Genre.POSTING) == {"strategic-planning"}


def test_names_of_titles_count_in_titles_only(claimed):
    assert claimed("Data Scientist") == set()
    assert claimed("Data Scientist", title=True) == {"data-science"}
    assert claimed("Senior Machine Learning Engineer", title=True) == {"machine-learning"}


def test_an_abbreviation_that_the_text_explains_otherwise_is_none_anywhere(matcher):
    text = "Models with CNN and Keras\nCNN (Community Nursing Network), 2017"
    passages = [whole(text[:25])[0], *whole(text)]
    found = matcher.find(text, passages, genre=Genre.RESUME)
    assert "convolutional-neural-networks" not in {each.skill for each in found.mentions}


def test_an_abbreviation_that_the_text_explains_as_the_skill_stays(claimed):
    assert "natural-language-processing" in claimed("NLP (natural language processing)")


@pytest.mark.parametrize(
    ("text", "skill", "reason"),
    [
        ("regression testing", "regression", DiscardReason.PART_OF_LONGER_NAME),
        ("Series C", "c", DiscardReason.LOOKALIKE),
        ("with Julia Marsh", "julia", DiscardReason.PERSON_NAME),
        ("Data scientists disagree; a data scientist", "data-science", DiscardReason.JOB_TITLE),
        ("units/mL", "machine-learning", DiscardReason.LOOKALIKE),
    ],
)
def test_what_is_dropped_has_a_reason(matcher, text, skill, reason):
    dropped = matcher.find(text, whole(text), genre=Genre.RESUME).discarded
    assert (skill, reason) in {(each.skill, each.reason) for each in dropped}


def test_masked_places_are_dropped_with_their_reason(matcher):
    text = "AWS Certified Developer, expired; AWS at work"
    found = matcher.find(
        text, whole(text), genre=Genre.RESUME, masked=[(Span(0, 23), DiscardReason.CERTIFICATE_TITLE)]
    )
    assert [each.span.start for each in found.mentions] == [34]
    assert DiscardReason.CERTIFICATE_TITLE in {each.reason for each in found.discarded}


@pytest.mark.parametrize(("text", "named"), [("Filing, Ms Loom", True), ("Filing, Ms Weaver", False)])
def test_a_title_before_a_name_may_be_part_of_what_is_named(text, named):
    rows = {
        id_: Skill(id=id_, label=label) for id_, label in {"ms-loom": "Ms Loom", "weaver": "weaver"}.items()
    }
    matcher = PhraseSkillMatcher(Taxonomy("test", "0" * 64, skills=rows))
    masked = [(Span(8, len(text)), DiscardReason.PERSON_NAME)]
    found = matcher.find(text, whole(text, listing=True), genre=Genre.RESUME, masked=masked)
    assert bool(found.mentions) is named


def test_silent_passages_prove_nothing(matcher):
    text = "Chess, Python, hiking"
    found = matcher.find(text, whole(text, silent=DiscardReason.SECTION), genre=Genre.RESUME)
    assert not found.mentions
    assert {each.reason for each in found.discarded} == {DiscardReason.SECTION}


def test_a_section_can_speak_for_all_below_it(matcher):
    text = "Python and no Java"
    found = matcher.find(text, whole(text, assertion=Assertion.ASPIRED), genre=Genre.RESUME)
    assert {each.skill: each.assertion for each in found.mentions} == {
        "python": Assertion.ASPIRED,
        "java": Assertion.ABSENT,
    }


def test_phrases_do_not_leave_their_passage(matcher):
    text = "machine\nlearning"
    found = matcher.find(text, [Passage(Span(0, 7)), Passage(Span(8, 16))], genre=Genre.RESUME)
    assert not found.mentions


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Node.js", "nodejs"),
        ("scikit-learn", "scikitlearn"),
        ("behavior-driven development", "behaviour driven development"),
        ("predictive modeling", "predictive modelling"),
        ("optimization", "optimisation"),
        ("data analysis", "data analyses"),
        ("CNN", "cnns"),
        ("Random Forest", "random forests"),
    ],
)
def test_spellings(name, other):
    assert tuple(other.split()) in variants(name)


@pytest.mark.parametrize(
    ("name", "other"), [("Keras", "kera"), ("Windows", "window"), ("Rails", "rail"), ("AWS", "aw")]
)
def test_brands_have_no_singular(name, other):
    assert (other,) not in variants(name)


def test_two_letters_are_never_parted():
    assert cased_variants("NoSQL") == frozenset()
    assert cased_variants("MySQL") == frozenset()
    assert cased_variants("TensorFlow") == {"Tensor Flow"}


@pytest.mark.parametrize("wording", ["... model", "_ model", "<nobody> works", "$"])
def test_a_wording_must_begin_with_a_word(wording):
    with pytest.raises(ValueError, match=r"must begin|names the set"):
        compile_pattern(wording)


@pytest.mark.parametrize(
    ("wording", "text", "fits"),
    [
        ("deploy* ... model*", "Deployed our newest models", True),
        ("deploy* ... model*", "Deployed one two three four five models", False),
        ("deploy* ... model*", "Deployed it; models", False),
        ("built|wrote ... b-tree*|heap", "wrote two B-trees", True),
        ("cross-validat*", "cross-validated on folds", True),
        ("^ no experience", "with no experience", False),
        ("^ no experience", "late, no experience", True),
        ("none $", "none, of it", True),
        ("none $", "none taken", False),
        ("valid until NUM", "valid until 2027", True),
    ],
)
def test_wordings(wording, text, fits):
    compiled = compile_pattern(wording)
    tokens = tokenize(text)
    assert any(compiled.longest(tokens, at) is not None for at in range(len(tokens))) is fits


@pytest.mark.parametrize(
    ("wording", "text", "fits"),
    [
        ("train+ ... <model>", "trained two networks", True),
        ("train+ ... <model>", "Retraining models", False),
        ("NUM <model>", "nine models", True),
        ("NUM <model>", "9 models", True),
        ("NUM <model>", "fine models", False),
        ("train+ NUM? <model>", "trained 9 models", True),
        ("train+ NUM? <model>", "trained models", True),
    ],
)
def test_forms_and_sets_in_patterns(wording, text, fits):
    skill = Skill(id="it", label="it", patterns=(wording,))
    found = SkillPatterns({"it": skill}, {"model": ("model+", "network+")}).find(tokenize(text))
    assert bool(found) is fits


def test_a_number_may_begin_a_wording():
    assert compile_pattern("NUM people").longest(tokenize("twelve people"), 0) == 2


@pytest.mark.parametrize("pattern", ["... models", "train+ <nobody>", "_ model"])
def test_a_pattern_that_is_no_wording_is_an_error_that_names_the_skill(pattern):
    skill = Skill(id="threat-modeling", label="threat modeling", patterns=(pattern,))
    with pytest.raises(TaxonomyError, match="threat-modeling"):
        SkillPatterns({"threat-modeling": skill}, {})


def test_every_name_of_the_small_taxonomy_is_found_by_itself():
    for skill in small_taxonomy().skills.values():
        found = small_matcher().find(skill.label, whole(skill.label, listing=True), genre=Genre.RESUME)
        assert skill.id in {each.skill for each in found.mentions}, skill.label


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Counts with Flask and R.\nSurveys of hedges for farms", {"flask", "python", "r"}),
        ("Counts with Flask and R. Smith", {"flask", "python"}),
        ("Counts with Python and R.\nAdvice for farms", {"python", "r"}),
    ],
)
def test_a_name_does_not_reach_over_a_line(claimed, text, wanted):
    assert claimed(text) <= wanted
    assert ("r" in claimed(text)) is ("r" in wanted)
