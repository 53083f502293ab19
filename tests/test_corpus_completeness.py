"""The shipped corpus holds every fact of its pages and nothing else; the lexicon is whole.

``corpus_facts.yaml`` was drawn up from the source pages, not from the digests. A fact counts as held when some one
statement, read with its heading path and lead-in, carries all its terms and exactly its reference numbers.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.words.lexicon import Lexicon
from assistant.words.lexicon_files import load_lexicon
from ingest.chunk import cut
from ingest.documents import Document, ReviewStatus, Statement
from ingest.parse.markdown import parse_markdown

CORPUS = Path(__file__).parents[1] / "corpus"
FACTS: dict[str, list[dict[str, Any]]] = yaml.safe_load(Path(__file__).with_name("corpus_facts.yaml").read_text(encoding="utf-8"))
_NUMBER = re.compile(r"(?<![\w.])\d+(?:[.,]\d+)?(?:-\d+)?")
_FORCE = re.compile(
    r"\b(?:not|no|never|without|avoid|unless|none|incurable|only|may|might|should|must|can|usually|typically|sometimes|often|generally|"
    r"commonly|routinely|recommended|preferred|preferably|mandatory|required|require|reasonable|strongly|significantly|reported)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def documents() -> dict[str, Document]:
    found = [
        parse_markdown(path.read_text(encoding="utf-8"), path=path) for path in sorted(CORPUS.glob("*.md")) if path.stem in FACTS
    ]
    return {document.source.source_id: document for document in found}


@lru_cache(maxsize=8)
def statements(source_id: str) -> tuple[Statement, ...]:
    return cut(documents()[source_id])[1]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    return load_lexicon(CORPUS / "lexicon")


def carries(text: str, term: str) -> bool:
    """True if ``term`` stands in ``text`` as whole words; a figure is never part of a longer one."""
    pattern = r"(?<![\w.])" + re.escape(term.lower()).replace(r"\ ", r"\s+") + r"(?![\w%]|\.\d)"
    return re.search(pattern, text.lower()) is not None


def holds(statement: Statement, fact: dict[str, Any]) -> bool:
    around = " · ".join((*statement.heading_path, statement.lead_in, statement.text))
    return (
        all(carries(statement.text, term) for term in fact["says"])
        and all(carries(around, term) for term in fact.get("about", ()))
        and tuple(fact.get("refs", ())) == statement.reference_numbers
    )


def facts() -> list[Any]:
    return [
        pytest.param(source_id, fact, id=f"{source_id}/{fact['id']}") for source_id, listed in FACTS.items() for fact in listed
    ]


@pytest.mark.parametrize(("source_id", "fact"), facts())
def test_fact_missing_from_every_statement_is_a_gap(source_id: str, fact: dict[str, Any]) -> None:
    near = [s.text for s in statements(source_id) if any(carries(s.text, term) for term in fact["says"])]
    assert any(holds(statement, fact) for statement in statements(source_id)), f"not held by any one statement; nearest: {near}"


@pytest.mark.parametrize("source_id", FACTS)
def test_statement_that_no_fact_accounts_for_is_an_addition(source_id: str) -> None:
    added = [s.text for s in statements(source_id) if not any(holds(s, fact) for fact in FACTS[source_id])]
    assert added == []


@pytest.mark.parametrize("source_id", FACTS)
def test_figure_that_no_fact_accounts_for_is_an_addition(source_id: str) -> None:
    for statement in statements(source_id):
        claimed = " ".join(
            term for fact in FACTS[source_id] if holds(statement, fact) for term in (*fact["says"], *fact.get("about", ()))
        )
        assert set(_NUMBER.findall(statement.text)) <= set(_NUMBER.findall(claimed)), statement.text


@pytest.mark.parametrize("source_id", FACTS)
def test_drug_that_no_fact_accounts_for_is_an_addition(source_id: str) -> None:
    for statement in statements(source_id):
        claimed = " · ".join(term for fact in FACTS[source_id] for term in (*fact["says"], *fact.get("about", ())))
        named = {m.concept.concept_id for m in lexicon().mentions(statement.text) if m.concept.kind == "drug"}
        assert named <= lexicon().concepts_in(claimed), statement.text


@pytest.mark.parametrize("source_id", FACTS)
def test_population_that_no_fact_accounts_for_is_an_addition(source_id: str) -> None:
    """Of those that exclude others; the sex and the stage, which every page states throughout, are left out."""
    for statement in statements(source_id):
        terms = [term for fact in FACTS[source_id] if holds(statement, fact) for term in (*fact["says"], *fact.get("about", ()))]
        claimed = lexicon().population(" · ".join(terms))
        named = {
            one for one in lexicon().population(statement.text) if lexicon().concepts[one].axis not in {None, "sex", "stage"}
        }
        assert named <= claimed, f"{named - claimed}: {statement.text}"


@pytest.mark.parametrize("source_id", FACTS)
def test_negation_exception_or_strength_that_no_fact_accounts_for_is_an_addition(source_id: str) -> None:
    for statement in statements(source_id):
        claimed = " ".join(term for fact in FACTS[source_id] if holds(statement, fact) for term in fact["says"]).lower()
        words = {word.lower() for word in _FORCE.findall(statement.text)}
        assert words <= set(re.findall(r"\w+", claimed)), statement.text


def test_facts_are_many_and_their_ids_unique() -> None:
    assert sum(len(listed) for listed in FACTS.values()) >= 250
    for source_id, listed in FACTS.items():
        assert [name for name, times in Counter(fact["id"] for fact in listed).items() if times > 1] == [], source_id


def test_a_dropped_negation_a_changed_dose_and_a_moved_reference_are_noticed() -> None:
    statement = next(s for s in statements("droracle-treatment-options-stage-4") if s.text.startswith("Denosumab 120 mg"))
    fact = {"says": ["denosumab 120 mg subcutaneously every 4 weeks"], "refs": [1]}
    assert holds(statement, fact)
    assert not holds(statement, {**fact, "says": ["denosumab 12 mg"]})
    assert not holds(statement, {**fact, "says": ["20 mg subcutaneously"]})
    assert not holds(statement, {**fact, "says": ["not", *fact["says"]]})
    assert not holds(statement, {**fact, "refs": [2]})


def test_shipped_sources_state_their_standing() -> None:
    standing = {
        s.source_id: (s.publisher, str(s.updated), s.review_status, str(s.audience))
        for s in (d.source for d in documents().values())
    }
    assert standing == {
        "acs-stage-4-treatment": ("American Cancer Society", "2024-10-11", ReviewStatus.NOT_STATED, "patient"),
        "dr-k-stage-4-treatment-options": ("Dr. K", "2021-03-26", ReviewStatus.REVIEWED, "patient"),
        "droracle-adjuvant-therapies-stage-4": ("Dr.Oracle", "2025-10-30", ReviewStatus.UNDER_REVIEW, "clinician"),
        "droracle-treatment-options-stage-4": ("Dr.Oracle", "2026-01-29", ReviewStatus.UNDER_REVIEW, "clinician"),
        "droracle-treatment-plan-metastatic": ("Dr.Oracle", "2026-01-26", ReviewStatus.UNDER_REVIEW, "clinician"),
    }


def test_reference_lists_are_the_pages_own() -> None:
    listed = {source_id: len(document.references) for source_id, document in documents().items()}
    assert listed == {
        "acs-stage-4-treatment": 5,
        "dr-k-stage-4-treatment-options": 11,
        "droracle-adjuvant-therapies-stage-4": 3,
        "droracle-treatment-options-stage-4": 5,
        "droracle-treatment-plan-metastatic": 3,
    }


@pytest.mark.parametrize("source_id", FACTS)
def test_span_that_does_not_slice_to_its_statement_is_rejected(source_id: str) -> None:
    text = documents()[source_id].text
    assert all(text[s.span.start : s.span.end] == s.text for s in statements(source_id))


@pytest.mark.parametrize("source_id", FACTS)
def test_statement_that_leans_on_the_one_before_is_not_self_contained(source_id: str) -> None:
    leaning = re.compile(r"^(?:it|its|this|these|they|their|those|such|he|she)\b", re.IGNORECASE)
    assert [s.text for s in statements(source_id) if leaning.match(s.text) or s.antecedent] == []


def test_lexicon_wording_claimed_by_two_concepts_is_refused() -> None:
    owners: dict[str, set[str]] = {}
    for concept in lexicon().concepts.values():
        for wording in concept.wordings:
            owners.setdefault(re.sub(r"[\s‐-―-](?=.)|[/.,()']", "", wording.casefold()), set()).add(concept.concept_id)
    assert {wording: ids for wording, ids in owners.items() if len(ids) > 1} == {}


def test_lexicon_wording_that_names_another_concept_is_refused() -> None:
    astray = [
        (concept.concept_id, wording)
        for concept in lexicon().concepts.values()
        for wording in concept.wordings
        if [mention.concept.concept_id for mention in lexicon().mentions(wording)] != [concept.concept_id]
    ]
    assert astray == []


def test_lexicon_links_resolve_and_make_no_circle() -> None:
    known = lexicon().concepts
    for concept in known.values():
        assert set(concept.parents) | set(concept.implies) <= known.keys(), concept.concept_id
        assert concept.concept_id not in lexicon().ancestors(concept.concept_id)
        assert all(known[implied].kind == "population" for implied in concept.implies), concept.concept_id
        assert concept.kind == "population" or not concept.implies, concept.concept_id
        assert concept.kind == "population" or concept.axis in {None, "species"}, concept.concept_id


def test_lexicon_population_that_excludes_itself_is_refused() -> None:
    populations = [concept.concept_id for concept in lexicon().concepts.values() if concept.kind == "population"]
    assert [one for one in populations if lexicon().excludes({one}, {one})] == []
    assert lexicon().clashes({"premenopausal"}, {"postmenopausal"}) == {"menopausal status"}
    assert lexicon().clashes({"triple-negative"}, {"er-positive"}) == {"hormone receptor status"}
    assert lexicon().excludes({"stage-3"}, {"metastatic"})
    assert lexicon().excludes({"first-line"}, {"heavily-pretreated"})
    assert not lexicon().excludes({"third-line"}, {"later-line"})


@pytest.mark.parametrize("source_id", FACTS)
def test_brand_in_a_digest_that_is_not_the_lexicons_is_noticed(source_id: str) -> None:
    """A name in brackets right after a drug is a brand of that drug or of a kind of it."""
    for statement in statements(source_id):
        mentions = lexicon().mentions(statement.text)
        for drug, brand in pairwise(mentions):
            between = statement.text[drug.end : brand.start]
            if between == " (" and {drug.concept.kind, brand.concept.kind} == {"drug"}:
                kinds = {drug.concept.concept_id} | lexicon().descendants(drug.concept.concept_id)
                assert brand.concept.concept_id in kinds, statement.text[drug.start : brand.end]


def test_glossary_explains_in_few_plain_words_in_both_languages() -> None:
    entries = lexicon().glossary
    assert len(entries) >= 70
    assert [
        entry.term for entry in entries if len(entry.plain.split()) > 25 or not entry.spanish_plain or not entry.spanish_term
    ] == []
    assert len({entry.term.casefold() for entry in entries}) == len(entries)
    assert [
        entry.term
        for entry in entries
        if re.search(r"\b(?:cured?s?|guarantee\w*|don't worry|safe)\b(?<!not to cure)", entry.plain)
    ] == []
