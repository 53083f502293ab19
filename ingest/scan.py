"""The corpus folder → the document files in it, each with the checksum that tells whether it changed."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ingest.errors import UnreadableDocumentError
from ingest.left_out import is_part_of_page
from ingest.parse.choose import SIDECAR, SUFFIXES, sidecar_of
from ingest.parse.read import file_sha256, is_inside

_FOLDERS_LEFT_OUT = frozenset({"lexicon", "node_modules", "__pycache__"})
_ABOUT = frozenset({"readme", "license", "licence", "contributing", "changelog"})
_SEEN_WITHOUT_READING = 1 << 12


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusFile:
    """A document file: its path, the same relative to the corpus, and a stamp of size and times that is cheap to compare."""

    path: Path
    name: str
    stamp: str

    def sha256(self) -> str:
        """Checksum of the file and its sidecar together."""
        digest = sha256(file_sha256(self.path).encode())
        sidecar = sidecar_of(self.path)
        if sidecar.is_file():
            digest.update(file_sha256(sidecar).encode())
        return digest.hexdigest()


def scan(corpus: Path) -> tuple[CorpusFile, ...]:
    """The document files under ``corpus``, by name.

    Left out: hidden files, lexicon/, sidecars, README and its like without front matter, files of other types, the parts of a
    saved page, and links that lead out of the folder.

    Raises:
        UnreadableDocumentError: there is no such folder.
    """
    if not corpus.is_dir():
        wrong = "is a file, and no folder" if corpus.is_file() else "does not exist"
        message = f"The corpus folder {corpus} {wrong}. Create it, or give the right one (VOUCH_CORPUS)."
        raise UnreadableDocumentError(message)
    files = []
    for path in sorted(corpus.rglob("*")):
        relative = path.relative_to(corpus)
        if _is_left_out(path, relative) or not path.is_file() or (path.is_symlink() and not is_inside(path, corpus)):
            continue
        if is_part_of_page(path, corpus):
            continue
        files.append(CorpusFile(path=path, name=relative.as_posix(), stamp=_stamp(path)))
    return tuple(files)


def _is_left_out(path: Path, relative: Path) -> bool:
    if any(part.startswith(".") or part in _FOLDERS_LEFT_OUT for part in relative.parts):
        return True
    if path.name.endswith(SIDECAR) or path.suffix.lower() not in SUFFIXES:
        return True
    return path.stem.lower() in _ABOUT and not _starts_with_front_matter(path)


def _starts_with_front_matter(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(_SEEN_WITHOUT_READING).lstrip(b"\xef\xbb\xbf").startswith(b"---")
    except OSError:
        return False


def _stamp(path: Path) -> str:
    parts = []
    for file in (path, sidecar_of(path)):
        if file.is_file():
            state = file.stat()
            parts.append(f"{state.st_size}.{state.st_mtime_ns}.{state.st_ino}")
    return "+".join(parts)
