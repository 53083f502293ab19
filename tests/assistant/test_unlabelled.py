"""A sentence that holds by itself isn't lost for its label, and no label that the cited words don't bear out is shown."""

from functools import partial

import pytest
from verifying import LEXICON, codes

from assistant.answers import ReasonCode
from assistant.citation.enforce import enforce
from assistant.prompts import NumberedPassage
from assistant.verify import verify_claim

LENGTH = NumberedPassage(number=1, text="The best length of treatment in weak bones is unknown.")
GOAL = NumberedPassage(number=2, text="Corvalin is given for comfort only, and it should not delay tilamine.")
DOSE = NumberedPassage(number=3, text="Corvalin 120 mg subcutaneously every 4 weeks.")
WOMEN = NumberedPassage(
    number=4, text="Mestor is preferred over zorubicin in ABC-positive disease.", heading_path=("ABC-positive disease",)
)
PREPARED = NumberedPassage(number=5, text="Before mestor, preparation with tilamine is required.")


def text_of(draft: str, question: str = "What is given?") -> str:
    passages = (LENGTH, GOAL, DOSE, WOMEN, PREPARED)
    return enforce(question, passages, draft, verify=partial(verify_claim, lexicon=LEXICON), lexicon=LEXICON).text


@pytest.mark.parametrize(
    ("label", "rest"),
    [
        pytest.param("No set length", "In weak bones, the best length of treatment is unknown [1]", id="denial"),
        pytest.param("Bitter truth", "Corvalin is given for comfort only, and it should not delay tilamine [2]", id="unsaid"),
        pytest.param("Not advised", "Corvalin is given for comfort only, and it should not delay tilamine [2]", id="false"),
        pytest.param("Best choice", "Corvalin is given for comfort only, and it should not delay tilamine [2]", id="ranking"),
        pytest.param("Corvalin cures", "Corvalin is given for comfort only, and it should not delay tilamine [2]", id="clause"),
    ],
)
def test_a_sentence_stays_without_a_label_that_nothing_bears_out(label: str, rest: str) -> None:
    shown = text_of(f"- **{label}:** {rest}.")
    assert rest.split(" [", maxsplit=1)[0] in shown
    assert label not in shown


@pytest.mark.parametrize(
    "draft",
    [
        pytest.param("- **ABC-negative:** Mestor is preferred over zorubicin [4].", id="group"),
        pytest.param("- **Children:** Corvalin is given for comfort only [2].", id="people"),
        pytest.param("- **After tilamine:** Corvalin is given for comfort only [2].", id="time"),
        pytest.param("- **Second-line:** Corvalin is given for comfort only [2].", id="line"),
        pytest.param("- **Mestor:** The dose is 120 mg under the skin every 4 weeks [3].", id="drug"),
        pytest.param("- **Mestor:** It is given under the skin at 120 mg every 4 weeks [3].", id="pronoun"),
        pytest.param("- **Use zorubicin daily:** Corvalin is given for comfort only [2].", id="order"),
    ],
)
def test_a_label_that_limits_its_sentence_goes_with_it(draft: str) -> None:
    assert text_of(draft) == ""


def test_a_label_that_its_sentence_takes_up_is_read_as_its_subject() -> None:
    assert text_of("- **Corvalin:** It is given under the skin at 120 mg every 4 weeks [3].").startswith(
        "- Corvalin: It is given"
    )


def test_a_label_of_the_askers_words_stays() -> None:
    shown = text_of(
        "- **Length of it:** In weak bones, the best length of treatment is unknown [1].", "What is the length of it?"
    )
    assert "Length of it:" in shown


def test_an_item_below_a_withheld_one_stands_under_its_label() -> None:
    draft = (
        "- **Corvalin:** 120 mg is given under the skin every 4 weeks [3].\n"
        "- **Mestor:** 900 mg is given every day [5].\n"
        "  - Preparation with tilamine is required [5].\n"
    )
    assert text_of(draft).split("\n") == [
        "- Corvalin: 120 mg is given under the skin every 4 weeks. [3]",
        "- Mestor:",
        "  - Preparation with tilamine is required. [5]",
    ]


