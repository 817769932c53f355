"""Which addresses may be asked: http and https on the public internet.

A feed is written by strangers, and a link in it can point into the network of whoever reads
it. So the address is checked after the name is resolved, for every hop of a redirect, and the
connection goes to the very address that was checked (``connection.py``): a name that resolves
to something else a moment later gains nothing.

Ranges: IANA's registries of special-purpose addresses (RFC 6890 and its updates); services
that tell secrets of a machine in a cloud: the providers' own documentation.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import httpx

from dateline.ingest.rejection import RejectionKind
from dateline.ingest.web.trouble import RefusedError, UnavailableError

Address = IPv4Address | IPv6Address
# A host and a port to addresses, as text.
Resolve = Callable[[str, int], tuple[str, ...]]

SCHEMES = ("http", "https")
LONGEST_URL = 4_000
HOST = re.compile(r"[a-z0-9._:-]+")

# No news comes from these, whatever is allowed.
NEVER = tuple(
    (ip_network(network), what)
    for network, what in (
        ("100.100.100.200/32", "a service for machines in a cloud"),
        ("168.63.129.16/32", "a service for machines in a cloud"),
        ("192.0.0.192/32", "a service for machines in a cloud"),
        ("fd00:ec2::/32", "a service for machines in a cloud"),
        ("169.254.0.0/16", "a link-local address"),
        ("fe80::/10", "a link-local address"),
        ("0.0.0.0/8", "no address of a host"),
        ("::/128", "no address of a host"),
        ("224.0.0.0/4", "a multicast address"),
        ("ff00::/8", "a multicast address"),
        ("240.0.0.0/4", "a reserved address"),
        ("2001::/32", "an address of a tunnel"),
        ("2002::/16", "an address of a tunnel"),
    )
)

PRIVATE = tuple(
    (ip_network(network), what)
    for network, what in (
        ("127.0.0.0/8", "an address of this machine"),
        ("::1/128", "an address of this machine"),
        ("10.0.0.0/8", "a private address"),
        ("172.16.0.0/12", "a private address"),
        ("192.168.0.0/16", "a private address"),
        ("100.64.0.0/10", "a private address"),
        ("fc00::/7", "a private address"),
        ("fec0::/10", "a private address"),
        ("64:ff9b:1::/48", "a private address"),
        ("192.0.0.0/24", "a reserved address"),
        ("192.0.2.0/24", "an address for documents"),
        ("198.18.0.0/15", "an address for measurements"),
        ("198.51.100.0/24", "an address for documents"),
        ("203.0.113.0/24", "an address for documents"),
        ("2001:db8::/32", "an address for documents"),
        ("3fff::/20", "an address for documents"),
    )
)

# All of IPv6 that is given out to hosts lies in this range.
PUBLIC_SIX = ip_network("2000::/3")
# Gateways between the two internets write an IPv4 address into the last 32 bits (RFC 6052).
GATEWAY = ip_network("64:ff9b::/96")


def checked_url(url: str) -> httpx.URL:
    """``url`` as an address of the web, without its fragment. Raises :class:`RefusedError`."""
    url = url.strip()
    if len(url) > LONGEST_URL:
        raise _refused(f"is longer than {LONGEST_URL:,} characters.", "Give a shorter address.")
    try:
        parsed = httpx.URL(url)
        host = parsed.raw_host.decode("ascii")
    except (httpx.InvalidURL, ValueError) as error:
        raise _refused(f"is no address of the web ({error}).", "Check its spelling.") from error
    if not parsed.scheme:
        raise _refused("has no scheme.", "Write it with https:// before it.")
    if parsed.scheme not in SCHEMES:
        raise _refused(
            f"is refused: its scheme is “{parsed.scheme}:”.", "Give an http or https address."
        )
    if not host.strip("."):
        raise _refused("names no host.", "Check its spelling.")
    if not HOST.fullmatch(host) or not 0 < (parsed.port or 80) < 65_536:
        raise _refused("is no address of the web (host or port).", "Check its spelling.")
    if parsed.userinfo:
        raise _refused("is refused: it holds a user name or a password.", "Give it without them.")
    return parsed.copy_with(fragment=None)


def why_refused(address: Address, *, allow_private: bool) -> str | None:
    """What speaks against asking ``address``; ``None`` where nothing does."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped
        if inner is None and address in GATEWAY:
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return why_refused(inner, allow_private=allow_private)
    for network, what in NEVER:
        if address.version == network.version and address in network:
            return what
    for network, what in PRIVATE:
        if address.version == network.version and address in network:
            return None if allow_private else what
    if isinstance(address, IPv6Address) and address not in PUBLIC_SIX:
        return "a reserved address"
    return None


def look_up(host: str, port: int) -> tuple[str, ...]:
    """The addresses of a host, as the system resolves them. Raises ``OSError``."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(answer[4][0]) for answer in found))


def checked_addresses(
    host: str, port: int, resolve: Resolve, *, allow_private: bool
) -> tuple[str, ...]:
    """The addresses of ``host``, each of which may be asked.

    Raises :class:`RefusedError` where one of them may not, even if others may: such an answer of
    the name service is a mistake or a trick. Raises :class:`UnavailableError` where the name is
    not resolved.
    """
    try:
        addresses = resolve(host, port)
    except (OSError, UnicodeError) as error:
        raise UnavailableError(
            f"cannot be reached: the name {host} is not resolved ({_words(error)}).",
            "Check the spelling of the address and the connection to the internet.",
            whole_host=True,
        ) from error
    if not addresses:
        raise UnavailableError(f"cannot be reached: {host} has no address.", whole_host=True)
    for address in addresses:
        what = why_refused(ip_address(address), allow_private=allow_private)
        if what is not None:
            raise _refused(f"is refused: {_resolves(host, address)} {what}.", _advice(address))
    return addresses


def _resolves(host: str, address: str) -> str:
    return f"{address} is" if host == address else f"{host} is {address},"


def _advice(address: str) -> str:
    if why_refused(ip_address(address), allow_private=True) is None:
        return "If you trust it, say --allow-private."
    return "Remove it from your list."


def _refused(reason: str, advice: str) -> RefusedError:
    return RefusedError(RejectionKind.UNREADABLE, reason, advice)


def _words(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
