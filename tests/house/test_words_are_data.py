"""English by which text is understood stands in skills_taxonomy/language, and not in patterns of the code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.places import ROOT

SOURCE = ROOT / "src" / "gapcheck"
MOST = 60
WRAPPERS = {"compiled", "compile_pattern", "pattern_of", "alternation", "found"}
"""Functions of gapcheck.text that make or search regular expressions."""


def _strings(node: ast.AST, constants: dict[str, ast.expr]) -> Iterator[str]:
    """The string constants in an expression, with those of module constants that it names."""
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value
        elif isinstance(each, ast.Name) and each.id in constants:
            yield from _strings(constants[each.id], {})


def _is_pattern_call(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    match node.func:
        case ast.Attribute(value=ast.Name(id="re")):
            return True
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in WRAPPERS
    return False


def words_of(path: Path) -> set[str]:
    """English words of three letters and more in the patterns of a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants = {
        target.id: statement.value
        for statement in tree.body
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        if isinstance(target, ast.Name)
    }
    found: set[str] = set()
    for node in ast.walk(tree):
        if _is_pattern_call(node):
            for text in (s for arg in node.args for s in _strings(arg, constants)):
                bare = re.sub(r"\(\?P<\w+>|\(\?P=\w+\)|\\[a-zA-Z]|\{[^}]*\}|\[[^\]]*\]", " ", text)
                found |= set(re.findall(r"[a-z]{3,}", bare.lower()))
    return found


def words_by_file() -> dict[str, set[str]]:
    """The same for every module outside text/, which is the grammar of the language itself."""
    files = (path for path in sorted(SOURCE.rglob("*.py")) if path.parent.name != "text")
    return {str(path.relative_to(SOURCE)): words for path in files if (words := words_of(path))}


def test_few_words_stand_in_patterns_of_the_code() -> None:
    by_file = words_by_file()
    distinct = set().union(*by_file.values()) if by_file else set()
    assert len(distinct) <= MOST, {file: sorted(words) for file, words in by_file.items()}
