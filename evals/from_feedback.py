"""``vouch eval from-feedback``: what readers said of answers as cases, so that a complaint becomes a regression test.

An answer that helped becomes a whole case: it must stay. One that did not becomes a case without facts, which
``vouch eval check`` refuses until somebody has written what the answer must state; what was shown and found stands above it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assistant.model.identifiers import mask_identifiers
from assistant.storage.feedback import Opinion
from evals.matching import normalise

_FIGURE = re.compile(r"\d+(?:\.\d+)?(?:-\d+(?:\.\d+)?)?(?:%| [a-z]+(?:/[a-z0-9]+)?)?")
_FOUND_SHOWN = 5
# Whatever came of the turns before, the case is about the last one.
_ANY_OUTCOME = "[abstain, answer, premise, disagreement, emergency, smalltalk]"
_FIELDS = 'defaults: {topic: feedback, split: dev, provenance: "what readers said of answers"}'


def feedback_cases(opinions: Sequence[Opinion]) -> str:
    """A case file, one case an opinion; empty without opinions. Personal identifiers are masked."""
    if not opinions:
        return ""
    lines = [_FIELDS, "cases:"]
    for opinion in opinions:
        lines += [*_remarks(opinion), *_case(opinion)]
    return "\n".join(lines) + "\n"


def _remarks(opinion: Opinion) -> Iterator[str]:
    """Comments for whoever completes the case."""
    verdict = "helpful" if opinion.helpful else opinion.reason or "not helpful"
    yield f"  # {opinion.created_at[:10]}, {verdict}" + (f": {_masked(opinion.comment)}" if opinion.comment else "")
    if opinion.helpful:
        return
    for claim in opinion.answer.get("claims", ()):
        yield f"  # shown: {_masked(claim['text'])} {claim['citations']}"
    for held in opinion.answer.get("withheld", ()):
        yield f"  # withheld ({held['reason']}): {_masked(held['text'])}"
    for hit in opinion.trace.get("hits", ())[:_FOUND_SHOWN]:
        yield f"  # found: {_masked(hit['text'])} ({hit['source_id']})"


def _case(opinion: Opinion) -> Iterator[str]:
    answer = opinion.answer
    earlier = [_masked(turn["content"]) for turn in opinion.history if turn["role"] == "user"]
    yield f"  - id: feedback-{re.sub(r'[^a-z0-9]+', '-', opinion.message_id.lower()).strip('-')}"
    yield f"    audience: {opinion.audience}"
    yield "    language: auto"
    indent = "    "
    if earlier:
        yield "    dialogue:"
        for said in earlier:
            yield f"      - {{question: {_quoted(said)}, expect: {_ANY_OUTCOME}}}"
        yield f"      - question: {_quoted(_masked(answer['question']))}"
        indent = "        "
    else:
        yield f"    question: {_quoted(_masked(answer['question']))}"
    yield from (f"{indent}{line}" for line in _expected(opinion))


def _expected(opinion: Opinion) -> Iterator[str]:
    answer = opinion.answer
    if opinion.helpful and answer["status"] != "answered":
        yield f"expect: {_outcome(answer['status'])}"
        return
    if not opinion.helpful or not answer["claims"]:
        yield "facts: []  # what must the answer state?"
        return
    yield f"sources: [{', '.join(dict.fromkeys(citation['source_id'] for citation in answer['citations']))}]"
    yield "facts:"
    yield from (f"  - {_fact(claim)}" for claim in answer["claims"])


def _outcome(status: str) -> str:
    return {"abstained": "abstain"}.get(status, status)


def _fact(claim: Mapping[str, Any]) -> str:
    """The claim's figures as its wording; its words, if it has none."""
    text = normalise(claim["text"])
    figures = list(dict.fromkeys(_FIGURE.findall(text)))
    wording = " & ".join(figures) or text.rstrip(".").replace("&", "and").replace("|", "or")
    return f"{{say: {_quoted(_masked(claim['text']))}, any: [{_quoted(wording)}]}}"


def _masked(text: str) -> str:
    return " ".join(mask_identifiers(text).text.split())


def _quoted(text: str) -> str:
    """A string that is YAML as well as JSON."""
    return json.dumps(text, ensure_ascii=False)
