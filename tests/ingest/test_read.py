import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import UnreadableDocumentError
from ingest.parse.read import normalise, read_file


def write(folder: Path, raw: bytes, name: str = "page.md") -> Path:
    path = folder / name
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    assert read_file(write(tmp_path, "Give ≤ 5 µg, “daily”.\n".encode(encoding))).text == "Give ≤ 5 µg, “daily”.\n"


def test_windows_1252_is_read_with_a_warning(tmp_path: Path) -> None:
    read = read_file(write(tmp_path, "Dose – 5 µg “daily”, 37 °C, café\n".encode("cp1252")))
    assert read.text == "Dose – 5 µg “daily”, 37 °C, café\n"
    assert read.encoding == "cp1252"
    assert "cp1252" in read.warnings[0]


def test_line_ends_and_byte_order_mark_are_normalised(tmp_path: Path) -> None:
    assert read_file(write(tmp_path, b"\xef\xbb\xbfone\r\ntwo\rthree\n")).text == "one\ntwo\nthree\n"


def test_letters_are_composed_and_powers_are_kept() -> None:
    assert normalise("cafe\u0301 10²") == "café 10²"


@given(st.text(max_size=50))
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert unicodedata.is_normalized("NFC", once)
    assert normalise(once) == once.removeprefix("\ufeff")


def test_single_control_characters_become_spaces_with_a_warning(tmp_path: Path) -> None:
    read = read_file(write(tmp_path, b"Rest helps.\x00 " + b"Sleep helps too. " * 20))
    assert read.text.startswith("Rest helps.  Sleep")
    assert "control characters" in read.warnings[0]


def test_checksum_is_that_of_the_bytes(tmp_path: Path) -> None:
    assert read_file(write(tmp_path, b"a\r\n")).sha256 != read_file(write(tmp_path, b"a\n", "b.md")).sha256


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "is empty (0 bytes)"),
        (b" \n\t\n", "is empty"),
        (b"%PDF-1.7 ...", "is a PDF, not text"),
        (b"PK\x03\x04rest", "is a ZIP archive"),
        (bytes(range(256)) * 40, "is binary, not text"),
        (b"\xff\xfeA", "breaks at byte"),
    ],
    ids=["nothing", "blank", "pdf", "zip", "binary", "half of utf-16"],
)
def test_file_that_is_no_text_is_refused_with_the_mend(tmp_path: Path, raw: bytes, why: str) -> None:
    with pytest.raises(UnreadableDocumentError) as caught:
        read_file(write(tmp_path, raw))
    assert why in str(caught.value)
    assert "page.md" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_missing_file_and_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.md", tmp_path):
        with pytest.raises(UnreadableDocumentError, match=r"can't be read|not a plain file"):
            read_file(path)


def test_too_large_a_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "huge.md"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(
        UnreadableDocumentError, match=r"too large \(210 MB, the limit is 52 MB\)\. Split it, or raise VOUCH_MAX_DOCUMENT_BYTES"
    ):
        read_file(path)
