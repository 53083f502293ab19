"""Trains the weights of ``assistant/reread/answer_reader.py``: ``python -m evals.train_answer_reader``.

Begins at the gate's second reader, which has read claims with what they cite. Learned is which of the nearest statements answer a
written question (``evals/answer_groups.py``), by each alone and by all against each other. Printed is how it does on the writer
kept aside. The same questions give the same weights on the same machine; an hour on one core.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits as cross_entropy
from transformers import AutoTokenizer

from assistant.pipeline import Assistant
from assistant.reread import second_reader
from assistant.reread.answer_reader import WEIGHTS
from assistant.reread.moved import read_moved
from assistant.settings import load_settings
from evals.answer_groups import ASIDE, Group, afield_groups, asked_of, other_fields_groups, shipped_groups
from evals.reread_model import DECIMALS, Moved, descend, write_weights
from evals.train_settled import elsewhere
from evals.training_files import TRAINING, read_lines
from ingest.embed import BUNDLED_SHA256
from ingest.model_folder import bundled_folder

_EPOCHS, _RATE = 3, 1e-4
_BATCH, _SORTED, _LEARNED = 32, 160, 144
_WARM = 50
_SURE = 0.98
_AGAINST = 0.5
# Others from among the first eight, one from behind them; fewer of the shipped documents, of which half are drawn each time.
_NEAR, _OTHERS, _OTHERS_SHIPPED = 8, (4, 2), (3, 1)
_SHIPPED = 0.5
_FIRST = 16


class Pair(NamedTuple):
    """A statement, a question, and whether it answers."""

    statement: str
    question: str
    answers: bool


class Reader(Moved):
    """The log odds that a statement answers a question read together with it."""

    def __init__(self) -> None:
        """Begins at the gate's second reader, with a head that has learned nothing."""
        super().__init__(vectors=3, kinds=1)
        self.move_layers(read_moved(second_reader.WEIGHTS))
        self._tokenizer = AutoTokenizer.from_pretrained(bundled_folder())

    def forward(self, pairs: Sequence[Pair]) -> Tensor:
        """``(n,)``."""
        told = [[pair.statement for pair in pairs], [pair.question for pair in pairs]]
        read = self._tokenizer(*told, truncation="longest_first", max_length=_LEARNED, padding=True, return_tensors="pt")
        mask, types = read["attention_mask"], read["token_type_ids"]
        with torch.autocast("cpu", dtype=DECIMALS):
            hidden = self.bert(**read).last_hidden_state
            asked, said = ((mask * one).float()[..., None] for one in (types, 1 - types))
            means = [(hidden * one).sum(1) / one.sum(1) for one in (asked, said)]
            seen = torch.cat([hidden[:, 0], *means], -1)
            return self.told(seen)[:, 0]


def pairs_of(group: Group, chance: random.Random) -> list[Pair]:
    """One answer and some of the others; of a near miss fewer."""
    near, behind = group.others[:_NEAR], group.others[_NEAR:]
    count = (_OTHERS if group.afield else _OTHERS_SHIPPED)[0 if group.right else 1]
    drawn = chance.sample(near, min(count - 1, len(near))) + chance.sample(behind, min(1, len(behind)))
    if group.near and near[0] not in drawn:
        drawn[0:1] = [near[0]]
    right = [chance.choice(group.right)] if group.right else []
    return [Pair(text, group.question, at < len(right)) for at, text in enumerate([*right, *drawn])]


def _batches(groups: Sequence[list[Pair]], chance: random.Random) -> list[list[list[Pair]]]:
    """Groups of like length together, in any order."""
    order, found = [group for group in groups if group], []
    chance.shuffle(order)
    for start in range(0, len(order), _SORTED):
        batch: list[list[Pair]] = []
        for group in sorted(order[start : start + _SORTED], key=lambda one: max(len(p.statement) + len(p.question) for p in one)):
            batch.append(group)
            if sum(map(len, batch)) >= _BATCH:
                found.append(batch)
                batch = []
        found += [batch] if batch else []
    chance.shuffle(found)
    return found


def _lessons(afield: Sequence[Group], shipped: Sequence[Group], chance: random.Random) -> list[list[list[Pair]]]:
    drawn = [*afield, *chance.sample(list(shipped), int(_SHIPPED * len(shipped)))]
    return _batches([pairs_of(group, chance) for group in drawn], chance)


def _loss(odds: Tensor, batch: Sequence[Sequence[Pair]]) -> Tensor:
    wanted = torch.tensor([_SURE if pair.answers else 1.0 - _SURE for group in batch for pair in group])
    loss, start, against = cross_entropy(odds, wanted), 0, []
    for group in batch:
        if group[0].answers:
            against.append(-torch.log_softmax(odds[start : start + len(group)], 0)[0])
        start += len(group)
    return loss + _AGAINST * torch.stack(against).mean() if against else loss


def train(afield: Sequence[Group], shipped: Sequence[Group], *, seed: int = 1) -> Reader:
    """A reader that has learned from the questions."""
    torch.manual_seed(seed)
    chance = random.Random(seed)  # noqa: S311 -- the same lessons each time
    reader = Reader()
    lessons = [batch for _ in range(_EPOCHS) for batch in _lessons(afield, shipped, chance)]
    descend(reader, lessons, partial(_told, reader), total=len(lessons), rate=_RATE, warm=_WARM, cool=0.0)
    return reader


def _told(reader: Reader, batch: Sequence[Sequence[Pair]]) -> Tensor:
    return _loss(reader([pair for group in batch for pair in group]), batch)


def measure(reader: Reader, groups: Sequence[Group]) -> str:
    """How often what the reader likes best answers, and how its surest word orders answered questions and near misses."""
    reader.eval()
    told: list[tuple[bool, bool, float]] = []
    for group in groups:
        texts = [(text, True) for text in group.right] + [(text, False) for text in group.others[:_FIRST]]
        with torch.inference_mode():
            odds = reader([Pair(text, group.question, answers) for text, answers in texts]).tolist()
        told.append((bool(group.right), texts[int(np.argmax(odds))][1], max(odds)))
    answered, near = (np.array([odds for right, _, odds in told if right is side]) for side in (True, False))
    first = np.mean([best for right, best, _ in told if right])
    area = np.mean(answered[:, None] > near)
    return f"{len(answered)} answered, {len(near)} near misses: first right {first:.1%}, area {area:.3f}\n"


def _aside() -> Iterator[Group]:
    with TemporaryDirectory(prefix="vouch-answers-") as target:
        assistant = elsewhere(TRAINING / "afield" / ASIDE, Path(target) / "index", load_settings())
        yield from asked_of(assistant, [line for line in read_lines("afield") if line["writer"] == ASIDE])


def main() -> None:
    """Train, measure on the writer kept aside, and write the weights."""
    torch.set_num_threads(1)
    if not WEIGHTS.exists():
        silent = Reader()
        nn.init.zeros_(silent.out.weight)
        write_weights(WEIGHTS, silent, model=BUNDLED_SHA256)
    embedder = Assistant.open(load_settings()).index.embedder
    reader = train(list(afield_groups()), [*shipped_groups(), *other_fields_groups(embedder)])
    write_weights(WEIGHTS, reader, model=BUNDLED_SHA256)
    sys.stdout.write(measure(reader, list(_aside())))


if __name__ == "__main__":
    main()
