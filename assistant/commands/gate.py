"""``vouch verify`` and ``vouch enforce``: the gate alone, for drafts and claims that were written elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from assistant.commands.answering import finish, required
from assistant.commands.batch import json_only, open_lines, run_batch
from assistant.commands.options import AsJson, BatchFile, CorpusFolder

if TYPE_CHECKING:
    from assistant.serving.lines import EnforceLine, VerifyLine
    from assistant.settings import Settings
    from assistant.words.lexicon import Lexicon


def register(app: typer.Typer) -> None:
    """Puts the commands under ``vouch``."""
    app.command()(verify)
    app.command()(enforce)


def verify(batch: BatchFile = None, corpus: CorpusFolder = None, as_json: AsJson = False) -> None:
    """Say of each claim whether the evidence given with it states it, and if not, why.

    A line in: {"id", "claim", "evidence"}, "section" and "source" if known.

    A line out: {"id", "supported", "score", "reasons", "explanations"}, or {"id", "error"}.
    """
    from assistant.serving.lines import VerifyLine

    del as_json  # a batch is answered in JSON in any case
    with json_only() as write, open_lines(required(batch)) as lines:
        work = verify_line(_lexicon_of(corpus))
        finish(run_batch(lines, model=VerifyLine, work=work, write=write))


def enforce(batch: BatchFile = None, corpus: CorpusFolder = None, as_json: AsJson = False) -> None:
    """Take out of each draft what the passages given with it don't state.

    A line in: {"id", "question", "passages", "draft"}; a passage is {"n", "text"}, "section" and "source" if known.

    A line out: {"id", "text", "shown", "withheld"}, or {"id", "error"}.
    """
    from assistant.serving.lines import EnforceLine

    del as_json  # as above
    with json_only() as write, open_lines(required(batch)) as lines:
        work = enforce_line(_lexicon_of(corpus))
        finish(run_batch(lines, model=EnforceLine, work=work, write=write))


def _lexicon_of(corpus: Path | None) -> Lexicon:
    """The lexicon of the corpus in force; a folder named on the command line must be there, or a slip would go unseen."""
    from assistant.settings import load_settings
    from ingest.errors import VouchError

    if corpus is not None and not corpus.is_dir():
        message = f"there is no folder {corpus}; give the folder of the documents, or leave out --corpus"
        raise VouchError(message)
    return open_lexicon(load_settings(corpus=corpus))


def open_lexicon(settings: Settings) -> Lexicon:
    """The corpus' lexicon: all that the verifier needs, which answers pass too; neither index nor model."""
    from assistant.words.lexicon_files import lexicon_folder, load_lexicon

    return load_lexicon(lexicon_folder(settings.corpus))


def verify_line(lexicon: Lexicon) -> Callable[[VerifyLine], dict[str, Any]]:
    """Verifies one checked line."""
    from assistant.reread.reread import open_gate

    verify = open_gate(lexicon)

    def work(line: VerifyLine) -> dict[str, Any]:
        verdict = verify(line.claim, line.cited)
        return {
            "supported": verdict.supported,
            "score": round(verdict.score, 4),
            "reasons": list(dict.fromkeys(reason.code.value for reason in verdict.reasons)),
            "explanations": [reason.detail for reason in verdict.reasons],
        }

    return work


def enforce_line(lexicon: Lexicon) -> Callable[[EnforceLine], dict[str, Any]]:
    """Enforces one checked line."""
    from assistant.citation.enforce import enforce
    from assistant.reread.reread import open_gate

    verify = open_gate(lexicon)

    def work(line: EnforceLine) -> dict[str, Any]:
        enforced = enforce(line.question, line.numbered, line.draft, verify=verify, lexicon=lexicon)
        return {
            "text": enforced.text,
            "shown": [
                {
                    "text": claim.text,
                    "citations": list(claim.citations),
                    "score": round(claim.score, 4),
                    "moved_from": list(claim.moved_from),
                }
                for claim in enforced.shown
            ],
            "withheld": [
                {"text": piece.text, "reason": piece.reasons[0].code.value, "explanation": piece.reasons[0].detail}
                for piece in enforced.withheld
            ],
        }

    return work
