"""Small words that say much, and things added in few words: each refused, each beside a faithful claim that is kept."""

from __future__ import annotations

import pytest
from verifying import LEXICON, verdict

from assistant.answers import Evidence, ReasonCode
from assistant.verify import verify_claim
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon

OFTEN = "Tilamine can slow the illness, sometimes for several years"
SPREAD = "Tilamine may be considered for headaches, particularly in asymptomatic adults"
COMBINED = "Corvalin combined with zorubicin is given to adults with severe migraine"
SHARED = "Corvalin or zorubicin added to tilamine prolongs progression-free survival"
LIKE = "The treatment of these adults is similar to that of postmenopausal women"
UNLESS = "Tilamine is preferred unless resistance is documented"
EVEN = "In asymptomatic adults, a brain scan is NOT recommended, even when the illness is ABC-positive"
ORDER = "Tilamine may aid the evaluation of pain, but do NOT rely on tilamine alone to change the treatment"
PAUSE = "Review corvalin after 5 years and consider a pause of 2 years if the risk is low"
NURSE = "Zorubicin should be given in a unit that is equipped for complications"
REFUSED = [
    ("Tilamine can slow the illness, usually for several years.", OFTEN),
    ("Tilamine may be considered for headaches, though only in asymptomatic adults.", SPREAD),
    ("Adults with severe migraine are given corvalin or zorubicin.", COMBINED),
    ("Progression-free survival is longer with tilamine paired with corvalin and zorubicin.", SHARED),
    ("These adults are treated exactly like postmenopausal women.", LIKE),
    ("Tilamine is preferred unless resistance is suspected.", UNLESS),
    ("A brain scan is not recommended for asymptomatic adults, those with ABC-positive illness excepted.", EVEN),
    ("Tilamine is needed for the evaluation of pain, but treatment shouldn't be changed on tilamine alone.", ORDER),
    ("Corvalin is reviewed after 5 years, when a pause of 2 years is made if the risk is low.", PAUSE),
    ("Zorubicin should be given by a nurse in a unit that is equipped for complications.", NURSE),
    ("Offer adults with severe migraine corvalin and counselling.", "Offer adults with severe migraine corvalin"),
    ("Tilamine is very helpful when given first.", "Tilamine is very helpful against severe migraine"),
    ("Dexamethasone is required before the first two doses of tilamine.", "Dexamethasone is required before tilamine"),
    ("Compared with any bone-modifying agent, tilamine delays fractures.", "Tilamine delays fractures compared with corvalin"),
    ("Tilamine may be worthwhile for most.", "Tilamine may be worthwhile in severe migraine"),
    (
        "Refer adults with severe migraine urgently to a specialist clinic.",
        "Refer adults with severe migraine to a specialist clinic",
    ),
    ("Corvalin or, failing that, zorubicin may be given.", "Corvalin or zorubicin may be given"),
    ("Give tilamine the evening before zorubicin.", "Give tilamine before zorubicin"),
    ("Tilamine is to be brought in once active treatment is exhausted.", "Tilamine, with effective pain control, is brought in"),
]
KEPT = [
    ("Tilamine can slow the illness, at times for several years.", OFTEN),
    ("Tilamine may be considered for headaches, above all in asymptomatic adults.", SPREAD),
    ("Adults with severe migraine are given corvalin together with zorubicin.", COMBINED),
    ("Progression-free survival is longer with tilamine plus corvalin or zorubicin.", SHARED),
    ("These adults are treated much like postmenopausal women.", LIKE),
    ("Unless resistance is documented, tilamine is preferred.", UNLESS),
    ("A brain scan is not recommended for asymptomatic adults, those with ABC-positive illness included.", EVEN),
    ("Tilamine can help to evaluate pain, but treatment shouldn't be changed on tilamine alone.", ORDER),
    ("Corvalin is reviewed after 5 years, when a pause of 2 years is considered if the risk is low.", PAUSE),
    ("Zorubicin should be given in a unit equipped to deal with complications.", NURSE),
    ("Corvalin is given first.", "Start with corvalin as the initial drug"),
    (
        "Compared with any bone-modifying agent, tilamine delays fractures.",
        "Tilamine delays fractures compared with bone-modifying agents",
    ),
]


@pytest.mark.parametrize(("claim", "evidence"), REFUSED)
def test_what_a_few_words_add_or_turn_is_refused(claim: str, evidence: str) -> None:
    assert not verdict(claim, evidence).supported


@pytest.mark.parametrize(("claim", "evidence"), KEPT)
def test_the_faithful_claim_beside_it_is_kept(claim: str, evidence: str) -> None:
    assert verdict(claim, evidence).supported, [reason.detail for reason in verdict(claim, evidence).reasons]


def test_the_reason_names_the_word_and_what_is_said_instead() -> None:
    reasons = verdict(*REFUSED[0]).reasons
    assert {reason.code for reason in reasons} == {ReasonCode.STRENGTH}
    assert any("usually" in reason.detail and "sometimes" in reason.detail for reason in reasons)


def test_a_person_of_the_lexicon_who_treats_everybody_states_nothing() -> None:
    doctor = Concept(concept_id="doctor", kind="person", name="doctor", synonyms=("doctors",))
    lexicon = Lexicon([*LEXICON.concepts.values(), doctor])
    cited = (Evidence(text="Tilamine is considered harmless"),)
    assert verify_claim("Doctors regard tilamine as harmless.", cited, lexicon=lexicon).supported
    assert not verify_claim("Zorubicin is regarded as harmless by doctors.", cited, lexicon=lexicon).supported
