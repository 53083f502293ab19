"""The best of a class is told only where two of it are compared, and a change that counts only where a figure stands."""

from __future__ import annotations

import pytest
from heart_library import asked, lexicon, profile

from assistant.abstention.attributes import unsaid_attribute
from assistant.abstention.comparisons import missing_best, missing_comparison

COMPARED = "Carvedilol was superior to bisoprolol in stable heart failure."
OF_THE_CLASS = "A beta-blocker is preferred over verapamil."


@pytest.mark.parametrize("question", ["Which beta-blocker is best?", "wich of the beta-blockers is the strongest"])
def test_the_best_of_a_class_needs_two_of_it_compared(question: str) -> None:
    assert missing_best(asked(question), [profile(OF_THE_CLASS)], lexicon=lexicon())
    assert not missing_best(asked(question), [profile(OF_THE_CLASS), profile(COMPARED)], lexicon=lexicon())


@pytest.mark.parametrize(
    "question", ["Which beta-blocker is best for asthma?", "Which beta-blocker is given?", "Is carvedilol best?"]
)
def test_what_asks_for_no_best_of_a_class_is_left_alone(question: str) -> None:
    assert not missing_best(asked(question), [profile(OF_THE_CLASS)], lexicon=lexicon())


RISE = "what rise in potassium counts as significant?"


def test_a_change_that_counts_needs_a_figure_of_it() -> None:
    spoken_of = profile("Potassium may rise on spironolactone.")
    assert unsaid_attribute(asked(RISE), [spoken_of], lexicon=lexicon())
    given = profile("A rise in potassium of 1 mmol/l or more is significant.")
    assert unsaid_attribute(asked(RISE), [given], lexicon=lexicon()) is None


def test_a_change_that_is_only_spoken_of_asks_for_no_figure() -> None:
    assert unsaid_attribute(asked("does potassium rise on spironolactone?"), [profile(OF_THE_CLASS)], lexicon=lexicon()) is None


@pytest.mark.parametrize(
    "question",
    [
        "Which works better, enalapril or a beta-blocker?",
        "Is enalapril better than beta-blockers?",
        "enalapril compared with plain beta-blockers",
    ],
)
def test_a_drug_against_another_class_needs_a_statement_that_weighs_both(question: str) -> None:
    apart = [profile("Start enalapril 10 mg."), profile(OF_THE_CLASS)]
    assert missing_comparison(asked(question), apart, lexicon=lexicon())
    weighed = profile("Enalapril is preferred to a beta-blocker in this group.")
    assert not missing_comparison(asked(question), [*apart, weighed], lexicon=lexicon())


@pytest.mark.parametrize(
    "question",
    [
        "Is bisoprolol better than other beta-blockers?",
        "Does enalapril work better once a beta-blocker is on board?",
        "enalapril with a beta-blocker, is that better for her?",
    ],
)
def test_a_drug_beside_a_class_or_of_it_is_weighed_against_nothing(question: str) -> None:
    assert not missing_comparison(asked(question), [profile("Start enalapril 10 mg.")], lexicon=lexicon())


@pytest.mark.parametrize(
    "question", ["bisoprolol or verapamil, which lives longer?", "Verapamil or bisoprolol: which is the gentlest?"]
)
def test_which_of_two_drugs_has_more_of_something_needs_both_compared(question: str) -> None:
    apart = [profile("Start bisoprolol 1.25 mg once daily."), profile("Verapamil 80 mg three times a day.")]
    assert missing_comparison(asked(question), apart, lexicon=lexicon())
    compared = profile("Bisoprolol was superior to verapamil in stable heart failure.")
    assert not missing_comparison(asked(question), [*apart, compared], lexicon=lexicon())


@pytest.mark.parametrize(
    "question",
    [
        "bisoprolol or verapamil, which is given more often?",
        "Bisoprolol or verapamil: which first?",
        "She had bisoprolol and verapamil, which makes her pulse slower",
    ],
)
def test_what_only_names_two_drugs_weighs_nothing(question: str) -> None:
    apart = [profile("Start bisoprolol 1.25 mg once daily."), profile("Verapamil 80 mg three times a day.")]
    assert not missing_comparison(asked(question), apart, lexicon=lexicon())
