"""Trains the weights of ``assistant/reread/second_reader.py``: ``python -m evals.train_reread ROWS --on``.

The same rows give the same weights on the same machine. ``ROWS`` is the file of ``evals/reread_rows.py``, which is made if there
is none. Learns which of the rules' reasons stand: none against a right claim, of those against a wrong one at least one; and,
from right claims made wrong, which words of a claim are amiss. What it gives on the statements kept aside is printed. An hour
on one core. ``--on`` goes on from the shipped weights, which have read more whole claims than these rounds give: begun at the
bundled model, they end at an area of 0.93 on other hands' claims, where the shipped weights have 0.96.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits as cross_entropy

from assistant.reread.moved import read_moved
from assistant.reread.open_reasons import CODES, OpenReason, open_reasons
from assistant.reread.second_reader import LONGEST, WEIGHTS
from assistant.words.lexicon_files import lexicon_folder, load_lexicon
from evals.claims import CORPUS
from evals.harms import Harms, changed
from evals.reread_model import Read, Reader, Tokens, batch, descend, write_weights
from evals.reread_rows import Row, Try, read_rows
from ingest.embed import BUNDLED_SHA256

_BATCH, _SORTED, _LEARNED = 32, 16, 128
_WARM, _COOL = 15, 0.02
_SURE = 0.98
_SHARES = (0.01, 0.02, 0.05)


class Lesson(NamedTuple):
    """A pair in tokens, whether the claim is right, and, where known, which of the claim's tokens are amiss."""

    read: Read
    right: bool
    amiss: list[bool] | None = None


class Epoch(NamedTuple):
    """What a pass teaches beside each claim with reasons: so many claims made wrong word by word, and so many as a whole."""

    words: float
    whole: float = 0.0


class Round(NamedTuple):
    """Passes in which the rate of learning goes from ``rate`` to nothing."""

    rate: float
    epochs: tuple[Epoch, ...]


ROUNDS = (Round(1e-4, (Epoch(0.5), Epoch(0.25), Epoch(0.1), Epoch(0.05))), Round(5e-5, (Epoch(0.05, 0.4),)))
"""At first many words, which teach reading, of which the head knows nothing; at last whole claims, of which there are most."""


class Lessons:
    """Draws the lessons of an epoch."""

    def __init__(self, rows: Sequence[Row], tokens: Tokens, chance: random.Random) -> None:
        """``rows`` are those to learn from."""
        self._rows = [row for row in rows if not row.passes and _lesson(row, tokens, chance)]
        self._right, self._all = [row for row in rows if row.right], [row for row in rows if not row.made]
        self._harms = Harms([row.claim for row in self._right], load_lexicon(lexicon_folder(CORPUS)), chance)
        self._tokens, self._chance = tokens, chance

    def draw(self, epoch: Epoch) -> list[Lesson]:
        """Each claim that may be a matter of wording, and what the epoch teaches beside."""
        found = [lesson for row in self._rows if (lesson := _lesson(row, self._tokens, self._chance))]
        words, whole = (int(len(found) * share) for share in epoch)
        for row in self._chance.choices(self._right, k=words):
            found += self._harmed(row)
        found += [self._whole(row) for row in self._chance.choices(self._all, k=whole)]
        return found

    def _whole(self, row: Row) -> Lesson:
        reasons = (OpenReason(0, ()),)
        return Lesson(self._tokens.read(row.tries[-1].cited, row.claim, reasons, longest=_LEARNED), row.right)

    def _harmed(self, row: Row) -> Iterator[Lesson]:
        cited, wrong = row.tries[-1].cited, self._harms.harm(row.claim)
        yield self._words(cited, row.claim, [], right=True)
        marks = changed(self._tokens.ids(row.claim), self._tokens.ids(wrong))
        if any(marks):
            yield self._words(cited, wrong, marks, right=False)

    def _words(self, cited: str, claim: str, marks: list[bool], *, right: bool) -> Lesson:
        read = self._tokens.read(cited, claim, (), longest=_LEARNED)
        own = sum(read.types) - 1
        return Lesson(read, right, marks if len(marks) == own else [False] * own if right else None)


def _lesson(row: Row, tokens: Tokens, chance: random.Random) -> Lesson | None:
    """One of the tries with the fewest reasons; None where these are no matter of wording."""
    few = min(len(one.reasons) for one in row.tries)
    opened = [(one.cited, open_reasons(one.read, row.claim, one.cited)) for one in row.tries if len(one.reasons) == few]
    opened = [one for one in opened if one[1]]
    if not opened:
        return None
    cited, reasons = chance.choice(opened)
    return Lesson(tokens.read(cited, row.claim, reasons, longest=_LEARNED), row.right)


