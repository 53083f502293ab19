"""Trains the weights of ``assistant/urgency/alarm.py``: ``python -m evals.train_alarm``.

Learns from the triage cases, from ``alarm_examples.yaml`` (phrases × who × setting), from ``alarm_tales.yaml`` (longer
messages), from ``training/alarm.jsonl`` (messages that many persons wrote) and from the dev cases of the evals and the
questions of ``training/whether.jsonl``, which are no emergencies. Measured only, never learned from: the triage cases
``sealed``, ``told``, ``desk_aside`` and ``aside``.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import normalize
from sklearn.svm import SVC

from assistant.settings import load_settings
from assistant.urgency.alarm import NAMES, NARROW, WEIGHTS, Weights, features, listened, load_alarm, parts
from assistant.urgency.alarm_words import PLACES, places
from assistant.urgency.emergencies import find_emergency
from evals.case_files import Expect, load_cases
from evals.training_files import read_lines, write_parts
from ingest.embed import Embeds, load_embedder

HERE = Path(__file__).parent
TRIAGE = HERE.parent / "tests" / "assistant" / "triage_cases.yaml"
SEALED = "sealed"
MEASURED = frozenset({SEALED, "told", "desk_aside", "aside"})
# How dear a message on the wrong side is, to the kernel machine and to the one that tells suicidal words.
_DEAR, _STRENGTH, _POSITIVE_WEIGHT, _EXAMPLE_WEIGHT = 5.0, 10.0, 2.0, 0.5
_WORD_STRENGTH = 20.0
_VARIANTS = 3
_FIRST_PERSON = {"has": "have", "is": "am", "feels": "feel", "wants": "want", "keeps": "keep", "doesn't": "don't"}
_FIRST_PERSON |= {"sleeps": "sleep", "takes": "take", "needs": "need", "starts": "start", "bruises": "bruise"}

Example = tuple[str, str, float]


def triage_examples(*, sealed: bool) -> list[Example]:
    """(text, kind or "", weight) of the triage cases: the sealed ones, or all others."""
    cases: dict[str, dict[str, Any]] = yaml.safe_load(TRIAGE.read_text(encoding="utf-8"))
    found: list[Example] = []
    for name, groups in cases.items():
        if (name == SEALED) if sealed else (name not in MEASURED):
            found += [(text, kind, 1.0) for kind, texts in groups["emergency"].items() for text in texts]
            found += [(text, "", 1.0) for key in ("none", "smalltalk", "asks") for text in groups.get(key, ())]
    return found


def made_examples() -> list[Example]:
    """The phrases of ``alarm_examples.yaml``, each told of three persons in three settings, its sentences and questions."""
    raw = yaml.safe_load((HERE / "alarm_examples.yaml").read_text(encoding="utf-8"))
    found: list[Example] = []
    for key, urgent in (("urgent", True), ("calm", False)):
        for position, phrase in enumerate(raw[key]):
            kind = ("suicide" if position >= raw["crisis_from"] else "emergency") if urgent else ""
            for variant in range(_VARIANTS):
                who = raw["who"][(position + 2 * variant) % len(raw["who"])] if variant else "I"
                setting = raw["setting"][(3 * position + 2 * variant) % len(raw["setting"])]
                found.append((_told_of(phrase, who) + setting, kind, _EXAMPLE_WEIGHT))
    found += _of_children(raw)
    for position, text in enumerate(raw["urgente"]):
        found.append((text, "suicide" if position >= raw["crisis_from_es"] else "emergency", 1.0))
    found += [(text, "", 1.0) for text in raw["tranquilo"]]
    found += [(text, "", _EXAMPLE_WEIGHT) for text in raw["told"]]
    for row, thing in enumerate(raw["things"]):
        asked = [form for column, form in enumerate(raw["asked"]) if (row + column) % 2 == 0]
        found += [(form.format(thing), "", _EXAMPLE_WEIGHT) for form in asked]
    return found


def _of_children(raw: dict[str, Any]) -> list[Example]:
    """What is asked and reported of children, each phrase of some of them."""
    found: list[Example] = []
    for key, kind in (("child_calm", ""), ("child_urgent", "emergency")):
        for position, phrase in enumerate(raw[key]):
            children = [raw["children"][(position + 2 * variant) % len(raw["children"])] for variant in range(_VARIANTS)]
            found += [(phrase.format(child), kind, _EXAMPLE_WEIGHT) for child in children]
    return found


def _told_of(phrase: str, who: str) -> str:
    if who != "I":
        return f"{who} {phrase}"
    verb, _, rest = phrase.partition(" ")
    return f"I {_FIRST_PERSON.get(verb, verb)} {rest}"


def asked_examples() -> list[Example]:
    """The dev questions of the evals that want an answer or an abstention, and yes/no questions of several fields."""
    calm = [turn for case in load_cases(HERE / "cases") if case.split == "dev" for turn in case.turns]
    texts = [turn.question for turn in calm if Expect.EMERGENCY not in turn.expect]
    texts += [line["question"] for line in read_lines("whether")]
    return [(text, "", _EXAMPLE_WEIGHT) for text in texts if find_emergency(text) is None]


def told_examples() -> list[Example]:
    """The longer messages of ``alarm_tales.yaml``; of those that are no emergency each sentence as well."""
    raw = yaml.safe_load((HERE / "alarm_tales.yaml").read_text(encoding="utf-8"))
    kinds = (("urgent", "emergency"), ("crisis", "suicide"), ("calm", ""))
    found = [(text, kind, 1.0) for key, kind in kinds for text in raw[key]]
    return [*found, *((part, "", _EXAMPLE_WEIGHT) for text in raw["calm"] for part in parts(text))]


def written_examples() -> list[Example]:
    """The messages of ``training/alarm.jsonl``: what is urgent, what is a crisis, and what is full of the same words and calm."""
    kinds = {"urgent": "emergency", "crisis": "suicide", "calm": ""}
    lines = read_lines("alarm")
    return [(line["text"], kinds[line["kind"]], 1.0) for line in lines]


def train(examples: list[Example], embedder: Embeds) -> Weights:
    """The weights that tell the emergencies among the examples."""
    texts = [text for text, _, _ in examples]
    table = features(texts, embedder.embed([listened(text) for text in texts]))
    urgent = np.array([bool(kind) for _, kind, _ in examples])
    crisis = np.array([kind == "suicide" for _, kind, _ in examples])
    weight = np.array([weight for _, _, weight in examples]) * np.where(urgent, _POSITIVE_WEIGHT, 1.0)
    machine = SVC(C=_DEAR, gamma=NARROW).fit(table, urgent, sample_weight=weight)
    pull, rarity = _learn_words([listened(text) for text in texts], urgent, weight)
    line = LogisticRegression(C=_STRENGTH, max_iter=5000).fit(table[urgent], crisis[urgent], sample_weight=weight[urgent])
    return Weights(
        model=embedder.checksum,
        near=np.asarray(machine.support_vectors_, dtype=np.float32),
        pull=np.asarray(machine.dual_coef_[0], dtype=np.float32),
        offset=np.asarray(machine.intercept_, dtype=np.float32),
        crisis=np.append(line.coef_[0], line.intercept_).astype(np.float32),
        word_pull=pull,
        word_rarity=rarity,
    )


def _learn_words(texts: list[str], urgent: np.ndarray, weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The pull and the rarity of the words' places, the intercept last; words of a single text count for nothing."""
    rows = [places(text) for text in texts]
    starts = np.cumsum([0, *map(len, rows)])
    table = csr_matrix((np.ones(starts[-1]), np.concatenate(rows), starts), shape=(len(texts), PLACES))
    often = np.asarray(table.sum(axis=0))[0]
    rarity = np.where(often > 1, np.log((1 + len(texts)) / (1 + often)) + 1, 0.0)
    learned = normalize(table.multiply(rarity).tocsr())
    line = LogisticRegression(C=_WORD_STRENGTH, max_iter=5000).fit(learned, urgent, sample_weight=weight)
    return np.append(line.coef_[0], line.intercept_).astype(np.float32), rarity.astype(np.float32)


def main() -> int:
    """Train, write ``assistant/urgency/alarm_weights.safetensors``, and print what the sealed cases say."""
    embedder = load_embedder(load_settings())
    examples = [*triage_examples(sealed=False), *made_examples(), *told_examples(), *written_examples(), *asked_examples()]
    trained = train(examples, embedder)
    write_parts(WEIGHTS, trained, NAMES)
    _report(embedder, trained)
    return 0


def _report(embedder: Embeds, weights: Weights) -> None:
    alarm = load_alarm(embedder, weights=weights)
    sealed = triage_examples(sealed=True)
    heard = np.array([bool(find_emergency(text) or (alarm and alarm(text))) for text, _, _ in sealed])
    urgent = np.array([bool(kind) for _, kind, _ in sealed])
    caught, false = heard[urgent].mean(), heard[~urgent].mean()
    sys.stdout.write(f"sealed: caught {caught:.1%} of {urgent.sum()}, false alarms {false:.1%} of {(~urgent).sum()}\n")


if __name__ == "__main__":
    sys.exit(main())
