"""``vouch eval new``: a case's skeleton from a statement of the corpus, to be put into a person's words."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from evals.check_cases import PLACEHOLDER, under
from evals.errors import EvalError
from evals.matching import normalise
from ingest.documents import Statement

_FIGURE = re.compile(r"(?:every )?(?<![\w.])\d+(?:\.\d+)?(?:-\d+(?:\.\d+)?)?(?:%| [a-zµ]+(?:/[a-z0-9]+)?)?")
_WORD = re.compile(r"[^\W\d_]{4,}")
_NEGATIONS = re.compile(r"\b(?:not|no|never|without|nunca|sin)\b")
_TELLING = 2
_ID_WORDS = 4
_SHOWN = 5
_HEAD = """defaults: {{topic: {topic}, audience: clinician, split: dev, provenance: "who wrote them, from what"}}
cases:"""


def new_case(statements: Sequence[Statement], sought: str) -> str:
    """YAML for one case on the statement with the id ``sought``, or the first that holds those words.

    Raises:
        EvalError: no statement does.

    """
    exact = [statement for statement in statements if statement.statement_id == sought]
    holding = [statement for statement in statements if normalise(sought) in normalise(f"{under(statement)} {statement.text}")]
    found = exact or holding
    if not found:
        message = f"No statement of the corpus has the id or holds the words {sought!r}; try fewer words."
        raise EvalError(message)
    statement = found[0]
    others = [f"  # also, by its id: {other.statement_id}: {' '.join(other.text.split())}" for other in found[1 : 1 + _SHOWN]]
    return "\n".join(
        (
            f"  # {' '.join(f'{under(statement)}: {statement.text}'.split())}",
            *others,
            f"  - id: {_name(statement)}",
            f'    question: "{PLACEHOLDER}"',
            f"    sources: [{statement.source_id}]",
            "    facts:",
            f"      - {{say: {_quoted(statement.text)}, any: [{_quoted(wording(statement, statements))}]}}",
            "",
        )
    )


def add_case(file: Path, case: str) -> None:
    """Writes the case at the end of the file; a new file gets what its cases have in common first.

    Raises:
        EvalError: the file can't be written.

    """
    try:
        begun = file.read_text(encoding="utf-8").rstrip("\n") if file.exists() else ""
        if not begun:
            begun = _HEAD.format(topic=file.stem)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{begun}\n{case}", encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"The case can't be added to {file} ({error}); name another file with --to."
        raise EvalError(message) from error


def wording(statement: Statement, statements: Sequence[Statement]) -> str:
    """What the statement's fact can be known by: its figures, its "not", and the words that few other statements have."""
    text = normalise(statement.text)
    figures = list(dict.fromkeys(_FIGURE.findall(text)))
    common = Counter(word for other in statements for word in set(_WORD.findall(normalise(other.text))))
    # A word that stands in a figure already ("every", "weeks") tells nothing more.
    words = [word for word in dict.fromkeys(_WORD.findall(text)) if not any(word in figure for figure in figures)]
    telling = sorted(words, key=lambda word: (common[word], -len(word)))[:_TELLING]
    negation = _NEGATIONS.search(text)
    kept = [*(word for word in words if word in telling), *([negation[0]] if negation else []), *figures]
    return " & ".join(kept) or text.rstrip(".")


def _name(statement: Statement) -> str:
    """An id that says what the case is about."""
    words = re.findall(r"[a-z0-9]{3,}", normalise(statement.text).encode("ascii", "ignore").decode())
    return "-".join(words[:_ID_WORDS]) or re.sub(r"[^a-z0-9]+", "-", statement.statement_id.lower()).strip("-")


def _quoted(text: str) -> str:
    """A string that is YAML as well as JSON."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
