"""What lies in a folder of documents and isn't read: files of types that aren't, parts of devices, links that aren't followed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ingest.parse.choose import SIDECAR, SUFFIXES
from ingest.parse.read import is_inside
from ingest.patterns import word_set
from ingest.report import Failure

_OTHER_DOCUMENTS = word_set(
    """
    .doc .docm .dot .dotx .rtf .odt .ott .wpd .wps .pages .ppt .pptx .pptm .pps .ppsx .odp .key .xls .xlsx .xlsm .ods .numbers
    .csv .tsv .epub .mobi .djvu .xps .oxps .one .pub .vsd .vsdx .msg .eml .tif .tiff .zip .7z .rar
    """
)
_FOLDERS = ("_files", "-files", "_dateien", "-dateien", "_archivos", "-archivos", "_fichiers", "-fichiers", "_file")
_PAGES = (".html", ".htm", ".xhtml")


def left_out(folder: Path) -> tuple[Failure, ...]:
    """What of a folder may be a document and isn't read, with the reason, by name. Pictures and parts of pages don't count."""
    return tuple(Failure(path=str(path), error=f"{path} {why}") for path, why in _found(folder))


def is_part_of_page(path: Path, folder: Path) -> bool:
    """Whether a file lies in the folder that a browser made for the parts of a page which lies beside it."""
    inside = [parent for parent in path.parents if parent != folder and folder in parent.parents]
    return any((parent.parent / f"{stem}{ending}").is_file() for parent in inside for stem in _stems(parent) for ending in _PAGES)


def _stems(folder: Path) -> Iterator[str]:
    """What the page is called whose parts may lie in a folder of that name."""
    for ending in _FOLDERS:
        if folder.name.lower().endswith(ending):
            yield folder.name[: -len(ending)]


def _found(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.rglob("*")):
        if any(part.startswith(".") for part in path.relative_to(folder).parts) or path.name.endswith(SIDECAR):
            continue
        suffix = path.suffix.lower()
        if path.is_symlink() and path.is_dir():
            yield path, "is a link to a folder; it was not followed. Add the folder itself by name."
        elif suffix in SUFFIXES and not path.is_dir():
            if path.is_symlink() and not path.exists():
                yield path, "is a link to a file that is not there. Remove it, or put the file in its place."
            elif not path.is_file():
                yield path, "is no file that can be read. Remove it."
            elif not is_inside(path, folder):
                yield path, "is a link that leads out of the folder; it was not followed. Add its target by name."
        elif suffix in _OTHER_DOCUMENTS and path.is_file() and not is_part_of_page(path, folder):
            yield path, f"is of a type that is not read ({suffix}). Save it as .docx, .pdf, .html, .md or .txt and add that."
