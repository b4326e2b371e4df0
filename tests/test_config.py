"""The policy file: every value has a reason, and a wrong file says which value and what was meant."""

import re

import pytest

from gapcheck.config import Policy, load_limits, load_policy
from gapcheck.errors import ConfigError
from gapcheck.limits import Limits


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


def test_limits_have_a_section_of_their_own(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text("[limits]\nfile_bytes = 1000\nwall_seconds = 5\n")
    limits = load_limits(path)
    assert (limits.file_bytes, limits.wall_seconds, limits.pages) == (1000, 5, Limits().pages)
    assert load_policy(path).sha256 == load_policy().sha256


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[limits]\nfile_byte = 8\n", ["limits.file_byte", "did you mean file_bytes?"]),
        ("[limits]\npages = 0\n", ["limits.pages: 0 is not a whole number above zero"]),
        ("[limits]\npages = 2.5\n", ["limits.pages: 2.5"]),
        ("[limits]\nchild_process = 1\n", ["limits.child_process: 1 is not true or false"]),
        ("limits = 4\n", ["limits is not a [section]"]),
        ("[limit]\npages = 2\n", ["did you mean limits?"]),
    ],
)
def test_a_wrong_limit_says_which(tmp_path, text, words):
    path = tmp_path / "mine.toml"
    path.write_text(text)
    load = load_limits if "[limits]" in text or text.startswith("limits") else load_policy
    with pytest.raises(ConfigError) as raised:
        load(path)
    for word in words:
        assert word in str(raised.value)


def test_the_built_in_limits_are_a_file_that_can_be_given_back(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(Limits.default_text())
    assert load_limits(path) == Limits()


def test_a_settings_file_is_no_dump(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_bytes(b"#" * (Limits().file_bytes + 1))
    with pytest.raises(ConfigError, match="larger than 20 MB"):
        load_policy(path)
