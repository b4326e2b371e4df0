"""The web page and the HTTP API: one process, nothing on disk, nothing from another host (extra `gapcheck[web]`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lazy import lazy_names

if TYPE_CHECKING:
    from gapcheck.web.app import create_app
    from gapcheck.web.settings import LOOPBACK, WebSettings

__all__ = ["LOOPBACK", "WebSettings", "create_app"]

__getattr__ = lazy_names(__name__, ".settings", ".app")
