"""Names of rows: ids that never change for the same content, and titles for people."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from gapcheck.facts.certificate_steps import certificate_steps
from gapcheck.facts.certificates import certificate_finder
from gapcheck.facts.issuing_states import issuing_states
from gapcheck.facts.job_titles import job_title_finder
from gapcheck.facts.language_tests import language_tests
from gapcheck.matching.mentions import Method, SkillMention
from gapcheck.posting.model import Statement
from gapcheck.posting.words import PostingWords
from gapcheck.taxonomy import Degree, Kind, Logic, NameMatch, Skill, Taxonomy
from gapcheck.text.content_words import PREPOSITIONS, content, is_content
from gapcheck.text.inflection import is_past
from gapcheck.text.phrases import CONJUNCTION, compiled, plain, printed_as_name
from gapcheck.text.slugs import slug
from gapcheck.text.tokens import norms
from gapcheck.text.word_forms import PARTICIPLES, alike, family

_JOINED = re.compile(rf"\b{CONJUNCTION}|,|(?<!\w)&|&(?!\w)")
_ACTIVITY = re.compile(r"(?:ing|tion|ment|sis)\Z")
_WORD_BEFORE = re.compile(rf"(?<![\w-])(?P<word>[^\W\d_][\w-]*) (?P<joined>{CONJUNCTION} )?\Z")
_WORD_BEHIND = re.compile(r" ([a-z][\w-]+)(?![\w-])")
_LONGEST_WORD = 40
_LONGEST_SHOWN = 5
"""Words that show a skill and can be its name."""
_FARTHEST = 30
"""Characters before a name in which words belong to it."""
_VOWELS = frozenset("aeiou")
_ABBREVIATED = re.compile(r"[A-Z]{2}")


def id_of(one: Statement) -> str:
    """An id that says what a row asks for; not yet unique."""
    match one.kind:
        case Kind.EDUCATION:
            level = one.degree.level.value if one.degree and one.degree.level else "any"
            parts = ["degree", level]
        case Kind.EXPERIENCE:
            parts = ["experience", *(one.skills or ("work" if one.any_work else "role",))]
        case Kind.CERTIFICATION:
            parts = ["certification", *(one.skills or one.certifications or map(slug, one.terms))]
        case Kind.LANGUAGE:
            parts = ["language", *(one.skills or map(slug, one.terms))]
        case _ if one.head:
            parts = [
                one.head,
                {Logic.ANY_OF: "any", Logic.ALL_OF: "all", Logic.EXAMPLE: "such-as"}[one.logic],
            ]
        case _:
            parts = ["-or-".join(one.skills if one.logic is not Logic.ALL_OF else one.skills[:1])]
    name = "-".join(parts)
    name = name[:80] if one.kind is Kind.CERTIFICATION else name
    return re.sub(r"[^a-z0-9.]+", "-", name).strip("-.") or "row"


def title_of(one: Statement, taxonomy: Taxonomy) -> str:
    """What a row asks for, in words, with what will do in its place and what is accepted instead of holding it."""
    others = listed([name_of(each, taxonomy) for each in one.instead], "or")
    return ", or ".join(filter(None, (name_of(one, taxonomy), others, one.pending)))


def name_of(one: Statement, taxonomy: Taxonomy) -> str:
    """What a row asks for itself, in words."""
    printed = dict(one.printed)
    labels = [_label(skill, taxonomy, printed) for skill in one.skills]
    match one.kind:
        case Kind.EDUCATION:
            return _degree_title(one)
        case Kind.EXPERIENCE:
            time = compiled(taxonomy.necessity_cues.trade_experience)
            return _experience_title(
                one,
                [
                    _without_last(label, time) if skill in printed else label
                    for skill, label in zip(one.skills, labels, strict=True)
                ],
                time,
                as_a_post=one.min_months is not None and _is_a_post(one, labels, taxonomy),
            )
        case Kind.CERTIFICATION:
            return _certification_title(one, labels, taxonomy)
        case Kind.LANGUAGE:
            return _capital(listed([*labels, *one.terms], "or"))
        case _:
            return _skill_title(one, labels, taxonomy)


def listed(names: Sequence[str], word: str) -> str:
    """Names as a list: A, B or C."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {word} {names[-1]}"


