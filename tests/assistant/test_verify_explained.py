"""A bracket that explains the term before it says no more than the term; one that says something else must be cited."""

import pytest
from verifying import LEXICON

from assistant.answers import Evidence
from assistant.verify import verify_claim
from assistant.words.lexicon import GlossaryEntry, Lexicon

GLOSSED = Lexicon(
    LEXICON.concepts.values(),
    (
        GlossaryEntry(term="nephropathy", plain="damage to the kidneys", also=("harm to the organs that filter the blood",)),
        GlossaryEntry(term="palliative", plain="meant to ease symptoms, not to cure"),
        GlossaryEntry(term="cycle", plain="one round of treatment and the rest after it", wordings=("course",)),
    ),
)
CITED = "Palliative corvalin is given for 3 cycles and can cause nephropathy"


@pytest.mark.parametrize(
    ("claim", "kept"),
    [
        ("Corvalin can cause nephropathy (kidney damage).", True),
        ("Corvalin can cause nephropathy (that is, damage to the kidneys).", True),
        ("Corvalin can cause nephropathy (harm to the organs that filter blood).", True),
        ("Corvalin can cause nephropathy (harm to the organs that digest food).", False),
        ("Corvalin can cause damage to the kidneys (nephropathy).", True),
        ("Corvalin can cause harm to the organs that filter the blood (nephropathy).", True),
        ("Corvalin can cause damage to the lungs (nephropathy).", False),
        ("Corvalin can cause severe damage to the kidneys (nephropathy).", False),
        ("Corvalin can cause no damage to the kidneys (nephropathy).", False),
        ("Corvalin can cause nephropathy (damage to the lungs).", False),
        ("Corvalin can cause nephropathy (damage to the kidneys that never heals).", False),
        ("Corvalin can cause nephropathy (no damage to the kidneys).", False),
        ("Palliative (meant to relieve symptoms, not to cure) corvalin can cause nephropathy.", True),
        ("Palliative (meant to cure, not to relieve symptoms) corvalin can cause nephropathy.", False),
        ("Corvalin is given for 3 cycles (rounds of treatment).", True),
        ("Corvalin is given for 3 cycles (weeks of treatment).", False),
        ("Corvalin is given for 3 cycles (rounds of mestor).", False),
        ("Corvalin is given for 3 cycles (4 rounds of treatment).", False),
    ],
)
def test_a_bracket_is_held_to_what_the_term_means(claim: str, kept: bool) -> None:
    assert verify_claim(claim, (Evidence(text=CITED),), lexicon=GLOSSED).supported == kept


def test_without_an_entry_the_cited_words_must_say_it() -> None:
    cited = (Evidence(text=CITED),)
    assert not verify_claim("Corvalin can cause nephropathy (kidney damage).", cited, lexicon=LEXICON).supported
    assert not verify_claim("Corvalin (kidney damage) can cause nephropathy.", cited, lexicon=GLOSSED).supported


@pytest.mark.parametrize("how", ["severe", "serious"])
def test_how_bad_it_is_must_be_said(how: str) -> None:
    claim = f"Corvalin can cause {how} nephropathy."
    assert not verify_claim(claim, (Evidence(text="Corvalin can cause nephropathy."),), lexicon=LEXICON).supported
    assert verify_claim(claim, (Evidence(text=f"Corvalin can cause {how} nephropathy."),), lexicon=LEXICON).supported
    several = Evidence(text="Several drugs can cause nephropathy.")
    assert verify_claim("Various drugs can cause nephropathy.", (several,), lexicon=LEXICON).supported
