"""The command line loads spaCy's PhraseMatcher without the rest, and nothing of spaCy is lost by it."""

import subprocess
import sys

import pytest


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


PUT_OFF = "from gapcheck.slim_spacy import defer_spacy; defer_spacy()\n"
MATCH = (
    "from spacy.matcher import PhraseMatcher\nfrom spacy.tokens import Doc\nfrom spacy.vocab import Vocab\n"
    "vocab = Vocab()\n"
    "matcher = PhraseMatcher(vocab{})\n"
    "matcher.add('x', [(vocab.strings.add('b'), vocab.strings.add('c'))])\n"
    "print([(s, e) for _, s, e in matcher(Doc(vocab, words=['a', 'b', 'c']))])\n"
)
LOADED = "import sys; print([n for n in ('spacy.cli', 'spacy.language', 'spacy.pipeline', 'httpx') if n in sys.modules])\n"


def test_the_matcher_works_and_the_rest_is_not_loaded():
    assert run(PUT_OFF + MATCH.format(", attr=65") + LOADED) == "[(1, 3)]\n[]"


def test_without_it_the_rest_is_loaded():
    assert "'spacy.language'" in run(MATCH.format("") + LOADED)


def test_a_matcher_may_name_its_attribute():
    assert run(PUT_OFF + MATCH.format(", attr='ORTH'")) == "[(1, 3)]"


BLANK = ("import spacy; print(len(spacy.blank('en')('two words')))", "2")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        BLANK,
        (
            "from spacy import displacy, util; print(util.__name__, displacy.__name__)",
            "spacy.util spacy.displacy",
        ),
        ("from spacy.matcher import Matcher; print(Matcher.__name__)", "Matcher"),
        ("from spacy.schemas import DocJSONSchema; print(DocJSONSchema.__name__)", "DocJSONSchema"),
        ("import srsly; print(srsly.json_dumps([1]))", "[1]"),
        ("import spacy; print(hasattr(spacy, 'no_such_name'))", "False"),
    ],
)
def test_what_else_is_asked_of_spacy_is_there(code, said):
    assert run(PUT_OFF + code).splitlines()[-1] == said


def test_it_is_there_after_the_matcher_was_used():
    code, said = BLANK
    assert run(PUT_OFF + MATCH.format("") + code).splitlines()[-1] == said


def test_spacy_that_is_loaded_stays_as_it_is():
    code = (
        "import spacy\nbefore = vars(spacy).copy()\n"
        + PUT_OFF
        + "import sys; print(sys.modules['spacy'] is spacy)\n"
    )
    assert run(code + "print(type(spacy).__name__)") == "True\nmodule"


def test_a_release_that_does_not_work_so_is_imported_plainly():
    broken = (
        "import gapcheck.slim_spacy as slim\nload = slim.import_module\n"
        "def failing(name):\n"
        "    if name == 'spacy.matcher.phrasematcher':\n        raise AttributeError(name)\n"
        "    return load(name)\n"
        "slim.import_module = failing\n"
    )
    matching = (
        "from gapcheck.lazy import LazyModule\nprint(LazyModule('spacy.matcher').PhraseMatcher.__name__)"
    )
    assert run(PUT_OFF + broken + matching + "\n" + LOADED).startswith("PhraseMatcher\n['spacy.")
