"""A class name means one thing, and imports wait in one way only."""

import ast
from collections import defaultdict

from tests.places import ROOT

SOURCE = ROOT / "src" / "gapcheck"


def class_names() -> dict[str, list[str]]:
    """Every class name with the modules that define it."""
    places: dict[str, list[str]] = defaultdict(list)
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                places[node.name].append(str(path.relative_to(SOURCE)))
    return places


def inner_imports() -> list[str]:
    """Import statements inside functions: place and line."""
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                found += [
                    f"{path.relative_to(SOURCE)}:{each.lineno}"
                    for each in ast.walk(node)
                    if isinstance(each, ast.Import | ast.ImportFrom)
                ]
    return found


def test_no_class_name_means_two_things() -> None:
    assert {name: places for name, places in class_names().items() if len(places) > 1} == {}


def test_imports_wait_in_one_way_only() -> None:
    assert inner_imports() == []
