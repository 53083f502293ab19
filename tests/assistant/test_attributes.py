"""What is asked of a thing must be said of that thing: its price, its maker, its storage, how it works …."""

import pytest
from heart_library import asked, lexicon, profile

from assistant.abstention.attributes import attributes_of, says_attribute, told_of_kin, unsaid_attribute
from assistant.words.question_words import as_listed

SPIRO = "Start spironolactone at 25 mg once daily."


def unsaid(question: str, *texts: str, background: frozenset[str] = frozenset()) -> str:
    found = unsaid_attribute(asked(question), [profile(text) for text in texts], lexicon=lexicon(), background=background)
    return found.name if found else ""


@pytest.mark.parametrize(
    ("question", "name"),
    [
        pytest.param("What does spironolactone cost a month?", "cost", id="price"),
        pytest.param("half-life of spironolactone", "half-life and elimination", id="fate-in-the-body"),
        pytest.param("Which company makes Aldactone?", "maker and history", id="maker-by-brand"),
        pytest.param("Is spironolactone kept in the fridge?", "storage and handling", id="storage"),
        pytest.param("spironolactone when the kidneys fail", "kidney function", id="kidneys"),
        pytest.param("I missed a dose of spironolactone", "missed dose", id="missed"),
        pytest.param("What if I forget one of the spironolactone tablets?", "missed dose", id="forgets-one"),
        pytest.param("spironolactone when she misses a tablet", "missed dose", id="misses-a-tablet"),
        pytest.param("Should I take spironolactone so I never get it?", "people who are not ill", id="never-get-it"),
        pytest.param("Can women at high risk take spironolactone?", "people who are not ill", id="at-high-risk"),
        pytest.param("Should my daughters be screened, they are well?", "people who are not ill", id="relatives-tested"),
        pytest.param("Up to how many lesions is spironolactone given?", "how many places", id="number-of-places"),
        pytest.param("How big may the heart be for spironolactone?", "size", id="size"),
        pytest.param("Who injects spironolactone?", "who does it", id="who-does-it"),
        pytest.param("Will I lose my hair on spironolactone?", "hair, skin and nails", id="effect-in-own-words"),
        pytest.param("spironolactone and grapefruit", "food and drink with it", id="food"),
        pytest.param("may I swim while on spironolactone", "daily activities", id="activity"),
        pytest.param("may I fly while on spironolactone", "flying", id="flying"),
        pytest.param("is there a cheaper make of spironolactone", "cost", id="cheaper-make"),
        pytest.param("Should I avoid sugar with spironolactone?", "diet", id="sugar"),
        pytest.param("Is spironolactone well tolerated?", "side effects", id="tolerated"),
        pytest.param("Can I sleep on spironolactone?", "that effect", id="sleep"),
        pytest.param("spironolactone while pregnant", "pregnancy, fertility and nursing", id="pregnancy"),
        pytest.param("At which creatinine is spironolactone stopped?", "kidney function", id="threshold"),
        pytest.param("A rise of how many points means stopping spironolactone?", "cut-off", id="rise-of-how-many"),
        pytest.param("How big a drop in potassium ends spironolactone?", "cut-off", id="how-big-a-drop"),
        pytest.param("Under what potassium is spironolactone spaced out?", "cut-off", id="under-a-measure"),
        pytest.param("At what potassium figure should spironolactone be stopped?", "cut-off", id="threshold-in-two-words"),
        pytest.param("spironolactone injections: how big is the needle?", "what it is like", id="needle"),
        pytest.param("hazard ratio of spironolactone", "details of the study", id="study"),
        pytest.param("Will spironolactone make me fat?", "that effect", id="fat"),
        pytest.param("Do my sisters get it too, heart failure?", "heredity", id="kin-get-it"),
        pytest.param("Will I get it too, being his son?", "heredity", id="being-kin"),
        pytest.param("How often are the eyes checked on spironolactone?", "checks of the eyes", id="eyes-checked"),
        pytest.param("Should the thyroid be tested on spironolactone?", "checks of the thyroid", id="thyroid-tested"),
        pytest.param("How many people get heart failure every year?", "how many people a year", id="yearly"),
        pytest.param("5y OS on spironolactone", "survival after so many years", id="rate-in-short"),
        pytest.param("how many on spironolactone are still here five years on", "survival after so many years", id="still-here"),
        pytest.param("Any premeds with spironolactone?", "premedication", id="premedication"),
        pytest.param("What does preserved ejection fraction mean?", "definition", id="what-it-means"),
        pytest.param("Can spironolactone be given at home?", "where it is done", id="at-home"),
        pytest.param("Where is spironolactone sold?", "where it is done", id="where-sold"),
        pytest.param("Is spironolactone a tablet or a drip?", "the form it is given in", id="tablet-or-drip"),
        pytest.param("brand name of spironolactone", "brand name", id="brand"),
        pytest.param(
            "How will they check that spironolactone has emptied the ankles?",
            "how one sees that it has worked",
            id="seen-to-work",
        ),
        pytest.param("How quickly does spironolactone ease the breath?", "how soon it works", id="eases-how-soon"),
        pytest.param("How does spironolactone really shrink the cells?", "how it works", id="what-it-does"),
        pytest.param("What does spironolactone block?", "how it works", id="what-it-blocks"),
        pytest.param("Can an echocardiogram miss things?", "accuracy", id="misses-things"),
        pytest.param("Might I get a dummy pill instead of spironolactone?", "details of the study", id="dummy"),
        pytest.param("Since spironolactone she cries at everything", "that effect", id="cries"),
        pytest.param("Please translate the page on spironolactone", "that", id="translating"),
        pytest.param("Can you translate it for my mother?", "that", id="translating-when-asked"),
    ],
)
def test_attribute_that_no_statement_gives_is_named(question: str, name: str) -> None:
    assert unsaid(question, SPIRO).split(":")[0] == name


