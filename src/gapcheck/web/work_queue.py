"""Work that may take a while: so much at once, so much waiting, so long at most; beyond that a clear refusal."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, TypeVar

from gapcheck.web.problems import busy, too_slow
from gapcheck.web.settings import WebSettings

T = TypeVar("T")


class WorkQueue:
    """Runs calls of the library beside the event loop; threads may share an Analyzer, and PDFs are parsed by children."""

    def __init__(self, settings: WebSettings) -> None:
        self._settings = settings
        self._pool = ThreadPoolExecutor(settings.at_once, thread_name_prefix="gapcheck")
        self._taken = 0

    async def run(self, work: Callable[..., T], *args: Any, **given: Any) -> T:
        """The result of a call, with its own errors.

        Raises:
            HttpProblem: too much is waiting already, or it took too long.
        """
        if self._taken >= self._settings.at_once + self._settings.waiting:
            raise busy()
        self._taken += 1
        loop = asyncio.get_running_loop()
        job = self._pool.submit(work, *args, **given)
        job.add_done_callback(lambda _job: self._ended(loop))
        try:
            # what has not begun when the time is up, or when nobody waits any more, is cancelled with the
            # wrapper
            return await asyncio.wait_for(asyncio.wrap_future(job), self._settings.seconds)
        except TimeoutError:
            raise too_slow() from None

    def _ended(self, loop: asyncio.AbstractEventLoop) -> None:
        """Free the place once the work has really ended, which a thread of its own says."""
        with suppress(RuntimeError):  # the server has ended meanwhile
            loop.call_soon_threadsafe(self._free)

    def _free(self) -> None:
        self._taken -= 1

    def close(self) -> None:
        """Start nothing more."""
        self._pool.shutdown(wait=False, cancel_futures=True)
