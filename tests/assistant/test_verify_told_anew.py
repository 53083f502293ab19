"""Sentences of fluent drafts that say in a build of their own what is cited, each beside wrong ones of the same build."""

import pytest
from verifying import LEXICON

from assistant.answers import Evidence
from assistant.verify import verify_claim
from assistant.verify.told_anew import told_anew


def holds(claim: str, *cited: str) -> bool:
    return verify_claim(claim, tuple(Evidence(text=one) for one in cited), lexicon=LEXICON).supported


NEVER_WITH = "Do not combine corvalin with zorubicin, because the risk of bleeding is increased."
CASES = [
    (
        ("Corvalin 5 mg twice daily is recommended for gout.", "Mestor 20 mg once daily is recommended for gout, with food."),
        ["Corvalin and mestor are both recommended for gout.", "Both corvalin and mestor are recommended for gout."],
        [
            "Corvalin and mestor are both taken twice daily.",
            "Corvalin and mestor are both taken with food.",
            "Corvalin and mestor are recommended together for gout.",
            "Corvalin and mestor should be combined for gout.",
            "Corvalin and tilamine are both recommended for gout.",
            "Corvalin and mestor are not recommended for gout.",
        ],
    ),
    (
        ("Before the operation, complete a dental check.", "Before the operation, stop corvalin."),
        ["Beforehand, complete the dental check, and stop corvalin."],
        ["Beforehand, complete the dental check, and continue corvalin."],
    ),
    (
        (NEVER_WITH,),
        [
            "Keep corvalin and zorubicin apart, because the risk of bleeding is increased.",
            "Corvalin and zorubicin should be kept apart.",
            "Corvalin + zorubicin: not to be given together.",
        ],
        [
            "Keep corvalin and zorubicin together.",
            "Keep corvalin and mestor apart.",
            "Corvalin + zorubicin: to be given together.",
        ],
    ),
    (
        ("Avoid live vaccines during corvalin treatment, due to the risk of infection.",),
        ["Live vaccines: keep away from them during corvalin treatment."],
        ["Live vaccines: give them during corvalin treatment.", "Live vaccines: keep away from them after corvalin treatment."],
    ),
    (
        ("In adults with gout, a bone-modifying agent (like corvalin or mestor) may be considered.",),
        [
            "In adults with gout a bone-modifying agent, with corvalin and mestor as examples, may be considered.",
            "In adults with gout, corvalin, mestor or similar bone-modifying agents may be considered.",
        ],
        [
            "In adults with gout, corvalin, tilamine or similar bone-modifying agents may be considered.",
            "In children with gout, corvalin, mestor or similar bone-modifying agents may be considered.",
        ],
    ),
    (
        ("Women with fibroids may wish to have the uterus removed.",),
        ["Women with fibroids may prefer to have the uterus removed."],
        [
            "Women with fibroids prefer to have the uterus removed.",
            "Women with fibroids may prefer to have the uterus removed rather than take tablets.",
        ],
    ),
    (
        ("The diary may help, but should not be the only basis of a decision.",),
        ["The diary: possible aid; never the sole basis of a decision."],
        [
            "The diary: possible aid; never a basis of a decision.",
            "The diary: possible aid; always the sole basis of a decision.",
        ],
    ),
    (
        ("Repeat the scan that was initially abnormal.",),
        ["Repeat whatever was abnormal initially on the scan.", "Re-scan: the one that was initially abnormal."],
        ["Repeat whatever was normal initially on the scan."],
    ),
    (
        ("Nausea, headache and rash are common with corvalin.",),
        ["Nausea, headache and rash, all of which are common with corvalin."],
        [
            "Nausea, headache and rash, none of which are common with corvalin.",
            "Nausea, headache, rash and hair loss, all of which are common with corvalin.",
        ],
    ),
    (
        ("Swabs are very helpful against measles in schools.",),
        ["Swabs do a great deal of good against measles in schools."],
        ["Swabs do not do a great deal of good against measles in schools."],
    ),
    (
        ("Prescribe iron for patients with anaemia before the operation.",),
        ["Put patients with anaemia on iron before the operation."],
        [
            "Put patients with anaemia on iron after the operation.",
            "Put all patients on iron before the operation.",
            "Put patients without anaemia on iron before the operation.",
        ],
    ),
    (
        ("On relapse, switch to another antibiotic.",),
        ["Once there is relapse, switch to another antibiotic."],
        ["Once there is remission, switch to another antibiotic.", "Before there is relapse, switch to another antibiotic."],
    ),
    (
        ("Type 1 diabetes is considered incurable.",),
        [
            "Doctors do not regard type 1 diabetes as something that can be cured.",
            "Doctors do not consider type 1 diabetes curable.",
        ],
        [
            "Doctors do not consider type 1 diabetes incurable.",
            "Doctors do not regard type 1 diabetes as something that can improve.",
        ],
    ),
    (
        ("Corvalin prevents cells from breaking down bone.",),
        ["Corvalin keeps these cells from breaking down the bone."],
        ["Corvalin does not keep cells from breaking down bone.", "Corvalin keeps cells from building up bone."],
    ),
    (
        ("Treatment can often slow gout for years, but it tends to stop working after a time.",),
        ["Gout can often be slowed by treatment for years, but the effect tends to wear off after a time."],
        ["Gout can often be slowed by treatment for years, and its side effects tend to wear off after a time."],
    ),
    (
        ("Expert care should be a priority from the outset.",),
        ["From day 1, expert care should be a priority."],
        ["From day 10, expert care should be a priority."],
    ),
    (
        ("Surgery, radiation and other local treatments may not be appropriate in frail people.",),
        ["Surgery, radiation or other local treatments may not be appropriate in frail people."],
        [
            "Surgery, radiation or other local treatments may be appropriate in frail people.",
            "Surgery, radiation or other local treatments are not appropriate in frail people.",
        ],
    ),
    (
        ("Corvalin is an option for patients who were not previously treated with mestor.",),
        ["Corvalin is an option for patients who have never had mestor."],
        ["Corvalin is an option for patients who have had mestor.", "Corvalin is an option for everyone."],
    ),
    (
        ("On relapse, switch to another antibiotic.",),
        ["Once relapse is confirmed, switch to another antibiotic."],
        ["Before relapse is confirmed, switch to another antibiotic."],
    ),
    (
        ("Test kidney function before corvalin is offered.",),
        ["Test kidney function first, and only then offer corvalin."],
        ["Offer corvalin first, and only then test kidney function.", "Test liver function first, and only then offer corvalin."],
    ),
    (
        ("When the disease progresses, tilt the bed.",),
        ["If the disease advances, tilt the bed."],
        ["If the disease retreats, tilt the bed."],
    ),
    (
        ("Testing should be offered to every patient who is being considered for dialysis.",),
        ["Anyone in line for dialysis should be offered testing."],
        ["Anyone in line for a transplant should be offered testing."],
    ),
    (
        (
            "First-line therapy for gout: a bone-modifying agent (corvalin or mestor).",
            "In gout, bone-modifying agents are preferred over zorubicin.",
        ),
        [
            "First-line therapy for gout is a bone-modifying agent (corvalin or mestor), in preference to zorubicin.",
            "In gout, give a bone-modifying agent, i.e. mestor or corvalin, a class that is favoured over zorubicin.",
        ],
        [
            "First-line therapy for gout is zorubicin, in preference to a bone-modifying agent.",
            "First-line therapy for gout is a bone-modifying agent (corvalin or mestor), in preference to tilamine.",
            "First-line therapy for gout is a bone-modifying agent, a class that must never be given with zorubicin.",
        ],
    ),
    (("Corvalin and mestor may be given for 12 months.",), [], ["Corvalin or mestor may be given for 12 months."]),
    (
        ("Do NOT use combination antibiotics routinely: single agents in sequence are preferred, unless in shock.",),
        ["Antibiotics are preferably used singly, in sequence; combining them should not be routine unless in shock."],
        [
            "Antibiotics are preferably used in combination; using them singly should not be routine.",
            "Antibiotics are preferably used singly and in sequence; combining them should be routine.",
            "Antibiotics are preferably used singly or in combination.",
            "Antibiotics are preferably used at once; single agents in sequence should not be routine.",
        ],
    ),
    (
        ("Local treatment of nodules does NOT prolong survival, and is not routinely advised when local symptoms are absent.",),
        ["Local treatment of a nodule doesn't lengthen survival, so without local symptoms it isn't routinely advised."],
        [
            "Local treatment of a nodule doesn't lengthen survival, so with local symptoms it isn't routinely advised.",
            "Systemic treatment of a nodule doesn't lengthen survival, so without local symptoms it isn't routinely advised.",
        ],
    ),
]
RIGHT = [(claim, cited) for cited, right, _ in CASES for claim in right]
WRONG = [(claim, cited) for cited, _, wrong in CASES for claim in wrong]


@pytest.mark.parametrize(("claim", "cited"), RIGHT)
def test_another_build_of_the_same_is_kept(claim: str, cited: tuple[str, ...]) -> None:
    assert holds(claim, *cited)


@pytest.mark.parametrize(("claim", "cited"), WRONG)
def test_the_same_build_of_something_else_is_refused(claim: str, cited: tuple[str, ...]) -> None:
    assert not holds(claim, *cited)


@pytest.mark.parametrize(
    "claim",
    [
        "Corvalin causes nausea, headache and rash, all of which are common.",
        "Patients may prefer to take tablets rather than have injections.",
        "Take corvalin and mestor four hours apart.",
        "The patient is put on the waiting list.",
    ],
)
def test_what_only_looks_like_such_a_turn_stays(claim: str) -> None:
    assert told_anew(claim, (Evidence(text="Nothing."),)) == claim
