"""The only floor where a number is made; whoever makes one writes its reason beside it."""

from gapcheck.scoring.case import Case, case_of
from gapcheck.scoring.experience import relevant_jobs
from gapcheck.scoring.judge import judge
from gapcheck.scoring.judgement import STATUSES, Judgement, Status, status_of
from gapcheck.scoring.proofs import Grade, Profile, Proof, profile
from gapcheck.scoring.quotes import quote_of
from gapcheck.scoring.skill_rows import discarded_rows, skill_rows
from gapcheck.scoring.strength import Strength, Strengths
from gapcheck.scoring.supposed import Supposed, SupposedKind, supposed
from gapcheck.scoring.supposing import holding, supposing
from gapcheck.scoring.total import Total, Weighed, add_up, preferred_share, weigh

__all__ = [
    "STATUSES",
    "Case",
    "Grade",
    "Judgement",
    "Profile",
    "Proof",
    "Status",
    "Strength",
    "Strengths",
    "Supposed",
    "SupposedKind",
    "Total",
    "Weighed",
    "add_up",
    "case_of",
    "discarded_rows",
    "holding",
    "judge",
    "preferred_share",
    "profile",
    "quote_of",
    "relevant_jobs",
    "skill_rows",
    "status_of",
    "supposed",
    "supposing",
    "weigh",
]
