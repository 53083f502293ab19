"""The gate against its baseline: faithful words pass, words made wrong don't, kind by kind."""

import json
from pathlib import Path

import pytest

from assistant.reread.reread import open_gate
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon
from assistant.words.lexicon_files import lexicon_folder, load_lexicon
from evals.mutate import MUTATORS, mutants
from evals.mutations import BASELINE, Measured, Tally, falls, figures, tally
from evals.paraphrase_cases import SHORTHAND, load_groups

CORPUS = Path(__file__).parents[1] / "corpus"


@pytest.fixture(scope="module")
def tallies(measured: Measured) -> dict[str, Tally]:
    return measured[0]


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_nothing_falls_below_the_baseline(tallies: dict[str, Tally]) -> None:
    assert falls(figures(tallies), json.loads(BASELINE.read_text("utf-8"))) == []


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_extractive_statements_pass_their_own_gate(tallies: dict[str, Tally]) -> None:
    assert tallies["mutated corpus"].passed >= 0.995


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_false_accepts_stay_rare_on_pairs_that_tuning_never_saw(tallies: dict[str, Tally]) -> None:
    assert tallies["holdout"].caught >= 0.95
    assert tallies["holdout"].balanced >= 0.90


def test_a_third_of_the_paraphrases_is_kept_aside() -> None:
    groups = load_groups()
    counts = {split: sum(len(g.pairs) for g in groups if g.split == split) for split in ("dev", "holdout")}
    assert 2 * (counts["dev"] + counts["holdout"]) >= 200
    assert counts["holdout"] >= (counts["dev"] + counts["holdout"]) / 3


def test_a_fall_in_one_kind_is_reported_even_if_the_whole_rises() -> None:
    before = {"dev": {"passed": 0.9, "caught": 0.9, "kinds": {"dose": 1.0}}}
    now = {"dev": {"passed": 0.95, "caught": 0.95, "kinds": {"dose": 0.5}}}
    assert falls(now, before) == ["dev: dose 100.0% → 50.0%"]


def test_a_part_that_is_no_longer_measured_is_a_fall() -> None:
    assert falls({}, {"dev": {"passed": 1.0, "caught": 1.0, "kinds": {}}}) == ["dev: no longer measured"]


def test_no_judgements_are_no_success() -> None:
    assert tally([]).balanced == 0.0


LEXICON = Lexicon(
    [
        Concept(concept_id="class", kind="drug class", name="statin"),
        Concept(concept_id="a", kind="drug", name="alfastatin", brands=("Alfa",), parents=("class",)),
        Concept(concept_id="b", kind="drug", name="betastatin", brands=("Beta",), parents=("class",)),
        Concept(concept_id="c", kind="drug", name="gammastatin", brands=("Gamma",), parents=("class",)),
        Concept(concept_id="os", kind="endpoint", name="overall survival"),
        Concept(concept_id="pfs", kind="endpoint", name="progression-free survival"),
        Concept(concept_id="pre", kind="population", name="premenopausal", axis="menopause"),
        Concept(concept_id="post", kind="population", name="postmenopausal", axis="menopause"),
        Concept(concept_id="fda", kind="organisation", name="FDA"),
        Concept(concept_id="abc", kind="gene", name="ABC1"),
        Concept(concept_id="xyz", kind="gene", name="XYZ2"),
    ]
)
CLAIM = (
    "On 3 May 2021 the FDA said that, unless they have ABC1 mutations, premenopausal women should usually be given first-line "
    "alfastatin 20 mg orally every 4 weeks for 6 months because of longer overall survival (9 months with alfastatin "
    "versus 5 months with betastatin)."
)
WITHOUT = {"route", "arm swap"}


@pytest.mark.parametrize("kind", sorted(set(MUTATORS) - WITHOUT))
def test_every_kind_of_mutant_can_be_made(kind: str) -> None:
    made = {mutant.kind: mutant.text for mutant in mutants(CLAIM, LEXICON)}
    assert kind in made
    assert made[kind] != CLAIM


def test_two_arms_are_exchanged() -> None:
    made = {mutant.kind: mutant.text for mutant in mutants("Alfastatin was superior to betastatin.", LEXICON)}
    assert made["arm swap"] == "betastatin was superior to Alfastatin."


def test_a_share_is_not_doubled_on_both_sides() -> None:
    assert "dose" not in {mutant.kind for mutant in mutants("About 1 in 5 women have it.", LEXICON)}


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_answers_worded_afresh_stay_told_apart_from_wrong_ones() -> None:
    verify = open_gate(load_lexicon(lexicon_folder(CORPUS)))
    groups = [group for group in load_groups(SHORTHAND) if group.id.startswith("answer-")]
    told = [
        (
            verify(pair.ok, group.cited).supported,
            verify(pair.edit, group.cited).supported,
        )
        for group in groups
        for pair in group.pairs
    ]
    assert sum(passed for passed, _ in told) >= 0.95 * len(told) > 0
    assert sum(accepted for _, accepted in told) <= 0.02 * len(told)
