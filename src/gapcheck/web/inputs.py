"""What a form or an API call sends: documents in memory, and the few words beside them, checked."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from http import HTTPStatus
from pathlib import PurePath
from typing import Any

from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import Request

from gapcheck.web.problems import HttpProblem
from gapcheck.web.settings import WebSettings

_LONGEST_NAME = 120
_MOST_FIELDS = 1000
_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"


class NamedBytes(io.BytesIO):
    """A document in memory with the name of its file."""

    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(data)
        self.name = name


@dataclass(frozen=True, slots=True)
class Asked:
    """One analysis that was asked for: the target as arguments of `analyze`, and how to show the result.

    `corrected`: requirement id -> required, preferred, mentioned or not asked, as a reader of the posting
    corrected it. `level` is a step of the role's ladder, `must` a recruiter's must-haves, `confirmed` and
    `wrong` the person's own facts.
    """

    target: Mapping[str, Any]
    as_of: date | None = None
    blind: bool = False
    what_if: tuple[str, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    level: str = ""
    must: tuple[str, ...] = ()
    confirmed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


class _InMemory(MultiPartParser):
    """A parser that puts nothing into temporary files."""

    spool_max_size = 1 << 40


@dataclass(frozen=True, slots=True)
class SentForm:
    """The fields of a form: texts by name, and files by name; files that were not chosen are left out."""

    texts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    files: Mapping[str, Sequence[NamedBytes]] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        """The last value of a field without blanks around it."""
        return (self.texts.get(name) or [default])[-1].strip()

    def names(self, name: str) -> tuple[str, ...]:
        """The names of a field, which commas or lines part."""
        given = (each for text in self.texts.get(name, ()) for each in re.split(r"[,;\n]", text))
        return tuple(dict.fromkeys(each.strip() for each in given if each.strip()))

    def flag(self, name: str) -> bool:
        """Whether a box was ticked."""
        return self.text(name).lower() in {"1", "on", "true", "yes"}

    def file(self, name: str) -> NamedBytes | None:
        """The document of a field, if there is one."""
        found = self.files.get(name)
        return found[-1] if found else None

    def needed(self, name: str) -> NamedBytes:
        """The document of a field.

        Raises:
            HttpProblem: there is none.
        """
        found = self.file(name)
        if found is None:
            raise HttpProblem(
                HTTPStatus.UNPROCESSABLE_ENTITY, "missing", f"No document was sent as {name!r}.", "Choose a file."
            )  # fmt: skip
        return found

    def target(self, suffix: str = "") -> dict[str, Any]:
        """The arguments of `analyze` that say what a resume is compared with: a role, a posting as file or as text.

        Raises:
            HttpProblem: more than one of them was given.
        """
        found: dict[str, Any] = {}
        posting = self.file(f"job{suffix}")
        if self.text(f"job_text{suffix}"):
            found["job_text"] = self.text(f"job_text{suffix}")
        if posting is not None:
            found["job"] = posting
        if self.text(f"role{suffix}") and not (self.texts.get("form") and found):
            # the form of the page always sends a role; a posting that was given goes before it
            found["role"] = self.text(f"role{suffix}")
        if len(found) > 1:
            raise HttpProblem(
                HTTPStatus.UNPROCESSABLE_ENTITY,
                "target",
                f"More than one target was given ({', '.join(sorted(found))}).",
                "Give a role, or a posting as a file or as text.",
            )
        return found


async def form_of(request: Request, settings: WebSettings) -> SentForm:
    """The form that a request sends.

    Raises:
        HttpProblem: it is no form, or a damaged one.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        if kind == _MULTIPART:
            parser = _InMemory(
                request.headers,
                request.stream(),
                max_files=settings.files + 2,
                max_fields=_MOST_FIELDS,
                max_part_size=settings.upload_bytes,
            )
            return await _sent(await parser.parse())
        if kind == _FORM:
            return await _sent(await FormParser(request.headers, request.stream()).parse())
    except MultiPartException as error:
        raise HttpProblem(
            HTTPStatus.UNPROCESSABLE_ENTITY, "form", f"The form is damaged: {error.message}"
        ) from None
    except (ValueError, KeyError, UnicodeError, LookupError) as error:
        detail = f"The form is damaged ({type(error).__name__})."
        raise HttpProblem(HTTPStatus.UNPROCESSABLE_ENTITY, "form", detail) from None
    raise HttpProblem(
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "form", f"A form was expected, not {kind or 'nothing'!r}.", f"Send {_MULTIPART}."
    )  # fmt: skip


async def _sent(form: FormData) -> SentForm:
    texts: dict[str, list[str]] = {}
    files: dict[str, list[NamedBytes]] = {}
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            data = await value.read()
            if data or value.filename:
                files.setdefault(name, []).append(NamedBytes(data, _file_name(value.filename)))
        else:
            texts.setdefault(name, []).append(value)
    await form.close()
    return SentForm(texts, files)


def _file_name(given: str | None) -> str:
    """The name of a file without its folder, short enough to print."""
    name = PurePath((given or "").replace("\\", "/")).name or "document"
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 12] + name[-12:]
