"""Things are found by any of their wordings, nothing is found inside another word, and patients who differ exclude each other."""

import re

import pytest
from heart_library import lexicon
from hypothesis import given
from hypothesis import strategies as st

from assistant.words.concepts import Concept
from assistant.words.lexicon import GlossaryEntry, Lexicon


def concept(concept_id: str, *, kind: str = "drug", name: str = "", **fields: object) -> Concept:
    return Concept(concept_id=concept_id, kind=kind, name=name or concept_id, **fields)  # type: ignore[arg-type]


def is_cased(wording: str) -> bool:
    return len([c for c in wording if c.isalnum()]) <= 3 and wording.upper() == wording


FREE = [
    (wording, found.concept_id)
    for found in lexicon().concepts.values()
    for wording in found.wordings
    if not is_cased(wording) and "+" not in wording
]
LETTERS = st.text(alphabet="bcdfghjkz", min_size=1, max_size=4)


@st.composite
def variants(draw: st.DrawFn) -> tuple[str, str]:
    """A wording of the lexicon as another might write it, and what it names."""
    wording, concept_id = draw(st.sampled_from(FREE))
    joined = "".join(draw(st.sampled_from(["-", " ", "", "‑"])) if c in "- " else c for c in wording)
    cased = "".join(c.upper() if draw(st.booleans()) else c.lower() for c in joined)
    return cased, concept_id


@given(variants())
def test_hyphen_blank_and_case_make_no_other_wording(variant: tuple[str, str]) -> None:
    written, concept_id = variant
    assert concept_id in lexicon().concepts_in(f"Today ({written}), then.")


@given(variants(), LETTERS, LETTERS)
def test_wording_inside_a_longer_word_is_not_found(variant: tuple[str, str], before: str, after: str) -> None:
    written, concept_id = variant
    glued = Lexicon([lexicon().concepts[concept_id]])
    assert glued.concepts_in(f"{before}{written.replace(' ', '').replace('-', '').replace('‑', '')}{after}") == frozenset()


@given(st.lists(st.one_of(variants().map(lambda v: v[0]), st.text(max_size=6)), max_size=6).map(" ".join))
def test_mentions_stand_in_order_apart_and_inside_the_text(text: str) -> None:
    end = 0
    for mention in lexicon().mentions(text, typed=True):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        surface = re.sub(r"[\W_]", "", text[mention.start : mention.end]).lower()
        names = {re.sub(r"[\W_]", "", wording).lower() for wording in mention.concept.wordings}
        assert {surface, surface.removesuffix("s"), surface.removesuffix("es")} & names or not surface.isascii()


@pytest.mark.parametrize(
    ("text", "surface", "concept_id"),
    [
        pytest.param("Give Entresto today", "Entresto", "sacubitril-valsartan", id="brand"),
        pytest.param("two gliflozins", "gliflozins", "sglt2-inhibitor", id="plural"),
        pytest.param("a beta adrenergic blocker", "beta adrenergic blocker", "beta-blocker", id="longest"),
        pytest.param("stable heart failure", "stable heart failure", "stable", id="longest-of-two-that-start-apart"),
        pytest.param("la insuficiencia cardiaca", "insuficiencia cardiaca", "heart-failure", id="accent-left-out"),
        pytest.param("sacubitril-valsartan", "sacubitril-valsartan", "sacubitril-valsartan", id="slash-or-hyphen"),
    ],
)
def test_wording_is_found_where_it_stands(text: str, surface: str, concept_id: str) -> None:
    (mention,) = lexicon().mentions(text)
    assert (text[mention.start : mention.end], mention.concept.concept_id) == (surface, concept_id)


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        pytest.param("an ICD", False, True, id="capitals-in-a-document"),
        pytest.param("an icd", False, False, id="lower-case-in-a-document"),
        pytest.param("an icd", True, True, id="lower-case-as-typed"),
        pytest.param("I C D", True, False, id="letters-apart"),
        pytest.param("ICDs", False, True, id="plural"),
    ],
)
def test_short_abbreviation_counts_in_capitals_or_as_typed(text: str, typed: bool, found: bool) -> None:
    assert ("defibrillator" in lexicon().concepts_in(text, typed=typed)) is found


