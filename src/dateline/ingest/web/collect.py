"""Polls feeds and fetches what they list: the main path of ``dateline fetch`` and ``watch``.

Whatever a feed lists is written into the state before anything of it is fetched, and is
crossed off after its report is saved, so that a run may be stopped at any moment: the next
one goes on where it stood, and a report that is fetched twice gets the same file.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

import msgspec

from dateline.errors import InputError
from dateline.ingest.contents import Contents
from dateline.ingest.rejection import Rejection
from dateline.ingest.web.agenda import Agenda, Reading, Task, Visit
from dateline.ingest.web.apart import Reader, ReaderHere
from dateline.ingest.web.article import charset_of, read_article, words_of_entry
from dateline.ingest.web.clock import Clock
from dateline.ingest.web.download import Downloader, Page, Validators
from dateline.ingest.web.feed import FeedEntry, looks_like_feed, read_feed
from dateline.ingest.web.feeds_file import TextFrom, WebSource
from dateline.ingest.web.identity import entry_keys, url_key
from dateline.ingest.web.progress import (
    Idle,
    Left,
    Listed,
    NotModified,
    Postponed,
    Progress,
    Rejected,
    Saved,
    Unchanged,
)
from dateline.ingest.web.reports import report_key, report_path, write_report
from dateline.ingest.web.state import Memory, Pending, SourceState, day_of
from dateline.ingest.web.trouble import NotYetError, UnavailableError

# A page that failed so often (over most of a day) is given up.
ATTEMPTS = 10
# A run that is to end does not wait longer than this for anybody.
PATIENCE = 120.0
# A feed counts as due a little early, as cron does not start on the second.
SLACK = 60.0


class Collector:
    """Collects reports from ``sources`` into ``folder``.

    With ``keep_polling`` a run goes on until it is stopped; without, it asks each source once
    and ends. With ``only_due`` it leaves out the sources that were asked shorter ago than
    their interval. ``reader`` is where pages and feeds are read.
    """

    def __init__(
        self,
        sources: Sequence[WebSource],
        downloader: Downloader,
        memory: Memory,
        folder: Path,
        clock: Clock,
        *,
        reader: Reader | None = None,
        keep_polling: bool = False,
        only_due: bool = False,
    ) -> None:
        self.sources = {source.url: source for source in sources}
        self.downloader = downloader
        self.memory = memory
        self.folder = folder
        self.clock = clock
        self.reader = reader or ReaderHere()
        self.keep_polling = keep_polling
        self.agenda = Agenda(downloader.pace)
        self._fill_agenda(only_due=only_due)

    def run(self) -> Generator[Progress, None, None]:
        """Do what is on the agenda and tell each step. Raises ``OutputError``.

        The state is written after each step, and when the iterator is closed.
        """
        try:
            while (ready := self.agenda.ready()) is not None:
                wait = ready - self.clock.now()
                if wait > PATIENCE and not self.keep_polling:
                    break
                if wait > 0:
                    yield Idle(seconds=wait)
                    self.clock.sleep(wait)
                yield from self._do(self.agenda.take())
                self._save()
            if any(True for _ in self.agenda):
                yield self._left()
        finally:
            self._save()

    def _fill_agenda(self, *, only_due: bool) -> None:
        now = self.clock.now()
        for source in self.sources.values():
            state = self.memory.source(source.url)
            due = state.next_poll - min(SLACK, source.interval / 10) if only_due else now
            if due <= now or self.keep_polling:
                # A clock that was set back must not silence a feed.
                due = min(due, now + max(source.interval, 24 * 3_600))
                self.agenda.add(Visit(source=source, failures=state.failures), due)
        for pending in self.memory.pending:
            if pending.source in self.sources:
                self.agenda.add(Reading(pending=pending), pending.next_try)

    def _do(self, task: Task) -> Iterator[Progress]:
        try:
            if isinstance(task, Visit):
                yield from self._visit(task)
            else:
                yield self._fetch(task.pending)
        except NotYetError as trouble:
            self.agenda.add(task, self.clock.now() + trouble.wait)
        except UnavailableError as trouble:
            yield from self._postpone(task, trouble)
        except InputError as error:
            yield self._give_up(task, error)

    # --- sources -----------------------------------------------------------------------

    def _visit(self, task: Visit) -> Iterator[Progress]:
        source = task.source
        state = self.memory.source(source.url)
        page = self.downloader.get(source.url, self._validators(state))
        if page is None:
            self._visited(source, state.validators)
            yield NotModified(source=source)
        elif source.feed_only or looks_like_feed(page.body):
            yield from self._list(source, page)
        else:
            entry = FeedEntry(id="", url=page.url)
            contents = self.reader.call(read_article, page, entry, source.publisher)
            path = report_path(self.folder, contents)
            step = self._store(contents, source.language, known=path.exists())
            self._visited(source, page.validators, saved=path.name)
            yield step

    def _validators(self, state: SourceState) -> Validators:
        """None for a page whose report is no longer in the folder: it is wanted once more."""
        lost = state.saved and not (self.folder / state.saved).exists()
        return Validators() if lost else state.validators

    def _list(self, source: WebSource, page: Page) -> Iterator[Progress]:
        charset = charset_of(page.content_type)
        feed = self.reader.call(read_feed, page.body, page.url, charset)
        now = self.clock.now()
        waiting = {
            known
            for pending in self.memory.pending
            for known in entry_keys(pending.source, pending.entry)
        }
        listed: set[str] = set()
        new: list[Pending] = []
        for entry in feed.entries:
            keys = entry_keys(source.url, entry)
            if not keys & (listed | waiting) and not self.memory.has_seen(keys):
                new.append(
                    Pending(
                        source=source.url,
                        entry=entry,
                        publisher=source.publisher or feed.title,
                        language=source.language or feed.language,
                    )
                )
            listed |= keys
        self.memory.listed(source.url, listed, now)
        steps: list[Progress] = [
            Listed(
                source=source, new=len(new), known=len(feed.entries) - len(new), moved=page.moved
            )
        ]
        for pending in new:
            if source.text is TextFrom.FEED or not pending.entry.url:
                steps.append(self._take_from_feed(pending))
            else:
                self._await(pending)
        self._visited(source, page.validators)
        # Told only now: whatever stops the run in between, all of it is in the state.
        self._save()
        yield from steps

    def _visited(self, source: WebSource, validators: Validators, saved: str = "") -> None:
        now = self.clock.now()
        state = self.memory.source(source.url)
        self.memory.sources[source.url] = msgspec.structs.replace(
            state,
            validators=validators,
            next_poll=now + source.interval,
            failures=0,
            saved=saved or state.saved,
        )
        if self.keep_polling:
            self.agenda.add(Visit(source=source), now + source.interval)

    # --- entries -----------------------------------------------------------------------

    def _await(self, pending: Pending) -> None:
        """The page of an entry is to be fetched; what the feed holds of it is not kept."""
        entry = msgspec.structs.replace(pending.entry, content="")
        waiting = msgspec.structs.replace(pending, entry=entry)
        self.memory.pending.append(waiting)
        self.agenda.add(Reading(pending=waiting), self.clock.now())

    def _take_from_feed(self, pending: Pending) -> Progress:
        entry = pending.entry
        step: Progress
        try:
            contents = Contents(
                text=self.reader.call(words_of_entry, entry),
                title=entry.title,
                published=entry.published,
                publisher=pending.publisher,
                url=entry.url,
            )
            step = self._store(contents, pending.language)
        except InputError as error:
            name = entry.url or entry.id or entry.title or pending.source
            step = Rejected(rejection=Rejection.of(name, error))
        self._done(pending)
        return step

    def _fetch(self, pending: Pending) -> Progress:
        page = self.downloader.get(pending.entry.url)
        assert page is not None, "only a conditional request can be answered “not modified”"
        step: Progress
        # Links of feeds often lead over a counter to the address that another feed lists.
        if self.memory.has_seen({url_key(page.url)}):
            step = Unchanged(url=page.url)
        else:
            contents = self.reader.call(read_article, page, pending.entry, pending.publisher)
            step = self._store(contents, pending.language)
        self._done(pending, url_key(page.url))
        return step

    def _store(self, contents: Contents, language: str, *, known: bool | None = None) -> Progress:
        """Write a report unless it is ``known``: saved by this run or an earlier one."""
        text = report_key(contents)
        path = report_path(self.folder, contents)
        if known is None:
            known = text in self.memory.texts or path.exists()
        self.memory.texts[text] = day_of(self.clock.now())
        if known:
            return Unchanged(url=contents.url)
        write_report(path, contents, language)
        return Saved(
            path=path,
            title=contents.title,
            publisher=contents.publisher,
            published=contents.published,
            url=contents.url,
        )

    def _done(self, pending: Pending, *more: str) -> None:
        self._forget(pending)
        keys = entry_keys(pending.source, pending.entry) | set(more)
        self.memory.done(pending.source, keys, self.clock.now())

    def _forget(self, pending: Pending) -> None:
        if pending in self.memory.pending:
            self.memory.pending.remove(pending)

    # --- trouble -----------------------------------------------------------------------

    def _postpone(self, task: Task, trouble: UnavailableError) -> Iterator[Progress]:
        failures = task.failures + 1
        if isinstance(task, Reading) and failures >= ATTEMPTS:
            yield self._give_up(task, trouble)
            return
        wait = max(trouble.wait, self.downloader.pace.pause(failures))
        self._put_off(task, failures, wait)
        yield Postponed(rejection=Rejection.of(task.url, trouble), wait=wait)

    def _put_off(self, task: Task, failures: int, wait: float) -> None:
        ready = self.clock.now() + wait
        if isinstance(task, Visit):
            self._failed(task.source, failures, ready)
            self.agenda.add(Visit(source=task.source, failures=failures), ready)
            return
        later = msgspec.structs.replace(task.pending, failures=failures, next_try=ready)
        self._forget(task.pending)
        self.memory.pending.append(later)
        self.agenda.add(Reading(pending=later), ready)

    def _give_up(self, task: Task, error: InputError) -> Progress:
        """An entry is done with; a feed of a list may be mended and is asked again."""
        if isinstance(task, Reading):
            self._done(task.pending)
        elif task.source.feed_only:
            failures = task.failures + 1
            pause = self.downloader.pace.pause(failures)
            ready = self.clock.now() + max(task.source.interval, pause)
            self._failed(task.source, failures, ready)
            if self.keep_polling:
                self.agenda.add(Visit(source=task.source, failures=failures), ready)
        return Rejected(rejection=Rejection.of(task.url, error))

    def _failed(self, source: WebSource, failures: int, ready: float) -> None:
        state = self.memory.source(source.url)
        self.memory.sources[source.url] = msgspec.structs.replace(
            state, failures=failures, next_poll=ready
        )

    # --- the end -----------------------------------------------------------------------

    def _left(self) -> Left:
        tasks = list(self.agenda)
        pages = [task for task in tasks if isinstance(task, Reading)]
        return Left(
            pages=len(pages),
            failed=sum(page.failures > 0 for page in pages),
            sources=len(tasks) - len(pages),
        )

    def _save(self) -> None:
        self.memory.hosts = self.downloader.pace.states
        self.memory.save(self.clock.now())
