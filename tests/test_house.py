"""The house rules that no linter knows: sizes, words, hosts, promised commands, pinned versions."""

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import typer.main
import yaml

from assistant.cli import app

ROOT = Path(__file__).parents[1]
# design: soft limits of 250 and 40; past these nobody may argue any more
MODULE_LINES = 300
FUNCTION_LINES = 50
CHAT_LINES = 150
# The nouns: long because they are many, each of them a few lines.
LONG_MODULES = {"assistant/answers.py", "assistant/words/lexicon.py"}
EMPTY_NAMES = {"utils.py", "helpers.py", "base.py", "core.py", "types.py", "common.py", "misc.py"}
DOMAIN_KINDS = {"drug", "regimen", "gene"}
PROMISED_COMMANDS = {
    *("ingest", "add", "remove", "sources", "review", "doctor", "ask", "condense", "verify", "enforce"),
    *("eval", "serve", "bench", "settings", "user"),
}


@cache
def tracked() -> tuple[str, ...]:
    """The project's files: those that git knows, or all but the ignored ones in a copy without history."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        return tuple(name for name in listed.stdout.splitlines() if (ROOT / name).is_file())
    ignored = (".venv", ".git", ".index", "report", "__pycache__", ".mypy_cache", ".ruff_cache")
    found = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    return tuple(str(path) for path in found if not set(path.parts) & set(ignored))


def code(*rooms: str) -> list[Path]:
    return [ROOT / name for name in tracked() if name.endswith(".py") and (name in rooms or name.split("/")[0] in rooms)]


PRODUCT = code("ingest", "assistant", "chat", "evals", "app.py")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", PRODUCT, ids=name_of)
def test_no_module_and_no_function_outgrows_the_house(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if name_of(path) not in LONG_MODULES:
        assert len(text.splitlines()) <= MODULE_LINES, "split it by verb"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < FUNCTION_LINES, f"{node.name} does too much"


def test_the_chat_holds_handlers_only() -> None:
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) <= CHAT_LINES


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [name_of(path) for path in PRODUCT if path.name in EMPTY_NAMES] == []


@cache
def domain_words() -> re.Pattern[str]:
    """Names and brands of the drugs, regimens and genes that the shipped documents speak of, and the organ they are about."""
    documents = " ".join(path.read_text(encoding="utf-8") for path in (ROOT / "corpus").glob("*.md")).lower()
    words = {"breast"}
    for path in (ROOT / "corpus" / "lexicon").glob("*.yaml"):
        for concept in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).get("concepts") or []:
            if concept["kind"] in DOMAIN_KINDS:
                named = {word for word in (concept["name"], *concept.get("brands", ())) if word.lower() in documents}
                # "gene change" is every field's word, unlike a gene's name
                words |= {word for word in named if concept["kind"] != "gene" or not word.islower()}
    assert len(words) > 50, "the lexicon has gone"
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in sorted(words) if len(word) > 3)})\b", re.IGNORECASE)


@pytest.mark.parametrize(
    "path",
    [
        *code("ingest", "assistant", "chat", "app.py"),
        *(ROOT / name for name in tracked() if re.fullmatch(r"assistant/.*\.yaml", name)),
    ],
    ids=name_of,
)
def test_no_word_of_the_field_stands_in_code(path: Path) -> None:
    found = domain_words().findall(path.read_text(encoding="utf-8"))
    assert found == [], "it belongs into corpus/"


@pytest.mark.parametrize("path", PRODUCT, ids=name_of)
def test_code_names_no_outside_host(path: Path) -> None:
    hosts = re.findall(r"https?://(\w[\w.-]*)", path.read_text(encoding="utf-8"))
    # The last three are names of XML vocabularies; nothing is fetched from there.
    allowed = {"127.0.0.1", "localhost", "doi.org", "schemas.openxmlformats.org", "schemas.microsoft.com", "purl.oclc.org"}
    assert [host for host in hosts if host not in allowed and not host.endswith(".example")] == []


@pytest.mark.parametrize(
    "path",
    [ROOT / name for name in tracked() if name.startswith("public/") and not name.endswith((".png", ".ico", ".woff2"))],
    ids=name_of,
)
def test_pages_load_nothing_from_elsewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [host for host in re.findall(r"(?:https?:)?//([\w-]+(?:\.[\w-]+)+)", text) if host != "www.w3.org"] == []


def test_chainlit_is_imported_by_the_chat_only() -> None:
    importing = [
        path for path in PRODUCT if re.search(r"^\s*(?:from|import) chainlit", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert {name_of(path).split("/")[0] for path in importing} == {"app.py", "chat"}


def test_no_path_of_one_machine_stands_in_the_project() -> None:
    places = re.compile(r"(?:\.\./shared|/(?:work|root|home|farm)/\w|/tmp/\w)")
    found = []
    for name in tracked():
        if (
            name.endswith((".py", ".md", ".toml", ".yaml", ".yml", ".txt", ".jsx", ".css", "Makefile", "run"))
            and name != "tests/test_house.py"
        ):
            found += [
                f"{name}: {line.strip()}"
                for line in (ROOT / name).read_text(encoding="utf-8").splitlines()
                if places.search(line)
            ]
    assert found == []


def test_every_promised_command_exists_and_explains_itself() -> None:
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    assert set(commands) >= PROMISED_COMMANDS
    assert [name for name, command in commands.items() if not (command.help or "").strip()] == []


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("ingest", {"--index", "--json"}),
        ("add", {"--corpus", "--index", "--json"}),
        ("sources", {"--json"}),
        ("doctor", {"--json"}),
        ("ask", {"--audience", "--language", "--index", "--json", "--batch"}),
        ("condense", {"--batch"}),
        ("verify", {"--batch"}),
        ("enforce", {"--batch"}),
        ("eval", {"--cases", "--report", "--json"}),
        ("serve", {"--host", "--port"}),
        ("bench", {"--json"}),
    ],
)
def test_every_promised_option_exists(command: str, options: set[str]) -> None:
    found = typer.main.get_command(app).commands[command]  # type: ignore[attr-defined]
    assert {name for parameter in found.params for name in parameter.opts} >= options
    if command == "eval":
        assert "retrieval" in found.commands


def test_every_promised_target_exists_and_the_ci_runs_the_tests() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in ("setup", "chat", "test", "check", "bench"):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert ".ci/run" in (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_dependency_is_pinned_to_one_version() -> None:
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [pin for pin in pins if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.!]+", pin)] == []
    names = [_canonical(pin.split("==")[0]) for pin in pins]
    assert len(names) == len(set(names))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project.get("optional-dependencies", {})
    wanted = [*project["dependencies"], *(entry for group in extras.values() for entry in group)]
    assert [entry for entry in wanted if _canonical(re.split(r"[\[<>=!~; ]", entry)[0]) not in names] == []


def test_every_library_that_is_imported_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    entries = [*project["dependencies"], *(entry for group in project["optional-dependencies"].values() for entry in group)]
    declared = {_canonical(re.split(r"[\[<>=!~; ]", entry)[0]) for entry in entries} | {_canonical(project["name"])}
    providers = packages_distributions()
    imported = {name for path in [*PRODUCT, *code("tests")] for name in _imports(path)} - {"tests"}
    unknown = [name for name in imported if name in providers and not {_canonical(one) for one in providers[name]} & declared]
    assert sorted(unknown) == []


def _imports(path: Path) -> set[str]:
    """Top-level names of the libraries that a module imports, late imports included."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names - sys.stdlib_module_names


def test_the_licence_is_apache_2() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in licence
    assert "END OF TERMS AND CONDITIONS" in licence
