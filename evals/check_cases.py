"""Proof of the cases against the corpus: a fact that no statement says is a broken case, not a wrong answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Indel

from evals.case_files import Case, Fact, Turn, load_cases
from evals.matching import normalise, says
from evals.records import states
from ingest.chunk import cut
from ingest.documents import Statement
from ingest.originals import read_documents
from ingest.settings import IngestSettings

PLACEHOLDER = "…as somebody would type it…"
"""What ``vouch eval new`` writes where the question belongs."""

_TOO_ALIKE = 0.92


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A broken case: where, what, and the mend, in one line."""

    case_id: str
    file: str
    line: int
    message: str

    def __str__(self) -> str:
        """The problem as one line that an editor can jump to."""
        return f"{self.file}:{self.line}: {self.case_id}: {self.message}"


def read_statements(settings: IngestSettings) -> tuple[Statement, ...]:
    """Every statement of the documents in the corpus folder, whatever their format; those in the index are not read again."""
    documents = [document for _, document in read_documents(settings) if document is not None]
    return tuple(statement for document in documents for statement in cut(document)[1])


def under(statement: Statement) -> str:
    """The heading path, lead-in and antecedent of a statement, as one line."""
    return " › ".join((*statement.heading_path, *filter(None, (statement.lead_in, statement.antecedent))))


def proofs(fact: Fact, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements that state a fact, read with what they stand under."""
    return tuple(s for s in statements if states(fact, s.text, heading=under(s)))


def check_cases(cases: Sequence[Case], statements: Sequence[Statement]) -> tuple[Problem, ...]:
    """Every problem of the cases: facts without proof, unknown sources, sources that state nothing asked for, near copies."""
    problems = [problem for case in cases for problem in _check_case(case, statements)]
    return (*problems, *_near_copies(cases))


def check_folder(folder: Path, settings: IngestSettings) -> tuple[Problem, ...]:
    """``check_cases`` over a folder of cases and the corpus that the settings name."""
    return check_cases(load_cases(folder), read_statements(settings))


def _check_case(case: Case, statements: Sequence[Statement]) -> list[Problem]:
    found = [message for turn in case.turns for message in _check_turn(turn, statements)]
    return [Problem(case_id=case.id, file=case.file, line=case.line, message=message) for message in found]


def _check_turn(turn: Turn, statements: Sequence[Statement]) -> list[str]:
    known = {statement.source_id for statement in statements}
    if PLACEHOLDER in turn.question:
        return ["the question is still the skeleton's; write it as somebody would type it"]
    found = [f"no document has the source id {s!r}; there are {', '.join(sorted(known))}" for s in turn.sources if s not in known]
    if turn.facts and not turn.wants_facts:
        found.append(f"a case that expects {turn.expect[0]} states no facts; remove `facts:`")
    named = [statement for statement in statements if not turn.sources or statement.source_id in turn.sources]
    proving: set[str] = set()
    for fact in turn.facts:
        # The sources that the case names first: the others matter only if those don't say it.
        saying = {statement.source_id for statement in proofs(fact, named)}
        saying = saying or {statement.source_id for statement in proofs(fact, statements)}
        proving |= saying
        if not saying:
            found.append(
                f"no statement of the corpus says {fact.say!r} in any of {list(fact.any)}; mend the fact or the wordings"
            )
        elif turn.sources and not saying & set(turn.sources):
            found.append(f"{fact.say!r} is said by {sorted(saying)}, but `sources:` names only {list(turn.sources)}")
    idle = [source for source in turn.sources if turn.facts and source in known - proving]
    found += [f"the source {source!r} states none of the facts; remove it" for source in idle]
    for wording in turn.not_facts:
        stating = [statement.statement_id for statement in statements if says(wording, statement.text)]
        found += [f"the corpus itself states {wording!r} ({where}); it can't be a wrong fact" for where in stating[:1]]
    return found


def _near_copies(cases: Sequence[Case]) -> list[Problem]:
    """Questions, or whole dialogues, that differ from earlier ones by little more than a word."""
    asked = [
        (case, normalise(" / ".join(turn.question for turn in case.turns)))
        for case in cases
        if all(PLACEHOLDER not in turn.question for turn in case.turns)
    ]
    texts = [text for _, text in asked]
    # The longest common subsequence is never shorter than the matching blocks: what it rules out is no copy.
    alike = process.cdist(texts, texts, scorer=Indel.normalized_similarity, score_cutoff=_TOO_ALIKE)
    found = []
    for later, earlier in zip(*np.nonzero(np.tril(alike, k=-1)), strict=True):
        if SequenceMatcher(None, texts[later], texts[earlier], autojunk=False).ratio() > _TOO_ALIKE:
            case, other = asked[later][0], asked[earlier][0]
            message = f"a near copy of {other.id!r} ({other.file}:{other.line}): ask something else"
            found.append(Problem(case_id=case.id, file=case.file, line=case.line, message=message))
    return found
