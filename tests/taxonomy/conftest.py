from collections.abc import Callable
from pathlib import Path

import pytest

Folder = Callable[..., Path]


@pytest.fixture
def folder(tmp_path) -> Folder:
    """Writes a taxonomy folder from {relative name: text}; gives its path."""

    def write(files: dict[str, str], name: str = "own") -> Path:
        place = tmp_path / name
        for relative, text in {"taxonomy.yaml": 'version: "1"\n', **files}.items():
            file = place / relative
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return place

    return write