@pytest.mark.parametrize(
    ("question", "text"),
    [
        pytest.param("What does spironolactone cost?", "Spironolactone is a cheap tablet.", id="in-other-words"),
        pytest.param("May I fly with heart failure?", "With heart failure, do not fly without asking.", id="own-words"),
        pytest.param("May I board a plane on spironolactone?", "Travel by air is safe on spironolactone.", id="flying-otherwise"),
        pytest.param("side effects of carvedilol", "Adverse effects of a beta-blocker: tiredness.", id="of-its-class"),
        pytest.param("side effects of spironolactone", "Spironolactone: gynaecomastia.", id="by-an-effect-of-the-lexicon"),
        pytest.param("eye tests on spironolactone?", "Spironolactone: see the eye clinic once a year.", id="eyes-told-of-it"),
        pytest.param("Keep an eye on potassium with spironolactone?", SPIRO, id="an-eye-kept-on-something"),
        pytest.param("How does furosemide work?", "Furosemide keeps salt from going back into the blood.", id="mechanism"),
        pytest.param("dose of spironolactone", SPIRO, id="no-such-attribute"),
        pytest.param("the conditions under which this spironolactone dose is given", SPIRO, id="under-which-is-no-measure"),
        pytest.param("any point sticking a needle in again?", SPIRO, id="a-needle-is-no-fear-of-needles"),
        pytest.param("How much may I gain before I call the nurse?", "Call the nurse if you gain 2 kg.", id="a-call-is-no-order"),
        pytest.param("how much salt may I eat", "Keep salt below 5 g a day.", id="eating-is-no-diet"),
        pytest.param("Does my sister get it at night, the spironolactone?", SPIRO, id="a-drug-that-kin-get"),
        pytest.param("PET/CT or potassium before spironolactone?", SPIRO, id="a-scan-is-no-animal"),
        pytest.param("Is a PET needed before spironolactone?", SPIRO, id="a-scan-in-capitals-is-no-animal"),
    ],
)
def test_attribute_that_a_statement_gives_is_not_missed(question: str, text: str) -> None:
    assert unsaid(question, text) == ""


def test_attribute_of_another_drug_does_not_answer() -> None:
    assert unsaid("What does spironolactone cost?", "Furosemide is a cheap tablet.", SPIRO) == "cost: spironolactone"


def test_thing_named_amid_the_words_that_ask_counts() -> None:
    assert unsaid("When was spironolactone first approved?", "Eplerenone is approved.") == "approval: spironolactone"


