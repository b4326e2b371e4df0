"""What a job document asks for in words of its own, where a sentence of the resume has most of these words: possible, no more.

TF-IDF: a word counts by how telling it is among the names of skills, one that no name has the most. A sentence is
proposed where it has enough of a term's weight, and two of its words at least, all of them claimed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gapcheck.config import Policy
from gapcheck.matching.assertion import assertions
from gapcheck.matching.mentions import CLAIMED, Assertion, Method, Passage, SkillMention
from gapcheck.matching.similarity import name_weights
from gapcheck.matching.tfidf import TermWeights
from gapcheck.spans import Span
from gapcheck.taxonomy.model import Skill
from gapcheck.taxonomy.taxonomy import Taxonomy
from gapcheck.text.content_words import content
from gapcheck.text.sentences import sentences
from gapcheck.text.tokens import Token, norms, tokenize
from gapcheck.text.word_forms import kin, stem

_LEAST = 2
"""Words of a term that a sentence must have; and a term has more than these, or it is found by name."""


def propose_in_part(
    text: str, passages: Sequence[Passage], terms: Iterable[Skill], taxonomy: Taxonomy, policy: Policy
) -> tuple[SkillMention, ...]:
    """The sentence that has most of each term's words, if it has enough of them; each with its share as similarity."""
    wanted = [(skill.id, words) for skill in terms if len(words := content(norms(skill.label))) > _LEAST]
    if not wanted:
        return ()
    weights, rules = name_weights(taxonomy.skills), assertions(taxonomy)
    best: dict[str, SkillMention] = {}
    for tokens in _sentences(text, passages):
        for skill, words in wanted:
            found = _in_part(skill, words, tokens, weights, text)
            if found is None or found[0].similarity < policy.similarity.in_part:
                continue
            mention, places = found
            (claim,) = rules.claims(tokens, [], [places])
            better = skill not in best or mention.similarity > best[skill].similarity
            if better and claim.assertion in CLAIMED and not claim.expired:
                best[skill] = mention
    return tuple(sorted(best.values(), key=lambda each: (each.span, each.skill)))


def _sentences(text: str, passages: Iterable[Passage]) -> Iterator[Sequence[Token]]:
    for passage in passages:
        if passage.silent is None and passage.assertion is Assertion.PRESENT:
            for span in sentences(text, passage.span, semicolons=True):
                yield tokenize(text, span)


def _in_part(
    skill: str, words: Sequence[str], tokens: Sequence[Token], weights: TermWeights, text: str
) -> tuple[SkillMention, list[tuple[int, int]]] | None:
    places = {
        word: at for word in words for at in range(len(tokens) - 1, -1, -1) if kin(word, tokens[at].norm)
    }
    if len(set(places.values())) < _LEAST:
        return None
    telling = {word: weights.weight(f"={stem(word)}") for word in words}
    share = sum(telling[word] for word in places) / sum(telling.values())
    span = Span(tokens[min(places.values())].start, tokens[max(places.values())].end)
    mention = SkillMention(
        skill,
        span,
        span.of(text),
        Method.SIMILARITY,
        similarity=round(share, 4),
        rule="words of the posting in part",
    )
    return mention, [(at, at + 1) for at in sorted(set(places.values()))]
