"""A worker survives or is replaced, whatever a document does to it; the next call is unharmed."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import ClassVar

import pytest

from gapcheck.errors import ConfigError, DocumentError
from gapcheck.guard import Guard, GuardError, child, process, windows_job
from gapcheck.guard.interpreter import VARIABLE, interpreter
from gapcheck.limits import Limits

WORK = "tests.guard.work:"
SMALL = Limits(memory_bytes=200 * 2**20, wall_seconds=20, answer_bytes=1_000_000)
posix = pytest.mark.skipif(child.resource is None, reason="the system bounds no process")


@pytest.fixture
def guard():
    with Guard(limits=SMALL) as made:
        yield made


def failed(guard, what, **options) -> tuple[str, str]:
    with pytest.raises(GuardError) as caught:
        guard.call(WORK + what, **options)
    return caught.value.reason, caught.value.detail


def test_a_worker_lives_on_from_call_to_call(guard):
    first = guard.call(WORK + "process")
    assert guard.call(WORK + "double", 21) == 42
    assert guard.call(WORK + "process") == first != os.getpid()


@pytest.mark.parametrize(
    ("what", "options", "why"),
    [
        ("fail", {}, ("error", "KeyError: 'no such glyph'")),
        ("nest", {}, ("limits", "nesting")),
        ("not_json", {}, ("error", "TypeError: Object of type set is not JSON serializable")),
        ("answer_without_end", {}, ("limits", "answer")),
    ],
)
def test_what_goes_wrong_in_a_function_costs_no_worker(guard, what, options, why):
    worker = guard.call(WORK + "process")
    assert failed(guard, what, **options) == why
    assert guard.call(WORK + "process") == worker


@pytest.mark.parametrize(
    ("what", "options", "why"),
    [
        ("hang", {"seconds": 0.2}, ("limits", "timeout")),
        ("crash", {}, ("crashed", "signal 11" if os.name == "posix" else "exit code 3221225477")),
        pytest.param(
            "open_files", {}, ("error", f"OSError: [Errno 24] {os.strerror(24)}: {os.devnull!r}"), marks=posix
        ),
        pytest.param("eat_memory", {}, ("limits", "memory"), marks=posix),
    ],
)
def test_a_worker_that_is_lost_is_replaced(guard, what, options, why):
    worker = guard.call(WORK + "process")
    assert failed(guard, what, **options) == why
    assert guard.call(WORK + "process") != worker


@posix
def test_a_worker_whose_processor_time_is_up_is_replaced():
    with Guard(limits=replace(SMALL, cpu_seconds=1)) as guard:
        worker = guard.call(WORK + "process")
        assert failed(guard, "use_the_processor") == ("limits", "cpu")
        assert guard.call(WORK + "process") != worker


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ({}, ("limits", "wall")),
        ({"spare_seconds": 0.1}, ("limits", "wall")),
        ({"seconds": 0.4}, ("limits", "timeout")),
    ],
)
def test_whose_time_is_up_is_said(options, why):
    with Guard(limits=replace(SMALL, wall_seconds=0.3)) as guard:
        guard.call(WORK + "process", seconds=20)
        assert failed(guard, "hang", **options) == why


def test_a_worker_that_was_ended_from_outside_costs_no_answer(guard, tmp_path):
    assert guard.call(WORK + "crash_once", str(tmp_path / "mark")) == "here"
    os.kill(guard.call(WORK + "process"), signal.SIGTERM)
    time.sleep(0.05)
    assert guard.call(WORK + "double", 4) == 8


def test_an_error_of_ours_comes_through_with_its_hint(guard):
    with pytest.raises(DocumentError) as caught:
        guard.call(WORK + "refuse")
    assert (caught.value.message, caught.value.reason, caught.value.hint) == (
        "a.pdf is torn.",
        "broken",
        "Export it again.",
    )


@pytest.mark.parametrize("bounds", [{"documents": 2}, {"growth_bytes": 20 * 2**20}])
def test_workers_are_replaced_in_time(bounds):
    with Guard(limits=replace(SMALL, **bounds)) as guard:
        worker = guard.call(WORK + "process")
        assert guard.call(WORK + "grow", 40 * 2**20) == 1
        assert guard.call(WORK + "process") != worker


def test_what_was_prepared_is_handed_to_each_function():
    with Guard(setup=WORK + "prepare", setup_args=("good day",)) as guard:
        assert guard.call(WORK + "greet", "Ada") == "good day Ada"
    with (
        Guard(setup=WORK + "prepare", setup_args=("refused",)) as guard,
        pytest.raises(ConfigError, match="refused"),
    ):
        guard.call(WORK + "greet", "Ada")


def test_threads_share_workers_and_answers_are_their_own():
    with Guard(workers=2) as guard, ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda n: guard.call(WORK + "double", n), range(200))) == list(
            range(0, 400, 2)
        )
        assert len(set(threads.map(lambda _: guard.call(WORK + "process"), range(20)))) <= 2


def test_who_waits_too_long_for_a_worker_is_told_and_closing_cancels(guard):
    pending = guard.start(WORK + "hang")
    while guard.free:
        time.sleep(0.01)
    assert failed(guard, "process", wait=0.05)[0] == "busy"
    guard.close()
    with pytest.raises(GuardError) as caught:
        pending.result()
    assert caught.value.reason == "cancelled"
    assert failed(guard, "process")[0] == "cancelled"


def test_other_limits_get_another_worker(guard):
    worker = guard.call(WORK + "process")
    assert guard.call(WORK + "process", limits=Limits()) != worker


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system does not fork")
def test_a_forked_process_has_workers_of_its_own(guard):
    worker = guard.call(WORK + "process")
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.write(writer, str(guard.call(WORK + "process")).encode())
        guard.close()
        os._exit(0)
    os.waitpid(pid, 0)
    assert int(os.read(reader, 100)) not in {worker, 0}
    assert guard.call(WORK + "process") == worker


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks into /proc")
def test_a_worker_ends_with_its_parent(tmp_path):
    mark = tmp_path / "worker"
    code = f"from gapcheck.guard import Guard; Guard().call({WORK + 'pid_then_hang'!r}, {str(mark)!r})"
    with subprocess.Popen(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ) as parent:
        while not (made := list(tmp_path.iterdir())):
            assert parent.poll() is None
            time.sleep(0.02)
        parent.kill()
    pid = int(made[0].name.rpartition("-")[2])
    for _ in range(3_000):
        if not Path(f"/proc/{pid}").exists() or "State:\tZ" in Path(f"/proc/{pid}/status").read_text():
            return
        time.sleep(0.02)
    pytest.fail("the worker lives on")


def test_errors_name_the_document_and_the_limit():
    error = GuardError("limits", "memory", SMALL).of_document("big.pdf")
    assert error.message == "big.pdf needs more than 200 MB of memory, which no resume does."
    assert "memory_bytes under [limits]" in error.hint
    assert GuardError("crashed", "signal 11", SMALL).of_document("odd.pdf").reason == "crashed"


@pytest.mark.parametrize("frozen", [True, False])
def test_a_program_that_is_no_python_is_never_started(monkeypatch, tmp_path, frozen):
    app = tmp_path / "uwsgi"
    app.write_text("#!/bin/sh\nexit 0\n")
    app.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(app))
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    if frozen:
        with pytest.raises(ConfigError, match="No Python was found") as caught:
            Guard().call(WORK + "process")
        assert VARIABLE in caught.value.hint
    else:
        assert Path(interpreter()).name.startswith("python")
    monkeypatch.setenv(VARIABLE, str(app))
    with pytest.raises(ConfigError, match="could not be started with"):
        Guard().call(WORK + "process")


def test_a_system_that_bounds_no_process_leaves_time_answer_and_growth(monkeypatch):
    """As on Windows, in a worker that really has no module `resource`."""
    hidden = process._BOOT.replace("import sys, json;", "import sys, json; sys.modules['resource'] = None;")
    monkeypatch.setattr(process, "_BOOT", hidden)
    with Guard(limits=SMALL) as guard:
        first = guard.call(WORK + "process")
        assert guard.call(WORK + "bounded_by_the_system") is False
        assert guard.call(WORK + "process") == first
        assert failed(guard, "hang", seconds=0.3) == ("limits", "timeout")
        assert failed(guard, "answer_without_end") == ("limits", "answer")
        assert guard.call(WORK + "process") != first


def test_a_job_of_windows_bounds_the_memory_and_ends_with_its_handle(monkeypatch):
    class Kernel:
        calls: ClassVar[list[tuple]] = []
        refuses = ""

        def __getattr__(self, name):
            def called(*args):
                self.calls.append((name, *args))
                return 0 if name == self.refuses else 7

            return called

    kernel = Kernel()
    kernel.CreateJobObjectW = lambda *_: 7
    monkeypatch.setattr(windows_job.ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    leave = windows_job.bound_to_job(42, 2**30)
    assert [name for name, *_ in kernel.calls] == ["SetInformationJobObject", "AssignProcessToJobObject"]
    assert ctypes.sizeof(windows_job.JobLimits) == kernel.calls[0][4] == (144 if sys.maxsize > 2**32 else 112)
    leave()
    assert kernel.calls[-1][0] == "CloseHandle"
    kernel.refuses = "AssignProcessToJobObject"
    windows_job.bound_to_job(42, 2**30)()
    assert kernel.calls[-1][0] == "CloseHandle"


def test_without_bounds_of_the_system_the_others_hold(monkeypatch):
    """As on Windows: what a worker is told to bound there is skipped, and the parent still bounds time and answer."""
    monkeypatch.setattr(child, "resource", None)
    child.restrict({"memory_bytes": 1, "open_files": 1})
    child.allow_seconds(1)
    assert child.outcome(lambda: [1]) == {"answer": [1]}
