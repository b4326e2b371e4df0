"""The built-in skills on sentences as people write them: what they show, and what only looks like a skill."""

from __future__ import annotations

import pytest
import yaml

from gapcheck.matching.mentions import Genre, Passage
from gapcheck.spans import Span
from tests.places import SHARED, shipped_matcher, shipped_taxonomy

SHOWN = """
technical-documentation | Authored the operator handbook for the packing robots
technical-documentation | Put together a wiki for new starters and kept the architecture notes current
technical-documentation | Produced handover documents when the project closed
troubleshooting | Traced intermittent timeouts to a misconfigured load balancer
troubleshooting | Reproduced customer-reported bugs and shipped fixes
troubleshooting | Solved a race condition in the writer thread
requirements-analysis | Met weekly with underwriters to understand what they needed from the tool
requirements-analysis | Turned loosely worded requests from sales into specifications
requirements-analysis | Worked with product owners to define acceptance criteria
systems-integration | Connected the forecast service to the existing ERP
systems-integration | Integrated third-party payment providers
systems-integration | Wired predictions into the call centre's desktop application
application-development | Built an internal web tool for labelling
application-development | Developed an Android app for field staff
software-engineering | Wrote maintainable, tested code
software-engineering | Introduced code review and continuous integration
software-engineering | Refactored a 40,000-line code base
version-control | Merged more than 200 PRs
version-control | All analyses kept in GitHub
containerization | Shipped the service as a container
containerization | Containerised the training jobs
cloud-platforms | Moved nightly jobs from on-premises servers to the cloud
cloud-platforms | Ran experiments on EC2 spot instances
database-systems | Designed tables and indexes for the claims store
database-systems | Normalised the schema and tuned slow queries
project-management | Planned milestones and tracked budget for three studies
project-management | Delivered the migration two weeks ahead of schedule and under budget
project-management | Coordinated the rollout across five hospitals
algorithms | Devised a faster matching algorithm
data-structures | Used hash maps and tries to speed up lookups
software-architecture | Broke up the monolith into services
collaboration-tools | Ran the team's Confluence and Slack
sql | Wrote complex queries over the claims warehouse
unit-testing | Added tests around the pricing module
ci-cd | Automated deployments of eleven services
performance-tuning | Cut page load from four seconds to one
infrastructure-as-code | Provisioned clusters with Terraform
incident-management | Led the response to major outages
process-automation | Replaced a manual report with a nightly script
account-reconciliation | Reconciled the till every evening
month-end-close | Closed the books within four days
medication-administration | Gave medications and injections by protocol
wound-care | Changed dressings and treated wounds
patient-care | Cared for eight residents per shift
vital-signs | Measured blood pressure and pulse
customer-service | Handled guest complaints calmly
cash-handling | Balanced the till at closing
event-management | Organised a yearly conference for 200 people
translation | Translated contracts from Polish into English
"""

LOOKALIKES = """
technical-documentation | Documented patient allergies in the chart
troubleshooting | Resolved conflicts between staff
requirements-analysis | Met the legal requirements for food hygiene
requirements-analysis | Understood the needs of guests with allergies
systems-integration | Integrated refugees into local clubs
application-development | Processed 300 loan applications a week
application-development | Developed successful grant applications
software-engineering | Used Excel software for rosters
version-control | Branch manager of a bank
containerization | Shipped goods in containers
cloud-platforms | Painted clouds on a nursery wall
database-systems | Searched the PubMed database
project-management | Finished a school project about bees
data-structures | Worked on bridge structures
software-architecture | Studied architecture in Delft
programming | Medical coding and billing
sql | Answered customer queries
go | Always on the go
c | Grade C in chemistry
r | Managed R&D budgets
swift | Swift response to incidents
ruby | Ruby Tuesday restaurant server
rust | Removed rust from hulls
excel | Excel at teamwork
word | Spread the word
word | word embeddings
microsoft-access | open access journals
outlook | economic outlook
microsoft-teams | cross-functional teams
aws | Worked at Laws & Sons
azure | Painted azure skies
spring | Spring 2019 semester
chef | Head chef at a hotel
salt | Salt Lake City
vault | pole vault champion
helm | at the helm of the club
sage-accounting | sage advice
epic | epic fail
react | react to events
flask | 500 ml flask
rest-apis | the rest of the team
soap | SOAP notes after each visit
oracle-database | the oracle of Delphi
autodesk-maya | read poems by Maya Angelou
notion | the notion of fairness
slack | cut them some slack
law | fits a power law
security | Social security number
networking | professional networking events
phoenix | moved to Phoenix, Arizona
accounting | Accounting for missing values
electronic-health-records | Spark jobs on EMR and S3
insurance | Paid by Halden Insurance
event-management | Handled events from a Kafka stream
"""


def rows(text: str) -> list[tuple[str, str]]:
    """(skill, sentence) for each line."""
    found = [line.split(" | ", 1) for line in text.strip().splitlines()]
    return [(skill, sentence) for skill, sentence in found]


def proven(sentence: str) -> set[str]:
    """What a sentence of a resume names or shows, and what that proves in two steps."""
    passage = Passage(Span(0, len(sentence)))
    skills = shipped_taxonomy().skills
    found = {each.skill for each in shipped_matcher().find(sentence, [passage], genre=Genre.RESUME).mentions}
    for _ in range(2):
        found |= {up for each in found for up in (*skills[each].broader, *skills[each].implies)}
    return found


@pytest.mark.parametrize(("skill", "sentence"), rows(SHOWN))
def test_a_skill_is_seen_in_other_words(skill, sentence):
    assert skill in proven(sentence)


@pytest.mark.parametrize(("skill", "sentence"), rows(LOOKALIKES))
def test_a_lookalike_is_no_skill(skill, sentence):
    assert skill in shipped_taxonomy().skills
    assert skill not in proven(sentence)


def test_no_skill_is_broader_than_itself():
    skills = shipped_taxonomy().skills

    def above(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, f"{' -> '.join(path)} -> {name}"
        for each in skills[name].broader:
            above(each, (*path, name))

    for name in skills:
        above(name, ())


def test_what_stands_in_for_another_is_not_also_a_look_alike():
    for skill in shipped_taxonomy().skills.values():
        near = {each.id for each in skill.related} | {*skill.broader, *skill.implies}
        assert not near & set(skill.never), skill.id


def test_the_labels_of_the_reference_vocabulary_are_skills():
    reference = SHARED / "spec" / "seed_gold.yaml"
    if not reference.is_file():
        pytest.skip("the reference vocabulary is not here")
    wanted = yaml.safe_load(reference.read_text(encoding="utf-8"))["canonical"]
    labels = {skill.label for skill in shipped_taxonomy().skills.values()}
    assert len(wanted) > 100
    assert not set(wanted) - labels
