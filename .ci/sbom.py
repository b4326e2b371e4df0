# ruff: noqa: INP001, T201  # a script by itself, that prints
"""Prints what gapcheck needs, as installed here, as a CycloneDX bill of materials: `python .ci/sbom.py > sbom.json`."""

from __future__ import annotations

import json
import re
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any

_NAME = re.compile(r"[\w.-]+")


def component(name: str) -> dict[str, Any]:
    """One installed package."""
    found = distribution(name)
    title, version = found.metadata["Name"], found.version
    licence = (
        found.metadata.get("License-Expression") or (found.metadata.get("License") or "").split("\n")[0][:80]
    )
    url = f"pkg:pypi/{title.lower().replace('_', '-')}@{version}"
    licences = {"licenses": [{"license": {"name": licence}}]} if licence else {}
    return {"type": "library", "name": title, "version": version, "purl": url, "bom-ref": url, **licences}


def needed(name: str, found: dict[str, list[str]]) -> dict[str, list[str]]:
    """What a package needs without extras, and what that needs: name -> names, each spelled in one way only."""
    if name in found:
        return found
    found[name] = []
    for requirement in distribution(name).requires or ():
        named = _NAME.match(requirement)
        if named is None or "extra ==" in requirement:
            continue
        other = re.sub(r"[-_.]+", "-", named[0]).lower()
        try:
            distribution(other)
        except PackageNotFoundError:
            continue  # for another system or version of Python
        found[name].append(other)
        needed(other, found)
    return found


def bill() -> dict[str, Any]:
    """The whole bill: the same packages give the same bytes."""
    tree = needed("gapcheck", {})
    parts = {name: component(name) for name in tree}
    rows = {row["purl"]: row for name, row in parts.items() if name != "gapcheck"}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {**parts["gapcheck"], "type": "application"}},
        "components": [rows[url] for url in sorted(rows)],
        "dependencies": [
            {"ref": parts[name]["purl"], "dependsOn": sorted({parts[each]["purl"] for each in names})}
            for name, names in sorted(tree.items())
        ],
    }


if __name__ == "__main__":
    print(json.dumps(bill(), indent=2, sort_keys=True))
