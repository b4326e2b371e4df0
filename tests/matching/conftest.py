"""A small taxonomy of its own, so that these tests do not move with the shipped one."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from gapcheck.matching import Assertion, Genre, Passage, PhraseSkillMatcher
from gapcheck.spans import Span
from gapcheck.taxonomy import Taxonomy, yaml_file
from gapcheck.taxonomy.enums import Kind
from gapcheck.taxonomy.language.fact_words import JobTitles
from gapcheck.taxonomy.language.matching_words import AssertionCues
from gapcheck.taxonomy.model import Skill
from tests.places import TAXONOMY

CASES = Path(__file__).parent / "cases"
ENGLISH = TAXONOMY / "language" / "en"


def _skill(ident: str, label: str, category: str = "programming-languages", **more: Any) -> Skill:
    return Skill.model_validate({"id": ident, "label": label, "category": category, **more})


def _skills() -> list[Skill]:
    language = {"broader": ("programming",)}
    context = {"match": "context"}
    ml = "machine-learning"
    tools = "machine-learning-tools"
    return [
        _skill("programming", "programming", "software", aliases=[{"name": "coding", "match": "postings"}]),
        _skill("python", "Python", **language),
        _skill("java", "Java", never=("javascript",), **language),
        _skill("scala", "Scala", **language),
        _skill("javascript", "JavaScript", aliases=[{"name": "JS", "match": "cased"}], **language),
        _skill("typescript", "TypeScript", **language),
        _skill("c-plus-plus", "C++", aliases=[{"name": "CPP"}], **language),
        _skill("c-sharp", "C#", **language),
        _skill("c", "C", **context, **language),
        _skill("r", "R", **context, **language, aliases=[{"name": "R Markdown"}]),
        _skill("go", "Go", aliases=[{"name": "golang"}], **context, **language),
        _skill("julia", "Julia", **context, **language),
        _skill("rust", "Rust", **context, **language),
        _skill("ruby", "Ruby", **context, **language),
        _skill("sql", "SQL", **language),
        _skill("dot-net", ".NET", "web"),
        _skill("asp-net", "ASP.NET", "web", implies=("dot-net",)),
        _skill("node-js", "Node.js", "web"),
        _skill("react", "React", "web", **context),
        _skill("flask", "Flask", "web", implies=("python",), **context),
        _skill("postgresql", "PostgreSQL", "databases", implies=("sql",)),
        _skill("sql-server", "SQL Server", "databases", implies=("sql",)),
        _skill("docker", "Docker", "operations"),
        _skill("kubernetes", "Kubernetes", "operations", aliases=[{"name": "k8s"}]),
        _skill("terraform", "Terraform", "operations"),
        _skill("ci-cd", "CI/CD", "operations"),
        _skill("git", "Git", "software"),
        _skill("regression-testing", "regression testing", "software"),
        _skill("aws", "AWS", "cloud", aliases=[{"name": "Amazon Web Services"}]),
        _skill("ec2", "EC2", "cloud", broader=("aws",)),
        _skill("s3", "S3", "cloud", broader=("aws",)),
        _skill("azure", "Azure", "cloud"),
        _skill("google-cloud", "Google Cloud", "cloud", aliases=[{"name": "GCP"}]),
        _skill("cloud-run", "Google Cloud Run", "cloud", broader=("google-cloud",)),
        _skill("spark", "Spark", "data-tools", aliases=[{"name": "Apache Spark"}], **context),
        _skill("hadoop", "Hadoop", "data-tools"),
        _skill("kafka", "Kafka", "data-tools"),
        _skill("airflow", "Airflow", "data-tools"),
        _skill("tableau", "Tableau", "data-tools"),
        _skill("excel", "Excel", "office", **context),
        _skill("machine-learning", "machine learning", ml,
               aliases=[{"name": "ML"}, {"name": "machine learning engineer", "match": "title"}]),
        _skill("deep-learning", "deep learning", ml, broader=("machine-learning",)),
        _skill("neural-networks", "neural networks", ml, broader=("deep-learning",)),
        _skill("convolutional-neural-networks", "convolutional neural networks", ml,
               aliases=[{"name": "CNN", "match": "context"}], broader=("neural-networks",)),
        _skill("recurrent-neural-networks", "recurrent neural networks", ml, broader=("neural-networks",)),
        _skill("transformers", "transformers", ml, **context),
        _skill("computer-vision", "computer vision", ml),
        _skill("natural-language-processing", "natural language processing", ml, aliases=[{"name": "NLP"}]),
        _skill("artificial-intelligence", "artificial intelligence", ml, aliases=[{"name": "AI", "match": "context"}]),
        _skill("recommender-systems", "recommender systems", ml, aliases=[{"name": "recommender"}]),
        _skill("regression", "regression", ml, **context),
        _skill("classification", "classification", ml, **context),
        _skill("robotics", "robotics", ml),
        _skill("model-deployment", "model deployment", ml,
               patterns=("deploy*|ship* ... model*", "deployment ... production")),
        _skill("model-training", "model training", ml, patterns=("train*|retrain* ... model*",)),
        _skill("predictive-modeling", "predictive modeling", ml),
        _skill("hyperparameter-tuning", "hyperparameter optimization", ml),
        _skill("pytorch", "PyTorch", tools),
        _skill("tensorflow", "TensorFlow", tools),
        _skill("keras", "Keras", tools),
        _skill("scikit-learn", "scikit-learn", tools, aliases=[{"name": "sklearn"}]),
        _skill("pandas", "Pandas", tools, aliases=[{"name": "pandas", "match": "context"}], implies=("python",), **context),
        _skill("numpy", "NumPy", tools),
        _skill("opencv", "OpenCV", tools),
        _skill("statistics", "statistics", "mathematics"),
        _skill("mathematics", "mathematics", "mathematics", aliases=[{"name": "math"}]),
        _skill("linear-algebra", "linear algebra", "mathematics"),
        _skill("data-engineering", "data engineering", "data"),
        _skill("data-science", "data science", "data", aliases=[{"name": "data scientist", "match": "title"}]),
        _skill("data-analysis", "data analysis", "data"),
        _skill("data-manipulation", "data manipulation", "data"),
        _skill("data-cleaning", "data cleaning", "data"),
        _skill("data-visualization", "data visualization", "data"),
        _skill("database-systems", "database systems", "databases", aliases=[{"name": "databases"}]),
        _skill("strategic-planning", "strategic planning", "soft-skills", kind=Kind.SOFT_SKILL,
               aliases=[{"name": "vision", "match": "postings"}]),
        _skill("verbal-communication", "verbal communication", "soft-skills", kind=Kind.SOFT_SKILL),
        _skill("written-communication", "written communication", "soft-skills", kind=Kind.SOFT_SKILL),
        _skill("linux", "Linux", "operations"),
        _skill("jira", "Jira", "office"),
        _skill("mlops", "MLOps", ml),
        _skill("reinforcement-learning", "reinforcement learning", ml),
        _skill("bayesian-statistics", "Bayesian statistics", "mathematics", broader=("statistics",)),
        _skill("matlab", "MATLAB", **language),
        _skill("kotlin", "Kotlin", **language),
        _skill("mongodb", "MongoDB", "databases"),
        _skill("power-bi", "Power BI", "data-tools"),
        _skill("computer-science", "computer science", "software"),
        _skill("cloud-platforms", "cloud platforms", "cloud"),
        _skill("led-displays", "LED displays", "electronics", aliases=[{"name": "LED", "match": "cased"}]),
    ]  # fmt: skip


def words() -> dict[str, AssertionCues | JobTitles]:
    """The shipped vocabularies that tell what is said of a skill."""
    kinds = {"assertion_cues": AssertionCues, "job_titles": JobTitles}
    return {
        name: kind.model_validate(
            yaml_file.read((ENGLISH / f"{name}.yaml").read_bytes(), f"{name}.yaml").value
        )
        for name, kind in kinds.items()
    }


@cache
def small_taxonomy() -> Taxonomy:
    skills = MappingProxyType({skill.id: skill for skill in _skills()})
    return Taxonomy("1", "", skills, vocabularies=words())


@cache
def small_matcher() -> PhraseSkillMatcher:
    return PhraseSkillMatcher(small_taxonomy())


@pytest.fixture(scope="session")
def taxonomy():
    return small_taxonomy()


@pytest.fixture(scope="session")
def matcher():
    return small_matcher()


def whole(text: str, **more: Any) -> list[Passage]:
    return [Passage(Span(0, len(text)), **more)]


@pytest.fixture(scope="session")
def claimed(matcher):
    """The ids that a text claims, read as one passage."""

    def ids(text: str, *, genre: Genre = Genre.RESUME, **passage: Any) -> set[str]:
        found = matcher.find(text, whole(text, **passage), genre=genre)
        return {
            each.skill for each in found.mentions if each.assertion in (Assertion.PRESENT, Assertion.PAST)
        }

    return ids


def lines(name: str) -> list[str]:
    text = (CASES / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
