"""A question for people or for a treatment opens with a statement that gives some, if one is near and the nearest doesn't."""

import pytest
from heart_library import asked, judged, lexicon, profile

from assistant.abstention.sought import sought

WORKS = "Spironolactone blocks a receptor of the kidney."
PEOPLE = "Give spironolactone to patients with HFrEF."
CONFIRM = "Confirm HFrEF by echo before anything else."
TREAT = "HFrEF: carvedilol is begun at once."
AGAINST = "HFrEF: do not give verapamil."
HOW_LONG = "The duration of mineralocorticoid receptor antagonists is unknown."
OTHER_LONG = "Eplerenone, a mineralocorticoid receptor antagonist, is continued for life."
NEXT_LONG = "Mineralocorticoid receptor antagonists are continued for life, followed by furosemide or eplerenone."
BETA = "Carvedilol slows the heart."
BESIDE = "HFrEF: carvedilol plus enalapril."
OTHERS = "HFpEF: dapagliflozin is begun at once."


@pytest.mark.parametrize(
    ("question", "texts", "led_by"),
    [
        pytest.param("Spironolactone, who qualifies?", (WORKS, PEOPLE), PEOPLE, id="people-sought"),
        pytest.param("Spironolactone, how does it act?", (WORKS, PEOPLE), "", id="no-people-sought"),
        pytest.param("Spironolactone, who qualifies?", (PEOPLE, WORKS), "", id="nearest-gives-them"),
        pytest.param("Carvedilol, who qualifies?", (WORKS, PEOPLE), "", id="people-for-another-drug"),
        pytest.param("HFrEF. What do we start?", (CONFIRM, TREAT), TREAT, id="treatment-sought"),
        pytest.param("HFrEF. What do we start?", (CONFIRM, AGAINST, OTHERS), "", id="advised-against-or-for-others"),
        pytest.param("HFrEF. Which drug first?", (AGAINST, TREAT), "", id="nearest-speaks-of-a-treatment"),
        pytest.param("Can I stop spironolactone after a year?", (WORKS, HOW_LONG), HOW_LONG, id="how-long-said-of-the-class"),
        pytest.param("Can I stop carvedilol after a year?", (WORKS, HOW_LONG), "", id="how-long-said-of-another-class"),
        pytest.param("Can I stop spironolactone after a year?", (WORKS, OTHER_LONG), "", id="how-long-said-of-its-sister"),
        pytest.param("How long is spironolactone given?", (WORKS, NEXT_LONG), NEXT_LONG, id="its-sister-only-comes-afterwards"),
        pytest.param("How long does spironolactone keep the water off?", (WORKS, HOW_LONG), "", id="how-long-it-acts"),
        pytest.param("HFrEF: is carvedilol alone ok?", (BETA, BESIDE), BESIDE, id="what-it-is-given-with"),
        pytest.param("HFpEF: is carvedilol alone ok?", (BETA, BESIDE), "", id="given-with-it-to-others"),
        pytest.param("HFrEF. Which kind of drug is that?", (CONFIRM, TREAT), "", id="kind-of-drug"),
    ],
)
def test_what_is_sought_leads(question: str, texts: tuple[str, ...], led_by: str) -> None:
    entries = [judged(profile(text), rank=rank) for rank, text in enumerate(texts, start=1)]
    found = sought(asked(question), entries, lexicon=lexicon())
    assert found == next(
        (entry.profile.statement.statement_id for entry in entries if entry.profile.statement.text == led_by), ""
    )


def test_statement_that_is_far_off_does_not_lead() -> None:
    entries = [judged(profile(CONFIRM)), judged(profile(TREAT), rank=2, relevance=0.3)]
    assert sought(asked("HFrEF. What do we start?"), entries, lexicon=lexicon()) == ""
