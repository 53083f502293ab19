"""What surely isn't denied is told apart from what may be, without a verdict; no denial is lost by it."""

from functools import cache
from pathlib import Path

from assistant.answers import BESIDE_TURNED, TURNED, Evidence, ReasonCode, Verdict
from assistant.verify import may_be_opposed, verify_claim
from assistant.words.lexicon import Lexicon
from assistant.words.lexicon_files import lexicon_folder, load_lexicon
from evals.paraphrase_cases import load_groups

_STEP = 7
_ENOUGH = 25


@cache
def lexicon() -> Lexicon:
    return load_lexicon(lexicon_folder(Path(__file__).parents[2] / "corpus"))


def is_opposed(verdict: Verdict, *, unsaid: int) -> bool:
    codes = [reason.code for reason in verdict.reasons]
    few = ReasonCode.DIRECTION in codes or codes.count(ReasonCode.NOT_STATED) <= unsaid
    return bool(TURNED.intersection(codes)) and BESIDE_TURNED.issuperset(codes) and few


@cache
def judged() -> tuple[tuple[str, Evidence, Verdict], ...]:
    """Faithful claims and wrong ones, each against its own evidence and against another's."""
    groups = [group for group in load_groups() if group.split == "dev"]
    own = [(claim, group.cited[0]) for group in groups for pair in group.pairs for claim in (pair.ok, pair.edit)]
    others = [(claim, own[(number + _STEP) % len(own)][1]) for number, (claim, _) in enumerate(own)]
    return tuple((claim, piece, verify_claim(claim, (piece,), lexicon=lexicon())) for claim, piece in (*own, *others))


def test_no_denial_and_no_reversal_is_passed_over() -> None:
    for unsaid in (0, 1):
        opposed = [(claim, piece) for claim, piece, verdict in judged() if is_opposed(verdict, unsaid=unsaid)]
        assert len(opposed) > _ENOUGH
        for claim, piece in opposed:
            assert may_be_opposed(claim, (piece,), lexicon=lexicon(), unsaid=unsaid), claim


def test_most_of_what_speaks_of_something_else_is_spared_the_verdict() -> None:
    silent = [(claim, piece) for claim, piece, verdict in judged() if not is_opposed(verdict, unsaid=1)]
    spared = [claim for claim, piece in silent if not may_be_opposed(claim, (piece,), lexicon=lexicon(), unsaid=1)]
    assert len(spared) > 0.9 * len(silent)


def test_a_claim_quoted_word_for_word_is_opposed_by_nothing() -> None:
    text = "Do not start both drugs at the same time."
    assert not may_be_opposed(text, (Evidence(text=text),), lexicon=lexicon(), unsaid=1)


def test_no_evidence_opposes_nothing() -> None:
    assert not may_be_opposed("Both drugs are started together.", (), lexicon=lexicon(), unsaid=1)
