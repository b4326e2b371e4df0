"""What somebody who hires may ask: the sentence fits what the posting asks for."""

from __future__ import annotations

from tests.advice.test_actions import HEAD, JOBS, REST
from tests.places import shipped_analyzer


def asked(*lines: str) -> dict[str, str]:
    posting = "\n- ".join(("Support analyst\n\nRequirements", *lines))
    report = shipped_analyzer().analyze(f"{HEAD}{JOBS}{REST}".encode(), job_text=posting, as_of="2026-11-21")
    return {each.requirement: each.text for each in report.questions}


def test_only_soft_skills_of_the_taxonomy_decide_and_fail():
    found = asked("Resilience", "Flexibility", "Professional demeanour", "Docker")
    assert "decided" in found["adaptability"]
    assert "of resilience from" in found["resilience"]
    assert "met it" in found["demeanour"]


def test_a_soft_skill_has_no_capital_inside_a_question_and_a_name_keeps_its_own():
    found = asked("Flexibility", "Kubernetes")
    assert "which flexibility decided" in found["adaptability"]
    assert "on Kubernetes:" in found["kubernetes"]
