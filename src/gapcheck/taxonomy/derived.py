"""What is worked out once from a taxonomy and kept as long as that taxonomy lives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar
from weakref import ref

from gapcheck.guard.deadline import uncounted

Source = TypeVar("Source")
Value = TypeVar("Value")


class Derived(Generic[Source, Value]):
    """A pure function of a frozen value that cannot be hashed, worked out once for each one.

    Two threads that ask at the same time may both work it out; they get equal values.
    """

    def __init__(self, build: Callable[[Source], Value]) -> None:
        self._build = build
        self._kept: dict[int, tuple[ref[Source], Value]] = {}

    def __call__(self, source: Source) -> Value:
        """The value for `source`."""
        key = id(source)
        kept = self._kept.get(key)
        if kept is None or kept[0]() is not source:
            gone = ref(source, lambda _: self._kept.pop(key, None))
            with uncounted():
                kept = self._kept[key] = (gone, self._build(source))
        return kept[1]
