"""Lines of a list read with the lead-in above them: a lead-in that runs on, cases that it opens, what it lends and what not."""

from functools import partial

import pytest
from verifying import LEXICON

from assistant.citation.below import read_below, runs_on
from assistant.citation.cite import split_draft
from assistant.citation.enforce import enforce
from assistant.citation.headed import announces, label_of
from assistant.citation.reach import reach_of
from assistant.prompts import NumberedPassage
from assistant.verify import verify_claim

PASSAGES = (
    NumberedPassage(number=1, text="Removal of the stone may be considered in patients with severe pain."),
    NumberedPassage(number=2, text="Removal of the stone may be considered in patients with fever."),
    NumberedPassage(number=3, text="Do not remove the stone in patients with a bleeding disorder."),
    NumberedPassage(number=4, text="In patients with gout and kidney failure, tilamine may be considered."),
    NumberedPassage(
        number=5,
        text="Options (after progression on mestor, or within 6 months of stopping it): corvalin combined with tilamine.",
    ),
)


def shown(draft: str, question: str = "What is advised?") -> str:
    return enforce(question, PASSAGES, draft, verify=partial(verify_claim, lexicon=LEXICON), lexicon=LEXICON).text


@pytest.mark.parametrize(
    ("lead_in", "line", "sentence"),
    [
        ("X may be used in:", "Severe pain", "X may be used in severe pain"),
        ("X may be used in a few situations, among them:", "Severe pain", "X may be used in severe pain"),
        ("X may be used only in these cases:", "after a fall", "X may be used after a fall"),
        ("The tests needed are:", "An ECG", "The tests needed are an ECG"),
        ("What is known of X:", "severe pain", None),
        ("X may be used in:", "It is given at night", None),
    ],
)
def test_a_lead_in_that_stops_in_its_sentence_runs_on_into_the_line(lead_in: str, line: str, sentence: str | None) -> None:
    readings = list(read_below(lead_in, line))
    assert readings[1:] == ([sentence] if sentence else [])


@pytest.mark.parametrize("lead_in", ["**X may be considered in:**", "X may be considered in a few situations, among them:"])
@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("severe pain [1]", True),
        ("fever, or severe pain [1,2]", True),
        ("a bleeding disorder [3]", False),
        ("mild pain [1]", False),
    ],
)
def test_a_case_below_a_lead_in_must_hold_with_it(lead_in: str, item: str, *, expected: bool) -> None:
    draft = f"{lead_in.replace('X', 'Removal of the stone')}\n\n- {item}\n"
    assert (item.rpartition(" [")[0] in shown(draft)) is expected


def test_a_bold_title_is_no_beginning_of_a_sentence() -> None:
    assert runs_on("X may be used in:")
    assert not runs_on("Safety steps that are needed:")
    pieces = split_draft("**Safety steps that are needed:**\n\n- X is given [1]\n", (1,))
    assert [reach.lead_in for reach in reach_of(pieces)] == ["", ""]


@pytest.mark.parametrize(
    ("lead_in", "expected"),
    [
        ("What else may come in depends on the tests:", True),
        ("In every patient with a headache:", False),
        ("What is done in every patient with a headache:", False),
        ("What helps if there is no gout:", False),
        ("Without gout:", False),
    ],
)
def test_a_lead_in_that_adds_nothing_takes_no_condition_away(lead_in: str, *, expected: bool) -> None:
    draft = f"{lead_in}\n- **With kidney failure:** tilamine may be considered [4]\n"
    assert ("tilamine may be considered" in shown(draft, "How is gout treated?")) is expected
    assert "tilamine may be considered" not in shown(draft, "How is asthma treated?")


@pytest.mark.parametrize(
    ("lead_in", "expected"),
    [
        ("After progression on mestor, or within 6 months of stopping it, the choices are:", True),
        ("After progression on mestor, or within 12 months of stopping it, the choices are:", False),
    ],
)
def test_a_condition_in_the_lead_in_stands_around_its_lines(lead_in: str, *, expected: bool) -> None:
    assert ("Corvalin with tilamine" in shown(f"{lead_in}\n- Corvalin with tilamine [5]\n")) is expected


def test_what_one_may_hear_of_is_announced() -> None:
    assert announces("Some of the drugs you may hear about:")
    assert not announces("Drugs you may be offered:")


ALTERNATIVES = (
    NumberedPassage(number=1, text="An operation may be considered in patients with severe pain."),
    NumberedPassage(number=2, text="An operation may be considered in patients with a stuck stone."),
    NumberedPassage(number=3, text="An operation is not advised in patients with a bleeding disorder."),
    NumberedPassage(number=4, text="In ABC-positive disease, tilamine 4 mg weekly is given to adults."),
)


