"""What holds for every text: places are true, order does not matter, what is unrelated changes nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.matching import Genre, Passage
from gapcheck.spans import Span

from .conftest import small_matcher

SENTENCES = [
    "Deployed the models with Docker on AWS",
    "No experience with Scala but solid SQL",
    "Currently learning Rust, Go and Kubernetes",
    "The forecasting team ships the TensorFlow models",
    "Java/Rust/C#; Terraform|Linux, AWS(S3,EC2)",
    "A recom-\nmender in scikit-\nlearn",
    "Lindqvist, R. and Abara, C. (2019)",
    "data cleaning, analysis and visualization",
    "R&D in Series C",
    "Café ﬁnance – naïve C#/.NET",
    "•Python3\t•Java8",
    "",
    "   ",
]
TEXTS = st.lists(st.one_of(st.sampled_from(SENTENCES), st.text(max_size=30)), max_size=5)


def joined(parts: list[str]) -> tuple[str, list[Passage]]:
    text, passages = "", []
    for part in parts:
        passages.append(Passage(Span(len(text), len(text) + len(part))))
        text += part + "\n"
    return text, passages


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_surfaces_are_the_text_at_their_place(parts):
    text, passages = joined(parts)
    found = small_matcher().find(text, passages, genre=Genre.RESUME)
    for each in (*found.mentions, *found.discarded):
        assert each.surface == each.span.of(text)
        assert each.surface.strip()
        assert any(each.span in passage.span for passage in passages)


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.randoms())
def test_the_order_of_passages_does_not_matter(parts, random):
    text, passages = joined(parts)
    shuffled = list(passages)
    random.shuffle(shuffled)
    assert small_matcher().find(text, shuffled, genre=Genre.RESUME) == small_matcher().find(
        text, passages, genre=Genre.RESUME
    )


@settings(max_examples=40, deadline=None)
@given(
    TEXTS,
    st.sampled_from(["Chairs the chess club.", "Grew up by the sea", "Zwölf Boxkämpfer", "2019 – 2021"]),
)
def test_an_unrelated_passage_changes_nothing(parts, more):
    text, passages = joined(parts)
    longer, more_passages = joined([*parts, more])
    assert longer.startswith(text)
    assert small_matcher().find(longer, more_passages, genre=Genre.RESUME) == small_matcher().find(
        text, passages, genre=Genre.RESUME
    )


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_offsets_move_with_the_text(parts):
    text, passages = joined(parts)
    moved = "##\n" + text
    there = [Passage(Span(each.span.start + 3, each.span.end + 3)) for each in passages]
    here = small_matcher().find(text, passages, genre=Genre.RESUME).mentions
    after = small_matcher().find(moved, there, genre=Genre.RESUME).mentions
    assert [(each.skill, each.span.start + 3, each.assertion) for each in here] == [
        (each.skill, each.span.start, each.assertion) for each in after
    ]


@given(st.sampled_from(SENTENCES))
@settings(max_examples=15, deadline=None)
def test_asking_twice_gives_the_same(sentence):
    text, passages = joined([sentence])
    first = small_matcher().find(text, passages, genre=Genre.RESUME)
    assert first == small_matcher().find(text, passages, genre=Genre.RESUME)
    assert list(first.mentions) == sorted(first.mentions, key=lambda each: (each.span, each.skill))
