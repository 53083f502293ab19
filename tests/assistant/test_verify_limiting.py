"""What limits a statement may not be left out by a claim in words of its own, whatever form the limit has."""

import pytest

from assistant.answers import ReasonCode
from assistant.verify.limiting import limits_of
from tests.assistant.verifying import codes, verdict

WHERE = "Corvalin is an option where joints are swollen."
AFTER = "Corvalin should be continued for at least six months after remission; stopping earlier raises the risk of relapse."
DURING = "Corvalin should be withheld during vomiting."
STOPPED = "Corvalin should be stopped if the eGFR falls below 30 or the patient becomes acutely ill."
SOURCE = "Corvalin may be restarted two weeks after a bleed if the source has been treated."
TWO = "In women over 65 with a previous fracture, corvalin can be started without a scan."
SUBJECT = "People over 55 with weight loss should be referred urgently."
THOSE = "Those who have had asystole of over three seconds and are older than 40 may benefit from a pacemaker."
EATING = "Withhold corvalin during a fever and restart it when the patient has been eating for 24 hours."
OTHERWISE = "Corvalin is given for five days if the score is 4 or more; otherwise no antibiotic is needed."


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("Corvalin is an option.", WHERE),
        ("Corvalin is an option for everybody.", WHERE),
        ("Corvalin should be continued for at least six months.", AFTER),
        ("Stay on corvalin for six months or more.", AFTER),
        ("Corvalin should be withheld.", DURING),
        ("Take the patient off corvalin.", STOPPED),
        ("Going back on corvalin two weeks after a bleed can be considered.", SOURCE),
        ("Two weeks after any bleed, taking up corvalin again is an option.", SOURCE),
        ("Women older than 65 may begin corvalin with no scan.", TWO),
        ("Women with a previous fracture may begin corvalin with no scan.", TWO),
        ("People who are losing weight should be referred urgently.", SUBJECT),
        ("People older than 55 should be referred urgently.", SUBJECT),
        ("Those older than 40 may benefit from a pacemaker.", THOSE),
        ("Hold corvalin back during a fever and give it again after 24 hours.", EATING),
        ("No antibiotic is needed.", OTHERWISE),
    ],
)
def test_a_limit_of_any_form_may_not_be_dropped(claim: str, words: str) -> None:
    assert ReasonCode.POPULATION in codes(claim, words)


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("Where joints are swollen, corvalin may be given.", WHERE),
        ("If there is swelling of the joints, corvalin is an option.", WHERE),
        ("After remission, corvalin should be continued for six months or more.", AFTER),
        ("When there is vomiting, corvalin should be withheld.", DURING),
        ("Take the patient off corvalin when acutely ill, or once the eGFR is less than 30.", STOPPED),
        ("Once its source has been dealt with, going back on corvalin two weeks after a bleed can be considered.", SOURCE),
        ("Women older than 65 with a previous fracture may begin corvalin with no scan.", TWO),
        ("People older than 55 who are losing weight should be referred urgently.", SUBJECT),
        ("Those older than 40 who have had asystole of over three seconds may benefit from a pacemaker.", THOSE),
        (
            "No antibiotic is needed if the score is less than 4.",
            "Otherwise no antibiotic is needed if the score is less than 4.",
        ),
        ("Corvalin is given for five days if the score is 4 or more.", OTHERWISE),
    ],
)
def test_a_limit_told_in_other_words_is_kept(claim: str, words: str) -> None:
    assert verdict(claim, words).supported, [reason.detail for reason in verdict(claim, words).reasons]


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("On mestor, evaluate after four cycles.", "Evaluate every month during mestor and after four cycles of mestor."),
        ("Corvalin tends to stop working.", "Corvalin tends to stop working after a time."),
        ("Treatment depends on the joints to which it has spread.", "Treatment depends on the joints where it has spread."),
        ("A workup should be done, with scans.", "A workup should be done, with scans where available."),
        ("Corvalin is an initial treatment.", "Corvalin is an initial treatment, before second-line mestor."),
    ],
    ids=["another time beside it", "no time named", "a place", "what can be had", "what comes next"],
)
def test_what_limits_nothing_may_be_left_out(claim: str, words: str) -> None:
    assert ReasonCode.POPULATION not in codes(claim, words)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (TWO, ["In women over 65", "with a previous fracture", "without a scan"]),
        (SUBJECT, ["over 55", "with weight loss"]),
        (THOSE, ["who have had asystole of over three seconds and", "are older than 40"]),
        ("Stop corvalin after the operation and start mestor.", ["after the operation and start mestor"]),
        ("After that, stop corvalin.", []),
        ("Give the following drugs.", []),
        ("It depends on where the lesion is found.", []),
        ("The joints where the swelling is seen matter.", []),
        ("Corvalin is given in cases where mestor is unsafe.", ["where mestor is unsafe"]),
        ("Corvalin helps people with gout or with pain.", []),
    ],
)
def test_limits_are_read_apart(text: str, found: list[str]) -> None:
    assert [text[one.start : one.end].strip() for one in limits_of(text)] == found