def test_everyday_word_as_typed_is_no_abbreviation() -> None:
    words = Lexicon([concept("atrial-index", abbreviations=("AS",))])
    assert words.concepts_in("as soon as", typed=True) == frozenset()
    assert words.concepts_in("AS", typed=True) == {"atrial-index"}
    mini = Lexicon([concept("transient-attack", abbreviations=("TIA",))])
    assert mini.concepts_in("mi tía está bien", typed=True) == frozenset()  # the accent makes a word of it
    assert mini.concepts_in("had a tia", typed=True) == {"transient-attack"}
    muscle = Lexicon([concept("into-muscle", abbreviations=("IM",))])
    assert muscle.concepts_in("I'm dizzy", typed=True) == frozenset()
    assert muscle.concepts_in("given im", typed=True) == frozenset()
    assert muscle.concepts_in("given IM", typed=True) == {"into-muscle"}
    longer = Lexicon([concept("transit-score", abbreviations=("TRAS",))])
    assert longer.concepts_in("control tras la cirugía", typed=True) == frozenset()
    assert longer.concepts_in("TRAS after surgery", typed=True) == {"transit-score"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("QRX2+ tumours", {"positive"}, id="plus"),
        pytest.param("QRX2- tumours", {"negative"}, id="minus"),
        pytest.param("QRX2− tumours", {"negative"}, id="minus-sign"),
        pytest.param("QRX2-negative tumours", {"negative"}, id="word"),
        pytest.param("QRX2 tumours", {"marker"}, id="neither"),
        pytest.param("anti-QRX2-therapy", {"marker"}, id="hyphen-is-no-minus"),
    ],
)
def test_sign_behind_a_name_tells_its_state(text: str, found: set[str]) -> None:
    words = Lexicon(
        [
            concept("marker", kind="gene", name="QRX2"),
            concept("positive", kind="population", name="QRX2-positive", abbreviations=("QRX2+",)),
            concept("negative", kind="population", name="QRX2-negative", abbreviations=("QRX2-",)),
        ]
    )
    assert words.concepts_in(text) == found


def test_first_concept_that_claims_a_wording_keeps_it() -> None:
    words = Lexicon([concept("first", synonyms=("water tablet",)), concept("second", synonyms=("water-tablet",))])
    assert words.concepts_in("a water tablet") == {"first"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("How long do I have?", {"time"}, id="left"),
        pytest.param("how long have I got now", {"time"}, id="got"),
        pytest.param("How long do I have to take it?", set(), id="must"),
        pytest.param("How long have I got to stay on it?", set(), id="got-to"),
    ],
)
def test_wording_that_ends_in_have_is_another_before_to(text: str, found: set[str]) -> None:
    words = Lexicon([concept("time", synonyms=("how long do I have", "how long have I got"))])
    assert words.concepts_in(text, typed=True) == found


def test_nothing_is_found_by_an_empty_lexicon() -> None:
    assert Lexicon().mentions("spironolactone 25 mg", typed=True) == ()
    assert Lexicon().correct("spironolactome") is None


def test_kinds_of_a_class_are_followed_all_the_way() -> None:
    words = Lexicon([concept("a"), concept("b", parents=("a",)), concept("c", parents=("b",)), concept("d")])
    assert words.ancestors("c") == {"a", "b"}
    assert words.descendants("a") == {"b", "c"}
    assert words.ancestors("a") == words.descendants("c") == words.ancestors("unknown") == frozenset()


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        pytest.param({"hfref"}, {"hfpef"}, True, id="two-values-of-one-axis"),
        pytest.param({"ischaemic-hfref"}, {"hfpef"}, True, id="by-what-is-implied"),
        pytest.param({"ischaemic-hfref"}, {"hfref"}, False, id="implied-by-the-other"),
        pytest.param({"hfref"}, {"type-1-diabetes"}, False, id="two-axes"),
        pytest.param({"hfref", "hfpef"}, {"hfpef"}, False, id="one-of-several"),
        pytest.param(set(), {"hfpef"}, False, id="nobody-named"),
    ],
)
def test_patients_on_other_sides_of_an_axis_exclude_each_other(left: set[str], right: set[str], apart: bool) -> None:
    assert lexicon().excludes(left, right) is apart
    assert lexicon().excludes(right, left) is apart


@given(st.sets(st.sampled_from([c.concept_id for c in lexicon().concepts.values() if c.kind == "population"])))
def test_no_population_excludes_itself(population: set[str]) -> None:
    assert not lexicon().excludes(population, population)
    assert lexicon().implied(population) >= population


