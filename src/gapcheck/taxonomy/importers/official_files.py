"""Tables of official files, their columns read by name: releases differ in which there are, and in what order."""

from __future__ import annotations

import csv
import hashlib
import html
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gapcheck.errors import TaxonomyError
from gapcheck.taxonomy.importers.classification import Tally
from gapcheck.taxonomy.yaml_file import did_you_mean

Row = Mapping[str, str]
"""Values by the wanted column's name; an optional column that the file lacks is ""."""
Splitter = Callable[[str], Iterator[list[str]]]

_DELIMITERS = ",;\t"
"""ESCO's own is the comma; spreadsheet programs save the same table with the others."""


def cleaned(text: str) -> str:
    """One line, blanks single, nothing unprintable, character references (&amp;) resolved."""
    if "&" in text:
        text = html.unescape(text)
    text = " ".join(text.split())
    return text if text.isprintable() else "".join(filter(str.isprintable, text))


@dataclass(slots=True)
class OfficialFiles:
    """The folder of official files. Remembers which were read, and counts rows that are cut off."""

    path: Path
    tally: Tally
    names: list[str] = field(default_factory=list)
    _digest: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        if not self.path.is_dir():
            what = "is a file" if self.path.exists() else "there is no such folder"
            raise TaxonomyError(
                f"{self.path}: {what}.", hint="Give the folder into which the official files were unpacked."
            )

    @property
    def fingerprint(self) -> str:
        """Stands for the names and contents of all files that were read."""
        return hashlib.sha256(b"\0".join(self._digest)).hexdigest()

    def matching(self, pattern: str) -> list[str]:
        """Names of files that fit the pattern, in any case, in order."""
        return sorted(
            each.name for each in self.path.iterdir() if re.fullmatch(pattern, each.name, re.IGNORECASE)
        )

    def csv(self, name: str, columns: Sequence[str], optional: Sequence[str] = ()) -> list[Row]:
        """The rows of a CSV file with a header; cells may hold line ends.

        Raises:
            TaxonomyError: the file cannot be read, or lacks one of `columns`.
        """

        def split(text: str) -> Iterator[list[str]]:
            first = text.partition("\n")[0]
            delimiter = max(_DELIMITERS, key=first.count)
            return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)

        return self._rows(name, columns, optional, split)

    def tabbed(self, name: str, columns: Sequence[str], optional: Sequence[str] = ()) -> list[Row]:
        """The rows of a tab-separated file with a header, a row a line, quotes being plain characters.

        Raises:
            TaxonomyError: the file cannot be read, or lacks one of `columns`.
        """

        def split(text: str) -> Iterator[list[str]]:
            return (line.rstrip("\r").split("\t") for line in text.split("\n"))

        return self._rows(name, columns, optional, split)

    def _rows(self, name: str, columns: Sequence[str], optional: Sequence[str], split: Splitter) -> list[Row]:
        try:
            content = (self.path / name).read_bytes()
            text = content.decode("utf-8-sig")
        except OSError as error:
            raise TaxonomyError(f"{self.path / name}: cannot be read ({error.strerror}).") from None
        except UnicodeDecodeError:
            hint = "Unpack the official file again, or save it as UTF-8."
            raise TaxonomyError(f"{self.path / name}: is not UTF-8.", hint=hint) from None
        self.names.append(name)
        self._digest += [name.encode(), hashlib.sha256(content).digest()]
        try:
            rows = iter(split(text))
            places = self._places(name, next(rows, []), columns, optional)
            return list(self._picked(name, rows, places))
        except csv.Error as error:
            raise TaxonomyError(
                f"{self.path / name}: is not a table of the expected form ({error})."
            ) from None

    def _places(
        self, name: str, header: Sequence[str], columns: Sequence[str], optional: Sequence[str]
    ) -> dict[str, int | None]:
        known = {cleaned(each).casefold(): at for at, each in enumerate(header)}
        for column in columns:
            if column.casefold() not in known:
                near = did_you_mean(column, [cleaned(each) for each in header])
                raise TaxonomyError(
                    f"{self.path / name}:1: there is no column {column!r}{near or '.'}",
                    hint="The official files are needed as they are published.",
                )
        return {column: known.get(column.casefold()) for column in (*columns, *optional)}

    def _picked(
        self, name: str, rows: Iterator[list[str]], places: Mapping[str, int | None]
    ) -> Iterator[Row]:
        least = max(at for at in places.values() if at is not None) + 1
        for row in rows:
            if len(row) >= least:
                yield {column: "" if at is None else row[at] for column, at in places.items()}
            elif any(map(str.strip, row)):
                self.tally.add(f"rows of {name} left out: they end too early")
