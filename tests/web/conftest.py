"""A server in this process, with the shipped analyzer."""

from __future__ import annotations

import pytest

pytest.importorskip("fastapi", reason="the extra `web` is not installed")
testclient = pytest.importorskip("starlette.testclient", reason="httpx is not installed")

from gapcheck.web import WebSettings, create_app  # noqa: E402  # only with the extra
from tests.places import shipped_analyzer  # noqa: E402  # only with the extra

RESUME = """Ilka Brandvold
ilka.brandvold@example.com

EXPERIENCE

Machine Learning Engineer, Fjordwatt
March 2021 - Present
- Wrote SQL for the weekly reports of all depots and kept the tables behind them
- Built forecasts of demand in Python with pandas and scikit-learn
- Presented the results to the managers of the depots every month

Clerk, Lykke Retail
June 2018 - February 2021
- Kept the lists of stock for eleven shops and answered what the shops asked every morning
- Trained two new colleagues, wrote the handbook that the shops still use, and ordered the goods for the season

EDUCATION
B.Sc. in Mathematics, University of Lindholm, 2018

SKILLS
Python, SQL, PyTorch, Docker
"""
POSTING = """Data Engineer

Requirements
- 3+ years of experience with Python
- Experience with Airflow
- Bachelor's degree in computer science or a related field
"""
FILE = ("ilka.txt", RESUME.encode(), "text/plain")


def client_with(**settings):
    app = create_app(shipped_analyzer(), WebSettings(**settings))
    return testclient.TestClient(app, base_url="http://127.0.0.1:8000")


@pytest.fixture(scope="package")
def client():
    with client_with() as found:
        yield found
