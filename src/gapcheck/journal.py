"""What a run over many documents has done already: an append-only file of JSON Lines that survives the end of the run."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self


class Journal:
    """Answers by key; a last line that was cut off is ignored.

    Each is handed to the system before the next one is made: it outlives the end of the process, however that
    comes, but not surely that of the machine.
    """

    def __init__(self, path: Path, *, go_on: bool) -> None:
        """Open it.

        Args:
            path: the file.
            go_on: whether to keep what an earlier run has left there.

        Raises:
            OSError: it cannot be written.
        """
        self._path = path
        self._answers: dict[str, Any] = {}
        whole = _whole_lines(path) if go_on else b""
        for line in whole.splitlines():
            with suppress(ValueError, TypeError):
                key, answer = json.loads(line)
                self._answers[key] = answer
        self._file = path.open("r+b" if path.exists() else "w+b")
        self._file.truncate(len(whole))
        self._file.seek(len(whole))

    def __contains__(self, key: str) -> bool:
        return key in self._answers

    def __getitem__(self, key: str) -> Any:
        return self._answers[key]

    def add(self, key: str, answer: Any) -> None:
        """Keep an answer, which is JSON values."""
        self._answers[key] = answer
        self._file.write(json.dumps([key, answer]).encode() + b"\n")
        self._file.flush()

    def discard(self) -> None:
        """Delete the file: the run is complete."""
        self._file.close()
        self._path.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


def _whole_lines(path: Path) -> bytes:
    """The file up to its last line break."""
    if not path.exists():
        return b""
    content = path.read_bytes()
    return content[: content.rfind(b"\n") + 1]