def held(draft: str) -> str:
    return enforce("What is advised?", ALTERNATIVES, draft, verify=partial(verify_claim, lexicon=LEXICON), lexicon=LEXICON).text


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Severe pain, or a stuck stone [1,2]", True),
        ("A stuck stone or severe pain [1, 2]", True),
        ("Severe pain, or a bleeding disorder [1,3]", False),
        ("Mild pain, or a stuck stone [1,2]", False),
        ("Severe pain, or a stuck stone [1]", False),
    ],
)
def test_each_of_two_cases_of_a_line_must_hold_under_the_lead_in(line: str, *, expected: bool) -> None:
    text = held(f"When an operation may be considered:\n- {line}.\n- Severe pain [1].")
    assert (line.split(" [", maxsplit=1)[0] in text) is expected


@pytest.mark.parametrize(
    ("heading", "expected"), [("Tilamine in practice", True), ("ABC-negative disease", False), ("Premenopausal women", False)]
)
def test_a_heading_that_only_names_a_medicine_makes_no_case(heading: str, *, expected: bool) -> None:
    text = held(f"## {heading}\n- In ABC-positive disease, adults get tilamine 4 mg weekly [4].")
    assert ("4 mg weekly" in text) is expected


@pytest.mark.parametrize(
    ("lead_in", "label"),
    [
        ("Before treatment begins, your sister can expect the following:", "Before treatment begins"),
        ("After the operation, you should expect:", "After the operation"),
        ("In children, you can expect more pain:", "In children, you can expect more pain"),
        ("People who expect a child:", "People who expect a child"),
    ],
)
def test_what_somebody_can_expect_leaves_only_when(lead_in: str, label: str) -> None:
    assert label_of(lead_in, "The pulse is taken") == label


@pytest.mark.parametrize(
    ("line", "mark", "told"),
    [
        ("the patient has severe pain", 1, True),
        ("the patient has a fever", 2, True),
        ("the patient has no fever", 2, False),
        ("the patient has a bleeding disorder", 3, False),
    ],
)
def test_a_case_told_as_a_sentence_stands_below_the_cases_of_its_lead_in(line: str, mark: int, told: bool) -> None:
    assert (line in shown(f"Removal may be considered in only a few situations, among them:\n\n- {line} [{mark}]")) is told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Removal of the stone may be considered in severe pain that needs relief", True),
        ("Removal of the stone may be considered if severe pain needs relief", True),
        ("If severe pain needs removal of the stone, it is done", False),
        ("Severe pain needs removal of the stone", False),
        ("Removal of the stone, which needs to be done in severe pain, may be considered", False),
    ],
)
def test_a_need_that_tells_of_the_case_weighs_nothing(line: str, told: bool) -> None:
    passages = (NumberedPassage(number=1, text="Removal of the stone may be considered for relief of severe pain."),)
    held = enforce("What is advised?", passages, f"{line} [1].", verify=partial(verify_claim, lexicon=LEXICON), lexicon=LEXICON)
    assert (line in held.text) is told


@pytest.mark.parametrize(
    "lead_in",
    [
        "For somebody with gout, the passages support this approach:",
        "Key points on gout:",
        "Gout is painful, so here are the main points:",
        "Based on the passages, care can be summarised as follows:",
    ],
)
def test_a_lead_in_that_only_says_that_points_follow_announces(lead_in: str) -> None:
    assert announces(lead_in)


@pytest.mark.parametrize("lead_in", ["The sources of pain are:", "These drugs support healing:", "Mestor is given for:"])
def test_a_lead_in_that_says_something_of_its_lines_does_not_announce(lead_in: str) -> None:
    assert not announces(lead_in)


@pytest.mark.parametrize(
    ("draft", "kept"),
    [
        (
            "For a stone, the sources give this:\n\n- Removal of the stone may be considered in patients with fever [2].",
            True,
        ),
        (
            "For a stone, the sources give this:\n\n- Removal of the stone may be considered in any patient [2].",
            False,
        ),
        ("Key points on mestor:\n\n- Tilamine may be considered [4].", False),
        ("**Surgery may be considered if:**\n\n- severe pain needs relief [1]", False),
        ("**Removal of the stone may be considered if:**\n\n- there is fever [2]", True),
    ],
)
def test_what_only_announces_takes_nothing_from_a_line_that_holds(draft: str, *, kept: bool) -> None:
    line = draft.rpartition("- ")[2].rpartition(" [")[0]
    assert (line in shown(draft)) is kept
