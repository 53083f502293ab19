"""What an answer shows and another source plainly says otherwise is found, if the question is about that point."""

import pytest
from heart_library import asked, judged, lexicon, profile, source

from assistant.differences.apparent import find_apparent
from assistant.differences.compared import Compared
from assistant.differences.pairs import Pair
from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile

BOARD, TRUST = source("board"), source("trust")
FIRST = profile("Start with furosemide in HFrEF.", of=BOARD)
OTHER = profile("The preferred initial drug in HFrEF is carvedilol.", of=TRUST)


def kinds(question: str, *profiles: Profile, shown: tuple[Profile, ...], last: float = 0.9, alike: bool = True) -> set[str]:
    entries = [judged(of, rank=n, relevance=0.9) for n, of in enumerate(profiles[:-1], start=1)]
    entries.append(judged(profiles[-1], rank=len(profiles), relevance=last))

    def pair(read: Asked, left: Profile, right: Profile) -> Pair | None:
        return Pair(read, left, right, lexicon(), lambda _: []) if alike else None

    compared = Compared(asked(question), lexicon(), entries)
    found = find_apparent(compared, shown=[of.statement.statement_id for of in shown], pair=pair)
    return {contrast.point.kind for contrast in found}


@pytest.mark.parametrize(
    "question",
    [
        "HFrEF, my GP said furosemide and the clinic carvedilol. Who is right?",
        "Is there a default opener in HFrEF?",
        "Is furosemide the standard start in HFrEF?",
        "Go-to pick in HFrEF?",
    ],
)
def test_first_choice_is_asked_in_many_words(question: str) -> None:
    assert "first choice" in kinds(question, FIRST, OTHER, shown=(FIRST,))


@pytest.mark.parametrize(
    "question",
    [
        "What dose of furosemide first in HFrEF?",
        "Why furosemide first in HFrEF?",
        "Does furosemide cause fatigue in HFrEF?",
        "HFrEF progressed on furosemide, what standard next?",
    ],
)
def test_another_question_is_not_answered_with_the_first_choice(question: str) -> None:
    assert kinds(question, FIRST, OTHER, shown=(FIRST,)) == set()


def test_side_that_the_answer_does_not_show_calls_no_difference() -> None:
    assert kinds("Default opener in HFrEF?", FIRST, OTHER, shown=()) == set()


def test_statement_hardly_near_to_the_question_is_no_side() -> None:
    assert kinds("Default opener in HFrEF?", FIRST, OTHER, shown=(FIRST,), last=0.05) == set()


def test_two_of_one_source_do_not_differ() -> None:
    same = profile("The preferred initial drug in HFrEF is carvedilol.", of=BOARD)
    assert kinds("Default opener in HFrEF?", FIRST, same, shown=(FIRST,)) == set()


def test_statements_too_unlike_are_not_compared() -> None:
    assert kinds("Default opener in HFrEF?", FIRST, OTHER, shown=(FIRST,), alike=False) == set()


def test_wider_exception_is_a_difference_where_exceptions_are_asked() -> None:
    strict = profile("Carvedilol is recommended in heart failure unless there is type 1 diabetes.", of=BOARD)
    wider = profile("Carvedilol is recommended in heart failure unless there is pregnancy.", of=TRUST)
    found = kinds("Is carvedilol ruled out in heart failure only when there is diabetes?", strict, wider, shown=(strict,))
    assert found <= {"exceptions"}
    assert kinds("Is carvedilol a tablet?", strict, wider, shown=(strict,)) == set()
