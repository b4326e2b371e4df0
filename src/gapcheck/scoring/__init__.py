"""The only floor where a number is made; whoever makes one writes its reason beside it."""

from gapcheck.scoring.assumptions import Assumption, AssumptionKind, parse_assumption
from gapcheck.scoring.case import Case, case_of, judge
from gapcheck.scoring.evidence import Citations
from gapcheck.scoring.experience import months_in, relevant_jobs
from gapcheck.scoring.gates import GateState, Verdict, gate_state, gates_of, verdict_of
from gapcheck.scoring.judgement import STATUSES, Judgement, Status, status_of
from gapcheck.scoring.profile import Profile, profile
from gapcheck.scoring.proofs import Grade, Proof
from gapcheck.scoring.score import Total, Weighed, add_up, is_gate, preferred_share, weigh
from gapcheck.scoring.skill_rows import discarded_rows, skill_rows
from gapcheck.scoring.strength import Strength, Strengths
from gapcheck.scoring.what_if import Scenarios

__all__ = [
    "STATUSES",
    "Assumption",
    "AssumptionKind",
    "Case",
    "Citations",
    "GateState",
    "Grade",
    "Judgement",
    "Profile",
    "Proof",
    "Scenarios",
    "Status",
    "Strength",
    "Strengths",
    "Total",
    "Verdict",
    "Weighed",
    "add_up",
    "case_of",
    "discarded_rows",
    "gate_state",
    "gates_of",
    "is_gate",
    "judge",
    "months_in",
    "parse_assumption",
    "preferred_share",
    "profile",
    "relevant_jobs",
    "skill_rows",
    "status_of",
    "verdict_of",
    "weigh",
]
