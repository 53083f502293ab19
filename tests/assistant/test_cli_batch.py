import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from assistant.commands import batch
from assistant.commands.batch import MAX_LINE, open_lines, read_lines, run_batch
from assistant.serving.lines import AskLine, EnforceLine, VerifyLine, check_line
from ingest.errors import IndexStaleError, VouchError


def run(raw: bytes, work: Any = None, model: Any = AskLine) -> tuple[list[dict[str, Any]], int]:
    written: list[dict[str, Any]] = []
    work = work or (lambda line: {"echo": line.question})
    broken = run_batch(read_lines(io.BytesIO(raw)), model=model, work=work, write=lambda line: written.append(dict(line)))
    return written, broken


def lines(entries: Iterable[object]) -> bytes:
    return b"".join(json.dumps(entry).encode() + b"\n" for entry in entries)


def test_every_line_is_answered_in_order() -> None:
    written, broken = run(lines({"id": str(number), "question": f"q{number}"} for number in range(5)))
    assert [(line["id"], line["echo"]) for line in written] == [(str(number), f"q{number}") for number in range(5)]
    assert broken == 0


def test_an_answer_is_written_before_the_next_line_is_read() -> None:
    seen: list[str] = []

    def slowly() -> Iterable[bytes]:
        for name in ("a", "b"):
            seen.append(f"read {name}")
            yield json.dumps({"id": name, "question": "q"}).encode()

    run_batch(iter(slowly()), model=AskLine, work=lambda _: {}, write=lambda line: seen.append(f"wrote {line['id']}"))
    assert seen == ["read a", "wrote a", "read b", "wrote b"]


@pytest.mark.parametrize(
    ("bad", "said", "bad_id"),
    [
        pytest.param(b'{"id": "x", "question": ', "not JSON", None, id="broken-json"),
        pytest.param(b'{"id": "x", "question":', "not JSON: Expecting value at column 24", None, id="broken-at-its-end"),
        pytest.param(b'{"id": "x"}', "question", "x", id="missing-field"),
        pytest.param(b'{"id": "x", "question": 7}', "question", "x", id="wrong-type"),
        pytest.param(b'{"id": "x", "question": "q", "audience": "nurse"}', "audience", "x", id="unknown-audience"),
        pytest.param(
            b'{"id": "x", "question": "q", "history": [{"role": "god", "content": ""}]}', "history.0.role", "x", id="bad-role"
        ),
        pytest.param(b'{"id": {"a": 1}, "question": "q"}', "id", None, id="id-is-an-object"),
        pytest.param(b'{"id": 1e400, "question": "q"}', "id", None, id="id-is-infinite"),
        pytest.param(b'{"id": "x", "question": "\\ud800"}', "half a character", "x", id="lone-surrogate"),
        pytest.param(b'["x"]', "an array", None, id="array"),
        pytest.param(b'"x"', "a string", None, id="string"),
        pytest.param(b"null", "null", None, id="null"),
        pytest.param(b'{"id": "x", "question": "\xff\xfe"}', "not UTF-8", None, id="invalid-utf-8"),
        pytest.param(b"[" * 100_000, "JSON", None, id="nested-too-deeply"),
        pytest.param(b'{"id": "x", "question": ' + b"9" * 5000 + b"}", "JSON", None, id="endless-number"),
        pytest.param(b'{"id": "x", "question": "' + b"a" * MAX_LINE + b'"}', "longer than", None, id="huge"),
        pytest.param(b'{"id": "x", "question": "' + b"a" * 20_001 + b'"}', "question", "x", id="endless-question"),
    ],
)
def test_a_bad_line_says_so_in_its_place_and_the_rest_go_on(bad: bytes, said: str, bad_id: str | None) -> None:
    good = b'{"id": "%d", "question": "q"}\n'
    written, broken = run(good % 1 + bad + b"\n" + good % 2)
    assert [line["id"] for line in written] == ["1", bad_id, "2"]
    assert said in written[1]["error"]
    assert "\n" not in written[1]["error"]
    assert "echo" in written[2]
    assert broken == 0


def test_blank_lines_and_byte_order_mark_are_no_lines() -> None:
    written, _ = run(b'\xef\xbb\xbf{"id": "1", "question": "q"}\n\n   \r\n{"id": "2", "question": "q"}')
    assert [line["id"] for line in written] == ["1", "2"]
    assert all("echo" in line for line in written)


