"""``vouch eval new``: a case's skeleton from a statement of the corpus, to be put into a person's words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from evals.check_cases import under
from evals.errors import EvalError
from evals.matching import normalise
from ingest.documents import Statement

_FIGURE = re.compile(r"\d+(?:\.\d+)?(?:-\d+(?:\.\d+)?)?(?:%| [a-z]+(?:/[a-z0-9]+)?)?")


def new_case(statements: Sequence[Statement], sought: str) -> str:
    """YAML for one case on the statement with the id ``sought``, or the first that holds those words.

    Raises:
        EvalError: no statement does.

    """
    exact = [statement for statement in statements if statement.statement_id == sought]
    holding = [statement for statement in statements if normalise(sought) in normalise(f"{under(statement)} {statement.text}")]
    found = (exact or holding)[:1]
    if not found:
        message = f"No statement of the corpus has the id or holds the words {sought!r}; try fewer words."
        raise EvalError(message)
    statement = found[0]
    figures = list(dict.fromkeys(_FIGURE.findall(normalise(statement.text))))
    wordings = " & ".join(figures) or normalise(statement.text).rstrip(".")
    text = statement.text.replace('"', "'")
    return "\n".join(
        (
            f"# {under(statement)}: {text}",
            f"  - id: {re.sub(r'[^a-z0-9]+', '-', statement.statement_id.lower()).strip('-')}",
            '    question: "…as somebody would type it…"',
            f"    sources: [{statement.source_id}]",
            "    facts:",
            f'      - {{say: "{text}", any: ["{wordings}"]}}',
            "",
        )
    )
