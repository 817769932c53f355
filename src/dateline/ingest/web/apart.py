"""Reading what strangers wrote in a process of its own, which is ended when it takes too long.

A page can be made so that a parser of HTML is busy with it for hours (half a megabyte of
attributes of one element is enough) or runs out of memory. The process that watches feeds
must not be the one that finds out.
"""

from __future__ import annotations

import signal
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, ParamSpec, Protocol, TypeVar

from dateline.errors import InputError
from dateline.ingest.rejection import RejectionKind
from dateline.ingest.web.trouble import RefusedError

Given = ParamSpec("Given")
Found = TypeVar("Found")

# A page takes a tenth of a second; the first one also the time to load the libraries.
SECONDS = 60.0


class Reader(Protocol):
    """Calls a function of a module, in some process."""

    def call(
        self, function: Callable[Given, Found], /, *given: Given.args, **named: Given.kwargs
    ) -> Found:
        """What the function returns. Raises what the function raises of ``InputError``."""


class ReaderHere:
    """Calls in this process, without a limit of time."""

    def call(
        self, function: Callable[Given, Found], /, *given: Given.args, **named: Given.kwargs
    ) -> Found:
        return function(*given, **named)


class ReaderApart:
    """Calls in a process beside this one, at most ``seconds`` long.

    The process begins with the first call and is begun anew after it had to be ended. Use it
    in a ``with`` statement, which ends the process.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        self.seconds = seconds
        self._process: Any = None
        self._connection: Connection | None = None

    def __enter__(self) -> ReaderApart:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self._end()

    def call(
        self, function: Callable[Given, Found], /, *given: Given.args, **named: Given.kwargs
    ) -> Found:
        """What ``function`` returns. Raises the ``InputError`` that it raises, and
        :class:`RefusedError` where it takes too long or ends its process."""
        connection = self._begin()
        try:
            connection.send((function, given, named))
            if not connection.poll(self.seconds):
                self._end()
                raise _refused(f"takes longer than {self.seconds:g} s to be read.")
            found, outcome = connection.recv()
        except (EOFError, OSError) as error:
            self._end()
            raise _refused("ends the process that reads it.") from error
        except BaseException:
            # Stopped between question and answer: the next answer would be this one's.
            self._end()
            raise
        if not found:
            raise InputError(*outcome)
        return outcome  # type: ignore[no-any-return]

    def _begin(self) -> Connection:
        if self._connection is None:
            context = get_context("spawn")
            self._connection, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()
        return self._connection

    def _end(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
            self._process.kill()
            self._process.join()
            self._process.close()


def _serve(connection: Connection) -> None:
    """Answer calls until nobody asks any more; Ctrl-C is for the one who asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            function, given, named = connection.recv()
        except EOFError:
            return
        try:
            outcome = (True, function(*given, **named))
        except InputError as error:
            outcome = (False, (error.kind, error.reason, error.advice))
        connection.send(outcome)


def _refused(reason: str) -> RefusedError:
    return RefusedError(
        RejectionKind.CRASH, reason, "Look at it with a browser; it may be made to do so."
    )
