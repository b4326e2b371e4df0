"""gapcheck inside servers and queues: a pool of workers, and the recipes of docs/embedding.md as they are printed."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from gapcheck import Analyzer, AnalyzerPool, DocumentError, GapcheckError, Limits, UnknownNameError
from gapcheck.export import resume_values
from gapcheck.plain_values import plain
from tests import poison
from tests.places import shipped_analyzer
from tests.test_many import GOOD

DAY = "2026-11-21"
PAGE = Path(__file__).parents[1] / "docs" / "embedding.md"


@pytest.fixture(scope="module")
def pool():
    limits = Limits(wall_seconds=20, memory_bytes=300 * 2**20)
    with AnalyzerPool(Analyzer(readers={".res": poison.read}, limits=limits)) as made:
        yield made


def test_a_pool_gives_what_an_analyzer_gives(pool):
    posting = b"# Data engineer\n\n## Requirements\n\n- Python and SQL\n- 2 years of experience\n"
    here = Analyzer().analyze(GOOD, job=posting, name="ola.txt", as_of=DAY)
    there = pool.analyze(io.BytesIO(GOOD), job=io.BytesIO(posting), name="ola.txt", as_of=DAY)
    assert there.to_json() == here.to_json()


def test_a_pool_understands_postings_and_resumes_as_an_analyzer_does(pool):
    posting = (
        "# Data engineer\n\n## Requirements\n\n- Python or SQL, and Kettle Weaving\n- 2 years of experience\n"
    )
    here = shipped_analyzer()
    assert pool.requirements_of(job_text=posting) == here.requirements_of(job_text=posting)
    sent = io.BytesIO(posting.encode())
    sent.name = "kettle.md"
    assert pool.requirements_of(job=sent) == here.requirements_of(
        job=here.read(posting.encode(), name="kettle.md")
    )
    assert pool.requirements_of(role="data-engineer") == here.requirements_of(role="data-engineer")
    with pytest.raises(GapcheckError, match="More than one target"):
        pool.requirements_of(job=b"a", job_text="a")
    assert pool.posting_values(posting.encode(), name="k.md")["documents"][0]["name"] == "k.md"
    values = pool.resume_values(GOOD, name="ola.txt", as_of=DAY)
    parsed = here.parse(GOOD, name="ola.txt", as_of=DAY)
    assert values == plain(resume_values(parsed, here.taxonomy, here.policy))
    document = here.read(GOOD, name="ola.txt")
    assert pool.blinded(document) == here.parse(document, blind=True).document


@pytest.mark.parametrize("way", ["resume_values", "posting_values"])
def test_no_document_harms_who_only_has_it_read(pool, way):
    with pytest.raises(DocumentError, match=r"b\.res"):
        getattr(pool, way)(b"fail", name="b.res")


def test_threads_share_a_pool_and_faults_are_errors_of_their_document(pool):
    documents = [(GOOD, "a.txt"), (b"fail", "b.res"), (GOOD, "c.txt"), (b"%PDF-1.7", "d.pdf")]

    def asked(document):
        try:
            return pool.analyze(document[0], name=document[1], as_of=DAY).score.value
        except DocumentError as error:
            return error.message

    with ThreadPoolExecutor(4) as threads:
        first, failed, third, torn = threads.map(asked, documents)
    assert first == third > 0
    assert "b.res" in failed
    assert "d.pdf is damaged" in torn


def test_what_takes_too_long_ends_and_the_next_call_is_unharmed(pool):
    with pytest.raises(DocumentError) as caught:
        pool.analyze(b"hang", name="slow.res", timeout=0.3)
    assert caught.value.reason == "limits"
    assert "within the 0.3 seconds it was given" in caught.value.message
    with pytest.raises(UnknownNameError):
        pool.analyze(GOOD, role="astronaut")


@pytest.fixture
def recipe(monkeypatch):
    """The code of a recipe by the name of its file, run; its pool is that of this module, so that one worker serves all."""

    def of(name: str, pool: AnalyzerPool) -> dict:
        (code,) = re.findall(rf"```python\n# {name}\n(.*?)```", PAGE.read_text(), re.DOTALL)
        monkeypatch.setattr("gapcheck.AnalyzerPool", lambda **_: pool)
        names: dict = {"__name__": name.removesuffix(".py")}
        exec(compile(code.replace("from __future__", "#"), name, "exec"), names)  # noqa: S102  # the recipe as printed
        return names

    return of


def test_the_recipe_of_fastapi(recipe, pool):
    pytest.importorskip("fastapi", reason="needs gapcheck[web]")
    testclient = pytest.importorskip("fastapi.testclient", reason="needs httpx")
    client = testclient.TestClient(recipe("app.py", pool)["app"])
    done = client.post("/reports", files={"resume": ("ola.txt", GOOD)})
    assert done.json()["document"]["name"] == "ola.txt"
    assert client.post("/reports", files={"resume": ("a.bin", b"7z\xbc\xaf\x27\x1c")}).status_code == 415


def test_the_recipe_of_django(recipe, pool):
    django = pytest.importorskip("django", reason="needs django")
    from django.conf import settings  # noqa: PLC0415  # where it is installed
    from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415
    from django.test import RequestFactory  # noqa: PLC0415

    if not settings.configured:
        settings.configure(ALLOWED_HOSTS=["*"])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            django.setup()
    view = recipe("views.py", pool)["report"]
    for name, content, status in (("ola.txt", GOOD, 200), ("torn.pdf", b"%PDF-1.7", 422)):
        form = {"resume": SimpleUploadedFile(name, content), "role": "data-analyst"}
        done = view(RequestFactory().post("/", form))
        assert done.status_code == status
        assert name.encode() in done.content


def test_the_recipe_of_celery(recipe, pool, tmp_path):
    pytest.importorskip("celery", reason="needs celery")
    names = recipe("tasks.py", pool)
    path = tmp_path / "ola.txt"
    path.write_bytes(GOOD)
    names["app"].conf.task_always_eager = True
    assert names["compare"].delay(str(path), "data-analyst").get()["document"]["name"] == "ola.txt"
    assert names["compare"].delay(str(tmp_path / "none"), "data-analyst").get()["reason"] == "missing"


def test_nothing_is_logged_or_printed():
    code = "import logging, gapcheck; assert not logging.root.handlers; gapcheck.read('examples/resume.pdf'); gapcheck.Analyzer().analyze('examples/resume.pdf')"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, check=True, env=None
    )
    assert (done.stdout, done.stderr) == (b"", b"")
