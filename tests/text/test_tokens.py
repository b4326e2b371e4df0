"""Tokens: what is one, what is parted, and that every one knows its place in the original text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.spans import Span
from gapcheck.text.tokens import plain, readings, tokenize

CASES = [
    # names with signs
    ("C++", ["c++"]),
    ("C++11", ["c++", "11"]),
    ("C++/C#", ["c++", "/", "c#"]),
    ("F# and J#", ["f#", "and", "j#"]),
    ("C#/.NET", ["c#", "/", ".net"]),
    (".NET Core", [".net", "core"]),
    ("VB.NET, ASP.NET", ["vb.net", ",", "asp.net"]),
    ("Node.js/React", ["node.js", "/", "react"]),
    ("React.js/Redux", ["react.js", "/", "redux"]),
    ("Socket.IO and Fast.ai", ["socket.io", "and", "fast.ai"]),
    ("Notepad++", ["notepad++"]),
    # glued lists
    ("Java/Rust/C#; Terraform|Linux", ["java", "/", "rust", "/", "c#", ";", "terraform", "|", "linux"]),
    ("Azure(VM2,B4)", ["azure", "(", "vm", "2", ",", "b", "4", ")"]),
    ("Docker+Kubernetes", ["docker", "+", "kubernetes"]),
    ("Java;Python", ["java", ";", "python"]),
    ("Java&Python", ["java", "&", "python"]),
    ("TypeScript/JavaScript(basic)", ["typescript", "/", "javascript", "(", "basic", ")"]),
    ("CI/CD:GitLab", ["ci", "/", "cd", ":", "gitlab"]),
    ("PostgreSQL(9.6)", ["postgresql", "(", "9.6", ")"]),
    # bullets and signs before a word
    ("•Python", ["•", "python"]),
    ("\uf0b7Python", ["\uf0b7", "python"]),
    ("‣ Python", ["‣", "python"]),
    ("-Python", ["-", "python"]),
    ("~Java", ["~", "java"]),
    ("\u200bPython", ["python"]),
    ("Py\u200bthon", ["python"]),
    ("Py\u00adthon", ["python"]),
    # versions
    ("Python3", ["python", "3"]),
    ("Python3.11", ["python", "3.11"]),
    ("Java8", ["java", "8"]),
    ("HTML5/CSS3", ["html", "5", "/", "css", "3"]),
    ("k8s", ["k8s"]),
    ("log4j", ["log4j"]),
    ("word2vec", ["word2vec"]),
    ("3D", ["3d"]),
    ("1,000 units/mL", ["1,000", "units", "/", "ml"]),
    # hyphens
    ("scikit-learn", ["scikit", "learn"]),
    ("scikit\u2011learn", ["scikit", "learn"]),
    ("snake_case", ["snake", "case"]),
    ("GPT\u20114", ["gpt", "4"]),
    ("Objective\u2011C", ["objective", "c"]),
    ("machine-learning", ["machine", "learning"]),
    ("machine\nlearning", ["machine", "learning"]),
    ("machine  learning", ["machine", "learning"]),
    ("micro-\nservices", ["micro", "services"]),
    ("front- and back-end", ["front", "and", "back", "end"]),
    ("done - Python", ["done", "-", "python"]),
    ("done – Python", ["done", "-", "python"]),
    ("done—Python", ["done", "-", "python"]),
    ("2019–2021", ["2019", "2021"]),
    # ends of sentences and abbreviations
    ("wrote it in C.", ["wrote", "it", "in", "c", "."]),
    ("R. Then", ["r", ".", "then"]),
    ("a B.S. in physics", ["a", "b.s.", "in", "physics"]),
    ("a Ph.D. thesis", ["a", "ph.d", ".", "thesis"]),
    ("e.g. Java", ["e.g.", "java"]),
    ("J.S. Bach", ["j.s.", "bach"]),
    ("Git.Docker", ["git", ".", "docker"]),
    # addresses
    ("berit@example.com", ["berit@example.com"]),
    ("see https://example.org/react/c++", ["see", "https://example.org/react/c++"]),
    ("example.com", ["example.com"]),
    ("example.org/java-notes.", ["example.org/java-notes."]),
    # apostrophes
    ("don't", ["don't"]),
    ("don’t", ["don't"]),
    ("the vendor’s Java", ["the", "vendor", "'s", "java"]),
    ("clients' SQL", ["clients", "'", "sql"]),
    # letters of other scripts and forms
    ("ﬁnance ﬂow", ["finance", "flow"]),
    ("Ｐｙｔｈｏｎ", ["python"]),
    ("e\u0301te\u0301", ["été"]),
    ("id Im wont gonna", ["id", "im", "wont", "gonna"]),
    ("Scientist04/2021", ["scientist", "04", "/", "2021"]),
    ("a\tb", ["a", "\t", "b"]),
    ("a      b", ["a", "\t", "b"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_tokens(text, wanted):
    assert [token.norm for token in tokenize(text)] == wanted


def test_there_are_sixty_cases():
    assert len(CASES) >= 60


def test_both_readings_of_a_hyphen_at_a_line_end():
    assert [[token.norm for token in each] for each in readings("scikit-\nlearn")] == [
        ["scikit", "learn"],
        ["scikitlearn"],
    ]
    assert [[token.norm for token in each] for each in readings("recom-\n  mender")] == [
        ["recom", "mender"],
        ["recommender"],
    ]


def test_one_reading_where_no_line_ends_in_a_hyphen():
    assert len(readings("scikit-learn\nand more")) == 1


def test_a_stretch_counts_from_the_start_of_the_text():
    text = "aa Python bb"
    (token,) = tokenize(text, Span(3, 9))
    assert token.span.of(text) == "Python"


PIECES = st.lists(
    st.one_of(
        st.sampled_from([
            "Python", "C++", "C#", ".NET", "Node.js", "scikit-\nlearn", "ﬁnal", "e\u0301", "\u200b", "\u00ad", "—", "–", "‑",
            "B.S.", "a@example.com", "example.org/x", "AWS(EC2,S3)", "don’t", "'s", "\t", "\n", "  ", "•", "Java8", "R.",
        ]),
        st.text(max_size=6),
    ),
    max_size=12,
).map("".join)  # fmt: skip


@given(PIECES)
def test_tokens_cover_what_they_were_read_from(text):
    for tokens in readings(text):
        before = (0, 0)
        for token in tokens:
            assert 0 <= token.start < token.end <= len(text)
            # one character may be spelt as several tokens (a fraction), so they can share their place
            assert (token.start, token.end) >= before
            before = (token.start, token.end)
            surface = bare(plain(token.span.of(text)).string)
            assert token.norm in {"\t", "-"} or bare(token.form) in surface


def bare(text: str) -> str:
    return text.replace("-", "").replace("\n", "").replace(" ", "")


@given(PIECES, PIECES)
def test_what_follows_a_line_changes_no_token_before_it(text, more):
    before = [(t.norm, t.start, t.end) for t in tokenize(text + "\n.\n")]
    after = [(t.norm, t.start, t.end) for t in tokenize(text + "\n.\n" + more)]
    assert after[: len(before) - 1] == before[: len(before) - 1]


@given(st.text(max_size=40))
def test_plain_text_knows_where_it_came_from(text):
    read = plain(text)
    assert len(read.string) == len(read.starts) == len(read.ends)
    assert all(0 <= a < b <= len(text) for a, b in zip(read.starts, read.ends, strict=True))
