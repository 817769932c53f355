"""What the web can do to a request: refused for good, or not to be had just now.

::

    InputError
    ├── RefusedError        asking again would change nothing
    └── UnavailableError    worth asking again, later
        └── NotYetError     nobody failed: the host's pace is slower than we wait in one piece
"""

from __future__ import annotations

from dateline.errors import InputError
from dateline.ingest.rejection import RejectionKind


class RefusedError(InputError):
    """The address may not be asked, or its answer is of no use."""


class UnavailableError(InputError):
    """No answer, or one that asks for patience.

    ``wait`` is how many seconds the host asks to be left alone (0 where it does not say);
    ``whole_host`` is true where the host's other pages will not be had either.
    """

    def __init__(
        self, reason: str, advice: str = "", *, wait: float = 0.0, whole_host: bool = False
    ) -> None:
        super().__init__(RejectionKind.UNREADABLE, reason, advice or "Try again later.")
        self.wait = wait
        self.whole_host = whole_host


class NotYetError(UnavailableError):
    """The host was not asked, since it wants ``wait`` more seconds of quiet."""
