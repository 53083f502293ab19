import io
import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from served import ScriptedAssistant

from assistant.answers import Question
from assistant.cli import main
from assistant.commands.answering import answer_line
from assistant.commands.terminal import print_answer
from assistant.commands.understood import print_understood
from assistant.display.render import answer_object
from assistant.serving.lines import AskLine
from assistant.settings import Settings
from ingest.report import DocumentReport

ROOT = Path(__file__).parents[2]
LEXICON = """
concepts:
  - {id: corvalin, kind: drug, name: corvalin}
  - {id: mestor, kind: drug, name: mestor}
"""


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder with a lexicon, and no VOUCH_ variable from outside."""
    for name in [name for name in os.environ if name.startswith("VOUCH_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus" / "lexicon").mkdir(parents=True)
    (tmp_path / "corpus" / "lexicon" / "words.yaml").write_text(LEXICON, encoding="utf-8")
    return tmp_path / "corpus"


def output_lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def write_lines(path: Path, *entries: object) -> str:
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
    return str(path)


def test_help_is_quick_and_names_no_heavy_library() -> None:
    script = "import sys; from assistant.cli import main; main(['--help']); print(sorted(sys.modules))"
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime  # the processor's seconds: a busy machine's clock says nothing
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 3, "0.3 s on an idle machine; a slow one gets room"
    for heavy in ("torch", "llama_index", "faiss", "sentence_transformers", "fastapi", "chainlit", "numpy", "pydantic"):
        assert f"'{heavy}'" not in shown


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["ask"], id="neither-question-nor-batch"),
        pytest.param(["ask", "q", "--batch", "-"], id="question-and-batch"),
        pytest.param(["ask", "q", "--audience", "nurse"], id="unknown-audience"),
        pytest.param(["ask", "q", "--language", "fr"], id="unknown-language"),
        pytest.param(["condense"], id="condense-without-batch"),
        pytest.param(["verify"], id="verify-without-batch"),
        pytest.param(["serve", "--port", "70000"], id="port-out-of-range"),
        pytest.param(["eval", "--split", "train"], id="unknown-split"),
        pytest.param(["eval", "from-feedback", "--since", "yesterday"], id="no-date"),
        pytest.param(["nonsense"], id="unknown-command"),
        pytest.param(["ask", "q", "--nonsense"], id="unknown-option"),
    ],
)
def test_wrong_usage_is_status_2(arguments: list[str], corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["verify", "--batch", "nowhere.jsonl"], "nowhere.jsonl", id="missing-batch-file"),
        pytest.param(["verify", "--batch", "-", "--corpus", "nowhere"], "nowhere", id="missing-corpus-of-verify"),
        pytest.param(["enforce", "--batch", "-", "--corpus", "nowhere"], "nowhere", id="missing-corpus-of-enforce"),
        pytest.param(["ask", "--batch", "nowhere.jsonl"], "nowhere.jsonl", id="missing-batch-file-of-ask"),
        pytest.param(["ask", "a" * 20_001], "question: must have at most 20000 characters", id="endless-question"),
        pytest.param(["ask", "q"], "vouch ingest", id="missing-index"),
        pytest.param(["ingest", "nowhere"], "nowhere does not exist", id="missing-corpus"),
        pytest.param(["ingest", __file__], "is a file, and no folder", id="file-as-corpus"),
        pytest.param(["eval", "retrieval", "nowhere"], "nowhere", id="missing-folder"),
        pytest.param(["eval", "--cases", "nowhere"], "nowhere", id="missing-cases"),
    ],
)
def test_an_error_is_status_1_and_one_line(
    arguments: list[str], said: str, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert printed.err.startswith("vouch: ")
    assert said in printed.err


def test_unknown_setting_stops_every_command(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VOUCH_INDEKS", "x")
    assert main(["ingest"]) == 1
    assert "VOUCH_INDEX" in capsys.readouterr().err


def test_an_unexpected_error_is_one_line_with_a_hint(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        message = "first line\nsecond line"
        raise RuntimeError(message)

    from assistant import cli

    cli.app.command("break-for-test", hidden=True)(broken)
    assert main(["break-for-test"]) == 1
    printed = capsys.readouterr().err
    assert printed == "vouch: unexpected RuntimeError: first line second line (VOUCH_DEBUG=1 shows where)\n"
    monkeypatch.setenv("VOUCH_DEBUG", "1")
    assert main(["break-for-test"]) == 1
    assert "Traceback" in capsys.readouterr().err
    monkeypatch.delenv("VOUCH_DEBUG")
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("VOUCH_DEBUG=true\n", encoding="utf-8")
    assert main(["break-for-test"]) == 1
    assert "Traceback" in capsys.readouterr().err, "the settings' file counts as well"
    cli.app.registered_commands.pop()


def test_settings_are_printed_as_lines_and_as_json(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["settings"]) == 0
    assert "VOUCH_PORT=8000\n" in capsys.readouterr().out
    assert main(["settings", "--json"]) == 0
    assert output_lines(capsys)[0]["VOUCH_PORT"] == "8000"


def test_empty_library_and_folder_say_what_to_do(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sources"]) == 0
    assert "`vouch add FILE|FOLDER|URL`" in capsys.readouterr().out
    assert main(["sources", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["sources"] == []
    assert main(["sources", "--corpus", "mistyped"]) == 0
    assert "no documents in mistyped yet" in " ".join(capsys.readouterr().out.split())
    (corpus.parent / "notes").mkdir()
    assert main(["add", "notes"]) == 1
    assert ".docx" in capsys.readouterr().err.splitlines()[-1]
    assert main(["add", "mistyped"]) == 1
    assert "mistyped can't be read (there is no such file)" in capsys.readouterr().err.splitlines()[-1]
    assert main(["user", "list"]) == 0
    said = capsys.readouterr()
    assert (said.out, "`vouch user set NAME`" in said.err) == ("", True)


def test_what_was_understood_is_counted_in_good_english() -> None:
    one = DocumentReport(
        source_id="a", path="a.md", url=None, title="A", references_linked=0, references_missing=(), warnings=(),
        publisher=None, kind="other", audience="clinician", language="en", published=None, updated=None,
        review_status="not stated", review_note=None, inferred=("publisher", "kind"), sections=1, statements=1, references=1,
        tables=1, table_rows=2, furniture_removed=1, furniture=("Page 1",),
    )  # fmt: skip
    out = io.StringIO()
    print_understood([one], Console(file=out, width=200))
    assert "publisher: not stated\n" in out.getvalue()
    assert "kind: other (guessed)" in out.getvalue()
    assert "found: 1 statement in 1 section, 1 reference" in out.getvalue()
    assert "1 table kept as 2 rows, 0 lost; 0 figures skipped" in out.getvalue()
    assert "set aside: 1 piece of page furniture" in out.getvalue()


@pytest.mark.parametrize(
    ("inferred", "publisher", "told"),
    [(("kind",), "House", True), ((), None, True), ((), "House", False)],
    ids=["guessed", "no-publisher", "all-stated"],
)
def test_where_guesses_are_put_right_is_told_where_there_are_any(
    inferred: tuple[str, ...], publisher: str | None, told: bool
) -> None:
    one = DocumentReport(
        source_id="a", path="a.md", url=None, title="A", references_linked=0, references_missing=(), warnings=(),
        publisher=publisher, kind="other", audience="clinician", language="en", published=None, updated=None,
        review_status="not stated", review_note=None, inferred=inferred, sections=1, statements=1, references=0,
        tables=0, table_rows=0, furniture_removed=0, furniture=(),
    )  # fmt: skip
    out = io.StringIO()
    print_understood(iter([one, one]), Console(file=out, width=200))
    assert out.getvalue().count("meta.yaml") == int(told)


@pytest.mark.parametrize(
    ("command", "named"), [("verify", "evidence"), ("enforce", "passages"), ("condense", "history"), ("ask", "history")]
)
def test_help_of_a_batch_names_the_fields_of_a_line(command: str, named: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    assert f'"{named}"' in capsys.readouterr().out


def test_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("vouch ")


def test_verify_gives_a_verdict_with_reasons_for_each_line(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    evidence = "Corvalin 120 mg every 4 weeks is recommended."
    name = write_lines(
        corpus.parent / "claims.jsonl",
        {"id": "same", "claim": "Corvalin 120 mg every 4 weeks is recommended.", "evidence": evidence},
        {
            "id": "dose",
            "claim": "Corvalin 240 mg every 4 weeks is recommended.",
            "evidence": [evidence],
            "section": "Options > Doses",
        },
        {"id": "bad", "claim": "x"},
    )
    assert main(["verify", "--batch", name, "--json"]) == 0
    same, dose, bad = output_lines(capsys)
    assert (same["id"], same["supported"], same["reasons"]) == ("same", True, [])
    assert (dose["id"], dose["supported"]) == ("dose", False)
    assert "NUMBER" in dose["reasons"]
    assert dose["explanations"]
    assert 0 <= dose["score"] <= 1
    assert "evidence" in bad["error"]


def test_standard_input_is_a_batch_too(corpus: Path) -> None:
    line = json.dumps({"id": 1, "claim": "Corvalin is given.", "evidence": "Corvalin is given."})
    script = "import sys; from assistant.cli import main; sys.exit(main(['verify', '--batch', '-']))"
    ran = subprocess.run(
        [sys.executable, "-c", script],
        input=line.encode() + b"\n\xff\n",
        capture_output=True,
        check=True,
        cwd=corpus.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    first, second = (json.loads(entry) for entry in ran.stdout.splitlines())
    assert first["supported"] is True
    assert "UTF-8" in second["error"]


def test_a_reader_that_stops_early_is_no_traceback(corpus: Path) -> None:
    lines = json.dumps({"id": 1, "claim": "Corvalin is given.", "evidence": "Corvalin is given."}) + "\n"
    (corpus.parent / "many.jsonl").write_text(lines * 3000, encoding="utf-8")
    script = "import sys; from assistant.cli import main; sys.exit(main(['verify', '--batch', 'many.jsonl']))"
    command = f'{sys.executable} -c "{script}" | head -n 1'
    ran = subprocess.run(
        ["bash", "-c", command],
        capture_output=True,
        text=True,
        check=True,
        cwd=corpus.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert json.loads(ran.stdout)["id"] == 1
    assert ran.stderr == ""


class _Opened(ScriptedAssistant):
    settings = Settings()


def test_an_asked_line_becomes_an_answer_object() -> None:
    answer = answer_line(_Opened())(AskLine(question="How much?"))  # type: ignore[arg-type]
    assert answer["status"] == "answered"
    assert answer["citations"][0]["n"] == 1


def test_a_person_sees_text_sources_cited_words_and_what_was_withheld() -> None:
    answer = answer_object(*ScriptedAssistant().answer(Question(text="How much?")))
    out = io.StringIO()
    print_answer(answer, Console(file=out, width=160))
    shown = " ".join(out.getvalue().split())
    for words in ("[1]", "Alpha House: Bones", "2026-01-29", "under review", "Corvalin 120 mg by mouth", "Withheld (NUMBER)"):
        assert words in shown


def test_words_of_sources_are_never_read_as_terminal_markup() -> None:
    answer = answer_object(*ScriptedAssistant().answer(Question(text="How much?")))
    answer["citations"][0]["title"] = "[bold]Bones[/bold] [link=https://evil.example]x[/link]"
    out = io.StringIO()
    print_answer(answer, Console(file=out, width=200))
    assert "[bold]Bones[/bold]" in out.getvalue()
