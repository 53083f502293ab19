"""A sentence whose label the cited words don't bear out: what it says by itself, and what of it may then be shown. Pure.

"No set length: how long X should last is unknown" may hold while the two read as one sentence don't. The sentence is judged
alone then, and shown without its label, unless the label only names what the cited words name as well. A label that says of
whom, when or of what drug its sentence holds is no mere name: without it the sentence would say more. Where it tells the case,
"Stage II: X may be given", the two are read as the one sentence that they stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain

from assistant.answers import Evidence
from assistant.citation.both import named_both
from assistant.citation.cite import Piece, PieceKind
from assistant.citation.headed import is_sentence, subject_of
from assistant.citation.shorter import LABELLED
from assistant.verify.labels import labels_only
from assistant.verify.lines import find_lines
from assistant.verify.wordings import forms_of, stem, wordings
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon

_MOST_WORDS = 8
_SHORTEST = 5
_VERDICT = 3
# The label is what the sentence takes up: "Mestor: It is given …".
_PRONOUN = re.compile(
    r"^(?:it|they|this|these|those|this\s+one|(?:the|this|these|those)\s+(?:drugs?|medicines?|medications?|treatments?|agents?|tests?|scans?|pairs?|classes))\s+"
    r"(?=(?:also|often|usually|sometimes|generally|commonly|is|are|was|were|has|have|can|may|might|must|should|will|could|includes?|works?|helps?|goes)\b)",
    re.IGNORECASE,
)
_TAKES_UP = re.compile(
    r"(?:it|its|they|their|them|this|these|that|those|such|both|he|she|his|her|each|either|neither|one|some|none|there|here|otherwise|then|instead"
    r"|the\s+(?:dose|doses|drug|drugs|medicine|treatment|same|former|latter|first|second|other|others|rest|combination|pair|two|three))\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:(?:for|in|at|on|after|before|during|if|when|once|while|among|with|without|as|to)\b[^,;:]*,\s+)?", re.IGNORECASE
)
# "Adding X prolonged survival": verbs of what a treatment does.
_EFFECT = re.compile(
    r"^(?P<subject>[^,;:]{3,80}?)\s+(?:lengthen|prolong|improv|rais|lower|reduc|delay|increas|decreas|slow|help|doubl|halv|extend|shorten|work)(?:e?s|ed)\b",
    re.IGNORECASE,
)
# "Earlier treatments, where it grows, …": what is listed there has a verb, the line has none.
_LISTED = re.compile(r",\s+(?:where|when|which|who|whose|whether|how|what|why|if)\b", re.IGNORECASE)
# A label that says when, for whom or from what age on.
_WHEN = re.compile(
    r"^(?:if|when|once|after|before|during|while|until|unless|with|without|for|in|at|on|under|over|past|beyond|among|between)\b|\d|[<>≥≤]",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:adults?|child(?:ren)?|infants?|bab(?:y|ies)|newborns?|teenagers?|adolescents?|elderly|older|younger|old|young|women|men|woman|man|girls?|boys?"
    r"|male|female|pregnan\w+|breastfeeding|everyone|everybody|anyone|all|nobody|patients|people|smokers?|carriers?)\b",
    re.IGNORECASE,
)
_OPENED = re.compile(r"(?:if|when|once|after|before|during|while|until|without|for|in|with|among|under|on)\s", re.IGNORECASE)
_CASES = frozenset(("population", "condition"))
_LIMITING = TREATMENTS | {"population", "condition"}
_DENYING = frozenset("no not never none avoid without unsafe contraindicated wrong false myth discouraged don't can't".split())
# What weighs, counts or denies doesn't only name.
_WEIGHING = frozenset(
    """
    no not never none without only best better worst worse first last main preferred standard recommended must should may always
    avoid safe unsafe good bad right wrong true false most least more less top proven instead rather unless except
    """.split()
)


@dataclass(frozen=True, slots=True)
class Unlabelled:
    """``read`` is what must hold, ``shown`` what the reader gets then."""

    read: Piece
    shown: Piece


def unlabelled(piece: Piece, evidence: Iterable[Evidence], question: str, lexicon: Lexicon | None) -> tuple[Unlabelled, ...]:
    """The ways to read a sentence apart from its label; none where it has no label or says more without it."""
    found = LABELLED.match(piece.text)
    if found is None or len(found["label"].split()) > _MOST_WORDS or _tells(found["label"]):
        return ()
    label, rest = found["label"], found["rest"]
    plain = replace(piece, text=rest, clauses=(), marked=(), under_header="")
    if (both := named_both(rest, label, lexicon)) != rest:
        return (Unlabelled(read=replace(plain, text=both), shown=piece),)
    if taken_up := _PRONOUN.match(rest):
        named = f"{label} {rest[taken_up.end() :]}"
        return () if _WHEN.search(label) else (Unlabelled(read=replace(plain, text=named), shown=piece),)
    if cases := _cases_of(label, rest, lexicon):
        said = chain.from_iterable((f"{case}, {_lowered(rest)}", f"{rest.rstrip('. ')} {_lowered(case)}") for case in cases)
        return tuple(Unlabelled(read=replace(plain, text=one), shown=piece) for one in said)
    if not _stands_alone(rest, lexicon) or _says_more_without(label, rest, lexicon):
        return ()
    kept = _names_only(label, evidence, question)
    return (Unlabelled(read=plain, shown=piece if kept else _bare(piece, label, rest)),)


def needs_label(piece: Piece, lexicon: Lexicon | None) -> bool:
    """True for a sentence whose label names people, a line or a drug that the sentence doesn't name."""
    found = LABELLED.match(piece.text)
    return found is not None and _names_more(found["label"], found["rest"], lexicon)


