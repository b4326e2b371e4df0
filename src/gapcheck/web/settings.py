"""What a server allows: callers, size of uploads, work at once, how long it remembers."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class WebSettings:
    """Bounds of one server.

    `hosts`: names that a request's Host header may have, besides those of this machine itself. `token`: what
    callers must know, "" for nothing. `upload_bytes`: of one request, which must arrive within
    `upload_seconds`. `at_once` analyses run side by side, `waiting` more may wait, and one takes at most
    `seconds`. A report is forgotten after `minutes`; at most `kept` of them and roughly `kept_bytes` of
    files, text and pictures are held. `files`: of one ranking.
    """

    hosts: frozenset[str] = frozenset()
    token: str = ""
    upload_bytes: int = 25 * MEGABYTE
    at_once: int = 2
    waiting: int = 16
    seconds: float = 60.0
    upload_seconds: float = 120.0
    minutes: float = 30.0
    kept: int = 200
    kept_bytes: int = 200 * MEGABYTE
    files: int = 100

    def allows(self, host: str) -> bool:
        """Whether a Host header, with or without a port, names this server."""
        name = host.rpartition("]")[0].lstrip("[") if host.startswith("[") else host.partition(":")[0]
        return name.lower() in LOOPBACK | self.hosts
