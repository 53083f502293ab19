"""Choices of two statements, a share beside what is shared, and cases listed below what holds in them."""

from functools import partial

import pytest
from verifying import LEXICON

from assistant.answers import Evidence
from assistant.citation.enforce import enforce
from assistant.prompts import NumberedPassage
from assistant.verify import verify_claim

CHOICES = (
    "One of two approaches: corvalin plus tilamine is one option in weak bones.",
    "One of two approaches: corvalin plus zorubicin is the other option in weak bones.",
)
SHARED = (
    "If the bone makes the QRS protein, corvalin might be used in weak bones.",
    "The QRS protein occurs in about 1 in 5 women who have weak bones.",
)


@pytest.mark.parametrize(
    ("claim", "cited", "supported"),
    [
        ("In weak bones, corvalin can be joined either to tilamine or to zorubicin.", CHOICES, True),
        ("In weak bones, corvalin can be joined either to tilamine or to mestor.", CHOICES, False),
        ("In weak bones, corvalin must be joined either to tilamine or to zorubicin.", CHOICES, False),
        (
            "If the bone makes the QRS protein (true of roughly 20% of women with weak bones), corvalin might be used.",
            SHARED,
            True,
        ),
        (
            "If the bone makes the QRS protein (true of roughly 40% of women with weak bones), corvalin might be used.",
            SHARED,
            False,
        ),
        ("Corvalin is given at 4 mg over 1 hour, once in 3 weeks.", ("Corvalin 4 mg over 1 hour every 3 weeks.",), True),
        ("Corvalin is given at 4 mg over 1 hour, once in 2 weeks.", ("Corvalin 4 mg over 1 hour every 3 weeks.",), False),
    ],
)
def test_each_choice_and_each_share_must_hold(claim: str, cited: tuple[str, ...], *, supported: bool) -> None:
    assert verify_claim(claim, tuple(Evidence(text=one) for one in cited), lexicon=LEXICON).supported is supported


PASSAGES = (
    NumberedPassage(number=1, text="Surgery may be considered in people <55 years (younger than 55)."),
    NumberedPassage(number=2, text="Surgery may be considered in people with weak bones only."),
)


@pytest.mark.parametrize(
    ("lead_in", "line", "shown"),
    [
        ("Situations in which surgery may be considered:", "The patient is younger than 55 [1].", True),
        ("Situations in which surgery may be considered:", "The patient is under 65 [1].", False),
        ("Situations in which surgery should be done:", "The patient is younger than 55 [1].", False),
        ("Situations in which surgery should not be considered:", "The patient is younger than 55 [1].", False),
        ("Cases in which tilamine may be considered:", "The patient is younger than 55 [1].", False),
    ],
)
def test_a_listed_case_is_read_with_what_holds_in_it(lead_in: str, line: str, *, shown: bool) -> None:
    held = enforce("?", PASSAGES, f"{lead_in}\n- {line}\n", verify=partial(verify_claim, lexicon=LEXICON), lexicon=LEXICON)
    assert (line.split(" [", maxsplit=1)[0] in held.text) is shown
