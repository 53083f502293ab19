"""``paraphrases.yaml``, checked: evidence with faithful paraphrases and minimal edits of them."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.answers import Evidence
from evals.errors import CaseFileError

PARAPHRASES = Path(__file__).parent / "paraphrases.yaml"
SHORTHAND = Path(__file__).parent / "shorthand.yaml"
OTHER_FIELDS = Path(__file__).parent / "other_fields.yaml"


class Pair(BaseModel):
    """A faithful paraphrase (``ok``) and a minimal edit of it (``edit``) that the evidence doesn't support."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str = Field(min_length=2)
    ok: str = Field(min_length=8)
    edit: str = Field(min_length=8)
    style: Literal["clinician", "patient", "shorthand"] = "clinician"


class Group(BaseModel):
    """Evidence and the pairs of claims about it. ``holdout`` groups are looked at to report, never to tune."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    evidence: str
    pairs: tuple[Pair, ...] = Field(min_length=1)
    section: tuple[str, ...] = ()
    title: str = "Treatment of stage 4 (metastatic) breast cancer"
    split: Literal["dev", "holdout", "adversarial"] = "dev"

    @property
    def cited(self) -> tuple[Evidence, ...]:
        """The evidence as the verifier reads it."""
        return (Evidence(text=self.evidence, heading_path=self.section, title=self.title),)


def load_groups(path: Path = PARAPHRASES) -> tuple[Group, ...]:
    """The groups of a file, in its order.

    Raises:
        CaseFileError: naming the group that can't be read; also for an id that is used twice.

    """
    found: list[Group] = []
    for number, entry in enumerate(yaml.safe_load(path.read_text("utf-8")), start=1):
        try:
            found.append(Group.model_validate(entry))
        except ValidationError as error:
            message = f"{path.name}: group {number}: {error.errors()[0]['loc']}: {error.errors()[0]['msg']}"
            raise CaseFileError(message) from error
    twice = {group.id for group in found if sum(other.id == group.id for other in found) > 1}
    if twice:
        message = f"{path.name}: ids used twice: {', '.join(sorted(twice))}"
        raise CaseFileError(message)
    return tuple(found)