def test_attribute_of_the_class_is_no_price_of_its_member() -> None:
    assert unsaid("What does carvedilol cost?", "Beta-blockers are cheap.") == "cost: carvedilol"


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        pytest.param("¿Duele mucho la inyección?", True, id="whether-it-hurts"),
        pytest.param("Me duele mucho la espalda, ¿qué se hace?", False, id="somebody-hurts"),
        pytest.param("A mi madre le duele la pierna", False, id="somebody-else-hurts"),
    ],
)
def test_pain_that_somebody_has_is_no_question_whether_it_hurts(question: str, asks: bool) -> None:
    (likened,) = (one for one in attributes_of("es") if one.name == "cómo se vive")
    assert bool(likened.asked.search(as_listed(question, "es"))) is asks


@pytest.mark.parametrize(
    ("question", "name"),
    [
        pytest.param("Which dose of spironolactone for a woman who isn't pregnant?", "", id="who-is-not"),
        pytest.param("Spironolactone in non-pregnant adults: what dose?", "", id="non"),
        pytest.param("How is spironolactone started in women not breast-feeding?", "", id="not"),
        pytest.param("Why is spironolactone not given in pregnancy?", "pregnancy, fertility and nursing", id="not-given-then"),
        pytest.param(
            "May a woman who isn't old take spironolactone when pregnant?",
            "pregnancy, fertility and nursing",
            id="not-something-else",
        ),
    ],
)
def test_who_the_patients_are_not_asks_for_nothing(question: str, name: str) -> None:
    assert unsaid(question, SPIRO).startswith(name) if name else unsaid(question, SPIRO) == ""


def test_what_all_documents_are_about_need_not_be_named() -> None:
    text = "Alcohol does harm."
    assert unsaid("alcohol in gout?", text) == ""
    assert unsaid("cost of furosemide", "Tablets are cheap.", background=frozenset({"furosemide"})) == ""


def test_what_a_title_names_need_not_be_defined() -> None:
    shown = "Start spironolactone in heart failure with preserved ejection fraction."
    assert unsaid("What does preserved ejection fraction mean?", shown).startswith("definition")
    assert not unsaid("What does heart failure mean?", shown)


def test_history_told_before_the_question_asks_for_nothing() -> None:
    assert unsaid("She is on dialysis and smokes. Dose of spironolactone?", SPIRO) == ""


def test_decision_about_one_person_is_never_the_documents() -> None:
    found = unsaid_attribute(asked("Would you take spironolactone?"), [profile(SPIRO)], lexicon=lexicon())
    assert found is not None
    assert found.personal


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_attribute_has_a_name_and_asks_for_something(language: str) -> None:
    attributes = attributes_of(language)
    assert len({attribute.name for attribute in attributes}) == len(attributes) > 20
    assert [a.name for a in attributes if a.asked.search("") or (a.said and a.said.search(""))] == []
    assert {a.of for a in attributes} == {"", "class", "patients", "patients class named", "nothing"}


def test_both_languages_know_the_same_attributes() -> None:
    assert [(bool(a.said), a.of) for a in attributes_of("en")] == [(bool(a.said), a.of) for a in attributes_of("es")]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("What does treatment with spironolactone look like?", id="look-like"),
        pytest.param("What does that mean for spironolactone?", id="what-that-means"),
        pytest.param("What does a weak heart mean for the dose of spironolactone?", id="means-for-something"),
        pytest.param("How will they know if the treatment works on spironolactone?", id="response"),
        pytest.param("She is at home on spironolactone, which dose?", id="is-at-home"),
        pytest.param("Where does the cancer usually spread to on spironolactone?", id="where-it-spreads"),
        pytest.param("What does rehab on spironolactone look like?", id="what-rehab-looks-like"),
        pytest.param("Which factors drive the choice of spironolactone?", id="drives-a-choice"),
        pytest.param("I keep hearing about spironolactone, which dose?", id="hearing-about"),
        pytest.param("Does spironolactone act as an alternative?", id="act-as"),
        pytest.param("What symptoms can spironolactone relieve?", id="symptoms-treated"),
        pytest.param("Can she have a drug holiday from spironolactone?", id="drug-holiday"),
        pytest.param("May I change to a cheaper make of spironolactone?", id="a-change-is-no-price"),
        pytest.param("Is a sugar test needed on spironolactone?", id="a-sugar-test-is-no-diet"),
        pytest.param("Should the nutritionist hear of spironolactone?", id="a-nutritionist-is-no-diet"),
        pytest.param("Is nutritional supplementation needed on spironolactone?", id="a-supplement-is-no-diet"),
        pytest.param("Is the highest tolerated dose of spironolactone best?", id="highest-tolerated"),
        pytest.param("Is spironolactone given before she is put to sleep?", id="put-to-sleep"),
        pytest.param("Do I take my baby aspirin with spironolactone?", id="baby-aspirin"),
        pytest.param("Does spironolactone translate into longer life?", id="translate-into-a-gain"),
        pytest.param("How do trials of spironolactone translate to the clinic?", id="translate-to-the-clinic"),
        pytest.param("Under which circumstances is spironolactone spaced out?", id="circumstances-are-no-measure"),
    ],
)
def test_ordinary_wording_asks_for_no_attribute(question: str) -> None:
    assert not unsaid(question, SPIRO)


