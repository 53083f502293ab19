"""The documentation says what is so: links, commands, settings, fields, codes and tests that it names exist; examples work."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer.core
import typer.main
from answers_for_tests import answer, citation, claim

from assistant.answers import AbstentionReason, Question, ReasonCode, Trace
from assistant.cli import app
from assistant.display.render import answer_object, to_markdown
from assistant.drafting.prepared import load_prepared
from assistant.pipeline import Assistant
from assistant.serving.lines import AskLine, CondenseLine, EnforceLine, VerifyLine
from assistant.serving.openai_door import ChatRequest
from assistant.settings import Settings, variable
from assistant.words.lexicon_files import load_lexicon
from evals.case_files import load_cases
from ingest.chunk import cut
from ingest.embed import load_embedder
from ingest.index import build_index
from ingest.parse.choose import SUFFIXES
from ingest.parse.front_matter import FrontMatter
from ingest.parse.markdown import parse_markdown

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
CONTRACT, OWN, PROGRAMS, PROMISES, SETTINGS = (
    ROOT / "docs" / f"{name}.md" for name in ("contract", "own-documents", "programs", "promises", "settings")
)
PAGES = tuple(
    sorted({*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "evals").glob("*.md"), ROOT / "corpus" / "README.md"})
)
_ROOMS = r"(?:ingest|assistant|evals|tests|corpus|docs|public|scripts)"


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def fenced(page: Path, language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def code_of(page: Path) -> list[str]:
    """Every line of code on a page: in blocks, indented or fenced, and in running text."""
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    prose = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    indented = re.findall(r"^ {4}(.+)$", prose, re.MULTILINE)
    return [line for block in blocks for line in block.splitlines()] + indented + re.findall(r"`([^`\n]+)`", prose)


@cache
def anchors_of(page: Path) -> frozenset[str]:
    """The anchors that GitHub gives a page's headings."""
    headings = re.findall(r"^#{1,6} (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return frozenset(re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_relative_link_and_image_resolves(page: Path) -> None:
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        address, _, anchor = target.partition("#")
        if re.match(r"[a-z]+:", address):
            continue
        file = (page.parent / address).resolve() if address else page
        if not file.exists() or (anchor and anchor not in anchors_of(file)):
            broken.append(target)
    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_file_named_in_code_exists(page: Path) -> None:
    named = re.compile(rf"(?<![\w./-]){_ROOMS}/[\w./*-]*")
    found = {match.rstrip(".") for line in code_of(page) for match in named.findall(line) if "<" not in line}
    missing = [name for name in sorted(found) if not any(ROOT.glob(name.rstrip("/")))]
    assert missing == []


@cache
def commands() -> typer.core.TyperGroup:
    """The whole command line."""
    found = typer.main.get_command(app)
    assert isinstance(found, typer.core.TyperGroup)
    return found


def uses_of_vouch() -> Iterator[tuple[str, str]]:
    """Each use of the command on any page: where, and the words after `vouch`."""
    for page in PAGES:
        for line in code_of(page):
            yield from ((name_of(page), rest) for rest in re.findall(r"(?:^|[\s/;&(|])vouch +((?!is )[a-z-][^#`]*)", line))


def wrong_with(rest: str) -> str:
    """What is wrong with the words after `vouch`; empty if nothing is."""
    group: Any = commands()
    words = rest.replace("\\|", "|").split()
    while isinstance(group, typer.core.TyperGroup) and words and (inner := group.commands.get(words[0])):
        group, words = inner, words[1:]
    if group is commands() and not rest.startswith("-"):
        return f"no command {words[0]}"
    known = {"--help"} | {name for parameter in group.params for name in (*parameter.opts, *parameter.secondary_opts)}
    return ", ".join(option for option in re.findall(r"(?<![\w-])--[a-z][a-z-]*", " ".join(words)) if option not in known)


def test_every_picture_kept_is_shown_on_a_page() -> None:
    shown = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    pictures = [path.name for path in (ROOT / "docs" / "images").iterdir()]
    assert pictures
    assert [name for name in pictures if f"/{name}" not in shown] == []


def test_every_command_and_option_exists() -> None:
    uses = list(uses_of_vouch())
    assert len(uses) > 40, "the pages name no commands any more, or they are no longer found"
    assert [(page, rest, wrong) for page, rest in uses if (wrong := wrong_with(rest))] == []


def test_a_command_that_does_not_exist_is_noticed() -> None:
    assert wrong_with('answer "x"') == "no command answer"
    assert wrong_with("ask --loudly") == "--loudly"
    assert wrong_with("eval retrieval DIR --json") == ""


def test_every_command_is_in_the_contract() -> None:
    named = {rest.split()[0] for page, rest in uses_of_vouch() if page == name_of(CONTRACT)}
    assert set(commands().commands) <= named


def test_every_make_target_named_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {target for page in PAGES for line in code_of(page) for target in re.findall(r"(?:^|\s)make ([a-z]+)", line)}
    assert named >= {"chat", "test", "check"}
    assert named <= targets


@cache
def defaults() -> dict[str, str]:
    """Every setting with its default as `vouch settings` prints it."""
    fields = Settings.model_fields.items()
    return {variable(name): "" if field.default is None else str(field.default) for name, field in fields}


def test_every_setting_named_exists() -> None:
    pages = {name_of(page): page.read_text(encoding="utf-8") for page in PAGES}
    wrong = [
        (page, name) for page, text in pages.items() for name in re.findall(r"VOUCH_[A-Z_]*[A-Z]", text) if name not in defaults()
    ]
    assert wrong == []


def test_settings_table_lists_every_setting_with_its_default() -> None:
    rows = re.findall(r"^\| `(VOUCH_\w+)` \| (?:`([^`]*)`)? *\|", SETTINGS.read_text(encoding="utf-8"), re.MULTILINE)
    assert dict(rows) == defaults()


def test_example_of_the_env_file_lists_every_setting_with_its_default() -> None:
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    assert dict(line[1:].split("=", 1) for line in lines if line.startswith("#VOUCH_")) == defaults()
    assert [line for line in lines if line and not line.startswith("#")] == [], "copied as it is, it must change nothing"


def test_every_test_named_as_proof_exists() -> None:
    named = {proof for page in PAGES for line in code_of(page) for proof in re.findall(r"([\w/]+\.py)::(\w+)", line)}
    assert len(named) > 10
    missing = [
        f"{file}::{test}"
        for file, test in sorted(named)
        if not (ROOT / file).is_file()
        or not re.search(rf"^(?:async )?def {test}\(", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert missing == []


def rows_under(page: Path, opening: str) -> set[str]:
    """The names in the first column of the first table after some words."""
    _, _, after = page.read_text(encoding="utf-8").partition(opening)
    assert after, f"{opening!r} is gone from {name_of(page)}"
    table = re.search(r"(?:^\|.*\n)+", after, re.MULTILINE)
    assert table
    return {name for row in table[0].splitlines() for name in re.findall(r"`(\w+)`", row.split("|")[1])}


def test_contract_lists_every_field_of_an_answer() -> None:
    found = answer_object(answer([claim(citation(1))]), Trace())
    assert rows_under(CONTRACT, "## One answer") == set(found)
    assert rows_under(CONTRACT, "A citation:") == set(found["citations"][0])


def test_contract_lists_every_code() -> None:
    _, _, codes = CONTRACT.read_text(encoding="utf-8").partition("### Codes")
    named = set(re.findall(r"`([A-Z_]+)`", codes.partition("###")[0]))
    assert named == {code.value for code in (*ReasonCode, *AbstentionReason)}


@pytest.mark.parametrize(
    ("command", "line"),
    [("ask", AskLine), ("condense", CondenseLine), ("verify", VerifyLine), ("enforce", EnforceLine)],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_contract_lists_every_field_of_a_batch_line(command: str, line: type[AskLine]) -> None:
    _, _, batches = CONTRACT.read_text(encoding="utf-8").partition("### Batches")
    row = re.search(rf"^\| `{command}` \| `(.*?)` \|", batches, re.MULTILINE)
    assert row
    stated = re.findall(r'"(\w+)"(\??)', row[1])
    assert {name for name, _ in stated} == set(line.model_fields)
    assert {name for name, mark in stated if not mark} - {"id"} == {
        name for name, field in line.model_fields.items() if field.is_required()
    }


@pytest.mark.parametrize("page", [CONTRACT, OWN], ids=name_of)
def test_every_kind_of_file_that_can_be_read_is_named(page: Path) -> None:
    named = set(re.findall(r"`(\.[a-z]+)`", page.read_text(encoding="utf-8")))
    assert named >= SUFFIXES


def test_own_documents_lists_every_field_of_the_front_matter() -> None:
    assert rows_under(OWN, "document credits") == set(FrontMatter.model_fields) - {"original", "released"}


def test_example_document_is_read_without_a_warning() -> None:
    (example,) = fenced(OWN, "markdown")
    document = parse_markdown(example, path=Path("riverside-gout.md"))
    assert document.warnings == ()
    statements = cut(document)[1]
    assert any(statement.lead_in and statement.reference_numbers == (1,) for statement in statements)
    assert document.source.source_id == "riverside-gout"


def test_example_lexicon_questions_and_cases_can_be_loaded(tmp_path: Path) -> None:
    lexicon, questions, cases = fenced(OWN, "yaml")
    for name, example in (("lexicon", lexicon), ("cases", cases)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "gout.yaml").write_text(example, encoding="utf-8")
    assert load_lexicon(tmp_path / "lexicon").concepts_in("Naprosyn with weak kidneys") == {"naproxen", "ckd"}
    assert [case.id for case in load_cases(tmp_path / "cases")] == ["gout-naproxen"]
    (tmp_path / "questions.yaml").write_text(questions, encoding="utf-8")
    ((source_id, (entry,)),) = load_prepared(tmp_path).items()
    assert (source_id, entry.start) == ("riverside-gout", True)


def request_bodies(page: Path) -> list[Any]:
    return [json.loads(body) for block in fenced(page, "sh") for body in re.findall(r"-d '(\{.*\})'", block)]


def test_request_bodies_of_the_examples_are_taken() -> None:
    (shown,) = request_bodies(README)
    ask, chat = request_bodies(PROGRAMS)
    assert shown == ask
    assert AskLine.model_validate(ask).question
    assert ChatRequest.model_validate(chat).spoken


def rows_of_promises(page: Path) -> list[str]:
    return [line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("| ") and "::" in line]


def test_every_promise_of_the_readme_is_among_all_of_them_word_for_word() -> None:
    few, every = rows_of_promises(README), rows_of_promises(PROMISES)
    assert 5 <= len(few) < len(every)
    assert [row for row in few if row not in every] == []


def test_pages_speak_of_no_place_outside_the_project() -> None:
    found = [
        (name_of(page), word)
        for page in PAGES
        for word in re.findall(r"\.\./\.\./|\.\./shared|/work/", page.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.slow
def test_answers_in_the_readme_are_those_that_vouch_gives(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, corpus=ROOT / "corpus", index=tmp_path / "index")
    build_index(settings.corpus, settings.index, embedder=load_embedder(settings))
    assistant = Assistant.open(settings)
    page = " ".join(README.read_text(encoding="utf-8").split())
    questions = re.findall(r'^\$ vouch ask "(.+)"$', README.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(questions) >= 2
    for question in questions:
        response, _ = assistant.answer(Question(text=question))
        lines = [line.strip("*- ") for line in to_markdown(response).splitlines() if line]
        assert [line for line in lines if " ".join(line.split()) not in page] == [], question
