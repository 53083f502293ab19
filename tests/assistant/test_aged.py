"""Whether somebody old is treated at all is asked of the age as well; which, when and how much are not."""

from __future__ import annotations

import pytest
from heart_library import lexicon, profile

from assistant.question.aged import age_asked, speaks_of_age


@pytest.mark.parametrize(
    ("question", "named"),
    [
        pytest.param("84-year-old with oedema: enalapril?", "enalapril", id="a-bare-treatment"),
        pytest.param("Is it true that enalapril isn't given any more at 82?", "enalapril", id="is-it-true"),
        pytest.param("79F HFrEF, still offer bisoprolol?", "bisoprolol", id="in-short"),
        pytest.param("My gran is 88. Is it still worth treating her?", "age?", id="no-treatment-named"),
        pytest.param("Is he too old for enalapril?", "enalapril", id="too-old"),
    ],
)
def test_age_is_asked_where_it_is_asked_whether_somebody_old_is_treated(question: str, named: str) -> None:
    assert named in age_asked(question, lexicon=lexicon())


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("¿Es verdad que a los 82 años ya no se da enalapril?", id="is-it-true"),
        pytest.param("Mi abuela tiene 84 años, ¿le darán enalapril?", id="will-they-give"),
        pytest.param("¿Es demasiado mayor para el enalapril?", id="too-old"),
    ],
)
def test_age_is_asked_in_spanish_alike(question: str) -> None:
    assert "edad" in age_asked(question, lexicon=lexicon(), language="es")


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("What dose of enalapril at 82?", id="how-much"),
        pytest.param("Which tablets for an 82-year-old with oedema?", id="which"),
        pytest.param("Is enalapril given every 4 weeks to a 70-year-old?", id="a-rhythm"),
        pytest.param("Is enalapril given at 80 mg?", id="a-dose"),
        pytest.param("Is enalapril worth it in 80 % of patients?", id="a-share"),
        pytest.param("She is 48: enalapril?", id="not-old"),
        pytest.param("Does enalapril make an 82-year-old cough?", id="an-effect"),
        pytest.param("Should I start enalapril with 70 weeks of oedema?", id="weeks"),
    ],
)
def test_no_age_is_asked_otherwise(question: str) -> None:
    assert age_asked(question, lexicon=lexicon()) == ""


def test_statement_on_age_is_told_by_its_words() -> None:
    assert speaks_of_age(profile("Do not withhold enalapril solely because of age.").stems)
    assert not speaks_of_age(profile("Do not withhold enalapril.").stems)
