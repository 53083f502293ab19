"""Every Spanish digest says what its English digest says, statement by statement, and nothing else.

A translation that drops a "not", turns "may" into "should" or moves a figure is worse than none, so each pair is compared by
what can be counted: figures with their units, drugs, populations that exclude others, negation, exceptions and strength.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest

from assistant.words.lexicon import Lexicon
from assistant.words.lexicon_files import load_lexicon
from ingest.chunk import cut
from ingest.documents import Document, Statement
from ingest.parse.markdown import parse_markdown

CORPUS = Path(__file__).parents[1] / "corpus"
ENDING = "-es"
PAIRS = sorted(path.stem for path in CORPUS.glob("*.md") if (CORPUS / f"{path.stem}{ENDING}.md").is_file())

_FIGURE = re.compile(r"[<>]?\d+(?:[.,]\d+)?(?:-\d+(?:[.,]\d+)?)?\+?")
# One unit as each language writes it; what stands behind a figure decides what it measures.
UNITS = {
    "mg/m²": ("mg/m²", "mg/m²"),
    "mg/kg": ("mg/kg", "mg/kg"),
    "mg": (r"mg(?!/)", r"mg(?!/)"),
    "Gy": ("Gy", "Gy"),
    "%": ("%", "%"),
    "hour": ("hours?", "horas?"),
    "week": ("weeks?", "semanas?"),
    "month": ("months?", "meses|mes"),
    "year": ("years?", "años?"),
    "cycle": ("cycles?", "ciclos?"),
}
# A word of the one language and of the other that carry the same force.
FORCE = {
    "not": (
        r"\b(?:not|no|never|without|neither|nor|cannot|non|undefined|uncomplicated)\b",
        r"\b(?:no|ni|sin|nunca|ningún|ninguna|ninguno|tampoco)\b",
    ),
    "avoid": (r"\bavoid\w*", r"\bevit\w*"),
    "unless": (r"\bunless\b", r"\ba menos que\b"),
    "only": (r"\b(?:only|sole|solely|alone|single)\b", r"\b(?:solos?|solas?|únic[oa]s?|únicamente)\b"),
    "may": (
        r"\b(?:may|might|can|could|options?|possible|likely|unlikely|treatable|curable|incurable)\b",
        r"\b(?:pued[ea]n?|podrían?|opción|opciones|posibles?|poco probable|probable|tratable|curable|incurables?)\b",
    ),
    "should": (
        r"\b(?:should|recommend\w*|reasonable|indicated)\b",
        r"\b(?:deberían?|recomiend\w*|recomendad\w*|razonable|indicad\w*)\b",
    ),
    "must": (r"\b(?:must|mandatory|requir\w*|needs?)\b", r"\b(?:obligatori\w*|requier\w*|requerir|requerid\w*|necesit\w*)\b"),
    "prefer": (r"\bprefer\w*", r"\b(?:prefer\w*|prefier\w*)"),
    "often": (
        r"\b(?:often|usually|typically|generally|commonly|sometimes|routinely|most commonly|tends)\b",
        r"\b(?:a menudo|suelen?|generalmente|comúnmente|a veces|de rutina|con más frecuencia|tiende)\b",
    ),
    "before": (r"\b(?:before|beforehand)\b", r"\bantes\b"),
    "until": (r"\buntil\b", r"\bhasta que\b"),
    "regardless": (r"\bregardless\b", r"\bsin importar\b"),
    "superior": (r"\b(?:superior|superiority)\b", r"\b(?:superior|superioridad)\b"),
    "significantly": (r"\bsignificantly\b", r"\bsignificativamente\b"),
}
# "in the absence of" is said with other means in the other language; each line here was weighed by hand.
EXEMPT = {
    "symptomatic local disease is absent": {"not"},
}


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    return load_lexicon(CORPUS / "lexicon")


@lru_cache(maxsize=16)
def read(source_id: str) -> tuple[Document, tuple[Statement, ...]]:
    path = CORPUS / f"{source_id}.md"
    document = parse_markdown(path.read_text(encoding="utf-8"), path=path)
    return document, cut(document)[1]


def both(source_id: str) -> list[tuple[Statement, Statement]]:
    return list(zip(read(source_id)[1], read(source_id + ENDING)[1], strict=True))


PAIRED = [pytest.param(*pair, id=pair[1].statement_id) for source_id in PAIRS for pair in both(source_id)]


def figures(text: str) -> list[str]:
    return sorted(figure.lstrip("<>") for figure in _FIGURE.findall(re.sub(r"(?<=[A-Z])\d|\bCDK4/6|\bPI3K|CA 15-3", "", text)))


def measures(text: str, side: int) -> list[tuple[str, str]]:
    found = []
    for unit, wordings in UNITS.items():
        pattern = rf"({_FIGURE.pattern})\s?-?(?:{wordings[side]})(?!\w)"
        found += [(unit, figure.lstrip("<>")) for figure in re.findall(pattern, text)]
    return sorted(found)


def force(text: str, side: int) -> set[str]:
    found = {name for name, wordings in FORCE.items() if re.search(wordings[side], text, re.IGNORECASE)}
    if side == 1 and "regardless" in found:
        # "sin importar la edad ni el sexo" denies nothing.
        beside = re.sub(r"\bsin importar[^.;]*", "", text)
        return found if re.search(FORCE["not"][1], beside) else found - {"not"}
    return found


def named(statement: Statement, kinds: set[str]) -> set[str]:
    return {m.concept.concept_id for m in lexicon().mentions(statement.text) if m.concept.kind in kinds}


def test_every_document_has_a_spanish_version() -> None:
    assert sorted(path.stem for path in CORPUS.glob("*.md") if path.stem != "README" and not path.stem.endswith(ENDING)) == PAIRS
    assert len(PAIRS) == 5


@pytest.mark.parametrize("source_id", PAIRS)
def test_a_version_without_the_standing_of_its_original_is_refused(source_id: str) -> None:
    english, spanish = read(source_id)[0].source, read(source_id + ENDING)[0].source
    assert (english.language, spanish.language) == ("en", "es")
    assert spanish.source_id == source_id + ENDING
    for field in ("publisher", "kind", "audience", "published", "updated", "review_status", "url"):
        assert getattr(spanish, field) == getattr(english, field), field
    assert spanish.title != english.title
    assert "traducción" in (spanish.licence or "")
    assert read(source_id)[0].references == read(source_id + ENDING)[0].references


@pytest.mark.parametrize("source_id", PAIRS)
def test_a_statement_lost_added_or_moved_is_noticed(source_id: str) -> None:
    english, spanish = read(source_id)[1], read(source_id + ENDING)[1]
    assert len(english) == len(spanish)
    headings: dict[tuple[str, ...], tuple[str, ...]] = {}
    lead_ins: dict[tuple[tuple[str, ...], str], str] = {}
    for ours, theirs in zip(english, spanish, strict=True):
        assert ours.reference_numbers == theirs.reference_numbers, theirs.text
        assert len(ours.heading_path) == len(theirs.heading_path), theirs.text
        assert headings.setdefault(ours.heading_path, theirs.heading_path) == theirs.heading_path, theirs.text
        assert bool(ours.lead_in) == bool(theirs.lead_in), theirs.text
        assert lead_ins.setdefault((ours.heading_path, ours.lead_in), theirs.lead_in) == theirs.lead_in, theirs.text
        assert not theirs.antecedent, theirs.text
    assert len(set(headings.values())) == len(headings)


@pytest.mark.parametrize(("english", "spanish"), PAIRED)
def test_a_changed_figure_or_unit_is_noticed(english: Statement, spanish: Statement) -> None:
    assert figures(spanish.text) == figures(english.text)
    assert measures(spanish.text, 1) == measures(english.text, 0)


@pytest.mark.parametrize(("english", "spanish"), PAIRED)
def test_a_changed_drug_regimen_or_gene_is_noticed(english: Statement, spanish: Statement) -> None:
    kinds = {"drug", "regimen"}
    assert named(spanish, kinds) == named(english, kinds)
    brands = [brand for concept in lexicon().concepts.values() for brand in concept.brands]
    printed = [[b for b in brands if re.search(rf"\b{b}\b", text)] for text in (english.text, spanish.text)]
    assert printed[0] == printed[1]
    assert set(re.findall(r"\b[A-Z]+\d\w*", spanish.text)) == set(re.findall(r"\b[A-Z]+\d\w*", english.text))


@pytest.mark.parametrize(("english", "spanish"), PAIRED)
def test_other_patients_than_the_originals_are_noticed(english: Statement, spanish: Statement) -> None:
    def excluding(statement: Statement) -> set[str]:
        axes = {"menopausal status", "hormone receptor status", "HER2 status", "line of therapy", "symptoms", "pace of disease"}
        found = lexicon().population(" · ".join((*statement.heading_path, statement.lead_in, statement.text)))
        return {one for one in found if lexicon().concepts[one].axis in axes}

    def axes(found: set[str]) -> set[str | None]:
        return {lexicon().concepts[one].axis for one in found}

    ours, theirs = excluding(english), excluding(spanish)
    assert not lexicon().excludes(ours, theirs), (ours, theirs)
    assert axes(ours) == axes(theirs), (ours, theirs)


@pytest.mark.parametrize(("english", "spanish"), PAIRED)
def test_a_lost_not_unless_or_may_is_noticed(english: Statement, spanish: Statement) -> None:
    exempt = next((names for words, names in EXEMPT.items() if words in english.text), set())
    assert force(spanish.text, 1) - exempt == force(english.text, 0) - exempt


def test_the_comparison_itself_sees_a_lost_not_a_stronger_word_and_another_dose() -> None:
    english = "Denosumab 120 mg every 4 weeks may be given, but not alone."
    assert force("Denosumab 120 mg cada 4 semanas puede administrarse, pero no solo.", 1) == force(english, 0)
    assert force("Denosumab 120 mg cada 4 semanas puede administrarse, pero solo.", 1) != force(english, 0)
    assert force("Denosumab 120 mg cada 4 semanas debería administrarse, pero no solo.", 1) != force(english, 0)
    assert measures("Denosumab 120 mg cada 4 semanas", 1) == measures("Denosumab 120 mg every 4 weeks", 0)
    assert measures("Denosumab 120 mg cada 4 meses", 1) != measures("Denosumab 120 mg every 4 weeks", 0)
    assert figures("Denosumab 12 mg") != figures("Denosumab 120 mg")