@pytest.mark.parametrize("unknown", ["NaN", "Infinity", "-Infinity", "null"])
def test_what_many_programs_write_for_nothing_is_nothing(unknown: str) -> None:
    raw = f'{{"id": {unknown}, "question": "q", "history": {unknown}, "audience": {unknown}, "language": {unknown}}}'
    written, _ = run(raw.encode())
    assert written == [{"id": None, "echo": "q"}]


def test_further_fields_of_a_line_are_left_alone() -> None:
    written, _ = run(lines([{"id": "1", "question": "q", "gold": ["anything"]}]))
    assert written == [{"id": "1", "echo": "q"}]


def test_an_error_in_one_answer_does_not_stop_the_rest() -> None:
    def work(line: AskLine) -> dict[str, Any]:
        if line.question == "stale":
            message = "the index is stale; run `vouch ingest`"
            raise IndexStaleError(message)
        if line.question == "bug":
            return {"never": 1 / 0}
        return {"text": "fine"}

    written, broken = run(lines({"id": name, "question": name} for name in ("stale", "bug", "fine")), work)
    assert written[0] == {"id": "stale", "error": "the index is stale; run `vouch ingest`"}
    assert "ZeroDivisionError" in written[1]["error"]
    assert written[2]["text"] == "fine"
    assert broken == 1


def test_lone_surrogate_in_an_id_can_still_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    with batch.json_only() as write:
        run_batch(iter([b'{"id": "\\ud800", "question": 1}']), model=AskLine, work=lambda _: {}, write=write)
    assert json.loads(capsys.readouterr().out)["id"] == "?"


def test_chatter_of_libraries_never_reaches_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    with batch.json_only() as write:
        print("loading model")  # noqa: T201
        write({"id": "1"})
    printed = capsys.readouterr()
    assert printed.out == '{"id": "1"}\n'
    assert "loading model" in printed.err


def test_a_missing_file_is_named() -> None:
    with pytest.raises(VouchError, match=r"nowhere\.jsonl"), open_lines("nowhere.jsonl"):
        pass


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_a_file_is_read_as_its_shell_wrote_it(encoding: str, tmp_path: Path) -> None:
    told = '{"id": "1", "question": "¿Cuánto?"}\r\n\r\n{"id": "2", "question": "q"}\r\n'
    file = tmp_path / "questions.jsonl"
    file.write_bytes((f"\ufeff{told}" if encoding == "utf-16-be" else told).encode(encoding))
    written: list[dict[str, Any]] = []
    with open_lines(str(file)) as found:
        run_batch(found, model=AskLine, work=lambda line: {"echo": line.question}, write=lambda line: written.append(dict(line)))
    assert written == [{"id": "1", "echo": "¿Cuánto?"}, {"id": "2", "echo": "q"}]


@pytest.mark.parametrize(
    ("section", "path"),
    [
        pytest.param("A > B", ("A", "B"), id="greater-than"),
        pytest.param("A › B", ("A", "B"), id="guillemet"),
        pytest.param(["A", "B > C"], ("A", "B > C"), id="list"),
        pytest.param("score >3", ("score >3",), id="a-comparison-is-no-path"),
        pytest.param(None, (), id="none"),
        pytest.param("", (), id="empty"),
    ],
)
def test_section_is_read_as_a_heading_path(section: object, path: tuple[str, ...]) -> None:
    line = check_line({"claim": "c", "evidence": "e", "section": section}, VerifyLine)
    assert line.cited[0].heading_path == path


@pytest.mark.parametrize("evidence", ["e", ["e"]], ids=["string", "list"])
def test_evidence_is_one_text_or_several(evidence: object) -> None:
    line = check_line({"claim": "c", "evidence": evidence, "source": "T"}, VerifyLine)
    assert [(piece.text, piece.title) for piece in line.cited] == [("e", "T")]


def test_passages_of_a_draft_carry_their_number_and_section() -> None:
    fields = {"question": "q", "draft": "d [1]", "passages": [{"n": 1, "text": "t", "section": "A > B", "source": "S"}]}
    passage = check_line(fields, EnforceLine).passages[0]
    assert (passage.n, passage.text, passage.section, passage.source) == (1, "t", ("A", "B"), "S")


def test_two_passages_under_one_number_are_refused_and_one_told_twice_is_not() -> None:
    def fields(*texts: str) -> bytes:
        passages = [{"n": 1, "text": text} for text in texts]
        return lines([{"id": "1", "question": "q", "draft": "d [1]", "passages": passages}])

    refused, _ = run(fields("5 mg", "50 mg"), lambda _: {}, EnforceLine)
    assert "two different passages have the number 1" in refused[0]["error"]
    assert run(fields("5 mg", "5 mg"), lambda _: {}, EnforceLine)[0] == [{"id": "1"}]