def _loss(told: Tensor, lesson: Lesson) -> Tensor | None:
    """``told`` ``(t, kinds)``."""
    if lesson.read.reasons:
        each = [told[at, kind] for kind, at in lesson.read.reasons]
        worst = torch.stack([one.max() for one in each])
        if not lesson.right:
            # A smooth maximum: one of the reasons stands, nobody said which.
            return cross_entropy(torch.logsumexp(2.0 * worst, 0) / 2.0, worst.new_tensor(_SURE))
        every = torch.cat(each)
        flat = cross_entropy(every, torch.full_like(every, 1.0 - _SURE))
        return 0.3 * flat + 0.7 * cross_entropy(worst.max(), worst.new_tensor(1.0 - _SURE))
    if lesson.amiss is None:
        return None
    claimed = [at for at, one in enumerate(lesson.read.types) if one == 1][:-1]
    marks = torch.tensor(lesson.amiss, dtype=torch.float32)
    weights = torch.where(marks > 0.0, 3.0, 0.5)
    apart = cross_entropy(told[claimed, 0], marks, reduction="none")
    return 0.8 * (apart * weights).sum() / weights.sum()


def _batches(lessons: Sequence[Lesson], chance: random.Random) -> Iterator[list[Lesson]]:
    """In any order, but lessons of like length together."""
    order = list(lessons)
    chance.shuffle(order)
    found: list[list[Lesson]] = []
    for start in range(0, len(order), _BATCH * _SORTED):
        near = sorted(order[start : start + _BATCH * _SORTED], key=lambda lesson: len(lesson.read.ids))
        found += [near[at : at + _BATCH] for at in range(0, len(near), _BATCH)]
    chance.shuffle(found)
    yield from found


def train(rows: Sequence[Row], *, seed: int = 1, rounds: Sequence[Round] = ROUNDS, start: Path | None = None) -> Reader:
    """A reader that has learned from ``rows``, begun at the weights in ``start`` if that is given."""
    torch.manual_seed(seed)
    reader, tokens = Reader(), Tokens()
    if start:
        reader.move(read_moved(start))
    for number, one in enumerate(rounds):
        learn(reader, rows, one, tokens, seed=seed + number)
    return reader


def learn(reader: Reader, rows: Sequence[Row], one: Round, tokens: Tokens, *, seed: int) -> None:
    """Teaches ``reader`` a round of lessons."""
    torch.manual_seed(seed)
    chance = random.Random(seed)  # noqa: S311 -- the same lessons each time
    lessons = Lessons(rows, tokens, chance)
    epochs = [lessons.draw(epoch) for epoch in one.epochs]
    total = sum(len(epoch) // _BATCH + 1 for epoch in epochs)
    drawn = (some for epoch in epochs for some in _batches(epoch, chance))
    descend(reader, drawn, partial(_told, reader), total=total, rate=one.rate, warm=max(1, total // _WARM), cool=_COOL)


def _told(reader: Reader, learned: Sequence[Lesson]) -> Tensor:
    told = reader(*batch([lesson.read for lesson in learned]))
    parts = [part for own, lesson in zip(told, learned, strict=True) if (part := _loss(own, lesson)) is not None]
    return torch.stack(parts).mean()


def measure(reader: Reader, rows: Sequence[Row]) -> str:
    """How the reader orders the claims whose reasons may be a matter of wording, over all and by kind."""
    reader.eval()
    tokens, told = Tokens(), []
    for row in rows:
        odds = [_worst(reader, tokens, row.claim, one) for one in row.tries]
        known = [one for one in odds if one]
        if not row.passes and known:
            told.append((*min(known), row.right))
    lines = []
    for kinds, name in [((), "all"), *(((number,), code.value) for number, code in enumerate(CODES))]:
        own = [(odds, right) for odds, kind, right in told if not kinds or kind == kinds]
        right, wrong = (np.array([-odds for odds, one in own if one is side]) for side in (True, False))
        if min(len(right), len(wrong)) == 0:
            continue
        area = np.mean(right[:, None] > wrong[None, :])
        kept = ", ".join(f"{np.mean(right > np.quantile(wrong, 1 - share)):.0%} at {share:.0%}" for share in _SHARES)
        lines.append(
            f"{name}: {len(right)} right and {len(wrong)} wrong ones, area {area:.3f}, right ones let pass {kept} of the wrong"
        )
    return "\n".join(lines) + "\n"


def _worst(reader: Reader, tokens: Tokens, claim: str, one: Try) -> tuple[float, tuple[int, ...]] | None:
    opened = open_reasons(one.read, claim, one.cited)
    if not opened:
        return None
    read = tokens.read(one.cited, claim, opened, longest=LONGEST)
    with torch.inference_mode():
        told = reader(*batch([read]))[0]
    return max(float(told[at, kind].max()) for kind, at in read.reasons), tuple(sorted({kind for kind, _ in read.reasons}))


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, measure on what was kept aside, and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m evals.train_reread", description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--on", action="store_true", help="go on from the shipped weights, with the last round")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    given = parser.parse_args(arguments)
    torch.set_num_threads(1)
    rows = read_rows(given.rows)
    learned = [row for row in rows if not row.aside]
    reader = train(learned, rounds=ROUNDS[-1:], start=WEIGHTS) if given.on else train(learned)
    write_weights(given.out, reader, model=BUNDLED_SHA256)
    sys.stdout.write(measure(reader, [row for row in rows if row.aside]))


if __name__ == "__main__":
    main()
