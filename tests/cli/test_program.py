"""Exit codes, and what is said when something is wrong."""

import os
import signal
import subprocess
import sys

import click
import pytest

from gapcheck.cli import main
from gapcheck.cli.program import Program, print_error
from gapcheck.errors import ConfigError, DocumentError, GapcheckError, TaxonomyError, UnknownNameError


@pytest.mark.parametrize(
    ("args", "message", "hint"),
    [
        (["reprot"], "No such command 'reprot'.", "Try `gapcheck --help`."),
        (["report"], "Missing argument 'RESUME'.", "Try `gapcheck report --help`."),
        (["report", "x.pdf", "--fail-under", "200"], "200", "Try `gapcheck report --help`."),
        (["report", "x.pdf", "--role", "a", "--job", "b"], "--role and --job were both given", ""),
        (["report", "-", "--job", "-"], "Only one document can come from standard input.", ""),
        (
            ["report", "x.pdf", "--as-of", "yesterday"],
            "'yesterday' is not a valid date (use YYYY-MM-DD).",
            "",
        ),
        (["report", "x.pdf", "-o", "report.pptx"], "the suffix '.pptx' belongs to no known format", ""),
        (["report", "x.pdf", "--only"], "--only needs --taxonomy DIR.", ""),
        (["roles", "--frmat", "json"], "No such option '--frmat'", ""),
        (["taxonomy", "chekc"], "Did you mean check?", "Try `gapcheck taxonomy --help`."),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(run, args, message, hint):
    done = run(*args)
    assert done.exit_code == 2
    assert done.stderr.startswith("gapcheck: ")
    assert message in done.stderr
    assert hint in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (DocumentError("a.pdf is a scan.", reason="scan", hint="Run OCR first."), 3),
        (TaxonomyError("x.yaml:3: no.", hint="Run OCR first."), 4),
        (ConfigError("policy.toml: no.", hint="Run OCR first."), 4),
        (UnknownNameError("There is no role 'x'.", hint="Run OCR first."), 2),
        (GapcheckError("No.", hint="Run OCR first."), 2),
    ],
)
def test_each_error_has_its_exit_code_and_shows_its_hint_once(capsys, error, code):
    @click.group(cls=Program)
    def program():
        pass

    @program.command()
    def fail():
        raise error

    with pytest.raises(SystemExit) as left:
        program.main(["fail"])
    assert left.value.code == code
    assert capsys.readouterr().err == f"gapcheck: {error.message}\n  Run OCR first.\n"


def test_a_bug_keeps_its_traceback():
    @click.group(cls=Program)
    def program():
        pass

    @program.command()
    def fail():
        raise ZeroDivisionError("a bug")

    with pytest.raises(ZeroDivisionError):
        program.main(["fail"])


def test_an_interrupted_run_says_nothing(capsys):
    @click.group(cls=Program)
    def program():
        pass

    @program.command()
    def wait():
        raise KeyboardInterrupt

    with pytest.raises(SystemExit) as left:
        program.main(["wait"])
    assert left.value.code == 130
    assert "Traceback" not in capsys.readouterr().err


def test_a_program_that_ended_leaves_the_handler_of_sigterm_as_it_was():
    seen = []

    @click.group(cls=Program)
    def program():
        pass

    @program.command()
    def look():
        seen.append(signal.getsignal(signal.SIGTERM))

    def own(number, frame):
        pass

    before = signal.signal(signal.SIGTERM, own)
    try:
        with pytest.raises(SystemExit):
            program.main(["look"])
        assert seen == [signal.default_int_handler]
        assert signal.getsignal(signal.SIGTERM) is own
    finally:
        signal.signal(signal.SIGTERM, before)


@pytest.mark.parametrize("watched", [True, False])
def test_an_error_breaks_between_words_on_a_terminal_and_is_one_line_elsewhere(capsys, monkeypatch, watched):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: watched)
    monkeypatch.setenv("COLUMNS", "40")
    print_error("ada.pdf: it has eleven words, of which four are in its head", "Check it.")
    said = capsys.readouterr().err.splitlines()
    if watched:
        assert said[-1] == "  Check it."
        assert len(said) == 3
        assert all(len(line) <= 40 for line in said)
    else:
        assert said == [
            "gapcheck: ada.pdf: it has eleven words, of which four are in its head",
            "  Check it.",
        ]


def test_a_reader_that_has_enough_is_no_error():
    command = f"{sys.executable} -m gapcheck certifications --all --format csv | head -n 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("id,")


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full")
@pytest.mark.parametrize(
    ("redirection", "message"),
    [
        ("> /dev/full", "standard output: cannot be written (No space left on device)."),
        (">&-", "standard output: cannot be written (it is closed)."),
    ],
)
def test_standard_output_that_cannot_be_written_is_not_a_low_score(redirection, message):
    command = f"{sys.executable} -m gapcheck roles {redirection}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (5, f"gapcheck: {message}\n")


def test_the_version(run):
    done = run("--version")
    assert done.exit_code == 0
    assert done.stdout.startswith("gapcheck 0.")


def commands(group, path=()):
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name)


@pytest.mark.parametrize("path", list(commands(main)), ids=" ".join)
def test_every_command_explains_itself_with_examples(run, path):
    done = run(*path, "--help")
    assert done.exit_code == 0
    assert "Examples:\n" in done.stdout
    assert f"  gapcheck {' '.join(path)}" in done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(run, shell):
    done = run("completion", shell)
    assert done.exit_code == 0
    assert "_GAPCHECK_COMPLETE" in done.stdout


def test_the_shell_completes_commands_and_ids():
    def offered(words, at):
        environment = {
            **os.environ,
            "_GAPCHECK_COMPLETE": "bash_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": str(at),
        }
        code = "from gapcheck.cli import main; main(prog_name='gapcheck')"
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False
        )
        return done.stdout.split()

    assert offered("gapcheck repo", 1) == ["plain,report"]
    assert "plain,pandas" in offered("gapcheck taxonomy show pan", 3)


@pytest.mark.parametrize("words", [(), ("taxonomy",)])
def test_a_group_alone_prints_its_help_and_nothing_before_it(run, words):
    done = run(*words)
    assert "gapcheck: " not in done.output
    assert done.output.startswith("Usage: gapcheck")
