"""Addresses of web pages and of mail, as parts of regular expressions: for any case, and in prose up to what cannot belong to them."""

from __future__ import annotations

PAGE_START = r"(?:https?://|www\.)"
PAGE = rf"{PAGE_START}[^\s<>()\[\]\"'|;]+"
MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
