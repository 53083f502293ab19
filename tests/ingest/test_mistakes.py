"""Mistakes in what people write are told in their words, not in the validator's."""

from __future__ import annotations

from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from ingest.mistakes import told


class Tray(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str = Field(default="a", min_length=1)
    cups: tuple[str, ...] = ()
    size: Literal["small", "large"] = "small"
    count: int = Field(default=1, ge=1)
    weight: float = 1.0
    beside: dict[str, str] = {}

    @field_validator("name")
    @classmethod
    def _spoken(cls, name: str) -> str:
        if name == "nobody":
            message = "give it a name that somebody knows"
            raise ValueError(message)
        return name


def mistake_in(**fields: object) -> str:
    with pytest.raises(ValidationError) as caught:
        Tray.model_validate(fields)
    return told(caught.value.errors()[0])


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"cups": "one"}, "must be a list"),
        ({"name": 4}, "must be text"),
        ({"beside": []}, "must be a set of named fields"),
        ({"size": "huge"}, "must be 'small' or 'large'"),
        ({"count": "many"}, "must be a whole number"),
        ({"count": 0}, "must be greater than or equal to 1"),
        ({"weight": "heavy"}, "must be a number"),
        ({"lid": 1}, "there is no such field"),
        ({"name": ""}, "must have at least 1 character"),
        ({"name": "nobody"}, "give it a name that somebody knows"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_mistake_is_told_in_plain_words(fields: dict[str, object], said: str) -> None:
    assert mistake_in(**fields) == said


def test_field_left_out_is_called_missing() -> None:
    class Cup(BaseModel):
        name: str

    with pytest.raises(ValidationError) as caught:
        Cup.model_validate({})
    assert told(caught.value.errors()[0]) == "missing"
