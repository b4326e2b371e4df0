"""All that a resume says for a target: by name, in the target's own words, and in similar words."""

from __future__ import annotations

from dataclasses import replace

from gapcheck.config import Policy
from gapcheck.gaps import unmet_skills
from gapcheck.matching import Genre, propose
from gapcheck.matching.asked_names import AskedNames
from gapcheck.matching.matcher import joined_matches
from gapcheck.matching.own_words_in_part import propose_in_part
from gapcheck.resume.blind import blinded
from gapcheck.resume.model import Resume
from gapcheck.scoring import Case, Citations, Strengths, profile
from gapcheck.target_requirements import TargetRequirements
from gapcheck.taxonomy import Taxonomy


def case_of(
    parsed: Resume,
    target: TargetRequirements,
    taxonomy: Taxonomy,
    asked_names: AskedNames,
    policy: Policy,
    *,
    blind: bool,
) -> Case:
    """Every row of the target judged by the resume; `blind` hides the person in what is quoted."""
    text = parsed.document.text
    rows = target.requirements if target.target.kind == "job" else ()
    widened, literal = asked_names.widened(target.terms, rows)
    if literal is not None:
        found = literal.find(text, parsed.passages, genre=Genre.RESUME)
        parsed = replace(parsed, matches=joined_matches(parsed.matches, found))
    parsed = blinded(parsed) if blind else parsed
    citations = Citations(parsed)
    before = Strengths(profile(parsed, widened, policy, citations=citations), widened, policy)
    wanted = [widened.skills[s] for s in unmet_skills(before, target)]
    proposed = propose(text, parsed.passages, wanted, taxonomy, policy) if wanted else ()
    own = [each for each in wanted if each.id not in taxonomy.skills]
    partly = propose_in_part(text, parsed.passages, own, taxonomy, policy)
    parsed = replace(parsed, matches=parsed.matches.joined((*proposed, *partly)))
    return target.case(parsed, widened, policy, citations, before)