def test_an_item_below_another_drugs_item_is_not_shown() -> None:
    draft = (
        "- **Corvalin:** 120 mg is given under the skin every 4 weeks [3].\n  - Preparation with tilamine is required [5].\n"
        "- **Mestor:** 900 mg is given every day [5].\n  - Preparation with tilamine is required [5].\n"
    )
    assert text_of(draft).count("Preparation") == 1
    assert text_of(draft).split("\n")[1] == "- Mestor:"


def test_a_bold_label_behind_a_list_stands_beside_the_lists_bold_heading() -> None:
    draft = (
        "**ABC-positive disease:**\n\n- Mestor is preferred over zorubicin [4].\n\n"
        "**Remember:** Corvalin is given for comfort only, and it should not delay tilamine [2]."
    )
    assert "Corvalin is given for comfort only" in text_of(draft)


def test_a_question_lends_no_subject() -> None:
    draft = "**How long is corvalin given?** It is given every 4 weeks at 120 mg under the skin [3]."
    assert "It is given every 4 weeks" in text_of(draft, "How long is corvalin given?")


def test_any_of_a_things_kinds_is_not_everybody() -> None:
    said = "Corvalin might be used when there are changes in any marker."
    assert codes("Works for everybody: corvalin might be used when there are changes in any marker.", said) == {
        ReasonCode.STRENGTH
    }


@pytest.mark.parametrize(
    ("draft", "text"),
    [
        (
            "Corvalin is given for comfort only [2]; zorubicin is required before mestor [5].",
            "Corvalin is given for comfort only. [2]",
        ),
        (
            "Zorubicin is required before mestor [5], and corvalin is given for comfort only [2].",
            "Corvalin is given for comfort only. [2]",
        ),
        ("Zorubicin is required before mestor [5], because it is given for comfort only [2].", ""),
        ("Zorubicin is required before mestor [5]; it is given for comfort only [2].", ""),
    ],
)
def test_a_clause_that_holds_by_its_own_mark_stays_without_the_other(draft: str, text: str) -> None:
    assert text_of(draft) == text


CASES = (
    NumberedPassage(number=1, text="In women with brittle bones and a JAK2 mutation, corvalin may be considered."),
    NumberedPassage(number=2, text="Before mestor is begun: have the kidneys examined before the first infusion."),
    NumberedPassage(number=3, text="Before mestor is begun: prescribe tilamine before the first infusion."),
    NumberedPassage(number=4, text="When surgery is refused, corvalin is an option in ABC-positive disease."),
    NumberedPassage(number=5, text="Ask a surgeon about any large crack in a long bone."),
    NumberedPassage(number=6, text="Corvalin does not prolong life in brittle bones and is not routinely recommended."),
)


@pytest.mark.parametrize(
    ("draft", "kept"),
    [
        pytest.param(
            "- **Before the first infusion:** Have the kidneys examined, and prescribe tilamine [2,3].", True, id="time"
        ),
        pytest.param(
            "- **After the first infusion:** Have the kidneys examined, and prescribe tilamine [2,3].", False, id="late"
        ),
        pytest.param("- **If surgery is refused:** Corvalin is an option in ABC-positive disease [4].", True, id="supposed"),
        pytest.param("- **If surgery fails:** Corvalin is an option in ABC-positive disease [4].", False, id="other case"),
        pytest.param("- **ABC-negative:** Corvalin is an option when surgery is refused [4].", False, id="other group"),
        pytest.param("- **Surgeon:** Ask a surgeon about any large crack in a long bone [5].", True, id="capital of a sentence"),
        pytest.param("- **Surgeon:** Avoid any large crack in a long bone [5].", False, id="order unsaid"),
        pytest.param(
            "- **Usually not:** Corvalin does not prolong life in brittle bones and is not routinely recommended [6].",
            True,
            id="denied alike",
        ),
        pytest.param("- **Usually not:** Corvalin prolongs life in brittle bones [6].", False, id="denied above only"),
    ],
)
def test_a_label_that_tells_the_case_is_read_as_the_case_of_its_sentence(draft: str, *, kept: bool) -> None:
    text = enforce("What is given?", CASES, draft, verify=partial(verify_claim, lexicon=LEXICON), lexicon=LEXICON).text
    assert bool(text) is kept
