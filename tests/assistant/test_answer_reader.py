"""A reader of question and statement together: what it likes, what it doesn't read, what it remembers."""

from pathlib import Path

import pytest

from assistant.reread.answer_reader import LONGEST, AnswerReader, open_answer_reader, statement_as_read
from ingest.documents import Span, Statement
from ingest.errors import ModelNotFoundError

SHOULDER = [
    "Frozen shoulder > Treatment | Most people get better within two years without an operation.",
    "Frozen shoulder > Treatment | An injection of triamcinolone 40 mg may be given into the joint in the painful phase.",
    "Frozen shoulder > Treatment | Repeat the injection no more than twice, at least six weeks apart.",
    "Frozen shoulder > Who gets it | It is commoner in people with diabetes.",
    "Frozen shoulder > Exercises | Stretch gently three times a day, stopping short of pain.",
]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what dose of steroid goes in the joint?", 1),
        ("how often can she have the jab again?", 2),
        ("Will it go away by itself?", 0),
        ("is it linked to sugar problems?", 3),
        ("How many times daily should I do the stretches?", 4),
    ],
)
def test_what_answers_is_liked_best(question: str, answer: int) -> None:
    odds = open_answer_reader().odds(question, SHOULDER)
    assert all(one is not None for one in odds)
    assert max(range(len(odds)), key=lambda place: odds[place] or 0.0) == answer


def test_a_text_longer_than_was_learned_is_not_read() -> None:
    long, short = "Care | " + "weigh the patient " * LONGEST, SHOULDER[0]
    unread, read = open_answer_reader().odds("how long does it last?", [long, short])
    assert unread is None
    assert read is not None


def test_a_pair_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = AnswerReader()
    first = reader.odds("how long does it last?", SHOULDER[:3])
    monkeypatch.setattr("ingest.packed.PackedBert.encode_pairs", lambda *_, **__: pytest.fail("it was read before"))
    assert reader.odds("how long does it last?", [SHOULDER[2], SHOULDER[0]]) == [first[2], first[0]]
    assert reader.odds("how long does it last?", []) == []


def test_what_it_remembers_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.reread.answer_reader._REMEMBERED", 3)
    reader = AnswerReader()
    for question in ("how long?", "how often?", "which dose?"):
        assert len(reader.odds(question, SHOULDER[:2])) == 2
        assert len(reader._said) <= 3


def test_a_statement_is_read_under_its_headings_behind_its_lead_in() -> None:
    statement = Statement(
        statement_id="a.1",
        source_id="a",
        passage_id="p",
        span=Span(start=0, end=4),
        text="six weeks apart",
        heading_path=("Joints", "Frozen shoulder", "Treatment"),
        lead_in="Repeat the injection:",
    )
    assert statement_as_read(statement) == "Frozen shoulder > Treatment | Repeat the injection: six weeks apart"


def test_lost_weights_say_the_mend(tmp_path: Path) -> None:
    with pytest.raises(ModelNotFoundError, match="make setup"):
        AnswerReader(weights=tmp_path / "none.safetensors").odds("how long?", SHOULDER)
