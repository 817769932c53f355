"""One page from the web, by the rules: addresses, robots, pace, redirects, limits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import NoReturn

import httpcore
import httpx

from dateline.ingest.rejection import RejectionKind
from dateline.ingest.web.addresses import Resolve, checked_url, look_up
from dateline.ingest.web.body import ACCEPTED, read_body, too_long
from dateline.ingest.web.clock import Clock
from dateline.ingest.web.connection import CheckedNetwork, Deadline, Transport
from dateline.ingest.web.pace import Pace, retry_after
from dateline.ingest.web.request_limits import RequestLimits
from dateline.ingest.web.robots import LARGEST as LARGEST_ROBOTS
from dateline.ingest.web.robots import Robots, read_robots
from dateline.ingest.web.trouble import NotYetError, RefusedError, UnavailableError
from dateline.provenance import package_version
from dateline.records import Record

# The name that robots.txt calls us by.
PRODUCT = "dateline"
WANTED = "application/atom+xml, application/rss+xml, text/html;q=0.9, */*;q=0.1"

REDIRECTS = frozenset((301, 302, 303, 307, 308))
FOR_EVER = frozenset((301, 308))
# Answers that a later request may not get.
PASSING = frozenset((408, 425, 429, 500, 502, 503, 504))
# Of these, the ones that speak for the whole host.
OVERLOADED = frozenset((429, 503))

ROBOTS_KEPT = 24 * 3_600.0  # RFC 9309, section 2.4
# A host that wants more than this is come back to, instead of being waited for.
PATIENCE = 30.0


class Validators(Record):
    """What tells a server which version we have (RFC 9110, section 8.8)."""

    etag: str = ""
    modified: str = ""


class Page(Record):
    """An answer. ``url`` is where it was found in the end; ``moved`` is the address to use from
    now on, empty where that is the one asked for."""

    url: str
    body: bytes
    content_type: str
    validators: Validators
    moved: str = ""


class Downloader:
    """Fetches pages; ``contact`` (an address or a URL) tells hosts whom they can write to."""

    def __init__(
        self,
        limits: RequestLimits,
        pace: Pace,
        clock: Clock,
        *,
        contact: str = "",
        resolve: Resolve = look_up,
        network: httpcore.NetworkBackend | None = None,
    ) -> None:
        self.limits = limits
        self.pace = pace
        self.clock = clock
        self.resolve = resolve
        self.network = network
        self.agent = user_agent(contact)
        self._robots: dict[str, tuple[float, Robots]] = {}

    def get(self, url: str, validators: Validators | None = None) -> Page | None:
        """The page at ``url``; ``None`` where it is still the version of ``validators``.

        Waits as the pace of each host demands. Raises :class:`RefusedError` or
        :class:`UnavailableError`.
        """
        return self._follow(checked_url(url), validators or Validators(), obey=True)

    def _follow(self, target: httpx.URL, validators: Validators, *, obey: bool) -> Page | None:
        """Where the redirects from ``target`` lead; robots.txt itself asks for no permission."""
        moved: str | None = ""
        for _ in range(self.limits.redirects + 1):
            if obey:
                self._require_permission(target)
            answer = self._ask(target, validators, robots=not obey)
            if isinstance(answer, httpx.Response):
                # Only an unbroken chain of permanent moves gives a new address.
                permanent = answer.status_code in FOR_EVER and moved is not None
                target = _next_hop(target, answer)
                moved = str(target) if permanent else None
                continue
            if answer is None:
                return None
            return Page(
                url=str(target),
                body=answer.body,
                content_type=answer.content_type,
                validators=answer.validators,
                moved=moved or "",
            )
        raise RefusedError(
            RejectionKind.UNREADABLE,
            f"redirects more than {self.limits.redirects} times.",
            "Open it in a browser and give the address where it ends.",
        )

    def _ask(
        self, target: httpx.URL, validators: Validators, *, robots: bool
    ) -> Page | httpx.Response | None:
        """One hop: a page, a redirect, or ``None`` for "not modified"."""
        self._wait_for(target.host)
        try:
            outcome = self._request(target, validators, robots=robots)
        except UnavailableError as trouble:
            if trouble.whole_host:
                self.pace.failed(target.host, trouble.wait)
            raise
        finally:
            self.pace.asked(target.host)
        self.pace.answered(target.host)
        return outcome

    def _request(
        self, target: httpx.URL, validators: Validators, *, robots: bool
    ) -> Page | httpx.Response | None:
        deadline = Deadline(self.limits, self.clock)
        network = CheckedNetwork(self.limits, deadline, self.resolve, self.network)
        transport = Transport(network, secure=target.scheme == "https")
        request = httpx.Request("GET", target, headers=self._headers(validators))
        # Without a client of httpx: no cookies, no proxies, nothing carried over.
        with (
            _plain_trouble(self.limits),
            closing(transport),
            closing(transport.handle_request(request)) as answer,
        ):
            if answer.status_code in REDIRECTS:
                return answer
            if answer.status_code == 304 and validators != Validators():
                return None
            if answer.status_code != 200:
                _refuse_status(answer, self.clock.now())
            return self._read(target, answer, robots=robots)

    def _read(self, target: httpx.URL, answer: httpx.Response, *, robots: bool) -> Page:
        most = LARGEST_ROBOTS if robots else self.limits.body
        length = answer.headers.get("content-length", "")
        if not robots and length.isascii() and length.isdigit() and int(length) > most:
            raise too_long(most)
        coding = answer.headers.get("content-encoding", "")
        return Page(
            url=str(target),
            body=read_body(answer.iter_raw(), coding, most, cut=robots),
            content_type=answer.headers.get("content-type", ""),
            validators=Validators(
                etag=_sendable(answer.headers.get("etag", "")),
                modified=_sendable(answer.headers.get("last-modified", "")),
            ),
        )

    def _headers(self, validators: Validators) -> dict[str, str]:
        headers = {
            "User-Agent": self.agent,
            "Accept": WANTED,
            "Accept-Encoding": ACCEPTED,
            "Connection": "close",
        }
        if validators.etag:
            headers["If-None-Match"] = validators.etag
        if validators.modified:
            headers["If-Modified-Since"] = validators.modified
        return headers

    def _wait_for(self, host: str) -> None:
        wait = self.pace.ready(host) - self.clock.now()
        if wait > PATIENCE:
            raise NotYetError(f"has to wait: {host} asks for {wait:.0f} s of quiet.", wait=wait)
        if wait > 0:
            self.clock.sleep(wait)

    def _require_permission(self, target: httpx.URL) -> None:
        robots = self._robots_of(target)
        self.pace.delays[target.host] = robots.delay
        if not robots.allow(target.raw_path.decode("ascii")):
            raise RefusedError(
                RejectionKind.UNREADABLE,
                f"may not be fetched: the robots.txt of {target.host} forbids it.",
                "Save the page with a browser and code the file, or ask the publisher.",
            )

    def _robots_of(self, target: httpx.URL) -> Robots:
        """The rules of the host, a day old at most.

        A host without rules allows all; one whose rules cannot be had just now, nothing
        (RFC 9309, section 2.3.1).
        """
        address = target.copy_with(raw_path=b"/robots.txt")
        known = self._robots.get(str(address))
        if known is not None and known[0] > self.clock.now():
            return known[1]
        try:
            page = self._follow(address, Validators(), obey=False)
        except NotYetError:
            raise
        except RefusedError:
            page = None
        except UnavailableError as trouble:
            raise UnavailableError(
                f"has to wait, since {address} {trouble.reason}",
                trouble.advice,
                wait=trouble.wait,
                whole_host=trouble.whole_host,
            ) from trouble
        robots = Robots() if page is None else read_robots(page.body, PRODUCT)
        now = self.clock.now()
        self._robots = {kept: known for kept, known in self._robots.items() if known[0] > now}
        self._robots[str(address)] = (now + ROBOTS_KEPT, robots)
        return robots


def user_agent(contact: str = "") -> str:
    """Who we are and whom to write to."""
    about = f"reads news for research; {contact}" if contact else "reads news for research"
    return f"{PRODUCT}/{package_version()} ({about})"


def _sendable(validator: str) -> str:
    """The validator, if it can be sent back as it is."""
    sendable = validator.isascii() and validator.isprintable() and len(validator) <= 1_000
    return validator if sendable else ""


def _next_hop(target: httpx.URL, answer: httpx.Response) -> httpx.URL:
    location = answer.headers.get("location", "")
    if not location:
        raise RefusedError(
            RejectionKind.UNREADABLE, "redirects to nowhere.", "Check it with a browser."
        )
    try:
        joined = str(target.join(location))
    except (httpx.InvalidURL, ValueError):
        joined = location
    try:
        return checked_url(joined)
    except RefusedError as error:
        raise RefusedError(
            error.kind, f"redirects to {joined[:200]}, which {error.reason}", error.advice
        ) from error


def _refuse_status(answer: httpx.Response, now: float) -> NoReturn:
    status = answer.status_code
    said = f"{status} {httpx.codes.get_reason_phrase(status)}".strip()
    if status in PASSING:
        raise UnavailableError(
            f"is not to be had just now (the host answers {said}).",
            wait=retry_after(answer.headers.get("retry-after", ""), now),
            whole_host=status in OVERLOADED,
        )
    advice = "Check the address with a browser."
    if status in (401, 402, 403, 451):
        advice = "The publisher does not give it to programs; save it with a browser if you may."
    raise RefusedError(RejectionKind.UNREADABLE, f"is not given (the host answers {said}).", advice)


@contextmanager
def _plain_trouble(limits: RequestLimits) -> Iterator[None]:
    """The failures of connections in plain words."""
    try:
        yield
    except httpcore.TimeoutException as error:
        raise UnavailableError(
            f"gives no full answer in time ({limits.silence:g} s of silence, "
            f"{limits.seconds:g} s in all).",
            whole_host=True,
        ) from error
    except httpcore.NetworkError as error:
        raise UnavailableError(
            f"cannot be reached ({error}).",
            "Check the address and the connection to the internet.",
            whole_host=True,
        ) from error
    except httpcore.ProtocolError as error:
        raise UnavailableError(f"answers in a way that is not HTTP ({error}).") from error
