"""What is remembered between two runs, so that nothing is fetched twice and nothing is lost."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import msgspec

from dateline.errors import OutputError
from dateline.ingest.web.download import Validators
from dateline.ingest.web.feed import FeedEntry
from dateline.ingest.web.pace import HostState
from dateline.records import Record

VERSION = 1
DAY = 24 * 3_600
# An entry that its feed no longer lists is forgotten after so many days, a text after so many.
KEEP_ENTRIES = 30
KEEP_TEXTS = 90


class SourceState(Record):
    """A feed or page: the version we have, when to ask again (seconds since 1970), how often it
    failed in a row, and its entries that are done with: key → day on which it last listed them.

    ``saved`` is the file that the page became, where it is no feed.
    """

    validators: Validators = Validators()
    next_poll: float = 0.0
    failures: int = 0
    seen: dict[str, int] = msgspec.field(default_factory=dict)
    saved: str = ""


class Pending(Record):
    """An entry that is still to be fetched: from which source, after how many failures."""

    source: str
    entry: FeedEntry
    publisher: str = ""
    language: str = ""
    failures: int = 0
    next_try: float = 0.0


class State(Record):
    """The file as a whole; ``texts`` are the digests of the saved reports, each with its day."""

    version: int = VERSION
    sources: dict[str, SourceState] = msgspec.field(default_factory=dict)
    pending: tuple[Pending, ...] = ()
    hosts: dict[str, HostState] = msgspec.field(default_factory=dict)
    texts: dict[str, int] = msgspec.field(default_factory=dict)


def load_state(path: Path) -> State:
    """The state in ``path``, a new one where there is no such file.

    Raises :class:`OutputError` where the file is damaged or of another version.
    """
    try:
        state = msgspec.json.decode(path.read_bytes(), type=State)
    except FileNotFoundError:
        return State()
    except OSError as error:
        raise OutputError(f"{path} cannot be read: {error.strerror}.") from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise OutputError(
            f"{path} is damaged ({error}). Delete it; what was fetched before is then fetched "
            "once more."
        ) from error
    if state.version != VERSION:
        raise OutputError(
            f"{path} was written by another version of Dateline. Delete it; what was fetched "
            "before is then fetched once more."
        )
    return state


def save_state(path: Path, state: State) -> None:
    """Write the state whole or not at all. Raises :class:`OutputError`."""
    write_whole(path, msgspec.json.encode(state))


def write_whole(path: Path, content: bytes) -> None:
    """Put ``content`` into ``path``, which never holds half of it, even if the power fails."""
    temporary = path.parent / f".dateline-{os.getpid()}.part"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}.") from error
    finally:
        with suppress(OSError):  # it is gone, or was never there
            temporary.unlink()


def key(*parts: str) -> str:
    """A short name for an entry or a text; the lengths keep "ab" + "c" apart from "a" + "bc"."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return digest.hexdigest()


class Memory:
    """The state while a run changes it. ``path`` is where ``save`` puts it."""

    def __init__(self, path: Path) -> None:
        state = load_state(path)
        self.path = path
        self.sources = dict(state.sources)
        self.pending = list(state.pending)
        self.hosts = dict(state.hosts)
        self.texts = dict(state.texts)
        self._seen = {known for source in state.sources.values() for known in source.seen}

    def save(self, now: float) -> None:
        """Write everything down, less the texts that are long past."""
        oldest = day_of(now) - KEEP_TEXTS
        self.texts = {text: day for text, day in self.texts.items() if day >= oldest}
        # How often a host failed counts for a day after it may be asked again.
        hosts = {host: state for host, state in self.hosts.items() if state.until + DAY > now}
        save_state(
            self.path,
            State(
                sources=self.sources,
                pending=tuple(self.pending),
                hosts=hosts,
                texts=self.texts,
            ),
        )

    def source(self, url: str) -> SourceState:
        return self.sources.get(url, SourceState())

    def has_seen(self, keys: Iterable[str]) -> bool:
        """Whether an entry with one of these keys is done with, whichever feed listed it."""
        return any(known in self._seen for known in keys)

    def done(self, source: str, keys: Iterable[str], now: float) -> None:
        """An entry of ``source`` is done with."""
        state = self.source(source)
        new = dict.fromkeys(keys, day_of(now))
        self._seen.update(new)
        self.sources[source] = msgspec.structs.replace(state, seen={**state.seen, **new})

    def listed(self, source: str, keys: set[str], now: float) -> None:
        """``source`` lists these entries just now; those that it no longer lists age."""
        state = self.source(source)
        today = day_of(now)
        seen = {
            known: today if known in keys else day
            for known, day in state.seen.items()
            if known in keys or day >= today - KEEP_ENTRIES
        }
        self.sources[source] = msgspec.structs.replace(state, seen=seen)


def day_of(now: float) -> int:
    """Days since 1970."""
    return int(now // DAY)