def is_denied(piece: Piece, lexicon: Lexicon | None) -> bool:
    """True for a sentence behind a bare denial: "Not advised: X is given", whatever the two say as one sentence."""
    found = LABELLED.match(piece.text)
    words = forms_of(found["label"]) if found else ()
    bare = len(words) <= _VERDICT and (lexicon is None or not lexicon.mentions(" ".join(words)))
    return bare and not _DENYING.isdisjoint(words)


def _bare(piece: Piece, label: str, rest: str) -> Piece:
    """The piece without its label; a row keeps the place of it."""
    if piece.kind is PieceKind.ROW and piece.cells and piece.cells[0].strip(" *_") == label:
        return replace(piece, text=rest, cells=("–", *piece.cells[1:]), under_header="")
    return replace(piece, text=f"{rest[0].upper()}{rest[1:]}", clauses=(), marked=())


def _stands_alone(rest: str, lexicon: Lexicon | None) -> bool:
    """True for a sentence that names what it speaks of."""
    opening = _OPENING.match(rest)
    main = rest[opening.end() :] if opening else rest
    if len(rest.split()) < _SHORTEST or _TAKES_UP.match(main) or _TAKES_UP.match(rest):
        return False
    effect = _EFFECT.match(main)
    subject = effect["subject"] if effect else subject_of(rest) if is_sentence(rest) else ""
    if main.lower().startswith("the "):
        return " of " in f"{subject} " or any(one.concept.name for one in (lexicon.mentions(subject) if lexicon else ()))
    return bool(subject) and not _LISTED.search(subject)


def _says_more_without(label: str, rest: str, lexicon: Lexicon | None) -> bool:
    """True for a label that limits its sentence: to people, a time or a drug that the sentence doesn't name."""
    ordered = lexicon is not None and bool(lexicon.mentions(label)) and _orders(label)
    return ordered or _WHEN.search(label) is not None or _names_more(label, rest, lexicon)


def _names_more(label: str, rest: str, lexicon: Lexicon | None) -> bool:
    if _PEOPLE.search(label) or find_lines(label):
        return True
    if lexicon is None:
        return False
    own = {named.concept.concept_id for named in lexicon.mentions(rest)}
    limits = (named.concept for named in lexicon.mentions(label) if named.concept.kind in _LIMITING)
    return any(concept.concept_id not in own for concept in limits)


def _cases_of(label: str, rest: str, lexicon: Lexicon | None) -> tuple[str, ...]:
    """The case that a label tells, as phrases that may open its sentence; none if it tells none or that points back."""
    if lexicon is None or _TAKES_UP.match(rest) or _orders(label):
        return ()
    if _OPENED.match(label):
        return (label,)
    named = lexicon.mentions(label)
    if not named or any(one.concept.kind not in _CASES for one in named) or not _DENYING.isdisjoint(forms_of(label)):
        return ()
    return (
        (f"In patients who are {label}", f"In {label}")
        if {one.concept.kind for one in named} == {"population"}
        else (f"In {label}",)
    )


def _tells(label: str) -> bool:
    """True for a label that is a statement; "If X is refused" only supposes one."""
    return is_sentence(label) and _OPENED.match(label) is None


def _lowered(text: str) -> str:
    """The text as it goes on behind a comma; a name in capitals keeps them."""
    return f"{text[:1].lower()}{text[1:]}" if text[1:2].islower() else text


def _orders(label: str) -> bool:
    """True for "Use X routinely", which tells what to do and labels nothing."""
    words = forms_of(label)
    tags = wordings().longest((stem(words[0]),), words[:1])[1] if words else ()
    return any(tag.family == "imperatives" for tag in tags) or words[:1] in {("do",), ("don't",), ("never",), ("always",)}


def _names_only(label: str, evidence: Iterable[Evidence], question: str) -> bool:
    """True for a label of the question's words or of a heading's above the cited words, and for the kind of a remark."""
    words = [word for word in forms_of(label) if not labels_only(word)]
    asked = set(forms_of(question))
    above = {forms_of(heading) for piece in evidence for heading in (*piece.heading_path, piece.lead_in)}
    return forms_of(label) in above or (not _WEIGHING.intersection(forms_of(label)) and all(word in asked for word in words))
