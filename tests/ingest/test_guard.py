"""The child process that parses: what it may cost, and what becomes of one that dies."""

import threading
from pathlib import Path

import planted
import pytest

from ingest.errors import UnreadableDocumentError
from ingest.parse import guard
from ingest.parse.guard import close_children, parse_guarded


def test_file_that_takes_too_long_is_given_up_and_the_next_is_read(tmp_path: Path) -> None:
    slow, good = tmp_path / "slow.pdf", tmp_path / "good.html"
    planted.write_pdf_guideline(planted.make_guideline(0), slow, style=0)
    planted.write_html(planted.make_guideline(1), good, style=0)
    with pytest.raises(UnreadableDocumentError, match=r"slow.pdf took longer than .* and was given up"):
        parse_guarded(slow, time_limit=0.001)
    assert parse_guarded(good).source.title == "Management of Asthma in Adults"


def test_file_that_takes_too_much_memory_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.html"
    path.write_text("<p>" + "<b>x</b> " * 1_500_000 + "</p>", encoding="utf-8")
    with pytest.raises(UnreadableDocumentError, match="of memory"):
        parse_guarded(path, memory_limit=400 * 1024 * 1024)


def test_deep_nesting_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_text("<div>" * 100_000 + "<p>Rest the joint.</p>", encoding="utf-8")
    with pytest.raises(UnreadableDocumentError, match=r"deep.html (?:is|holds|can't)"):
        parse_guarded(path, time_limit=20)


def test_child_that_was_killed_is_replaced(tmp_path: Path) -> None:
    first, second = tmp_path / "a.html", tmp_path / "b.html"
    planted.write_html(planted.make_guideline(2), first, style=0)
    planted.write_html(planted.make_guideline(3), second, style=0)
    parse_guarded(first)
    child = guard._idle.get_nowait()
    child.process.kill()
    child.process.wait()
    guard._idle.put(child)
    assert parse_guarded(second).source.title == "Management of Migraine in Adults"


def test_many_threads_share_a_few_children(tmp_path: Path) -> None:
    paths = [planted.write_html(planted.make_guideline(n), tmp_path / f"{n}.html", style=n % 4) for n in range(12)]
    titles: list[str] = []
    threads = [threading.Thread(target=lambda path=path: titles.append(parse_guarded(path).source.title)) for path in paths]  # type: ignore[misc]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(titles) == 12
    close_children()
    assert guard._idle.empty()


def test_same_bytes_are_parsed_once_and_keep_their_own_path(tmp_path: Path) -> None:
    first = planted.write_html(planted.make_guideline(4), tmp_path / "a.html", style=0)
    second = tmp_path / "b.html"
    second.write_bytes(first.read_bytes())
    one = parse_guarded(first)
    other = parse_guarded(second, time_limit=0.0001)
    assert (other.text, other.source.path) == (one.text, str(second))
