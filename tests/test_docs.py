"""What docs/ says is what happens: every command of the four guides runs, every line of Python, and every link leads somewhere."""

from __future__ import annotations

import re
import runpy
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from gapcheck.analyzer import Analyzer
from gapcheck.cli import main
from gapcheck.cli.options import Shared
from tests.places import ROOT, shipped_analyzer

DOCS = ROOT / "docs"
GUIDES = ("seekers.md", "recruiters.md", "developers.md", "taxonomy-editors.md")
POSTING = """Machine Learning Engineer

Requirements
- 3+ years of experience with Python and SQL
- Experience with Docker
- Bachelor's degree in statistics or a related field
"""


def blocks(name: str, language: str) -> list[str]:
    text = (DOCS / name).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def commands(name: str) -> list[str]:
    return re.findall(r"^\$ (.*)$", "".join(blocks(name, "console")), re.MULTILINE)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with the files that the guides speak of."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(ROOT / "examples" / "resume.pdf", "resume.pdf")
    draw = runpy.run_path(str(ROOT / "examples" / "make_resume.py"))["main"]
    draw.__globals__["SKILLS"] = (*draw.__globals__["SKILLS"], ("Containers", "Docker"))
    draw(Path("resume-new.pdf"))
    (tmp_path / "posting.txt").write_text(POSTING, encoding="utf-8")
    (tmp_path / "resumes").mkdir()
    shutil.copy("resume.pdf", "resumes/one.pdf")
    (skills,) = blocks("taxonomy-editors.md", "yaml")
    place = tmp_path / skills.splitlines()[0].removeprefix("# ")
    place.parent.mkdir(parents=True)
    place.write_text(skills, encoding="utf-8")
    build = Shared.analyzer
    same = shipped_analyzer()

    def kept(self: Shared) -> Analyzer:
        return build(self) if self.taxonomy or self.config else same

    monkeypatch.setattr(Shared, "analyzer", kept)
    return tmp_path


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("name", GUIDES)
def test_every_command_runs(name):
    assert len(commands(name)) >= 4
    for command in commands(name):
        program, *args = shlex.split(command)
        assert program == "gapcheck"
        done = CliRunner().invoke(main, args, prog_name="gapcheck")
        assert done.exit_code == 0, (command, done.stderr, done.exception)


@pytest.mark.usefixtures("desk")
def test_two_resumes_are_told_apart():
    (command,) = (each for each in commands("recruiters.md") if each.startswith("gapcheck compare"))
    done = CliRunner().invoke(main, shlex.split(command)[1:], prog_name="gapcheck")
    assert "Docker" in done.stdout


@pytest.mark.usefixtures("desk")
def test_the_lines_of_python_run():
    known: dict[str, object] = {}
    for code in blocks("developers.md", "python"):
        exec(compile(code, "developers.md", "exec"), known)  # noqa: S102
    assert known["marked"].startswith(b"%PDF-")
    assert known["changed"].what_if.after.value > known["changed"].what_if.before.value


PAGES = sorted(page.name for page in DOCS.glob("*.md"))


def test_every_page_is_named_in_the_readme():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in PAGES if f"docs/{name}" not in readme] == []


def test_every_package_has_its_floor_on_the_page_of_the_architecture():
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    packages = [each.parent.name for each in (ROOT / "src" / "gapcheck").glob("*/__init__.py")]
    assert [name for name in packages if not re.search(rf"\b{name}\b", text)] == []


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name):
    text = (DOCS / name).read_text(encoding="utf-8")
    for link in re.findall(r"\]\(((?!http)[^)#]+)\)", text):
        assert (DOCS / link).exists(), link


def test_the_picture_of_the_terminal_fetches_nothing():
    drawn = (DOCS / "report.svg").read_text(encoding="utf-8")
    assert "url(http" not in drawn
    assert "machine learning engineer" in re.sub(r"<[^>]+>|&#160;", " ", drawn)
