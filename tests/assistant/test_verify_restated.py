"""Turns of phrase in plain words, what ends an example, what an announcement lends: each beside the wrong claim nearest to it."""

from functools import partial

import pytest
from verifying import LEXICON, codes

from assistant.answers import Evidence
from assistant.citation.enforce import enforce
from assistant.citation.headed import announces, subject_of
from assistant.prompts import NumberedPassage
from assistant.verify import verify_claim
from assistant.verify.restated import restated
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon

PASSAGES = (
    NumberedPassage(number=1, text="Corvalin 120 mg subcutaneously every 4 weeks"),
    NumberedPassage(number=2, text="Mestor is preferred over tilamine"),
)


def holds(claim: str, cited: str) -> bool:
    return verify_claim(claim, (Evidence(text=cited),), lexicon=LEXICON).supported


@pytest.mark.parametrize(
    ("faithful", "wrong", "evidence"),
    [
        pytest.param(
            "Corvalin goes on until the pain becomes too much to bear.",
            "Corvalin goes on until the pain becomes acceptable.",
            "Corvalin is continued until the pain becomes unacceptable",
            id="too-much-to-bear",
        ),
        pytest.param(
            "Corvalin may ease pain, without a demonstrated survival advantage.",
            "Corvalin may ease pain, with a demonstrated survival advantage.",
            "Corvalin may ease pain, but no advantage in survival has been demonstrated",
            id="without-a-demonstrated",
        ),
        pytest.param(
            "Simple bone pain: 8 Gy × 1 is as effective as fractionated schemes.",
            "Simple bone pain: 8 Gy × 5 is as effective as fractionated schemes.",
            "A single fraction of 8 Gy is as effective as fractionated schemes in simple bone pain",
            id="one-fraction",
        ),
        pytest.param(
            "Avoid: corvalin not to be combined with mestor",
            "Avoid: corvalin to be combined with mestor",
            "Do not combine corvalin with mestor",
            id="avoid-as-a-label",
        ),
        pytest.param(
            "Pain: should the pain come back, corvalin might be used.",
            "Pain: should corvalin be used, the pain might come back.",
            "If the pain comes back, corvalin might be used",
            id="should-that-supposes",
        ),
        pytest.param(
            "Where the disease tests positive for ABC, corvalin is the standard.",
            "Where the disease tests negative for ABC, corvalin is the standard.",
            "The standard for ABC-positive disease is corvalin",
            id="positive-for",
        ),
        pytest.param(
            "Often, corvalin is able to ease the pain.",
            "Corvalin is always able to ease the pain.",
            "Corvalin can often ease the pain",
            id="often-able-to",
        ),
        pytest.param(
            "Mestor holds down the signals that help the lump grow.",
            "Mestor sends out the signals that help the lump grow.",
            "Mestor suppresses the signals that promote lump growth",
            id="help-to-grow",
        ),
        pytest.param(
            "Every premenopausal patient who has had a fracture should receive corvalin.",
            "Every premenopausal patient should receive corvalin.",
            "Premenopausal patients who have had a fracture should receive corvalin",
            id="every-such",
        ),
        pytest.param(
            "Mestor may be justified when the patient is fit and when earlier zorubicin brought relief.",
            "Mestor may be justified when the patient is fit or when earlier zorubicin brought relief.",
            "Mestor may be justified only when the patient is fit and earlier zorubicin brought relief",
            id="both-cases",
        ),
        pytest.param(
            "High-dose mestor: do not use it.",
            "High-dose mestor: use it.",
            "Do not use high-dose mestor",
            id="a-label-as-it",
        ),
        pytest.param(
            "Zorubicin with relief of pain: do not stop it.",
            "Mestor with relief of pain: do not stop it.",
            "Do not stop zorubicin with relief of pain",
            id="a-label-as-it-of-another",
        ),
        pytest.param(
            "Mestor is effective all on its own.",
            "All need mestor on its own.",
            "Mestor is effective on its own",
            id="all-on-its-own",
        ),
        pytest.param(
            "Nobody has pinned down how long corvalin should go on.",
            "The duration of corvalin is pinned down.",
            "The optimal duration of corvalin is undefined",
            id="not-pinned-down",
        ),
        pytest.param(
            "In patients given mestor, the figure reported for response was 14%.",
            "In patients given zorubicin, the figure reported for response was 14%.",
            "The response was 14% in patients given mestor",
            id="the-figure-for",
        ),
        pytest.param(
            "Mestor is also listed for the second line.",
            "Mestor is also listed for the third line.",
            "Second-line: mestor",
            id="listed-for",
        ),
        pytest.param(
            "Single drugs are preferred to several drugs at once, so that side effects stay as low as possible.",
            "Several drugs at once are preferred to single drugs, so that side effects stay as low as possible.",
            "To minimize side effects, single drugs are preferred over combination treatment",
            id="as-low-as-possible",
        ),
        pytest.param(
            "Once no pill has any further effect, mestor may be used.",
            "Once a pill has any effect, mestor may be used.",
            "When no pill works any longer, mestor may be used",
            id="no-further-effect",
        ),
        pytest.param(
            "First choice: mestor is preferred, Exception: the pain is severe",
            "First choice: mestor is preferred, Exception: the pain is mild",
            "Mestor is preferred, unless the pain is severe",
            id="exception-column",
        ),
        pytest.param(
            "ABC-positive: corvalin or mestor may be used in premenopausal women.",
            "Corvalin may be used in ABC-positive or premenopausal women.",
            "In women who are premenopausal and ABC-positive, corvalin or mestor may be used",
            id="or-of-the-drugs",
        ),
        pytest.param(
            "With inhaled corvalin, the drug goes into the airways that reach the lung.",
            "With inhaled corvalin, the drug goes into the arteries that reach the lung.",
            "With inhaled corvalin, the drug goes into the airways of the lung",
            id="a-noun-before-that",
        ),
    ],
)
def test_a_turn_is_read_for_what_it_says(faithful: str, wrong: str, evidence: str) -> None:
    assert holds(faithful, evidence), codes(faithful, evidence)
    assert not holds(wrong, evidence)


