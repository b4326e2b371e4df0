"""Tables of official files, their columns read by name: releases differ in which there are, and in what order."""

from __future__ import annotations

import csv
import hashlib
import html
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gapcheck.bounded_files import content_of
from gapcheck.errors import TaxonomyError
from gapcheck.limits import MEGABYTE
from gapcheck.near_names import did_you_mean
from gapcheck.taxonomy.importers.classification import Classification, Concept, Occupation

Row = Mapping[str, str]
"""Values by the wanted column's name; an optional column that the file lacks is ""."""
Splitter = Callable[[str], Iterable[list[str]]]

_LARGEST = 500 * MEGABYTE
"""Bytes of a table; the largest of ESCO and O*NET have 50 MB."""
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
    tally: Counter[str] = field(default_factory=Counter)
    names: list[str] = field(default_factory=list)
    _digest: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        if not self.path.is_dir():
            what = "is a file" if self.path.exists() else "there is no such folder"
            raise TaxonomyError(
                f"{self.path}: {what}.", hint="Give the folder into which the official files were unpacked."
            )

    def matching(self, pattern: str) -> list[str]:
        """Names of files that fit the pattern, in any case, in order."""
        return sorted(
            each.name for each in self.path.iterdir() if re.fullmatch(pattern, each.name, re.IGNORECASE)
        )

    def csv(self, name: str, columns: Sequence[str], optional: Sequence[str] = ()) -> list[Row]:
        """The rows of a CSV file with a header; cells may hold line ends."""

        def split(text: str) -> Iterator[list[str]]:
            first = text.partition("\n")[0]
            delimiter = max(_DELIMITERS, key=first.count)
            return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)

        return self._rows(name, columns, optional, split)

    def tabbed(self, name: str, columns: Sequence[str], optional: Sequence[str] = ()) -> list[Row]:
        """The rows of a tab-separated file with a header, a row a line, quotes being plain characters."""
        return self._rows(
            name, columns, optional,
            lambda text: (line.rstrip("\r").split("\t") for line in text.split("\n")),
        )  # fmt: skip

    def _rows(self, name: str, columns: Sequence[str], optional: Sequence[str], split: Splitter) -> list[Row]:
        """The rows of a table, cells by column.

        Raises:
            TaxonomyError: the file cannot be read, or lacks one of `columns`.
        """
        place = self.path / name
        try:
            content = content_of(place, _LARGEST)
            header, *rows = list(split(content.decode("utf-8-sig"))) or [[]]
        except OSError as error:
            raise TaxonomyError(f"{place}: cannot be read ({error.strerror}).") from None
        except UnicodeDecodeError:
            hint = "Unpack the official file again, or save it as UTF-8."
            raise TaxonomyError(f"{place}: is not UTF-8.", hint=hint) from None
        except csv.Error as error:
            raise TaxonomyError(f"{place}: is not a table of the expected form ({error}).") from None
        self.names.append(name)
        self._digest += [name.encode(), hashlib.sha256(content).digest()]
        known = {cleaned(each).casefold(): at for at, each in enumerate(header)}
        for column in columns:
            if column.casefold() not in known:
                near = did_you_mean(column, map(cleaned, header), ".")
                raise TaxonomyError(
                    f"{place}:1: there is no column {column!r}{near}",
                    hint="The official files are needed as they are published.",
                )
        wanted = {column: known.get(column.casefold()) for column in (*columns, *optional)}
        least = max(at for at in wanted.values() if at is not None) + 1
        early = sum(len(row) < least and any(map(str.strip, row)) for row in rows)
        self.tally[f"rows of {name} left out: they end too early"] += early
        return [
            {column: "" if at is None else row[at] for column, at in wanted.items()}
            for row in rows
            if len(row) >= least
        ]

    def classification(
        self,
        source: str,
        concepts: Iterable[Concept],
        occupations: Iterable[Occupation],
        texts: Iterable[str],
    ) -> Classification:
        """What was made of the files, with their names and a fingerprint of names and contents."""
        return Classification(
            source, tuple(concepts), tuple(occupations), tuple(texts), tuple(sorted(self.names)),
            hashlib.sha256(b"\0".join(self._digest)).hexdigest(), self.tally,
        )  # fmt: skip
