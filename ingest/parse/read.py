r"""A file's bytes → its text: NFC, ``\n`` line ends, the encoding found out, and refusals that say why.

NFC and not NFKC: compatibility folding turns 10² into 102.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ingest.errors import UnreadableDocumentError
from ingest.parse.hostile import without_invisible

MAX_BYTES = 50 * 1024 * 1024
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (Word, Excel, EPUB …)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
)
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
"""Letters that printing ties together; a search for the word, and a reader who types it, has them apart."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_MOST_CONTROL = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """A file as read: its text, the SHA-256 of its bytes, and what had to be guessed or repaired."""

    path: Path
    text: str
    sha256: str
    encoding: str
    warnings: tuple[str, ...] = ()


def read_file(path: Path, *, max_bytes: int = MAX_BYTES) -> ReadFile:
    """The text of ``path``, normalised.

    Raises:
        UnreadableDocumentError: the file is missing, no plain file, too large (found out without reading it), empty,
            binary, or in no encoding that can be told.
    """
    raw = read_bytes(path, max_bytes=max_bytes)
    decoded, encoding, warnings = decode(raw, path)
    text = normalise(decoded)
    if not text.strip():
        message = f"{path} is empty. Put text into it or remove it."
        raise UnreadableDocumentError(message)
    controls = len(_CONTROL.findall(text))
    if controls > _MOST_CONTROL * len(text):
        message = f"{path} is binary, not text. Save it as Markdown or plain text and add that."
        raise UnreadableDocumentError(message)
    visible = without_invisible(text)
    if visible != text:
        # Between the letters of a word they keep a search, and a reader of the quote, from finding it.
        warnings = (*warnings, f"invisible characters were left out ({len(text) - len(visible)})")
        text = visible
    if controls:
        text = _CONTROL.sub(" ", text)
        warnings = (*warnings, f"{controls} control characters were replaced by spaces")
    return ReadFile(path=path, text=text, sha256=sha256(raw).hexdigest(), encoding=encoding, warnings=warnings)


def read_bytes(path: Path, *, max_bytes: int = MAX_BYTES) -> bytes:
    """The bytes of a plain file of at most ``max_bytes``; see ``read_file`` for what is raised."""
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            message = f"{path} is not a plain file. Give the path of a document."
            raise UnreadableDocumentError(message)
        if state.st_size > max_bytes:
            message = (
                f"{path} is too large ({state.st_size / 1e6:.0f} MB, the limit is {max_bytes / 1e6:.0f} MB)."
                " Split it, or raise VOUCH_MAX_DOCUMENT_BYTES."
            )
            raise UnreadableDocumentError(message)
        with path.open("rb") as file:
            # The size may have grown since: never read more than the limit.
            raw = file.read(max_bytes + 1)[:max_bytes]
    except OSError as error:
        message = f"{path} can't be read ({error.strerror or error}). Check the path and its permissions."
        raise UnreadableDocumentError(message) from error
    if not raw:
        message = f"{path} is empty (0 bytes). Put text into it or remove it."
        raise UnreadableDocumentError(message)
    return raw


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes, read in pieces."""
    digest = sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def normalise(text: str) -> str:
    r"""``text`` in NFC with ``\n`` line ends and without a byte order mark."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", lines).translate(LIGATURES)


def decode(raw: bytes, path: Path) -> tuple[str, str, tuple[str, ...]]:
    """Text, encoding and warnings of a text file's bytes; see ``read_file`` for what is raised."""
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            message = f"{path} is {what}, not text. Save it as Markdown or plain text and add that."
            raise UnreadableDocumentError(message)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _decode_as(raw, encoding, path), encoding, ()
    try:
        return raw.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        return _guess(raw, path)


def _decode_as(raw: bytes, encoding: str, path: Path) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"{path} starts like {encoding} but breaks at byte {error.start}. Save it as UTF-8."
        raise UnreadableDocumentError(message) from error


def _guess(raw: bytes, path: Path) -> tuple[str, str, tuple[str, ...]]:
    """Text in an encoding other than UTF-8, told by what its characters make; Windows-1252 first, which most such files are."""
    if len(_CONTROL_BYTES.findall(raw)) > _MOST_CONTROL * len(raw) and not _looks_utf16(raw):
        message = f"{path} is binary, not text. Save it as Markdown or plain text and add that."
        raise UnreadableDocumentError(message)
    encoding = "utf-16" if _looks_utf16(raw) else _guess_encoding(raw)
    if encoding is None:
        message = f"{path} is in no encoding that can be told, or binary. Save it as UTF-8."
        raise UnreadableDocumentError(message)
    if encoding == "utf-16":
        encoding = "utf-16-le" if raw[1::2].count(0) >= raw[::2].count(0) else "utf-16-be"
    text = _decode_as(raw, encoding, path)
    return text, encoding, (f"not UTF-8: read as {encoding}; check the special characters",)


def _looks_utf16(raw: bytes) -> bool:
    odd, even = raw[1:4096:2].count(0), raw[0:4096:2].count(0)
    most = min(len(raw), 4096) / 2
    return max(odd, even) > 0.6 * most and min(odd, even) < 0.1 * most


def _guess_encoding(raw: bytes) -> str | None:
    try:
        western = raw.decode("cp1252")
    except UnicodeDecodeError:
        western = ""
    if western and _reads_well(western):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(raw[: 1 << 20]).best()
    return best.encoding if best is not None else None


def _reads_well(text: str) -> bool:
    """Whether a guess at Windows-1252 gives words: hardly a control character, and accents or typographic marks inside text."""
    odd = sum(1 for character in text if ord(character) > 127)  # noqa: PLR2004 - beyond ASCII
    likely = sum(1 for character in text if character in "‘’“”–—…•°±²³µ·×½¼¾éèêëáàâäãåíìîïóòôöõúùûüñçßÉÁÍÓÚÑÜ€®©™«»¿¡\xa0")
    return not _CONTROL.search(text) and odd < 0.2 * len(text) and likely >= 0.8 * odd


def is_inside(path: Path, folder: Path) -> bool:
    """Whether ``path``, links followed, lies in ``folder``."""
    return os.path.realpath(path).startswith(os.path.realpath(folder) + os.sep)
