from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from answers_for_tests import answer, citation, claim

from assistant.answers import Abstention, AbstentionReason, CitedAnswer, Nearest, Question, Response, StandaloneQuestion, Trace
from assistant.pipeline import Assistant
from assistant.serving.chat_documents import BesideLibrary, ChatDocuments
from assistant.settings import Settings

LEAFLET = "# Leaflet on Corvalin\n\n## Doses\n\n- Corvalin is given at 120 mg by mouth every 4 weeks.\n"
DOSE = Question(text="What is the dose of Corvalin?")


@pytest.fixture
def documents(heart_settings: Settings, tmp_path: Path) -> ChatDocuments:
    return ChatDocuments(heart_settings, tmp_path / "chats")


@pytest.fixture
def leaflet(tmp_path: Path) -> Path:
    path = tmp_path / "corvalin.md"
    path.write_text(LEAFLET, encoding="utf-8")
    return path


def test_dropped_document_is_cited_in_its_chat_and_in_no_other(documents: ChatDocuments, leaflet: Path, heart: Assistant) -> None:
    report = documents.add("chat-1", [leaflet])
    assert [one.source_id for one in report.added] == ["corvalin"]
    response, _ = documents.beside("chat-1", heart).answer(DOSE)
    assert isinstance(response, CitedAnswer)
    assert [one.source.source_id for one in response.citations] == ["corvalin"]
    other, _ = documents.beside("chat-2", heart).answer(DOSE)
    assert not isinstance(other, CitedAnswer) or "corvalin" not in {one.source.source_id for one in other.citations}


def test_library_still_answers_beside_a_dropped_document(documents: ChatDocuments, leaflet: Path, heart: Assistant) -> None:
    question = Question(text="What is the starting dose of carvedilol?")
    documents.add("chat-1", [leaflet])
    response, _ = documents.beside("chat-1", heart).answer(question)
    alone, _ = heart.answer(question)
    assert isinstance(alone, CitedAnswer)
    assert isinstance(response, CitedAnswer)
    assert [one.text for one in response.claims] == [one.text for one in alone.claims]


def test_forgotten_documents_are_gone_from_disk_and_answers(
    documents: ChatDocuments, leaflet: Path, heart: Assistant, tmp_path: Path
) -> None:
    documents.add("chat-1", [leaflet])
    assert [path.name for path in documents.files("chat-1")] == ["corvalin.md"]
    documents.beside("chat-1", heart)
    documents.forget("chat-1")
    assert list((tmp_path / "chats").iterdir()) == []
    assert documents.beside("chat-1", heart) is heart


def test_nothing_is_kept_where_nothing_could_be_read(
    documents: ChatDocuments, leaflet: Path, heart: Assistant, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    assert len(documents.add("chat-1", [empty]).failures) == 1
    assert list((tmp_path / "chats").iterdir()) == []
    assert documents.beside("chat-1", heart) is heart
    documents.add("chat-1", [leaflet])
    documents.add("chat-1", [empty])
    assert [path.name for path in documents.files("chat-1")] == ["corvalin.md"]


def test_index_of_another_version_is_built_anew(
    documents: ChatDocuments, leaflet: Path, heart: Assistant, heart_settings: Settings, tmp_path: Path
) -> None:
    documents.add("chat-1", [leaflet])
    (changed,) = (tmp_path / "chats" / "chat-1" / "documents").glob("corvalin.md")
    changed.write_text(LEAFLET.replace("120 mg", "60 mg"), encoding="utf-8")
    later = ChatDocuments(heart_settings, tmp_path / "chats")
    response, _ = later.beside("chat-1", heart).answer(DOSE)
    assert isinstance(response, CitedAnswer)
    assert "60 mg" in response.claims[0].text


def test_name_of_a_chat_is_never_a_path(documents: ChatDocuments, leaflet: Path, tmp_path: Path) -> None:
    documents.add("../../outside", [leaflet])
    assert not (tmp_path.parent / "outside").exists()
    (home,) = (tmp_path / "chats").iterdir()
    assert home.stat().st_mode & 0o077 == 0
    documents.forget("../..")
    assert home.is_dir()


def test_file_that_cannot_be_read_is_reported_and_leaves_the_library_answering(
    documents: ChatDocuments, tmp_path: Path, heart: Assistant
) -> None:
    broken = tmp_path / "scan.pdf"
    broken.write_bytes(b"not a pdf")
    report = documents.add("chat-1", [broken])
    assert report.added == ()
    assert "scan.pdf" in report.failures[0].error
    documents.beside("chat-1", heart).answer(DOSE)


class Says:
    def __init__(self, response: Response) -> None:
        self.response = response
        self.sources: Any = "not asked"

    def answer(self, _question: Question, *, sources: frozenset[str] | None = None, **_: Any) -> tuple[Response, Trace]:
        self.sources = sources
        return self.response, Trace()


def abstention(*nearest: Nearest, reason: AbstentionReason = AbstentionReason.NO_EVIDENCE) -> Abstention:
    return Abstention(question=DOSE, read_as=StandaloneQuestion(text=DOSE.text), reason=reason, nearest=nearest)


def test_chosen_sources_bind_the_library_and_not_the_own_document() -> None:
    own, library = Says(abstention()), Says(answer([claim(citation(1))]))
    BesideLibrary(own, library).answer(DOSE, sources=frozenset({"alpha"}))
    assert (own.sources, library.sources) == (None, frozenset({"alpha"}))


def test_where_nobody_answers_the_own_sections_are_named() -> None:
    near = Nearest(source=citation(1).source, section=("Doses",))
    own, library = abstention(near), abstention()
    assert BesideLibrary(Says(own), Says(library)).answer(DOSE)[0] is own
    assert BesideLibrary(Says(abstention()), Says(library)).answer(DOSE)[0] is library
