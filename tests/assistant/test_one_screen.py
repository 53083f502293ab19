from __future__ import annotations

from answers_for_tests import answer, citation, claim, document

from assistant.answers import Disagreement, Position
from assistant.display.render import to_markdown
from assistant.drafting.one_screen import MOST_WORDS, on_one_screen

LONG = " ".join(["word"] * 80) + "."


def test_answer_that_fits_stays_as_it_is() -> None:
    given = answer([claim(citation(n), text=f"Give {n} mg.") for n in range(1, 4)])
    assert on_one_screen(given) == given


def test_last_bullets_of_a_long_answer_go() -> None:
    given = answer([claim(citation(n % 4), text=f"{n} {LONG}") for n in range(1, 8)])
    fitting = on_one_screen(given)
    assert fitting.claims == given.claims[:3]
    assert len(to_markdown(fitting).split()) <= MOST_WORDS


def test_direct_line_and_sides_stay_however_long() -> None:
    left, right = citation(1), citation(2, of=document("beta", publisher="Beta House"))
    texts = [f"{word} {LONG * 3}" for word in ("One", "Two")]
    sides = tuple(Position(text=text, citation=of) for text, of in zip(texts, (left, right), strict=True))
    claims = [claim(left, text=texts[0]), claim(right, text=texts[1]), claim(citation(3), text="Three.")]
    fitting = on_one_screen(answer(claims, disagreements=(Disagreement(about="dose", positions=sides),)))
    assert [one.text for one in fitting.claims] == texts