@pytest.mark.parametrize("label", ["Never", "Contraindicated"])
def test_a_label_that_says_more_than_its_line_stays(label: str) -> None:
    assert not holds(f"{label}: corvalin is not recommended with mestor.", "Corvalin is not recommended with mestor")


@pytest.mark.parametrize(
    "line", ["corvalin should not be used routinely", "corvalin may not be needed", "corvalin gives no benefit"]
)
def test_a_line_that_forbids_nothing_outright_keeps_its_label(line: str) -> None:
    assert restated(f"Avoid: {line}", ()) == f"Avoid: {line}"


def test_no_longer_is_stopping_only_where_the_cited_words_stop_something() -> None:
    stops = (Evidence(text="Corvalin stops the gland from making hormones"),)
    assert restated("the gland no longer makes hormones", stops) == "the gland stop makes hormones"
    assert restated("the gland no longer makes hormones", (Evidence(text="The gland makes hormones"),)).count("no longer") == 1


def test_one_case_of_two_is_not_both() -> None:
    """The drug that the sentence is about says nothing of the case that names it again."""
    cited = "Continuing zorubicin may be justified only when the patient is fit and previous zorubicin brought relief"
    assert not holds("Continuing zorubicin may be justified when the patient is fit.", cited)
    assert holds(
        "Continuing zorubicin may be justified only when the patient is fit and earlier zorubicin brought relief.", cited
    )


def test_any_of_a_kind_is_more_than_those_so_described() -> None:
    lexicon = Lexicon([*LEXICON.concepts.values(), Concept(concept_id="fracture", kind="condition", name="fracture")])
    evidence = (Evidence(text="Corvalin is as effective as mestor in uncomplicated fractures"),)
    assert verify_claim("Corvalin is as effective as mestor for an uncomplicated fracture.", evidence, lexicon=lexicon).supported
    assert not verify_claim("Corvalin is as effective as mestor for any fracture.", evidence, lexicon=lexicon).supported


def test_two_named_together_are_not_positive_for_one() -> None:
    assert restated("It is negative for estrogen and progesterone receptors.", ()) == (
        "It is negative for estrogen and progesterone receptors."
    )
    assert restated("Positive for ABC and negative for the XYZ genes", ()) == "ABC-Positive and XYZ gene-negative"


def test_several_fractions_keep_their_number_and_their_size() -> None:
    assert restated("20 Gy × 5 or 1 x 8 Gy", ()) == "5 fractions of 20 Gy or a single 8 Gy fraction"


