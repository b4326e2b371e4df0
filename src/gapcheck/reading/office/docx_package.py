"""The archive that a Word document is: what it may unpack to, its parts, their XML and their links."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import Any

from gapcheck.errors import DocumentError
from gapcheck.lazy import LazyModule
from gapcheck.limits import MEGABYTE, Limits, how_to_raise
from gapcheck.reading.source import SourceFile

etree = LazyModule("lxml.etree")

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_LOOSE = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT_R = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
_LOOSE_R = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


class DocxPackage:
    """The ZIP archive, unpacked within bounds and parsed without entities or network."""

    def __init__(self, source: SourceFile, limits: Limits) -> None:
        self.name = source.name
        self.limits = limits
        try:
            self.archive = zipfile.ZipFile(BytesIO(source.data))
            entries = self.archive.infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
            raise self._broken(str(error)) from None
        if len(entries) > limits.zip_members:
            raise self._too_large("zip_members")
        if sum(entry.file_size for entry in entries) > limits.unpacked_bytes:
            raise self._too_large("unpacked_bytes")
        if any(entry.compress_type not in _PACKED for entry in entries):
            raise self._broken("it is packed in a way that Word does not write")
        if any(entry.flag_bits & 1 for entry in entries):
            raise DocumentError(
                f"{self.name} is protected by a password.",
                reason="encrypted",
                hint="Save a copy without the password and try again.",
            )
        self.names = {entry.filename: entry for entry in entries}

    def _too_large(self, limit: str) -> DocumentError:
        most = getattr(self.limits, limit)
        amounts = {
            "unpacked_bytes": f"{most // MEGABYTE} MB",
            "zip_members": f"{most:,} parts",
            "xml_elements": f"{most:,} elements",
        }
        return DocumentError(
            f"{self.name} unpacks to more than {amounts[limit]}; it may be made to do harm.",
            reason="limits",
            hint=f"Save it again from Word, or as PDF. {how_to_raise(limit)}",
        )

    def _broken(self, why: str) -> DocumentError:
        return DocumentError(
            f"{self.name} is damaged and cannot be read as a Word document ({why}).",
            reason="broken",
            hint="Open it in Word, save it again, or save it as PDF.",
        )

    def main(self) -> str:
        """The name of the main part."""
        found = "word/document.xml"
        if found in self.names:
            return found
        others = sorted(
            name for name in self.names if name.startswith("word/document") and name.endswith(".xml")
        )
        if not others:
            raise self._broken("its main part is missing")
        return others[0]

    def parts(self, kind: str) -> list[str]:
        """Header or footer parts, in order of their numbers."""
        return sorted(
            name for name in self.names if name.startswith(f"word/{kind}") and name.endswith(".xml")
        )

    def xml(self, name: str, *, needed: bool = False) -> Any:
        """The root element of a part, or None."""
        entry = self.names.get(name)
        if entry is None:
            return None
        try:
            with self.archive.open(entry) as file:
                data = file.read(self.limits.unpacked_bytes + 1)
            if len(data) > self.limits.unpacked_bytes:
                raise self._too_large("unpacked_bytes")
            if data.count(b"<") - data.count(b"</") > self.limits.xml_elements:
                raise self._too_large("xml_elements")
            if b"<!DOCTYPE" in data[:4096]:
                raise self._broken("it declares entities")
            data = data.replace(_STRICT, _LOOSE).replace(_STRICT_R, _LOOSE_R)
            parser = etree.XMLParser(
                resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
            )
            return etree.fromstring(data, parser)
        except (
            zipfile.BadZipFile,
            OSError,
            EOFError,
            ValueError,
            RuntimeError,
            zlib.error,
            etree.XMLSyntaxError,
        ) as error:
            if needed:
                raise self._broken(type(error).__name__) from None
            return None

    def links(self, part: str) -> dict[str, str]:
        """Relationship id -> web, mail or telephone address, of one part."""
        folder, _, file = part.rpartition("/")
        root = self.xml(f"{folder}/_rels/{file}.rels")
        if root is None:
            return {}
        return {
            row.get("Id", ""): row.get("Target", "")
            for row in root
            if row.get("TargetMode") == "External"
            and row.get("Target", "").lower().startswith(("http://", "https://", "mailto:", "tel:"))
        }
