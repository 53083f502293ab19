"""What comes in from outside, checked: one line of a batch file, or the body of one HTTP request."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from math import isfinite
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    ValidationError,
    field_validator,
)

from assistant.answers import Audience, Evidence, Question, Turn
from assistant.errors import BatchLineError
from assistant.prompts import NumberedPassage
from assistant.settings import Settings
from ingest.mistakes import told
from ingest.parse.numbering import without_numbers

MAX_QUESTION = 20_000
MAX_DRAFT = 1_000_000


def _line_id(value: object) -> str | int | float | None:
    """An id as it can be written again: a lone surrogate can't, nor can NaN."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if value is None or (isinstance(value, int | float) and isfinite(value)):
        return value
    message = "must be a string, a number or null"
    raise ValueError(message)


LineId = Annotated[str | int | float | None, PlainValidator(_line_id)]


def _section_path(value: object) -> object:
    """A heading path may come as a list or as one string, "A > B" or "A › B"."""
    if value is None:
        return ()
    if isinstance(value, str):
        return tuple(part.strip() for part in re.split(r"\s*›\s*|\s+>\s+", value) if part.strip())
    return value


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _or_none_before(value: object) -> object:
    """A history of ``null`` is none, as with the other fields that may be left out."""
    return () if value is None else value


# A section may come as an answer's citation gives it: its number is there to find the place by, and is no evidence for a figure.
Section = Annotated[tuple[str, ...], BeforeValidator(_section_path), AfterValidator(without_numbers)]


class _Line(BaseModel):
    """Further fields of a line are left alone, so that files with notes of their own can be used as they are."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: LineId = None


class TurnLine(_Line):
    """One earlier message."""

    role: Literal["user", "assistant"]
    content: str = Field(max_length=MAX_DRAFT)


class CondenseLine(_Line):
    """A question after a conversation."""

    question: str = Field(max_length=MAX_QUESTION)
    history: Annotated[tuple[TurnLine, ...], BeforeValidator(_or_none_before)] = ()

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The history as turns."""
        return tuple(Turn(role=turn.role, content=turn.content) for turn in self.history)


class AskLine(CondenseLine):
    """A question to answer; what it leaves open the settings decide."""

    audience: Audience | None = None
    language: Literal["auto", "en", "es"] | None = None

    def question_for(self, settings: Settings) -> Question:
        """The question as the pipeline takes it."""
        return Question(
            text=self.question,
            history=self.turns,
            audience=self.audience or settings.audience,
            language=self.language or settings.language,
        )


class VerifyLine(_Line):
    """A claim and the words that are said to support it."""

    claim: str = Field(max_length=MAX_QUESTION)
    evidence: Annotated[tuple[str, ...], BeforeValidator(_as_list)]
    section: Section = ()
    source: str | None = None

    @property
    def cited(self) -> tuple[Evidence, ...]:
        """The evidence, each piece under the given section and title."""
        return tuple(Evidence(text=text, heading_path=self.section, title=self.source or "") for text in self.evidence)


class PassageLine(_Line):
    """A numbered passage that a draft may cite."""

    n: int = Field(ge=0)
    text: str
    section: Section = ()
    source: str | None = None


class EnforceLine(_Line):
    """A draft and the passages it was written from."""

    question: str = Field(max_length=MAX_QUESTION)
    passages: tuple[PassageLine, ...]
    draft: str = Field(max_length=MAX_DRAFT)

    @field_validator("passages")
    @classmethod
    def _numbered_once(cls, passages: tuple[PassageLine, ...]) -> tuple[PassageLine, ...]:
        """A mark must cite one text: of two passages under one number nobody can say which it means."""
        texts: dict[int, str] = {}
        for passage in passages:
            if texts.setdefault(passage.n, passage.text) != passage.text:
                message = f"two different passages have the number {passage.n}; give each its own n"
                raise ValueError(message)
        return passages

    @property
    def numbered(self) -> tuple[NumberedPassage, ...]:
        """The passages as the gate takes them."""
        return tuple(
            NumberedPassage(number=passage.n, text=passage.text, heading_path=passage.section, title=passage.source or "")
            for passage in self.passages
        )


AnyLine = TypeVar("AnyLine", bound=BaseModel)


def check_line(fields: Mapping[str, Any], model: type[AnyLine]) -> AnyLine:
    """The line's fields, checked.

    Raises:
        BatchLineError: in one line, naming the wrong fields.

    """
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        raise BatchLineError(explain(error)) from error


def read_object(raw: bytes) -> dict[str, Any]:
    """The JSON object that a line holds; the ``NaN`` that many programs write where nothing is known counts as null.

    Raises:
        BatchLineError: if the line isn't UTF-8, isn't JSON or isn't an object.

    """
    try:
        # Without its own end: what is missing there would be told of column 1 of the next line.
        fields = json.loads(raw.decode("utf-8-sig").rstrip(), parse_constant=_nothing)
    except UnicodeDecodeError as error:
        message = f"not UTF-8: byte {error.start + 1} of the line is 0x{raw[error.start]:02x}"
        raise BatchLineError(message) from error
    except json.JSONDecodeError as error:
        message = f"not JSON: {error.msg} at column {error.colno}"
        raise BatchLineError(message) from error
    except (RecursionError, ValueError) as error:
        message = "not JSON that can be read: nested too deeply or a number too long"
        raise BatchLineError(message) from error
    if not isinstance(fields, dict):
        message = f"not a JSON object but {_kind(fields)}"
        raise BatchLineError(message)
    return fields


def _nothing(_: str) -> None:
    """What NaN and Infinity, which are no JSON, are read as."""


def explain(error: ValidationError) -> str:
    """Every mistake as "field: what is wrong", without the value."""
    found = (f"{'.'.join(str(part) for part in entry['loc']) or 'line'}: {told(entry)}" for entry in error.errors())
    return "; ".join(dict.fromkeys(found))


def _kind(value: object) -> str:
    names = {list: "an array", str: "a string", bool: "a truth value", int: "a number", float: "a number"}
    return names.get(type(value), "null")
