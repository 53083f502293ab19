"""Documents that one conversation brings along: indexed by themselves, asked before the library, gone with it."""

from __future__ import annotations

import re
import shutil
from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock

from assistant.answers import Abstention, AbstentionReason, CitedAnswer, Question
from assistant.own_corpus import with_own_corpus
from assistant.pipeline import Assistant
from assistant.serving.workers import Answered, Answerer, OnEvent
from assistant.settings import Settings
from assistant.words.lexicon_files import lexicon_folder
from ingest.adding import AddReport, add_documents, bring_in_line
from ingest.bring import Progress
from ingest.errors import IngestError

CHAT_FOLDER = Path(".vouch/chats")
WAITING_FOLDER = Path(".vouch/uploads")
_OPEN_AT_ONCE = 8
_DOCUMENTS, _INDEX = "documents", "index"


class BesideLibrary:
    """Answers from a conversation's own documents; what they don't answer, from the library."""

    def __init__(self, own: Answerer, library: Answerer) -> None:
        """``own`` holds the conversation's documents."""
        self._own = own
        self._library = library

    def answer(self, question: Question, *, on_event: OnEvent | None = None, sources: frozenset[str] | None = None) -> Answered:
        """A response and how it was found; ``sources`` restricts the library only."""
        response, trace = self._own.answer(question, on_event=on_event)
        if not isinstance(response, Abstention) or response.reason is AbstentionReason.UNREADABLE_QUESTION:
            return response, trace
        found, way = self._library.answer(question, on_event=on_event, sources=sources)
        # The own documents' sections are the nearer ones to name, if the library has no answer either.
        return (found, way) if isinstance(found, CitedAnswer) or not response.nearest else (response, trace)


class ChatDocuments:
    """Holds the folder of all conversations' documents, and the assistants over the latest few of them."""

    def __init__(
        self, settings: Settings, folder: Path, *, open_answerer: Callable[[Settings], Answerer] = Assistant.open
    ) -> None:
        """``folder`` is made when the first document comes."""
        self._settings = settings
        self._folder = folder
        self._open_answerer = open_answerer
        self._opened: OrderedDict[str, Answerer] = OrderedDict()
        self._lock = Lock()

    def add(self, thread_id: str, paths: Sequence[Path], *, progress: Progress | None = None) -> AddReport:
        """Reads and indexes documents for one conversation; what was understood of each."""
        home = self._home(thread_id)
        settings = self._settings_of(home)
        settings.corpus.mkdir(parents=True, exist_ok=True)
        home.chmod(0o700)
        lexicon = lexicon_folder(with_own_corpus(self._settings).corpus)
        if not (settings.corpus / lexicon.name).exists():
            shutil.copytree(lexicon, settings.corpus / lexicon.name)
        report = add_documents(list(paths), settings, progress=progress, overwrite=True)
        if report.added:  # now, while the report is waited for, and not when the first question is
            self._hold(thread_id, self._open(settings))
        elif not self.files(thread_id):
            shutil.rmtree(home, ignore_errors=True)
        return report

    def files(self, thread_id: str) -> tuple[Path, ...]:
        """The documents of a conversation as they were given."""
        corpus = self._settings_of(self._home(thread_id)).corpus
        return tuple(sorted(path for path in corpus.glob("*") if path.is_file() and not path.name.endswith(".meta.yaml")))

    def beside(self, thread_id: str, library: Answerer) -> Answerer:
        """What answers in this conversation: the library alone, unless it has documents of its own."""
        settings = self._settings_of(self._home(thread_id))
        if not settings.index.is_dir():
            return library
        with self._lock:
            own = self._opened.get(thread_id)
        own = own or self._open(settings)  # other chats don't wait for it
        self._hold(thread_id, own)
        return BesideLibrary(own, library)

    def _hold(self, thread_id: str, own: Answerer) -> None:
        """Holds an assistant as the latest, and lets go of those that were asked longest ago."""
        with self._lock:
            self._opened[thread_id] = own
            self._opened.move_to_end(thread_id)
            while len(self._opened) > _OPEN_AT_ONCE:
                self._opened.popitem(last=False)

    def _open(self, settings: Settings) -> Answerer:
        """The assistant over a conversation's documents; their index is built anew if it is of another Vouch."""
        try:
            return self._open_answerer(settings)
        except IngestError:
            bring_in_line(settings, None, None)
            return self._open_answerer(settings)

    def forget(self, thread_id: str) -> None:
        """Deletes a conversation's documents."""
        with self._lock:
            self._opened.pop(thread_id, None)
        shutil.rmtree(self._home(thread_id), ignore_errors=True)

    def _home(self, thread_id: str) -> Path:
        # A name that a browser sent: never a path.
        return self._folder / re.sub(r"[^A-Za-z0-9-]", "_", thread_id)

    def _settings_of(self, home: Path) -> Settings:
        return self._settings.model_copy(update={"corpus": home / _DOCUMENTS, "index": home / _INDEX})
