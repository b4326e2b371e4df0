"""Which Python runs a worker, where this program is no Python itself (frozen apps, uwsgi, mod_wsgi)."""

from __future__ import annotations

import os
import sys

from gapcheck.errors import ConfigError

VARIABLE = "GAPCHECK_PYTHON"
"""The environment variable that names an interpreter."""
HINT = (
    f"Set the environment variable {VARIABLE} to a Python {sys.version_info.major}.{sys.version_info.minor} that has gapcheck, or read in this process, "
    "unguarded: Limits(child_process=False)."
)


def interpreter() -> str:
    """The path of a Python interpreter of this version: the one named, the running one, or that of its environment.

    Raises:
        ConfigError: there is none.
    """
    named = os.environ.get(VARIABLE)
    if named:
        return named
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    folders = (sys.exec_prefix, os.path.join(sys.exec_prefix, "bin"))  # noqa: PTH118  # pathlib costs its import
    beside = [
        os.path.join(folder, name)  # noqa: PTH118
        for folder in folders
        for name in (f"python{version}", "python3", "python", "python.exe")
    ]
    frozen = getattr(sys, "frozen", False)
    for path in () if frozen else (sys.executable, *beside):
        # starting anything else with our arguments might start this program again, and again
        if path and _is_named_python(path) and os.access(path, os.X_OK) and os.path.isfile(path):  # noqa: PTH113
            return path
    raise ConfigError(
        f"No Python was found to start a worker process with ({sys.executable!r} is none).", hint=HINT
    )


def _is_named_python(path: str) -> bool:
    return os.path.basename(path).lower().startswith(("python", "pypy"))  # noqa: PTH119
