"""What a turn brings up is looked for by its own words: a conversation lends it no answer that speaks of something else."""

import pytest
from heart_library import asked, heart_reader, lexicon

from assistant.abstention.answerable import Answerability
from assistant.abstention.unspoken_offer import lacking_still, unspoken_offer
from assistant.followups.ellipsis import read_turn
from assistant.followups.offered import offered

TERMS = heart_reader().terms


def brought_up(text: str) -> tuple[str, ...]:
    return offered(read_turn(text, lexicon()))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("and red wine?", ("wine",), id="fragment"),
        pytest.param("what about football training", ("football", "training"), id="what-about"),
        pytest.param("would cherry tablets help?", ("cherry",), id="would-it-help"),
        pytest.param("can I have a glass of wine with it?", ("wine",), id="can-I-have"),
        pytest.param("is beetroot juice ok?", ("beetroot", "juice"), id="is-it-ok"),
        pytest.param("and furosemide?", (), id="known-medicine"),
        pytest.param("and the dose?", (), id="asked-of-a-thing"),
        pytest.param("and after a week?", (), id="behind-a-preposition"),
        pytest.param("and how often?", (), id="a-question-word"),
        pytest.param("he has swollen legs", (), id="told"),
        pytest.param("does it help?", (), id="points-back"),
    ],
)
def test_only_a_thing_that_is_brought_up_counts(text: str, words: tuple[str, ...]) -> None:
    assert brought_up(text) == words


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        pytest.param(("wine",), ("wine",), id="nowhere"),
        pytest.param(("red", "wine"), ("red wine",), id="told-whole"),
        pytest.param(("potassium",), (), id="spoken-of"),
        pytest.param((), (), id="nothing-brought-up"),
    ],
)
def test_documents_without_a_word_for_it_say_nothing_of_it(words: tuple[str, ...], missing: tuple[str, ...]) -> None:
    found = unspoken_offer(words, terms=TERMS, language="en")
    assert (found.missing if found else ()) == missing
    assert found is None or not found.answerable


class Reading:
    """A reading of a turn."""

    def __init__(self, text: str, *, missing: tuple[str, ...] = (), answerable: bool = False) -> None:
        self.asked = asked(text)
        self.answerability = Answerability(answerable=answerable, probability=0.1, missing=missing)


def test_what_a_turn_alone_lacks_is_not_lent_by_the_question_before() -> None:
    whole = Reading("How is carvedilol started: what does it cost?", answerable=True)
    lacking = Reading("What does it cost?", missing=("cost",))
    assert lacking_still(whole, lacking, (), lexicon=lexicon()) is lacking.answerability
    assert lacking_still(whole, Reading("What does it cost?", answerable=True), (), lexicon=lexicon()) is None
    assert lacking_still(whole, Reading("How is it started?", missing=("dose",)), (), lexicon=lexicon()) is None
