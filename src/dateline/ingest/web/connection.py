"""Connections to checked addresses that end when their time is up.

httpx and httpcore leave open who connects: :class:`Transport` is the link between the two,
and :class:`CheckedNetwork` connects. One connection serves one request; between two requests
to the same host lie seconds anyway.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import httpcore
import httpx

from dateline.ingest.web.addresses import Resolve, checked_addresses
from dateline.ingest.web.clock import Clock
from dateline.ingest.web.request_limits import RequestLimits


class Deadline:
    """When a request must have ended."""

    def __init__(self, limits: RequestLimits, clock: Clock) -> None:
        self.clock = clock
        self.silence = limits.silence
        self.end = clock.elapsed() + limits.seconds

    def timeout(self) -> float:
        """Seconds that the next step may take. Raises ``httpcore.TimeoutException`` for none."""
        left = self.end - self.clock.elapsed()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for one request is up")
        return min(left, self.silence)


class CheckedNetwork(httpcore.NetworkBackend):
    """Resolves a name once, checks what it finds, and connects to just that."""

    def __init__(
        self,
        limits: RequestLimits,
        deadline: Deadline,
        resolve: Resolve,
        network: httpcore.NetworkBackend | None = None,
    ) -> None:
        self.limits = limits
        self.deadline = deadline
        self.resolve = resolve
        self.network = network or httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of ``host`` that takes one.

        Raises ``RefusedError`` or ``UnavailableError`` (``addresses.py``) before anything is sent.
        """
        failure: Exception | None = None
        for address in checked_addresses(
            host, port, self.resolve, allow_private=self.limits.allow_private
        ):
            try:
                stream = self.network.connect_tcp(
                    address, port, self.deadline.timeout(), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return TimedStream(stream, self.deadline)
        assert failure is not None, "checked_addresses gives one address at least"
        raise failure


class TimedStream(httpcore.NetworkStream):
    """A stream whose every step looks at the deadline, so that dripping bytes gain no time."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self.stream = stream
        self.deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self.stream.read(max_bytes, self.deadline.timeout())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.stream.write(buffer, self.deadline.timeout())

    def close(self) -> None:
        self.stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        secured = self.stream.start_tls(ssl_context, server_hostname, self.deadline.timeout())
        return TimedStream(secured, self.deadline)

    def get_extra_info(self, info: str) -> Any:
        return self.stream.get_extra_info(info)


class Transport(httpx.BaseTransport):
    """Carries one httpx request over ``network``."""

    def __init__(self, network: httpcore.NetworkBackend, *, secure: bool) -> None:
        self.pool = httpcore.ConnectionPool(
            ssl_context=_certificates() if secure else None,
            max_connections=1,
            max_keepalive_connections=0,
            network_backend=network,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send the request. Raises the exceptions of httpcore, and those of the network."""
        answer = self.pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
            )
        )
        return httpx.Response(
            status_code=answer.status, headers=answer.headers, stream=_Body(answer)
        )

    def close(self) -> None:
        self.pool.close()


class _Body(httpx.SyncByteStream):
    """The body of an answer, as it comes."""

    def __init__(self, answer: httpcore.Response) -> None:
        self.answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self.answer.iter_stream()

    def close(self) -> None:
        self.answer.close()


@cache
def _certificates() -> ssl.SSLContext:
    """Whom to trust; reading the list takes longer than many a request."""
    return httpx.create_ssl_context()