def test_an_announcement_lends_its_drug_to_lines_that_name_none() -> None:
    def shown(line: str, *, lead: str = "Here is what I found about corvalin:") -> bool:
        draft = f"{lead}\n\n- {line}\n"
        held = enforce("?", PASSAGES, draft, verify=partial(verify_claim, lexicon=LEXICON), lexicon=LEXICON)
        return any(claim.text.rstrip(".") in line for claim in held.shown)

    assert shown("Mestor is preferred over tilamine [2].")
    assert not shown("It is preferred over tilamine [2].")
    assert not shown("The dose is 60 mg every 4 weeks [1].")
    assert shown("The dose is 120 mg every 4 weeks [1].")
    assert not shown("The dose is 120 mg every 4 weeks [1].", lead="Here is what I found about mestor:")
    assert not shown("Mestor is preferred over tilamine [2].", lead="Corvalin:")


@pytest.mark.parametrize(
    ("lead", "line", "kept"),
    [
        ("Who should get corvalin and who gets zorubicin:", "Mestor is preferred over tilamine [2].", True),
        ("Who should get corvalin and who gets zorubicin:", "Preferred over tilamine [2].", False),
        ("How corvalin works:", "It is preferred over tilamine [2].", False),
        ("The plan for corvalin or zorubicin is as follows:", "In all cases, mestor is preferred over tilamine [2].", False),
        ("The plan for corvalin or zorubicin is as follows:", "Of these, mestor is preferred over tilamine [2].", True),
        ("If corvalin was given, what comes next is:", "Mestor is preferred over tilamine [2].", True),
        ("If corvalin was given, what is avoided is:", "Mestor is preferred over tilamine [2].", False),
        ("Corvalin comes next, and what comes before is corvalin:", "Preferred over tilamine [2].", False),
        ("Some details worth knowing:", "Mestor is preferred over tilamine [2].", True),
        ("Some details worth knowing:", "Tilamine is preferred over mestor [2].", False),
        ("In premenopausal women, the drugs are:", "Mestor is preferred in postmenopausal women [3].", False),
    ],
)
def test_what_opens_a_list_lends_a_sentence_its_case_only(lead: str, line: str, kept: bool) -> None:
    passages = (*PASSAGES, NumberedPassage(number=3, text="Mestor is preferred in postmenopausal women.", title="A guide"))
    held = enforce("?", passages, f"{lead}\n\n- {line}\n", verify=partial(verify_claim, lexicon=LEXICON), lexicon=LEXICON)
    assert any(claim.text.rstrip(".") in line for claim in held.shown) == kept


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        ("First line", "Mestor is preferred over tilamine [2]."),
        ("Second line", "Mestor is preferred over tilamine [2]."),
        ("First line", "Corvalin is preferred over tilamine [3]."),
        ("First line in premenopausal women", "Zorubicin is preferred in postmenopausal women [4]."),
    ],
)
def test_a_heading_puts_nothing_into_a_line_that_the_page_does_not(heading: str, line: str) -> None:
    passages = (
        *PASSAGES,
        NumberedPassage(number=3, text="Second-line: corvalin is preferred over tilamine", title="A guide"),
        NumberedPassage(number=4, text="Zorubicin is preferred in postmenopausal women", title="A guide"),
    )
    draft = f"## {heading}\n\n- {line}\n"
    held = enforce("?", passages, draft, verify=partial(verify_claim, lexicon=LEXICON), lexicon=LEXICON)
    assert not any(claim.text.rstrip(".") in line for claim in held.shown)


def test_what_announces_states_nothing() -> None:
    assert announces("Here's what the pages say about corvalin:")
    assert announces("What I found about corvalin:")
    assert not announces("Corvalin is given for:")
    assert subject_of("Common effects of mestor are pain and rash.") == "Common effects of mestor"
    assert subject_of("120 mg every 4 weeks") == ""


