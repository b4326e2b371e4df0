import pytest
from click.testing import CliRunner

from gapcheck.analyzer import Analyzer
from gapcheck.cli import main
from gapcheck.cli.options import Shared

RESUME = """Mira Solberg
mira.solberg@example.com | 555-0142 | Bergen

SUMMARY
Machine learning engineer who builds forecasts for small energy firms.

EXPERIENCE

Machine Learning Engineer, Fjordwatt Labs
March 2021 - Present
- Built demand forecasts in Python with Pandas, NumPy and scikit-learn
- Deployed models to AWS with Docker and wrote SQL for the feature store
- Trained deep learning models in PyTorch and explained the results to stakeholders

Data Analyst, Lykke Retail
June 2018 - February 2021
- Cleaned sales data in R and reported trends every week

EDUCATION
B.Sc. in Computer Science, University of Lindholm, 2018

SKILLS
Python, R, SQL, PyTorch, TensorFlow, AWS, Git, communication
"""

POSTING = """Data Engineer

Requirements
- 3+ years of experience in Python and SQL
- Bachelor's degree in computer science or a related field

Nice to have
- Experience with Airflow or Spark
"""


ANALYZERS: dict[object, Analyzer] = {}


@pytest.fixture(autouse=True)
def kept_analyzers(monkeypatch):
    """Build each analyzer once: matchers are costly, and share no state between runs."""
    build = Shared.analyzer

    def kept(self):
        files = tuple(
            (path, path.stat().st_mtime_ns, path.stat().st_size)
            for place in (*self.taxonomy, *filter(None, [self.config]))
            for path in sorted(place.rglob("*") if place.is_dir() else [place])
            if path.exists()
        )
        key = (self.taxonomy, self.only, self.config, files)
        if key not in ANALYZERS:
            made = build(self)
            alike = (each for each in ANALYZERS.values() if each.taxonomy.skills == made.taxonomy.skills)
            made._matcher = next((each.matcher for each in alike), None)
            ANALYZERS[key] = made
        return ANALYZERS[key]

    monkeypatch.setattr(Shared, "analyzer", kept)


@pytest.fixture
def run():
    """Runs the command line in this process; gives exit code, output and errors."""

    def call(*args, **options):
        return CliRunner().invoke(main, [str(each) for each in args], prog_name="gapcheck", **options)

    return call


@pytest.fixture
def resume(tmp_path):
    path = tmp_path / "mira.txt"
    path.write_text(RESUME, encoding="utf-8")
    return path


@pytest.fixture
def posting(tmp_path):
    path = tmp_path / "posting.txt"
    path.write_text(POSTING, encoding="utf-8")
    return path
