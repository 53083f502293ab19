"""Shorthand is read as the words it stands for: as far as the cited words tell which, and never into something else."""

from pathlib import Path

import pytest
import yaml
from heart_library import lexicon

from assistant.answers import Evidence
from assistant.verify import verify_claim
from assistant.verify.shorthand import written_out


def words(claim: str, text: str) -> str:
    return " ".join(written_out(claim, (Evidence(text=text),), lexicon()).split())


def supported(claim: str, text: str) -> bool:
    return verify_claim(claim, (Evidence(text=text),), lexicon=lexicon()).supported


@pytest.mark.parametrize(
    ("claim", "text", "read"),
    [
        ("Sx relieves sx.", "Surgery helps.", "surgery relieves surgery."),
        ("Watch for sx.", "Watch for symptoms.", "Watch for symptoms."),
        ("PR in 30 %.", "A partial response in 30 %.", "partial response in 30 %."),
        ("PR in 30 %.", "The receptor in 30 %.", "PR in 30 %."),
        ("w/o edema, w/ rest", "Rest.", "without edema, with rest"),
        ("Tx ≠ cure", "Treatment is no cure.", "treatment is not cure"),
        ("Shock → stop carvedilol", "Stop it.", "Shock, then stop carvedilol"),
        ("Rest → walking after 2 days", "Walk.", "Rest: walking after 2 days"),
        ("carved once daily", "Carvedilol once daily.", "carvedilol once daily"),
        ("furos or carved", "Carvedilol once daily.", "furos or carvedilol"),
        ("Rest v work", "Rest versus work.", "Rest versus work"),
        ("given i.v. daily", "Given daily.", "given i.v. daily"),
    ],
)
def test_short_forms_take_the_meaning_that_the_cited_words_say(claim: str, text: str, read: str) -> None:
    assert words(claim, text) == read


def test_claim_without_shorthand_stays_as_it_is() -> None:
    claim = "Carvedilol – given “daily” – helps."
    assert written_out(claim, (Evidence(text="Carvedilol helps."),), lexicon()) == claim


def test_inequality_denies() -> None:
    text = "Treatment with furosemide does not cure heart failure."
    assert supported("Furosemide tx ≠ cure of heart failure.", text)
    assert not supported("Furosemide tx = cure of heart failure.", text)


def test_an_arrow_keeps_the_order() -> None:
    text = "Furosemide should be given first, and then carvedilol."
    assert supported("Furosemide → carvedilol.", text)
    assert not supported("Carvedilol → furosemide.", text)


def test_question_mark_before_a_word_leaves_it_open() -> None:
    assert supported("?furosemide in stable pts.", "Furosemide may be an option in stable patients.")
    assert not supported("?furosemide in stable pts.", "Furosemide is required in stable patients.")


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Furosemide holds off edema better than carvedilol does.", "Furosemide (better than carvedilol in delaying edema)"),
        ("Furosemide is given, after which carvedilol follows.", "Furosemide is given, and then carvedilol."),
        ("No ideal duration of furosemide has been established.", "The ideal duration of furosemide is undefined."),
        ("Carvedilol is a possible choice.", "Carvedilol may be an option."),
        ("Furosemide is the mainstay.", "Furosemide is the primary treatment option."),
        ("Rest often helps, and furosemide may be added.", "Rest often helps, and furosemide might be added."),
        ("Edema within 12 months.", "Edema no more than 12 months later."),
    ],
)
def test_what_other_words_say_alike_passes(claim: str, text: str) -> None:
    assert supported(claim, text)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Carvedilol holds off edema better than furosemide does.", "Furosemide (better than carvedilol in delaying edema)"),
        ("Carvedilol is given, after which furosemide follows.", "Furosemide is given, and then carvedilol."),
        ("Furosemide is given, before which carvedilol is given.", "Furosemide is given, and then carvedilol."),
        ("Furosemide is given and afterwards carvedilol.", "Carvedilol should be given and then furosemide."),
        ("Rest may help, and furosemide is often added.", "Rest often helps, and furosemide might be added."),
        (
            "Rest improves sleep, although no survival benefit was shown.",
            "Rest may improve sleep, but no survival benefit was shown.",
        ),
        ("Furosemide is given more than 12 months.", "Furosemide is given no more than 12 months."),
    ],
)
def test_what_they_turn_round_does_not(claim: str, text: str) -> None:
    assert not supported(claim, text)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Furosemide plus carvedilol is given first.", "Furosemide or carvedilol is given first."),
        ("Furosemide and carvedilol, taken together, may be given.", "Furosemide or carvedilol may be given."),
        ("Edema causes heart failure.", "Edema is caused by heart failure."),
        ("In most patients furosemide relieves edema.", "Furosemide often relieves edema and helps some patients sleep."),
        ("Furosemide is invariably helpful.", "Furosemide may be helpful, but it is generally tiring."),
        ("Rest is the first to be tried.", "Rest and furosemide are often tried."),
        ("Furosemide helps patients live longer.", "Furosemide significantly lengthens the time to edema."),
        ("Furosemide is preferred, including when there is shock.", "Furosemide is preferred unless there is shock."),
    ],
)
def test_what_the_words_keep_apart_is_not_joined(claim: str, text: str) -> None:
    assert not supported(claim, text)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Furosemide plus carvedilol is given first.", "Furosemide plus carvedilol is given first."),
        ("Furosemide and carvedilol may be given together.", "Furosemide and carvedilol may be given together."),
        ("Furosemide and carvedilol are options.", "Furosemide or carvedilol is an option."),
        ("Heart failure causes edema.", "Edema is caused by heart failure."),
        ("Furosemide helps patients live longer.", "Furosemide prolongs survival of patients."),
        ("Furosemide is preferred, but not when there is shock.", "Furosemide is preferred unless there is shock."),
    ],
)
def test_what_they_join_stays_joined(claim: str, text: str) -> None:
    assert supported(claim, text)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Furosemide plus digoxin is an option.", "Furosemide, carvedilol or digoxin is an option."),
        ("Furosemide is superior to carvedilol.", "Furosemide or carvedilol is recommended."),
        ("Furosemide is an option from the first dose.", "Furosemide is an option after 3 months of rest."),
        ("Edema alone is a reason to change treatment.", "Do not rely on edema alone to change treatment."),
        ("Edema of any extent is treated.", "Significant edema is treated."),
    ],
)
def test_lists_comparisons_and_starts_are_the_words_own(claim: str, text: str) -> None:
    assert not supported(claim, text)


def test_the_year_after_is_twelve_months() -> None:
    assert supported("Edema in the year after furosemide.", "Edema within 12 months after furosemide.")
    assert not supported("Edema in the year after furosemide.", "Edema within 6 months after furosemide.")


def _twice(node: yaml.Node) -> list[str]:
    """The keys that stand twice in one mapping of a YAML text: the later one would silently take the place of the first."""
    if not isinstance(node, yaml.MappingNode):
        return []
    keys = [str(key.value) for key, _ in node.value]
    return [key for key in sorted(set(keys)) if keys.count(key) > 1] + [key for _, value in node.value for key in _twice(value)]


@pytest.mark.parametrize("path", sorted((Path(__file__).parents[2] / "assistant").rglob("*.yaml")), ids=lambda path: path.name)
def test_no_list_of_words_holds_a_key_twice(path: Path) -> None:
    assert _twice(yaml.compose(path.read_text(encoding="utf-8"))) == []
