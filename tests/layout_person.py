"""The invented person whose resume `layouts.py` sets in many ways, and a posting for them."""

from __future__ import annotations

from typing import NamedTuple

NAME, HEADLINE = "Oriel Vance", "Stock Planning Manager"
CONTACT = ("oriel.vance@example.com", "+44 20 7946 0911", "Lowestoft, UK")
SUMMARY = (
    "Stock planner with eleven years in food wholesale. Keeps shelves full and waste low, and has led "
    "teams of up to six planners."
)


class Job(NamedTuple):
    title: str
    employer: str
    start: str
    end: str
    bullets: tuple[str, ...]


class Degree(NamedTuple):
    name: str
    school: str
    year: str


Jobs = tuple[Job, ...]
JOBS = (
    Job(
        "Stock Planning Manager",
        "Harrow Fenn Foods Ltd",
        "March 2021",
        "present",
        (
            "Lead six planners who order chilled goods for 48 depots every day with SAP ERP.",
            "Built the demand forecast in Python and SQL, which cut waste by a fifth within the first year.",
            "Negotiated delivery windows with eleven suppliers.",
        ),
    ),
    Job(
        "Supply Planner",
        "Brackwater Wholesale Ltd",
        "June 2017",
        "February 2021",
        (
            "Planned replenishment for 1,900 articles and reported service levels in Power BI.",
            "Ran the weekly meeting of sales and operations planning with buyers and drivers.",
        ),
    ),
    Job(
        "Inventory Analyst",
        "Tollgate Bakeries Ltd",
        "September 2014",
        "May 2017",
        (
            "Counted and analysed stock in Microsoft Excel and found what was lost between ovens and shops.",
            "Wrote the manual for cycle counts that all nine bakeries still follow.",
        ),
    ),
)
DEGREES = (
    Degree("MSc Supply Chain Management", "University of Marlsea", "2014"),
    Degree("BSc Mathematics", "Lakeside College", "2012"),
)
CERTIFICATES = ("Certified Supply Chain Professional (CSCP), 2019", "First Aid at Work, valid until May 2027")
SKILLS = ("Demand forecasting", "SAP ERP", "Python", "SQL", "Power BI", "Microsoft Excel")
LANGUAGES = ("English (native)", "Norwegian (fluent)")

POSTING = """Head of Stock Planning

Requirements
- At least five years of experience in supply planning
- SQL and Python
- Experience with SAP ERP
- Demand forecasting
- Bachelor's degree in mathematics or logistics
- Fluent Norwegian
- CSCP certification

Nice to have
- Power BI
- Team leadership
- First aid certificate
"""

LIST_SECTIONS = (("Certificates", CERTIFICATES), ("Languages", LANGUAGES))


def period(job: Job) -> str:
    return f"{job.start} - {job.end}"
