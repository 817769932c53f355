"""What may be asked, and that what is asked is what was checked."""

from __future__ import annotations

import socket
from ipaddress import ip_address
from random import Random
from typing import Any, ClassVar

import httpcore
import pytest
from hypothesis import given
from hypothesis import strategies as st
from web_site import FakeClock, Site, send

from dateline.errors import InputError
from dateline.ingest.web import Downloader, Pace, RefusedError, RequestLimits, UnavailableError
from dateline.ingest.web.addresses import checked_addresses, checked_url, why_refused

PUBLIC = ("93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822", "::ffff:93.184.216.34")
PRIVATE = (
    "127.0.0.1",
    "127.255.0.3",
    "10.1.2.3",
    "172.31.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "198.18.0.1",
    "192.0.2.1",
    "::1",
    "fc00::1",
    "fd12::1",
    "fec0::1",
    "::ffff:127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a00:1",
)
NEVER = (
    "0.0.0.0",
    "169.254.169.254",
    "100.100.100.200",
    "168.63.129.16",
    "192.0.0.192",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "fe80::1",
    "ff02::1",
    "fd00:ec2::254",
    "2002:7f00:1::",
    "2001:0:4136::1",
    "::ffff:169.254.169.254",
    "64:ff9b::a9fe:a9fe",
    "4000::1",
    "::7f00:1",
)


@pytest.mark.parametrize("address", PUBLIC)
def test_the_public_internet_may_be_asked(address: str) -> None:
    assert why_refused(ip_address(address), allow_private=False) is None


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_asked_only_where_the_user_says_so(address: str) -> None:
    assert why_refused(ip_address(address), allow_private=False)
    assert why_refused(ip_address(address), allow_private=True) is None


@pytest.mark.parametrize("address", NEVER)
def test_some_addresses_are_never_asked(address: str) -> None:
    assert why_refused(ip_address(address), allow_private=True)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/feed",
        "gopher://example.org/",
        "data:text/html,news",
        "javascript:alert(1)",
        "//example.org/feed",
        "example.org/feed",
        "",
        "http://",
        "http:///feed",
        "http://./",
        "https://user:secret@example.org/",
        "http://exa mple.org/",
        "http://example.org:99999/",
        "http://[::1/",
        "http://example.org/" + "a" * 5_000,
    ],
)
def test_other_addresses_than_those_of_the_web_are_refused(url: str) -> None:
    with pytest.raises(RefusedError) as refused:
        checked_url(url)
    assert refused.value.advice.endswith(".")


@given(st.text(max_size=60) | st.text(max_size=40).map("http://".__add__))
def test_any_words_are_an_address_or_refused(url: str) -> None:
    try:
        parsed = checked_url(url)
    except RefusedError:
        return
    assert parsed.scheme in ("http", "https")
    assert parsed.raw_host


def test_one_bad_address_spoils_a_name() -> None:
    with pytest.raises(RefusedError, match=r"rebind\.example is 10\.0\.0\.5, a private address"):
        checked_addresses(
            "rebind.example",
            80,
            lambda host, port: ("93.184.216.34", "10.0.0.5"),
            allow_private=False,
        )


def test_a_name_that_is_not_resolved_may_be_tried_again() -> None:
    def resolve(host: str, port: int) -> tuple[str, ...]:
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(UnavailableError, match="Name or service not known"):
        checked_addresses("nowhere.example", 80, resolve, allow_private=False)


class Recorder(httpcore.NetworkBackend):
    """Notes where a connection goes, and makes it to the site instead."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.connected: list[str] = []

    def connect_tcp(self, host: str, port: int, *rest: Any, **more: Any) -> Any:
        self.connected.append(host)
        return httpcore.SyncBackend().connect_tcp("127.0.0.1", self.port)


def test_the_connection_goes_to_the_address_that_was_checked(site: Site) -> None:
    """DNS rebinding: the name means something else as soon as it was looked up."""
    site.pages["/"] = send("news", "text/plain")
    answers = [("93.184.216.34",), ("93.184.216.35",), ("127.0.0.1",)]
    network = Recorder(site.port)
    clock = FakeClock()
    fetcher = Downloader(
        RequestLimits(),
        Pace(clock, Random(1), 1.0),
        clock,
        resolve=lambda host, port: answers.pop(0),
        network=network,
    )
    page = fetcher.get("http://rebind.example/")
    assert page is not None
    assert page.body == b"news"
    assert network.connected == ["93.184.216.34", "93.184.216.35"]  # robots.txt and the page
    with pytest.raises(RefusedError, match=r"127\.0\.0\.1, an address of this machine"):
        fetcher.get("http://rebind.example/")
    assert len(network.connected) == 2


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]"])
def test_this_machine_is_refused_however_it_is_written(site: Site, host: str) -> None:
    clock = FakeClock()
    fetcher = Downloader(RequestLimits(), Pace(clock, Random(1), 1.0), clock)
    with pytest.raises(InputError) as trouble:
        fetcher.get(site.url("/", host))
    assert site.asked == []
    assert "--allow-private" in str(trouble.value) or isinstance(trouble.value, UnavailableError)


class NoSecrecy(httpcore.NetworkStream):
    """Takes a connection and notes for whom it is to be secured."""

    names: ClassVar[list[str | None]] = []

    def start_tls(self, context: Any, server_hostname: str | None = None, *rest: Any) -> Any:
        self.names.append(server_hostname)
        raise httpcore.ConnectError("no TLS here")

    def close(self) -> None:
        pass


class Insecure(httpcore.NetworkBackend):
    def connect_tcp(self, host: str, port: int, *rest: Any, **more: Any) -> Any:
        assert host == "93.184.216.34"
        return NoSecrecy()


def test_the_certificate_must_be_that_of_the_name() -> None:
    """The connection goes to an address, but the other side has to prove its name."""
    clock = FakeClock()
    fetcher = Downloader(
        RequestLimits(),
        Pace(clock, Random(1), 1.0),
        clock,
        resolve=lambda host, port: ("93.184.216.34",),
        network=Insecure(),
    )
    with pytest.raises(UnavailableError, match="no TLS here"):
        fetcher.get("https://courier.example/")
    assert NoSecrecy.names == ["courier.example"]