def test_premedication_of_one_drug_is_none_of_another_of_its_class() -> None:
    of_bisoprolol, of_class = "Premedication is given before bisoprolol.", "Premedication is given before each beta-blocker."
    assert unsaid("Premedication for bisoprolol?", of_bisoprolol) == ""
    assert unsaid("Premedication for carvedilol?", of_bisoprolol) == "premedication: carvedilol"
    assert unsaid("Premedication for carvedilol?", of_class) == ""


@pytest.mark.parametrize(
    ("question", "text", "kin"),
    [
        pytest.param("Premeds for carvedilol?", "Premedication is given before bisoprolol.", True, id="of-another-of-its-class"),
        pytest.param("Premeds for carvedilol?", "Premedication is given before carvedilol.", False, id="its-own"),
        pytest.param("Premeds for carvedilol?", "Premedication is given before each beta-blocker.", False, id="its-class"),
        pytest.param("Premeds for spironolactone?", "Premedication is given before bisoprolol.", False, id="of-another-kind"),
        pytest.param("Why carvedilol?", "Premedication is given before bisoprolol.", False, id="nothing-of-the-kind-asked"),
    ],
)
def test_what_is_told_of_kin_alone_is_known(question: str, text: str, kin: bool) -> None:
    assert told_of_kin(asked(question), [profile(text)], lexicon=lexicon()) is kin


def test_statement_says_an_attribute_of_whatever_thing() -> None:
    assert says_attribute(asked("Premeds for carvedilol?"), profile("Premedication is given before bisoprolol."))
    assert not says_attribute(asked("Premeds for carvedilol?"), profile("Carvedilol is given twice a day."))
    assert says_attribute(asked("Why carvedilol?"), profile("Carvedilol is given twice a day."))


@pytest.mark.parametrize(
    "question",
    [
        "Does spironolactone stop me getting worse?",
        "Should my sister be tested before spironolactone?",
        "My daughter is on spironolactone, should she go on?",
        "She is otherwise healthy: is spironolactone right for her?",
        "When she misses her friends, does spironolactone help?",
        "How do I keep from getting breathless on spironolactone?",
    ],
)
def test_patients_told_of_are_not_taken_for_the_healthy_nor_for_a_missed_dose(question: str) -> None:
    assert unsaid(question, SPIRO) not in {"people who are not ill", "missed dose"}


@pytest.mark.parametrize(
    ("question", "text"),
    [
        pytest.param("How big is the benefit of spironolactone?", SPIRO, id="how-big-a-benefit"),
        pytest.param("Who should have spironolactone?", SPIRO, id="who-has-it"),
        pytest.param("How many women are on spironolactone?", SPIRO, id="how-many-women"),
        pytest.param("Who decides on spironolactone?", "A team of heart specialists starts spironolactone.", id="said-who"),
        pytest.param("Up to how many lesions is spironolactone given?", "Spironolactone: up to 3 lesions.", id="said-how-many"),
    ],
)
def test_neither_size_nor_number_nor_who_is_missed(question: str, text: str) -> None:
    assert unsaid(question, text) not in {"size", "how many places", "who does it"}
