"""A page that a browser saved as one file (.mht, .mhtml): a letter whose parts are the page and its pictures."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.message import Message
from hashlib import sha256
from pathlib import Path

from ingest.documents import Document
from ingest.errors import UnreadableDocumentError
from ingest.parse.html import parse_html

_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def parse_archive(raw: bytes, *, path: Path) -> Document:
    """The document of the page that the archive was saved of: its first part that is a page; frames are further ones.

    Raises:
        UnreadableDocumentError: no part is a page, or the page is none that can be read.
    """
    page = next((part for part in message_from_bytes(raw).walk() if part.get_content_type() in _PAGES), None)
    content = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(content, bytes) or not content.strip():
        message = f"{path} holds no web page. Save the page from the browser as HTML, or print it as a PDF, and add that."
        raise UnreadableDocumentError(message)
    document = parse_html(content, path=path, encoding=page.get_content_charset())
    source = replace(document.source, sha256=sha256(raw).hexdigest(), url=document.source.url or _address(page))
    return replace(document, source=source)


def _address(page: Message) -> str | None:
    """Where the page was saved from, as the archive says."""
    place = " ".join(str(page.get("Content-Location") or "").split())
    return place if place.startswith(("http://", "https://")) else None
