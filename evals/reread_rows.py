"""What the gate's second reader learns from: written claims, and right ones made wrong, with the reasons of the rules.

Collecting takes the rules over some sixty thousand claims, a quarter of an hour on two cores; so the rows are kept in a file.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from assistant.answers import Evidence, Reason, ReasonCode
from assistant.reread.open_reasons import as_read
from assistant.verify import verify_claim
from assistant.words.lexicon import Lexicon
from assistant.words.lexicon_files import lexicon_folder, load_lexicon
from evals.claims import CORPUS, Claim, written_claims
from evals.harms import Harms
from evals.mutations import corpus_claims

FILES = ("claims", "claims_of_drafts")
_HARMED = 8000
_OF_STATEMENTS = 3
_ASIDE = 10
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Try:
    """Cited words ``as_read``, and the code and the words of each reason of the rules against the claim; none if it passes."""

    cited: str
    reasons: tuple[tuple[str, str], ...]

    @property
    def read(self) -> tuple[Reason, ...]:
        """The reasons as the gate has them."""
        return tuple(Reason(code=ReasonCode(code), detail=detail) for code, detail in self.reasons)


@dataclass(frozen=True, slots=True)
class Row:
    """A claim, whether it is right, what it was tried against, and whether its statement is one of those kept aside."""

    claim: str
    right: bool
    tries: tuple[Try, ...]
    aside: bool
    made: bool = False

    @property
    def passes(self) -> bool:
        """Whether the rules let it pass."""
        return any(not one.reasons for one in self.tries)


def read_rows(path: Path) -> list[Row]:
    """The rows in a file; collected and kept there first if there is none."""
    if not path.is_file():
        lines = [json.dumps(asdict(row), ensure_ascii=False) for row in _collect()]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [Row(**{**one, "tries": tuple(_try(one) for one in one["tries"])}) for one in found]


def is_aside(cited: Sequence[Evidence]) -> bool:
    """Whether the first statement is one of the tenth on which training only looks."""
    return int(sha256(cited[0].text.encode()).hexdigest(), 16) % _ASIDE == 0


def _try(one: dict[str, Any]) -> Try:
    return Try(one["cited"], tuple((code, detail) for code, detail in one["reasons"]))


def _collect() -> Iterator[Row]:
    written = [claim for name in FILES for claim in written_claims(file=name)]
    with ProcessPoolExecutor() as pool:
        rows = list(pool.map(_judged, written, chunksize=_CHUNK))
        yield from rows
        yield from pool.map(partial(_judged, made=True), list(_harmed(written, rows)), chunksize=_CHUNK)


def _harmed(written: Sequence[Claim], rows: Sequence[Row]) -> Iterator[Claim]:
    """Right claims that pass made wrong, and the statements themselves."""
    chance = random.Random(1)  # noqa: S311 -- the same rows each time
    harms = Harms([claim.text for claim in written if claim.right], _lexicon(), chance)
    passing = [claim for claim, row in zip(written, rows, strict=True) if claim.right and row.passes]
    for claim in chance.sample(passing, min(_HARMED, len(passing))):
        yield Claim(harms.harm(claim.text), claim.cited, right=False, field=claim.field)
    for _, _, cited in corpus_claims(CORPUS):
        for _ in range(_OF_STATEMENTS):
            yield Claim(harms.harm(cited[0].text), tuple(cited), right=False, field="")


def _judged(claim: Claim, *, made: bool = False) -> Row:
    alone = [(piece,) for piece in claim.cited]
    tries = []
    for pieces in (*alone, claim.cited) if len(alone) > 1 else alone:
        verdict = verify_claim(claim.text, pieces, lexicon=_lexicon())
        tries.append(Try(as_read(pieces), tuple((reason.code.value, reason.detail) for reason in verdict.reasons)))
        if verdict.supported:
            break
    return Row(claim.text, claim.right, tuple(tries), is_aside(claim.cited), made)


@cache
def _lexicon() -> Lexicon:
    return load_lexicon(lexicon_folder(CORPUS))
