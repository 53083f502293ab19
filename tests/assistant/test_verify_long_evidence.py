"""A claim against a whole document as one piece of evidence: judged as against its sentence, in time."""

import time

import pytest
from verifying import verdict

STATED = "Corvalin 20 mg is given by mouth every 3 weeks."


def document(sentences: int, *, stated_at: int) -> str:
    others = [f"Item number {number} of ward {number} is cleaned on day {number}." for number in range(sentences)]
    return " ".join((*others[:stated_at], STATED, *others[stated_at:]))


@pytest.mark.parametrize("stated_at", [0, 31, 32, 63, 199], ids=lambda place: f"behind-{place}")
@pytest.mark.parametrize(("dose", "supported"), [("20 mg", True), ("40 mg", False)])
def test_a_claim_is_judged_by_its_sentence_wherever_that_stands(stated_at: int, dose: str, *, supported: bool) -> None:
    claim = f"Corvalin is given at {dose} by mouth every 3 weeks."
    assert verdict(claim, document(200, stated_at=stated_at)).supported is supported


@pytest.mark.flaky(reruns=2, reruns_delay=5)  # a busy machine may be slow for once
def test_time_grows_in_line_with_the_evidence() -> None:
    def seconds(sentences: int) -> float:
        begin = time.process_time()
        verdict(f"Corvalin is given at {sentences} mg.", document(sentences, stated_at=sentences))
        return time.process_time() - begin

    seconds(20)
    assert seconds(1600) < 8 * seconds(400)