def _skill_title(one: Statement, labels: Sequence[str], taxonomy: Taxonomy) -> str:
    names = listed(labels, "and" if one.logic is Logic.ALL_OF else "or")
    if one.min_count and one.min_count > 1:
        names = f"{one.min_count} of {', '.join(labels)}"
    if one.head is None:
        if one.kind is Kind.SOFT_SKILL:
            return names[:1].upper() + names[1:]
        return names if _as_printed(one.skills[:1], taxonomy) else _capital(names)
    lead = {Logic.ALL_OF: "with", Logic.ANY_OF: "in", Logic.EXAMPLE: "such as"}[one.logic]
    head = _capital(_label(one.head, taxonomy, dict(one.printed)))
    return (
        f"{head} such as {names}" if one.open and one.logic is not Logic.ALL_OF else f"{head} {lead} {names}"
    )


def _is_a_post(one: Statement, labels: Sequence[str], taxonomy: Taxonomy) -> bool:
    """Whether what time is asked for in is a post in the job document's own words: "dental hygienist"."""
    own = all(s not in taxonomy.skills or not taxonomy.skills[s].category for s in one.skills)
    return bool(labels) and own and job_title_finder(taxonomy).names_a_job(labels[-1].split()[-1].lower())


def _experience_title(
    one: Statement, labels: Sequence[str], time: re.Pattern[str], *, as_a_post: bool
) -> str:
    months, word = one.min_months, "or" if one.logic is Logic.ANY_OF else "and"
    whole = "" if one.any_work else " in the role"
    first = labels[0].split()[0].lower() if labels else ""
    # "in a dental practice", as a dental hygienist
    article = "as an " if first[:1] in _VOWELS else "as a "
    within = "" if first in PREPOSITIONS or not is_content(first) else article if as_a_post else "with "
    subject = f" {within}{listed(labels, word)}" if labels else whole
    window = f" in the last {_amount(one.within_months)}" if one.within_months else ""
    own = _own_experience(one, labels, time)
    if own:
        return f"{_amount(months)} of {own}{window}" if months is not None else f"{_capital(own)}{window}"
    if months is None and not window and is_past(first):
        return _capital(listed(labels, word))  # "dealt with licensing authorities"
    if months is None:
        return f"Experience{subject}{window}"
    return f"{_amount(months)} of {'work ' if one.any_work else ''}experience{subject}{window}"


def _own_experience(one: Statement, labels: Sequence[str], time: re.Pattern[str]) -> str:
    """One thing that is called experience by its own name, as the posting prints it ("Medical ward experience"), or ""."""
    if len(labels) != 1 or one.any_work:
        return ""
    if labels[0] != _without_last(labels[0], time):
        return labels[0]
    _, found, behind = plain(one.quote).partition(f"{plain(labels[0])} ")
    word = behind.split(maxsplit=1)[0].strip(".,;:()") if found and behind.strip() else ""
    return f"{labels[0]} {word}" if one.min_months is None and time.fullmatch(word) else ""


def _without_last(label: str, word: re.Pattern[str]) -> str:
    """A label without such a word at its end: "software sales experience"."""
    name, _, last = label.rpartition(" ")
    return name if name and word.fullmatch(plain(last)) else label


def _amount(months: int) -> str:
    years, rest = divmod(months, 12)
    return f"{months} months" if rest else f"{years} year{'s' if years != 1 else ''}"


def _degree_title(one: Statement) -> str:
    degree = one.degree or Degree()
    title = degree.level.label if degree.level else "Degree"
    if degree.fields:
        title += f" in {listed(degree.fields, 'or')}"
    if degree.or_related:
        title += " or a related field" if degree.fields else " in a related field"
    which = any(each.kind is Kind.EXPERIENCE for each in one.instead)
    return f"{title}, or equivalent experience" if degree.or_equivalent and not which else title


def _certification_title(one: Statement, labels: Sequence[str], taxonomy: Taxonomy) -> str:
    known = [_with_step(c, one, taxonomy) for c in one.certifications if c in taxonomy.certifications]
    if own := [term for term in one.terms if slug(term) in one.skills]:
        return listed([_capital(term) for term in own], "and")
    if labels and (one.open or not known):
        licences = all(map(certificate_finder(taxonomy).word, labels))
        return _capital(listed(labels, "or")) if licences else f"Certification in {listed(labels, 'or')}"
    names = [*known, *one.terms]
    title = listed(names, "or" if one.logic is Logic.ANY_OF else "and") or "Certification"
    regions = [region.title() for region in regions_of(one, taxonomy)] if known else []
    return f"{title} in {listed(regions, 'or')}" if regions else title


