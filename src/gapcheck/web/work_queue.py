"""Work that may take a while: so much at once, so much waiting, so long at most; beyond that a clear refusal."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
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
        job = asyncio.get_running_loop().run_in_executor(self._pool, partial(work, *args, **given))
        job.add_done_callback(self._done)
        try:
            return await asyncio.wait_for(asyncio.shield(job), self._settings.seconds)
        except TimeoutError:
            raise too_slow() from None

    def _done(self, job: asyncio.Future[Any]) -> None:
        """Free the place once the work has really ended, also where nobody waits for it any more."""
        self._taken -= 1
        if not job.cancelled():
            job.exception()  # said, so that the loop does not complain about it

    def close(self) -> None:
        """Start nothing more."""
        self._pool.shutdown(wait=False, cancel_futures=True)
