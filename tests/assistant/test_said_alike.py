"""Statements said in other words stand for the learned ones, and what others say stands for none."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from heart_library import ListedIndex

from assistant.abstention.answerable import Answerability
from assistant.abstention.held import read_held
from assistant.abstention.learned_judges import is_made_up_for
from assistant.abstention.said_alike import LearnedStatements, SaidAlike, read_learned
from assistant.answers import AbstentionReason, Audience
from assistant.reader import Reader
from assistant.settings import load_settings
from assistant.words.lexicon_files import load_lexicon
from ingest.embed import BUNDLED_SHA256, load_embedder
from ingest.parse import parse_file

AXES = np.eye(4, dtype=np.float32)
LEARNED = LearnedStatements(model="mine", statements=("en:a", "en:b", "en:c", "es:d"), vectors=AXES)
NEAR = np.array([0.95, 0.1, 0.0, 0.0], dtype=np.float32)
FAR = np.array([0.7, 0.7, 0.0, 0.0], dtype=np.float32)


def said(*vectors: np.ndarray, model: str = "mine", language: str = "en") -> SaidAlike:
    return SaidAlike(
        [str(row) for row in range(len(vectors))], np.array(vectors), language=language, model=model, learned=LEARNED
    )


def test_what_says_the_same_stands_for_what_was_learned() -> None:
    whole = said(NEAR, AXES[1], AXES[2])
    assert whole.stand_for(["0"], AXES[0]) == {"a"}
    assert whole.stand_for(["0", "1"], AXES[0]) == {"a", "b"}


@pytest.mark.parametrize(
    ("folder", "nearest", "question"),
    [
        pytest.param((FAR, *AXES[:3]), ["0"], AXES[0], id="says-something-else"),
        pytest.param((AXES[0],), ["0"], AXES[1], id="what-the-judges-know-of-it-is-not-in-the-folder"),
        pytest.param(tuple(AXES[:3]), ["0", "elsewhere"], AXES[0], id="one-of-another-field"),
        pytest.param(tuple(AXES[:3]), [], AXES[0], id="nothing-near"),
        pytest.param((FAR, *AXES[:3]), ["0", "1", "2", "3"], AXES[0], id="a-new-one-answers-and-is-first"),
    ],
)
def test_nothing_stands_for_what_the_judges_do_not_know(
    folder: Sequence[np.ndarray], nearest: Sequence[str], question: np.ndarray
) -> None:
    assert said(*folder).stand_for(nearest, question) == frozenset()


def test_another_model_or_language_knows_nothing() -> None:
    assert said(*AXES, model="theirs").stand_for(["0"], AXES[0]) == frozenset()
    assert said(*AXES, language="fr").stand_for(["0"], AXES[0]) == frozenset()
    assert said(AXES[3], AXES[3], language="es").stand_for(["0"], AXES[3]) == {"d"}


def test_an_empty_folder_says_nothing() -> None:
    empty = SaidAlike([], np.zeros((0, 4), dtype=np.float32), language="en", model="mine", learned=LEARNED)
    assert empty.stand_for([], AXES[0]) == frozenset()


def test_shipped_statements_are_those_that_the_judges_learned_from() -> None:
    shipped = read_learned()
    assert shipped.model == BUNDLED_SHA256
    assert {one.partition(":")[2] for one in shipped.statements} == read_held().statements
    np.testing.assert_allclose(np.linalg.norm(shipped.vectors, axis=1), 1, atol=0.01)


@pytest.mark.parametrize(
    ("refused", "without", "answers"),
    [
        pytest.param(0.08, 0.5, True, id="just-below-and-sure"),
        pytest.param(0.02, 0.5, False, id="far-below"),
        pytest.param(0.08, 0.05, False, id="neither"),
        pytest.param(0.0, 0.9, False, id="by-rule"),
    ],
)
def test_the_judge_without_them_makes_up_for_little(refused: float, without: float, *, answers: bool) -> None:
    left = Answerability(answerable=False, probability=refused, reason=AbstentionReason.NO_EVIDENCE)
    assert is_made_up_for(left, Answerability(answerable=without > 0.1, probability=without)) is answers


REWORDED = """## Site-Specific Management

### Bone Metastases

- BMA options: denosumab 120 mg subcutaneously every 4 weeks, more effective than zoledronate in delaying skeletal-related events.
- Zoledronate 4 mg IV can be given every 12 weeks in stable disease after 3-6 monthly treatments.
- Before starting a BMA, prescribe calcium and vitamin D supplements.
- Before starting a BMA, complete the dental evaluation and any dental treatment required.
- All patients with bone metastases should get bone-modifying agents, whatever their symptoms.
- The optimal duration is undefined, but it is reasonable to interrupt therapy after 2 years for patients in remission.
- Denosumab significantly delays time to first skeletal-related event compared to zoledronic acid.
"""
ELSEWHERE = """## Ward rules for bones

- Denosumab injections are booked by the day unit, which phones the patient the week before.
- Zoledronate is not given if creatinine clearance is below 30 ml/min.
- The pharmacist counts the calcium tablets at each visit.
- Dentures are taken out before a scan of the jaw.
- Patients with bone metastases get a walking frame from physiotherapy.
"""


@pytest.mark.parametrize(
    ("text", "speaks"), [pytest.param(REWORDED, True, id="reworded"), pytest.param(ELSEWHERE, False, id="other")]
)
def test_judges_speak_of_what_a_folder_says_in_other_words_only(text: str, *, speaks: bool, tmp_path: Path) -> None:
    settings = load_settings()
    path = tmp_path / "bones.md"
    path.write_text(f"---\ntitle: Treatment of metastatic breast cancer\n---\n{text}", encoding="utf-8")
    index = ListedIndex([parse_file(path)])
    index.embedder = load_embedder(settings)
    index.statement_vectors = index.embedder.embed([one.embed_text for one in index.statements])
    reader = Reader(index=index, lexicon=load_lexicon(settings.corpus / "lexicon"))
    found = reader.find("How often is denosumab given?", audience=Audience.CLINICIAN)
    assert (found.held is not None) is speaks
    assert (reader.learned(found.asked, found.judged, found.held) is not None) is speaks
