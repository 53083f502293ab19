"""Case files in, cases out: YAML that a clinician can write, and errors that name file, line and mend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from assistant.answers import Audience
from evals.errors import CaseFileError, NoCasesError
from evals.matching import parts
from evals.yaml_lines import Place, load_with_lines

_MENDS = {
    "extra_forbidden": "no such field here; check its spelling against evals/README.md",
    "missing": "add this field",
    "too_short": "give at least one",
    "string_too_short": "write something here",
}


class Expect(StrEnum):
    """The outcome that a case calls for."""

    ANSWER = "answer"
    ABSTAIN = "abstain"
    EMERGENCY = "emergency"
    PREMISE = "premise"
    DISAGREEMENT = "disagreement"
    SMALLTALK = "smalltalk"


def _listed(value: object) -> object:
    return [value] if isinstance(value, str | int | float) else value


def _check_wording(value: str) -> str:
    if any(not choice for part in parts(value) for choice in part):
        message = f"the wording {value!r} has an empty part beside & or |: remove the sign or write the part"
        raise ValueError(message)
    return value


Wording = Annotated[str, BeforeValidator(str), BeforeValidator(lambda value: _check_wording(str(value)))]
Wordings = Annotated[tuple[Wording, ...], BeforeValidator(_listed)]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Fact(_Strict):
    """One fact. Any wording will do, if one of the ``subject`` words stands in the same claim or what it stands under."""

    say: str = Field(min_length=2)
    any: Wordings = Field(min_length=1)
    subject: Wordings = ()
    weight: float = Field(default=1.0, gt=0, le=1)


class Expected(_Strict):
    """What the answer to one question must and must not state."""

    facts: tuple[Fact, ...] = ()
    not_facts: Wordings = ()
    sources: Annotated[tuple[str, ...], BeforeValidator(_listed)] = ()
    expect: Annotated[tuple[Expect, ...], BeforeValidator(_listed)] = (Expect.ANSWER,)

    @property
    def wants_facts(self) -> bool:
        """True if only stating facts can meet the expectation."""
        return self.expect[0] in {Expect.ANSWER, Expect.PREMISE, Expect.DISAGREEMENT}


class Turn(Expected):
    """One question of a dialogue, with its expectations."""

    question: str = Field(min_length=1)

    @model_validator(mode="after")
    def _check_facts(self) -> Turn:
        if self.wants_facts and not (self.facts or self.not_facts):
            message = "state at least one fact under `facts`, or set `expect: abstain`"
            raise ValueError(message)
        return self


class Case(_Strict):
    """A single question or a dialogue, as ``turns``; ``file`` and ``line`` say where it is written."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    turns: tuple[Turn, ...] = Field(min_length=1)
    audience: Audience = Audience.CLINICIAN
    language: str = Field(default="en", pattern=r"^(auto|[a-z]{2})$")
    topic: str = Field(min_length=1)
    split: str = Field(pattern=r"^(dev|holdout)$")
    provenance: str = Field(min_length=1)
    file: str = ""
    line: int = 0

    @property
    def is_dialogue(self) -> bool:
        """True if the case has more than one question."""
        return len(self.turns) > 1


def load_cases(folder: Path, *, split: str | None = None, only: str | None = None) -> tuple[Case, ...]:
    """Every case of every ``*.yaml`` below ``folder`` (or of the one file), in the order of file names and lines.

    ``only`` keeps those whose id or topic matches the pattern (``bone-*``).

    Raises:
        CaseFileError: for the first case that can't be read, or an id that is used twice.
        NoCasesError: if there is none.

    """
    files = [folder] if folder.is_file() else sorted(folder.rglob("*.yaml"))
    cases = [case for file in files for case in _read_file(_from_here(file))]
    seen: dict[str, Case] = {}
    for case in cases:
        if case.id in seen:
            first = seen[case.id]
            raise _broken(case.file, case.line, f"the id {case.id!r} is taken by {first.file}:{first.line}; choose another")
        seen[case.id] = case
    wanted = tuple(case for case in cases if split in {None, case.split} and (only is None or _matches(case, only)))
    if not wanted:
        asked = f"{f' with split {split}' if split else ''}{f' whose id or topic matches {only}' if only else ''}"
        message = f"No eval case in {folder}{asked}: write one as evals/README.md shows."
        raise NoCasesError(message)
    return wanted


def _from_here(file: Path) -> Path:
    """The path as an editor or a build server started in this folder wants it."""
    return file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file


def _matches(case: Case, pattern: str) -> bool:
    return fnmatchcase(case.id, pattern) or fnmatchcase(case.topic, pattern)


def _broken(file: Path | str, line: int, message: str) -> CaseFileError:
    return CaseFileError(f"{file}:{line}: {message}.")


def _read_file(file: Path) -> Iterator[Case]:
    try:
        content, lines = load_with_lines(file.read_text(encoding="utf-8"))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        message = f"not YAML ({error.problem}); put quotes round a text that holds `: `, `#`, `?` or `}}`"
        raise _broken(file, line, message) from error
    except (OSError, UnicodeDecodeError) as error:
        raise _broken(file, 1, f"can't be read ({error}); save it as UTF-8 text") from error
    if not isinstance(content, Mapping) or not isinstance(content.get("cases"), list):
        raise _broken(file, 1, "a case file holds `defaults:` (optional) and a list `cases:`; see evals/README.md")
    if unknown := sorted(set(content) - {"defaults", "cases"}):
        raise _broken(file, 1, f"unknown key {unknown[0]!r}; a case file holds `defaults:` and `cases:` only")
    for position, raw in enumerate(content["cases"]):
        yield _read_case(file, raw, dict(content.get("defaults") or {}), ("cases", position), lines)


def _read_case(file: Path, raw: Any, defaults: dict[str, Any], path: Place, lines: Mapping[Place, int]) -> Case:
    line = lines.get(path, 1)
    if not isinstance(raw, Mapping) or ("question" in raw) == ("dialogue" in raw):
        raise _broken(file, line, "a case has either `question:` or `dialogue:` (a list of turns), and not both")
    of_turn = {*Expected.model_fields, "question"}
    # What a case or a file says about turns holds for each turn that doesn't say otherwise.
    shared = {name: value for name, value in {**defaults, **raw}.items() if name in of_turn}
    rest = {name: value for name, value in {**defaults, **raw}.items() if name not in of_turn and name != "dialogue"}
    turns: Any = [shared]
    if "dialogue" in raw:
        listed = raw["dialogue"] if isinstance(raw["dialogue"], list) else []
        turns = [{**shared, **turn} if isinstance(turn, Mapping) else turn for turn in listed]
    try:
        return Case(**{**rest, "turns": turns, "file": str(file), "line": line})
    except ValidationError as error:
        inner = (*path, "dialogue") if "dialogue" in raw else None
        raise _explain(file, error, inner, path, lines) from error


def _explain(
    file: Path, error: ValidationError, dialogue: Place | None, path: Place, lines: Mapping[Place, int]
) -> CaseFileError:
    first = error.errors(include_url=False)[0]
    place: Place = (*path, *first["loc"])
    if first["loc"][:1] == ("turns",):
        place = (*dialogue, *first["loc"][1:]) if dialogue else (*path, *first["loc"][2:])
    name = ".".join(str(part) for part in place[2:]) or "case"
    while place and place not in lines:
        place = place[:-1]
    problem = first["msg"].removeprefix("Value error, ")
    mend = _MENDS.get(first["type"])
    return _broken(file, lines.get(place, 1), f"{name}: {problem}{f'; {mend}' if mend else ''}")