def test_an_example_in_brackets_ends_with_them() -> None:
    """The last of "a class (such as A or B) or C" is of the outer list."""
    lexicon = Lexicon(
        [
            Concept(concept_id="statins", kind="drug class", name="statin"),
            Concept(concept_id="fibrates", kind="drug class", name="fibrate"),
            Concept(concept_id="alfa", kind="drug", name="alfastatin", parents=("statins",)),
            Concept(concept_id="beta", kind="drug", name="betastatin", parents=("statins",)),
            Concept(concept_id="gamma", kind="drug", name="gammafibrate", parents=("fibrates",)),
        ]
    )
    evidence = (Evidence(text="The fat may be lowered with a statin such as alfastatin or betastatin, or with gammafibrate"),)
    outer = "A statin (such as alfastatin or betastatin) or gammafibrate may be used to lower the fat."
    assert verify_claim(outer, evidence, lexicon=lexicon).supported
    assert not verify_claim(outer.replace("or gamma", "or delta"), evidence, lexicon=lexicon).supported


@pytest.mark.parametrize(
    ("claim", "evidence", "holds"),
    [
        pytest.param("Check the heart every 3 months while on mestor.", "Mestor: check the heart every 3 months.", True, id="on"),
        pytest.param(
            "While on mestor, check the heart every 3 months.",
            "Check the heart every 3 months on mestor, or after 2 cycles of zorubicin.",
            True,
            id="on-there-too",
        ),
        pytest.param(
            "Check the heart every 3 months before mestor.", "Mestor: check the heart every 3 months.", False, id="before"
        ),
        pytest.param(
            "Mestor, tilamine: both options for later lines.", "Tilamine or mestor are later-line options.", True, id="both"
        ),
        pytest.param(
            "Mestor, tilamine: both musts in later lines.", "Tilamine or mestor are later-line options.", False, id="musts"
        ),
        pytest.param(
            "After drug failure, mestor is preferred.", "Mestor is preferred once the drug has failed.", True, id="failure"
        ),
        pytest.param(
            "After the drug, mestor is preferred.", "Mestor is preferred once the drug has failed.", False, id="no-failure"
        ),
        pytest.param(
            "Corvalin should be carried on past the first relapse.", "Do not stop corvalin at the first relapse.", True, id="past"
        ),
        pytest.param(
            "Corvalin should be continued until the first relapse.",
            "Do not stop corvalin at the first relapse.",
            False,
            id="until",
        ),
        pytest.param(
            "The partner is a drug that is not zorubicin-based.", "The partner is a non-zorubicin drug.", True, id="not-based"
        ),
        pytest.param("The partner is a drug that is zorubicin-based.", "The partner is a non-zorubicin drug.", False, id="based"),
        pytest.param(
            "No drug has been shown to be superior.", "No single drug has proven superiority.", True, id="none-superior"
        ),
        pytest.param(
            "One fraction of 8 Gy works as well as several in gout.",
            "A single drug fraction of 8 Gy is as effective as several in gout.",
            True,
            id="one",
        ),
        pytest.param(
            "One fraction of 20 Gy works as well as several in gout.",
            "A single drug fraction of 8 Gy is as effective as several in gout.",
            False,
            id="one-other",
        ),
        pytest.param(
            "Avoid mestor because thrush may follow.", "Avoid mestor, due to the risk of thrush.", True, id="may-follow"
        ),
        pytest.param(
            "Give mestor because thrush may follow.", "Avoid mestor, due to the risk of thrush.", False, id="given-though"
        ),
        pytest.param("Corvalin can hold the cancer back.", "Corvalin can slow the cancer.", True, id="hold-back"),
        pytest.param("Corvalin can push the cancer on.", "Corvalin can slow the cancer.", False, id="push-on"),
        pytest.param("Mestor is used in preference to tilamine.", "Mestor is preferred over tilamine.", True, id="preference"),
        pytest.param("Tilamine is used in preference to mestor.", "Mestor is preferred over tilamine.", False, id="swapped"),
        pytest.param(
            "Corvalin: 120 mg s.c. every 4 weeks, superior to mestor for bone pain.",
            "Corvalin 120 mg subcutaneously every 4 weeks, which is superior to mestor for bone pain.",
            True,
            id="dotted-route",
        ),
        pytest.param("Corvalin 120 mg i.v.", "Corvalin 120 mg subcutaneously.", False, id="other-route"),
        pytest.param(
            "Put up against mestor, tilamine did better.", "Mestor is superior to tilamine.", False, id="against-a-drug"
        ),
    ],
)
def test_further_turns_hold_what_they_say_and_nothing_near_it(claim: str, evidence: str, holds: bool) -> None:
    assert (not codes(claim, evidence)) is holds