def _with_step(certificate: str, one: Statement, taxonomy: Taxonomy) -> str:
    """The name of a certificate of the catalogue, with the level, grade, class or score that is printed beside it."""
    name, steps = taxonomy.certifications[certificate].name, certificate_steps(taxonomy)
    places = [
        each.span
        for each in certificate_finder(taxonomy).find(one.quote)
        if each.certification.id == certificate
    ]
    found = (steps.beside(one.quote, place) for place in places)
    scores = (language_tests(taxonomy).score_at(one.quote, place) for place in places)
    score = next((f" {each}" for each in scores if each), "")
    step = next(filter(None, found), "")
    return f"{name}, {step}" if step and not steps.printed(name) else name + score


def regions_of(one: Statement, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The states that a licence is asked for in, in lower case and in order: it holds in the state that issued it.

    Of a licence that the catalogue has, those beside its name; of any other, those in what the row asks for.
    """
    states = issuing_states(taxonomy)
    if one.kind is not Kind.CERTIFICATION:
        return ()
    if not one.certifications:
        return tuple(sorted(states.named(name_of(one, taxonomy))))
    return tuple(
        sorted(
            {
                state
                for each in certificate_finder(taxonomy).find(one.quote)
                if each.certification.id in one.certifications and each.certification.kind == "licence"
                for state in states.asked(one.quote, each.span)
            }
        )
    )


def _label(skill: str, taxonomy: Taxonomy, printed: Mapping[str, str] = MappingProxyType({})) -> str:
    return printed.get(skill) or (taxonomy.skills[skill].label if skill in taxonomy.skills else skill)


def own_names(
    mentions: Sequence[SkillMention], text: str, taxonomy: Taxonomy, words: PostingWords
) -> Mapping[str, str]:
    """Ids of the skills that a clause of `text` names in words other than their labels, with these words.

    The words right before a name belong to it ("contractor negotiation"). A soft skill that is named by an adjective or
    a verb ("organised", "flexible") goes by the noun for it.
    """
    skills = taxonomy.skills
    exact = [m for m in mentions if m.method is Method.PHRASE and m.skill in skills]
    exact.sort(key=lambda m: any(c.isdigit() for c in m.surface))  # in full rather than as "i18n"
    exact.sort(key=lambda m: skills[m.skill].kind is Kind.SOFT_SKILL and not words.names_trait(m.surface))
    first = {m.skill: m for m in reversed(exact)}
    ends = {m.span.end for m in mentions}
    names = {}
    for id_, each in first.items():
        known = skills[id_]
        whole = _with_qualifiers(each, text, ends, words)
        if _says_more(whole, each.surface, known):
            name: str | None = whole
        elif known.kind is Kind.SOFT_SKILL:
            name = _trait(each.surface, known, words)
        else:
            name = own_name(each.surface, known, words.general)
        if name:
            names[id_] = name
    return names


def shown_name(
    mentions: Sequence[SkillMention], taxonomy: Taxonomy, words: PostingWords
) -> Mapping[str, str]:
    """The few words in which a clause asks for its only skill without naming it: "work closely with stakeholders"."""
    if len(mentions) != 1 or mentions[0].method is not Method.PATTERN:
        return {}
    (one,) = mentions
    said, known = plain(one.surface).split(), taxonomy.skills.get(one.skill)
    if (
        known is None
        or known.kind is Kind.SOFT_SKILL
        or len(said) > _LONGEST_SHOWN
        or said[-1] in words.around
    ):
        return {}
    name = own_name(one.surface, known, words.general)
    return {one.skill: name} if name else {}


def _trait(surface: str, skill: Skill, words: PostingWords) -> str | None:
    if words.names_trait(surface):
        return own_name(surface, skill, words.fillers)
    return trait_name(surface, skill, words.names_trait)


def _with_qualifiers(mention: SkillMention, text: str, ends: Container[int], words: PostingWords) -> str:
    """A name with the words before it that qualify it, two of them joined, too: "supplier and contractor negotiation"."""
    first = start = mention.span.start
    if mention.surface[:1].isupper() or _JOINED.search(mention.surface):
        return mention.surface
    while first - start < _FARTHEST and (
        before := _WORD_BEFORE.search(text, max(start - _LONGEST_WORD, 0), start)
    ):
        word = before["word"].lower()
        if before.end("word") in ends:
            return mention.surface
        kind = start == first and word in words.kinds_of_work
        if (word in words.around and not kind) or word.endswith(PARTICIPLES):
            break
        if before["joined"] and (start == first or words.stands_alone(word)):
            break
        start = before.start("word")
    behind = _WORD_BEHIND.match(text, mention.span.end) if start < first else None
    end = mention.span.end if behind is None or behind[1].lower() in words.around else behind.end()
    return " ".join(text[start:end].split())


def _says_more(name: str, surface: str, skill: Skill) -> bool:
    """Whether words before a name say more than the label; a product's name has enough, a trait at most two joined ones."""
    if len(name) == len(surface) or printed_as_name(skill.label):
        return False
    known = content(norms(skill.label))
    more = content(norms(name.partition(surface)[0]))
    joined = skill.kind is not Kind.SOFT_SKILL or _JOINED.search(name)
    return bool(joined) and not all(any(map(partial(_kin, word), known)) for word in more)


def own_name(surface: str, skill: Skill, general: Container[str]) -> str | None:
    """What a document calls a skill, if it says something else than the label: "localization" for translation.

    Another form or spelling of the label says the same, as do the same words before another word for the activity
    ("query tuning"), `general` words, and the nickname of a product (Golang).
    """
    name = " ".join(surface.split())
    if _JOINED.search(name):
        return None
    if skill.label.lower().startswith(f"{name.lower()}."):
        return name  # "Vue" is Vue.js in full
    words, known = content(norms(name)), content(norms(skill.label))
    same = [any(map(partial(_kin, word), known)) for word in words]
    told = [each for each, word in zip(same, words, strict=True) if word not in general]
    if skill.kind is Kind.SOFT_SKILL and len(words) == 1:
        return None if all(same) else name
    if all(told) or words[0].endswith("ing"):
        return None
    if same[0] and not told[-1] and all(_ACTIVITY.search(each[-1]) for each in (words, known)):
        return None
    nickname = len(words) == 1 and printed_as_name(skill.label) and not _ABBREVIATED.search(name)
    return None if nickname else name


def trait_name(surface: str, skill: Skill, is_noun: Callable[[str], bool]) -> str | None:
    """The noun for a soft skill that a document names by an adjective or a verb: "flexibility" for flexible.

    Of the skill's own names the first that has the words of the surface in another form; None where its label has, and
    for a noun already: where "tactful" is a name, "tact" is one.
    """
    words = content(norms(surface))
    if any(alias.name.lower() == f"{surface.lower()}ful" for alias in skill.aliases):
        return None
    if any(_kin(word, known) for word in words for known in content(norms(skill.label))):
        return None
    for name in (a.name for a in skill.aliases if is_noun(a.name) or _is_gerund_of(a.name, surface)):
        if all(any(map(partial(_kin, known), words)) for known in content(norms(name))):
            return name
    return None


def _is_gerund_of(name: str, surface: str) -> bool:
    """Whether a name says with "-ing" what a surface says with another form of the verb: "meeting deadlines"."""
    (verb, *rest), (first, *others) = name.lower().split(), surface.lower().split()
    return rest == others and verb.endswith("ing") and not first.endswith("ing") and alike(verb, first)


def _kin(one: str, other: str) -> bool:
    """Whether a word is a form of another, or made from it: "containers" and "containerization"."""
    return alike(one, other) or one.startswith(family(other)) or other.startswith(family(one))


def _as_printed(skills: Sequence[str], taxonomy: Taxonomy) -> bool:
    """Whether a name counts only as it is printed, and so keeps its case in a title: dbt."""
    return any(s in taxonomy.skills and taxonomy.skills[s].match is NameMatch.CASED for s in skills)


def _capital(text: str) -> str:
    first = text.split(" ", 1)[0].rstrip(",")
    return text if printed_as_name(first) or not first.isalpha() else text[:1].upper() + text[1:]
