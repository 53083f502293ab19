"""A web address → a file, taken with limits: of size, of time, and of where it may lead.

Addresses inside this machine or its network are refused, at every redirect anew, and the connection goes to the very address that
was checked, so that a name can't answer differently the second time.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import httpx

from ingest.errors import UnreadableDocumentError
from ingest.parse.read import MAX_BYTES
from ingest.parse.slug import slug

TIME_LIMIT = 60.0
_STEP_LIMIT = 15.0
_MOST_REDIRECTS = 5
_SUFFIX = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "text/plain": ".txt",
}
_NEW, _NAT64 = 6, ipaddress.ip_network("64:ff9b::/96")
_KNOWN = frozenset(_SUFFIX.values())
Resolve = Callable[[str, int], Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A file that was fetched: where it was put, and the address that it came from in the end."""

    path: Path
    url: str


def resolve(host: str, port: int) -> Sequence[str]:
    """The addresses of a host name, by the system's resolver."""
    return tuple(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def fetch(
    url: str,
    folder: Path,
    *,
    max_bytes: int = MAX_BYTES,
    time_limit: float = TIME_LIMIT,
    resolver: Resolve = resolve,
    transport: httpx.BaseTransport | None = None,
) -> Fetched:
    """The document at ``url``, written into ``folder`` under a name made from the address.

    Raises:
        UnreadableDocumentError: no web address, leads to a private address, too large, too slow, no document, or not there.
    """
    until = time.monotonic() + time_limit
    address = url
    try:
        with (
            httpx.Client(transport=transport, timeout=_STEP_LIMIT, follow_redirects=False, trust_env=False) as client,
            _given_up(client, time_limit),
        ):
            for _ in range(_MOST_REDIRECTS + 1):
                request = _request(client, address, url, resolver)
                response = client.send(request, stream=True)
                try:
                    if not response.has_redirect_location:
                        return _save(response, address, url, folder, max_bytes=max_bytes, until=until)
                    address = urljoin(address, response.headers["location"])
                finally:
                    response.close()
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, RuntimeError) as error:
        if time.monotonic() > until:
            message = f"{url} is too slow and was given up. Download it yourself and add the file."
            raise UnreadableDocumentError(message) from error
        if isinstance(error, RuntimeError):
            raise
        message = (
            f"{url} can't be fetched ({type(error).__name__}: {error}). Check the address, or save the page and add the file."
        )
        raise UnreadableDocumentError(message) from error
    message = f"{url} redirects more than {_MOST_REDIRECTS} times. Open it in a browser, save the page and add the file."
    raise UnreadableDocumentError(message)


@contextmanager
def _given_up(client: httpx.Client, time_limit: float) -> Iterator[None]:
    """Closes the connections when the time is up: a server that sends its headers letter by letter keeps every step's limit."""
    timer = threading.Timer(time_limit, client.close)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _request(client: httpx.Client, address: str, url: str, resolver: Resolve) -> httpx.Request:
    """A request to an address that was checked, under the name of its host."""
    try:
        parts = urlsplit(address)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        message = f"{url} is no web address ({error}). Give one that begins with https://."
        raise UnreadableDocumentError(message) from error
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username or parts.password:
        message = f"{url} leads to {parts.scheme or 'no'} address that is not fetched. Give one that begins with https://."
        raise UnreadableDocumentError(message)
    checked = _public(parts.hostname, port, url, resolver)
    literal = f"[{checked}]" if ":" in checked else checked
    pinned = httpx.URL(address).copy_with(host=literal.strip("[]"))
    host = parts.netloc.rpartition("@")[2]
    headers = {"Host": host, "Accept": ", ".join(_SUFFIX), "User-Agent": "vouch"}
    return client.build_request("GET", pinned, headers=headers, extensions={"sni_hostname": parts.hostname})


def _public(host: str, port: int, url: str, resolver: Resolve) -> str:
    """An address of the host; refused when any of its addresses is not of the public internet."""
    try:
        addresses = resolver(host, port)
    except OSError as error:
        message = f"{url}: there is no host {host} ({error.strerror or error}). Check the address and the network."
        raise UnreadableDocumentError(message) from error
    if not addresses:
        message = f"{url}: there is no host {host}. Check the address."
        raise UnreadableDocumentError(message)
    for found in addresses:
        address = ipaddress.ip_address(found.partition("%")[0])
        inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None) or _translated(address) or address
        if not address.is_global or not inner.is_global or address.is_multicast:
            message = f"{url} leads to {found}, an address inside this machine or its network; it was not fetched."
            raise UnreadableDocumentError(message)
    return addresses[0]


def _translated(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The old address to which a network's translator (NAT64) takes a new one; None for one that no translator takes."""
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if address.version == _NEW and address in _NAT64 else None


def _save(response: httpx.Response, address: str, url: str, folder: Path, *, max_bytes: int, until: float) -> Fetched:
    if response.status_code != httpx.codes.OK:
        message = f"{url} answers {response.status_code} {response.reason_phrase}. Check it, or save the page and add the file."
        raise UnreadableDocumentError(message)
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    name = unquote(urlsplit(address).path.rsplit("/", 1)[-1])
    suffix = Path(name).suffix.lower()
    if kind not in _SUFFIX and suffix not in _KNOWN:
        message = f"{url} is {kind or 'of no stated type'}, which is no document that Vouch reads."
        raise UnreadableDocumentError(message)
    ending = suffix if kind == "text/plain" and suffix in _KNOWN else _SUFFIX.get(kind, suffix)
    stem = slug(re.sub(r"\.\w{1,5}$", "", name)) or slug(urlsplit(address).hostname or "") or "page"
    path = folder / f"{stem}{ending}"
    size = 0
    with path.open("wb") as file:
        # Counted unpacked: a page of a few kilobytes can unpack to gigabytes.
        # Piece by piece as it comes: who sends a letter a second would hold back for hours what is waited for in blocks.
        for piece in response.iter_bytes():
            size += len(piece)
            if size > max_bytes or time.monotonic() > until:
                limit = f"larger than {max_bytes / 1e6:.0f} MB" if size > max_bytes else "too slow"
                message = f"{url} is {limit} and was given up. Download it yourself and add the file."
                file.close()
                path.unlink()
                raise UnreadableDocumentError(message)
            file.write(piece)
    return Fetched(path=path, url=address)