def test_value_of_an_axis_does_not_exclude_its_own_kind() -> None:
    words = Lexicon(
        [
            concept("later", kind="population", axis="line"),
            concept("third", kind="population", axis="line", parents=("later",)),
            concept("first", kind="population", axis="line"),
        ]
    )
    assert not words.excludes({"later"}, {"third"})
    assert words.clashes({"first"}, {"third"}) == {"line"}


def test_population_names_patients_only() -> None:
    assert lexicon().population("spironolactone in ischemic cardiomyopathy") == {"ischaemic-hfref", "hfref"}


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        pytest.param("spironolactome", "spironolactone", id="one-letter-wrong"),
        pytest.param("spironlactome", "spironolactone", id="two-edits-in-a-long-word"),
        pytest.param("ibuprofne", "ibuprofen", id="letters-swapped"),
        pytest.param("spironolactone", None, id="right-already"),
        pytest.param("gliflozins", None, id="plural-is-no-mistake"),
        pytest.param("dapagliflozn", "dapagliflozin", id="letter-left-out"),
        pytest.param("qpironolactone", None, id="other-first-letter"),
        pytest.param("lasik", None, id="too-short-to-tell"),
        pytest.param("carve", None, id="not-near"),
    ],
)
def test_only_a_near_misspelling_is_put_right(word: str, meant: str | None) -> None:
    assert lexicon().correct(word) == meant


def test_misspelling_as_near_to_two_things_is_left_alone() -> None:
    words = Lexicon([concept("one", name="tralomab"), concept("two", name="tralimab")])
    assert words.correct("tralamab") is None
    assert words.correct("tralomap") == "tralomab"


@given(st.text(min_size=1, max_size=12))
def test_correction_is_always_a_word_of_the_lexicon(word: str) -> None:
    meant = lexicon().correct(word)
    assert meant is None or lexicon().concepts_in(meant)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        pytest.param("the Ejection-Fraction is low", ["ejection fraction"], id="term"),
        pytest.param("decompensated and contraindicated", ["decompensation", "contraindicated"], id="wording-in-glossary-order"),
        pytest.param("uncontraindicatedly", [], id="inside-a-word"),
        pytest.param("", [], id="no-text"),
    ],
)
def test_glossary_explains_the_terms_that_stand_in_a_text(text: str, terms: list[str]) -> None:
    assert [entry.term for entry in lexicon().explain(text)] == terms


def test_glossary_finds_plurals() -> None:
    words = Lexicon(glossary=[GlossaryEntry(term="rash", plain="red skin")])
    assert [entry.plain for entry in words.explain("two rashes")] == ["red skin"]


@pytest.mark.parametrize(("word", "typo", "named"), [("pointless", "painles", "painless"), ("doubled", "doublett", "doublet")])
def test_word_of_ordinary_english_is_no_misspelling(word: str, typo: str, named: str) -> None:
    words = Lexicon([Concept(concept_id="x", kind="population", name=named)])
    assert words.correct(word) is None
    assert words.correct(typo) == named


def test_short_word_is_not_put_together_of_two() -> None:
    words = Lexicon([Concept(concept_id="gout", kind="condition", name="gout", spanish=("gota",))])
    assert words.concepts_in("La gota duele", typed=True) == {"gout"}
    assert not words.concepts_in("She got a rash", typed=True)


@pytest.mark.parametrize(("text", "named"), [("hives", False), ("HIVs", True), ("hiv", True), ("HIV", True)])
def test_an_abbreviation_has_no_plural_in_es(text: str, *, named: bool) -> None:
    virus = Concept(concept_id="hiv", kind="condition", name="HIV")
    assert bool(Lexicon((virus,)).mentions(text, typed=True)) is named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param("an echo in a febrile child", set(), id="article"),
        pytest.param("an echo in an afebrile child", {"afebrile"}, id="one-word"),
        pytest.param("an echo in an a-febrile child", {"afebrile"}, id="with-a-hyphen"),
        pytest.param("¿uno o varios?", set(), id="spanish-or"),
        pytest.param("los ovarios", {"ovaries"}, id="spanish-word"),
    ],
)
def test_article_or_joint_is_no_letter_of_the_next_word(text: str, named: set[str]) -> None:
    words = Lexicon(
        [
            Concept(concept_id="afebrile", kind="population", name="afebrile"),
            Concept(concept_id="ovaries", kind="site", name="ovaries", spanish=("ovarios",)),
        ]
    )
    assert words.concepts_in(text, typed=True) == named
