"""The policy file: every value has a reason, and a wrong file says which value and what was meant."""

import re

import pytest

from gapcheck.config import Policy, load_policy
from gapcheck.errors import ConfigError


def test_every_constant_has_its_reason():
    for line in Policy.default_text().splitlines():
        if "=" in line.split("#")[0]:
            assert re.search(r"= \S+\s+# \S.{9,}", line), line


def test_a_users_file_replaces_single_values(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text("[score]\nmet = 0.8\n")
    policy = load_policy(path)
    assert policy.score.met == 0.8
    assert policy.score.partial == load_policy().score.partial
    assert policy.sha256 != load_policy().sha256


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[score]\nmeet = 0.8\n", ["score.meet", "did you mean met?"]),
        ("[scores]\nmet = 0.8\n", ["scores", "did you mean score?"]),
        ("[score]\nmet = 1.8\n", ["score.met", "1.8"]),
        ("met = 0.8\n", ["met", "outside of a [section]"]),
        ("[score\n", ["is not TOML"]),
    ],
)
def test_a_wrong_file_says_what_and_where(tmp_path, text, words):
    path = tmp_path / "mine.toml"
    path.write_text(text)
    with pytest.raises(ConfigError) as raised:
        load_policy(path)
    assert str(path) in str(raised.value)
    for word in words:
        assert word in str(raised.value)


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(ConfigError, match="does not exist"):
        load_policy(tmp_path / "none.toml")
