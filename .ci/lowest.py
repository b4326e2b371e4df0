# ruff: noqa: INP001  # a script by itself
"""Prints the lowest versions that pyproject.toml allows, as constraints for pip: `python .ci/lowest.py [EXTRA...]`."""

import re
import sys
import tomllib
from pathlib import Path

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def lowest(requirement: str) -> str:
    """A requirement with its lower bound as the version: "click>=8.1.7" -> "click==8.1.7"."""
    found = re.match(r"([\w.-]+)>=([\w.]+)", requirement)
    if found is None:
        raise SystemExit(
            f"{requirement}: a dependency without a lower bound cannot be tested with its lowest version."
        )
    return f"{found[1]}=={found[2]}"


rows = [
    *PROJECT["dependencies"],
    *(row for extra in sys.argv[1:] for row in PROJECT["optional-dependencies"][extra]),
]
print("\n".join(map(lowest, rows)))  # noqa: T201  # what it is for
