"""Lines under a title that denies say what isn't done; a title of a line of therapy bounds only what is given in it."""

from functools import partial

import pytest
from verifying import LEXICON

from assistant.citation.enforce import enforce
from assistant.citation.instructions import is_plain_title
from assistant.prompts import NumberedPassage
from assistant.verify import verify_claim

PASSAGES = (
    NumberedPassage(number=1, text="Prophylaxis is warranted when the expected risk is above 20%."),
    NumberedPassage(
        number=2,
        text="Tilamine must not be administered during radiotherapy to the chest, because mortality was higher in trials.",
    ),
    NumberedPassage(number=3, text="Tilamine should not be used as routine therapy for established anaemia."),
    NumberedPassage(number=4, text="Mestor is given in a single dose of 6 mg."),
    NumberedPassage(number=5, text="The standard approach in ABC-negative disease is mestor combined with zorubicin."),
    NumberedPassage(number=6, text="Half of all patients have ABC-negative disease."),
    NumberedPassage(number=7, text="Second-line: mestor combined with tilamine in ABC-negative disease."),
)


def shown(draft: str) -> str:
    passed = enforce("When is it used?", PASSAGES, draft, verify=partial(verify_claim, lexicon=LEXICON), lexicon=LEXICON)
    return passed.text


@pytest.mark.parametrize("title", ["**When not to use it**", "### Do not use it", "**Not recommended:**", "Not to be used:"])
@pytest.mark.parametrize(
    ("item", "mark"),
    [
        ("During radiotherapy to the chest, because mortality was higher in trials", 2),
        ("As routine therapy for established anaemia", 3),
    ],
)
def test_a_line_under_a_denying_title_is_what_is_not_done(title: str, item: str, mark: int) -> None:
    assert item in shown(f"{title}\n- {item} [{mark}].")


@pytest.mark.parametrize("title", ["**When to use it**", "**How to give it**", "Used:"])
@pytest.mark.parametrize(
    ("item", "mark"), [("During radiotherapy to the chest", 2), ("As routine therapy for established anaemia", 3)]
)
def test_a_line_under_another_title_keeps_its_denial(title: str, item: str, mark: int) -> None:
    assert item not in shown(f"{title}\n- {item} [{mark}].")


@pytest.mark.parametrize("title", ["**When not to use it**", "### Contraindications", "**Avoid in:**"])
@pytest.mark.parametrize(("item", "mark"), [("An expected risk above 20%", 1), ("In a single dose of 6 mg", 4)])
def test_what_no_passage_denies_does_not_stand_under_a_denying_title(title: str, item: str, mark: int) -> None:
    assert item not in shown(f"{title}\n- {item} [{mark}].")


@pytest.mark.parametrize("title", ["How to give it", "When not to use it", "Who not to treat", "What to do first"])
def test_a_title_of_what_to_do_states_nothing(title: str) -> None:
    assert is_plain_title(title)


@pytest.mark.parametrize("title", ["Stop it at once", "Why it must never be stopped", "How it cures everybody is clear"])
def test_a_title_that_tells_states_something(title: str) -> None:
    assert not is_plain_title(title)


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("In ABC-negative disease, mestor with zorubicin is the standard approach", 5),
        ("ABC-negative disease is found in half of all patients", 6),
    ],
)
def test_what_is_standard_in_any_line_may_stand_under_first_line(line: str, mark: int) -> None:
    assert line in shown(f"### First line\n- {line} [{mark}].")


@pytest.mark.parametrize(
    ("title", "line", "mark"),
    [
        ("First line", "Mestor combined with tilamine in ABC-negative disease", 7),
        ("Second line", "In ABC-negative disease, mestor with zorubicin is the standard approach", 5),
    ],
)
def test_what_is_given_in_a_line_does_not_stand_under_another(title: str, line: str, mark: int) -> None:
    assert line not in shown(f"### {title}\n- {line} [{mark}].")


@pytest.mark.parametrize("title", ["**Don't:**", "### What to avoid", "**Things not to do:**", "**Do not:**"])
@pytest.mark.parametrize(
    ("item", "mark"),
    [("Give tilamine as routine therapy for established anaemia", 3), ("Tilamine during radiotherapy to the chest", 2)],
)
def test_a_thing_or_an_order_under_a_denying_title_is_denied(title: str, item: str, mark: int) -> None:
    assert item in shown(f"{title}\n- {item} [{mark}]")


@pytest.mark.parametrize("title", ["**Do:**", "### What to do", "**Don't:**"])
@pytest.mark.parametrize(
    ("item", "mark"),
    [("Give mestor in a single dose of 6 mg", 4), ("Give tilamine as routine therapy for established anaemia", 3)],
)
def test_an_order_needs_a_title_that_says_as_the_passage(title: str, item: str, mark: int) -> None:
    told = item in shown(f"{title}\n- {item} [{mark}]")
    assert told is ((mark == 3) is (title == "**Don't:**"))
