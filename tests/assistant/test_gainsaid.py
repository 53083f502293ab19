"""What likely gainsays a clause is shown in place of a refusal; what is called false is looked at again."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from heart_library import asked, judged, lexicon, profile

from assistant.answers import Evidence
from assistant.premises.gainsaid import (
    Weighing,
    clauses_weighed,
    find_gainsaid,
    find_gainsaid_beside,
    how_likely,
    load_weights,
    looked_at_again,
    spelled_out,
)
from assistant.premises.premise import Denial
from assistant.premises.settled_signals import Weighed
from assistant.retrieval.signals import Judged
from assistant.verify import verify_claim

EARLY = "Spironolactone should be introduced early, and be a priority from the outset."
ALL = "Enalapril should be given to all patients with heart failure, regardless of age."
PREFERRED = "Carvedilol is preferred over bisoprolol in stable heart failure."
ALONE = "Bisoprolol alone is an option for patients who refuse enalapril."


def weigh(clause: str, entry: Judged) -> Weighed:
    return Weighed(verdict=verify_claim(clause, (Evidence(text=entry.profile.statement.text),), lexicon=lexicon()))


def weighing(*told: str) -> Weighing:
    def answers(_question: str, statements: Sequence[str]) -> list[float | None]:
        return [None for _ in statements]

    return Weighing(find=lambda _: found(*told), read=asked, weigh=weigh, lexicon=lexicon(), odds=answers)


def found(*told: str, relevance: float = 0.95) -> list[Judged]:
    return [judged(profile(one), relevance=relevance) for one in told]


def shown(question: str, told: str) -> str:
    denial = find_gainsaid(asked(question), (), weighing=weighing(told))
    assert denial is None or not denial.sure
    return denial.claimed if denial else ""


@pytest.mark.parametrize(
    ("question", "told", "claimed"),
    [
        pytest.param(
            "Enalapril is only for the young ones, so what does he get?",
            ALL,
            "Enalapril is only for the young ones",
            id="limited",
        ),
        pytest.param(
            "Spironolactone only ever comes in at the very end, so when is that?",
            EARLY,
            "Spironolactone only ever comes in at the very end",
            id="late",
        ),
    ],
)
def test_likely_contradiction_is_found(question: str, told: str, claimed: str) -> None:
    assert shown(question, told) == claimed


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param(
            "Carvedilol is preferred over bisoprolol in stable heart failure, so which dose?", PREFERRED, id="same-words"
        ),
        pytest.param("Bisoprolol alone is an option for patients who refuse enalapril, so which dose?", ALONE, id="borne-out"),
        pytest.param("We want to have spironolactone at the end, so when is that?", EARLY, id="wished"),
        pytest.param("Which dose of enalapril?", ALL, id="nothing-stated"),
    ],
)
def test_what_is_borne_out_or_not_stated_gainsays_nothing(question: str, told: str) -> None:
    assert shown(question, told) == ""


def test_one_persons_case_is_not_called_false() -> None:
    question = "My enalapril is only for the young ones, so what do I get?"
    assert find_gainsaid_beside(asked(question), found(ALL), weighing=weighing(ALL)) is None


def test_far_denial_is_unsure_where_another_statement_answers() -> None:
    near, far = judged(profile(ALONE), relevance=0.95), judged(profile(PREFERRED), relevance=0.3)
    denial = Denial(claimed="bisoprolol alone is an option", statement_id=far.profile.statement.statement_id)
    again = looked_at_again(
        denial, asked("Since bisoprolol alone is an option, which dose?"), (near, far), weighing=weighing(ALONE)
    )
    assert not again.sure


def test_near_denial_stays_sure() -> None:
    entry = judged(profile(ALL), relevance=0.95)
    claimed = "Enalapril is only for the young ones"
    denial = Denial(claimed=claimed, statement_id=entry.profile.statement.statement_id)
    again = looked_at_again(denial, asked(f"{claimed}, so what does he get?"), (entry,), weighing=weighing(ALL))
    assert again == denial


@pytest.mark.parametrize(
    ("clause", "question", "told"),
    [
        pytest.param(
            "it's given twice a year", "He is on bisoprolol and it's given twice a year, right?", "'s given twice a year", id="it"
        ),
        pytest.param(
            "no blood test is needed", "On spironolactone. Now that no blood test is needed, when?", "no blood", id="no-pronoun"
        ),
    ],
)
def test_clause_without_a_thing_takes_the_one_named_before(clause: str, question: str, told: str) -> None:
    read = spelled_out(clause, question, lexicon=lexicon())
    assert read != clause
    assert told in read


@pytest.mark.parametrize(
    ("clause", "question"),
    [
        pytest.param(
            "enalapril is only for the young", "He is on bisoprolol. Since enalapril is only for the young, why?", id="own-thing"
        ),
        pytest.param("it never ends", "Since it never ends, why bother with bisoprolol?", id="named-later"),
    ],
)
def test_clause_stays_where_nothing_is_lent(clause: str, question: str) -> None:
    assert spelled_out(clause, question, lexicon=lexicon()) == clause


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Gran has never had heart failure. How often is bisoprolol given?", id="kin"),
        pytest.param("They found heart failure on the scan. Which tablets next?", id="found"),
        pytest.param("Start bisoprolol or carvedilol, and is it for good?", id="choice"),
        pytest.param("Spironolactone might be harmful, so why take it?", id="hedged"),
        pytest.param("Nothing ever works, so why go on?", id="names-nothing"),
    ],
)
def test_case_or_choice_is_no_clause_that_could_be_false(question: str) -> None:
    assert not list(clauses_weighed(asked(question), lexicon=lexicon()))


def test_clause_about_a_thing_is_weighed() -> None:
    assert list(clauses_weighed(asked("Spironolactone is useless, so why take it?"), lexicon=lexicon())) == [
        "Spironolactone is useless"
    ]


def test_far_question_wants_more() -> None:
    question = "Spironolactone only ever comes in at the very end, so when is that?"
    near, far = (find_gainsaid(asked(question), (), weighing=weighing(EARLY), afar=afar) for afar in (False, True))
    assert near is not None
    assert far is None or far == near


def test_every_signal_has_its_weight() -> None:
    names = {name for _, signals in weighing(ALL).signals("enalapril is only for the young", "en") for name in signals}
    assert names | {"offset"} == set(load_weights())
    assert 0.0 <= how_likely(dict.fromkeys(names, 0.0)) <= 1.0
