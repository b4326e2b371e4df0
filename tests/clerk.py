"""An invented clerk's resume of ten years in one office, to compare with a posting for a clerk who can do more."""

from gapcheck import GapReport
from tests.places import shipped_analyzer

RESUME = """Ilse Marten
ilse.marten@example.com

Experience

Clerk, Quarry Office, Aurich
May 2016 - May 2026
- Kept the list of lorries and the loads of each week, and answered the telephone for ten years.
- Balanced the till each evening, took the money to the bank and filed the delivery notes by month.
- Led visitors round the old quarry on Sundays and sold them postcards, tea and the yearly calendar of the town.
- Ordered paint, rope and coal, checked what came and filed the delivery notes by month and by supplier.
"""


def report_of(*asked: str, more: str = "") -> GapReport:
    """The clerk, with `more` at the end of the resume, for a posting that asks for filing and for `asked`."""
    posting = "# Clerk\n\n## Requirements\n\n- Filing\n" + "".join(f"- {each}\n" for each in asked)
    text = f"{RESUME}{more}".encode()
    return shipped_analyzer().analyze(text, name="resume.txt", job_text=posting, as_of="2026-11-21")
