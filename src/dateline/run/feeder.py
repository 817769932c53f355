"""Reading ahead: batches are made in a thread while others are coded, a few and no more."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from queue import Empty, Full, Queue

from dateline.ingest import Rejection
from dateline.run.work import Batch

SECONDS_BETWEEN_LOOKS = 0.2


class Feeder:
    """Draws ``batches`` in its own thread, ``ahead`` of them at most."""

    def __init__(self, batches: Iterator[Batch | Rejection], ahead: int) -> None:
        self._batches = batches
        self._queue: Queue[Batch | Rejection | None] = Queue(maxsize=ahead)
        self._error: BaseException | None = None
        self._stopped = threading.Event()
        self.exhausted = False
        self._thread = threading.Thread(target=self._feed, name="ingest", daemon=True)
        self._thread.start()

    def next(self) -> Batch | Rejection | None:
        """A batch or a rejection; none if there is none yet, or ever (``exhausted``).

        Raises what reading raised.
        """
        if self.exhausted:
            return None
        try:
            drawn = self._queue.get_nowait()
        except Empty:
            return None
        if drawn is None:
            self.exhausted = True
            self._thread.join()
            if self._error is not None:
                raise self._error
        return drawn

    def close(self) -> None:
        """Stop reading; what was read ahead is dropped."""
        self._stopped.set()
        self._thread.join(timeout=5.0)

    def _feed(self) -> None:
        try:
            for drawn in self._batches:
                self._put(drawn)
                if self._stopped.is_set():
                    return
        except BaseException as error:  # raised again in the thread that asks
            self._error = error
        self._put(None)

    def _put(self, drawn: Batch | Rejection | None) -> None:
        while not self._stopped.is_set():
            try:
                self._queue.put(drawn, timeout=SECONDS_BETWEEN_LOOKS)
                return
            except Full:
                continue
