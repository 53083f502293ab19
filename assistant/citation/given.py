"""The conditions under which a piece of a draft speaks because they were named around it: asked, headed, said just before. Pure.

"How is it given after the first has failed?" – "Over 3 hours": the answer needn't say again after what. A claim that leaves a
condition out is read with the conditions that stand around it in full view of the reader, and is verified with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.answers import Evidence
from assistant.citation.cite import Piece
from assistant.question.own_case import own_case
from assistant.verify.conditional import find_conditions, group_of
from assistant.verify.spanish import is_spanish

# "Any patient" reaches further than a case does; "depending on any change" does not.
_ANY = r"(?<!\bon\s)any\w*"
_OWN_REACH = re.compile(
    rf"\b(?:from(?!\s+\w+ing\b)|(?<!,\s)since|until|till|before|once|first(?!\s*-?\s*line)|initial\w*|start|beginning|outset|immediately|straight|always|{_ANY}|all|every(?!\s+\d)"
    r"|regardless|whatever|whether|even|without|never|throughout)\b",
    re.IGNORECASE,
)
# A group that somebody belongs to is theirs at any time, but not everybody's.
_OF_PEOPLE = re.compile(r"in\s+patients\s+who\b", re.IGNORECASE)
_OF_ALL = re.compile(rf"\b(?:{_ANY}|all|every(?!\s+\d)|regardless|whatever|whether|even)\b", re.IGNORECASE)
# "Triple-negative disease: which drugs come first?": what the question is of stands before its colon.
_ASKED_OF = re.compile(r"^\W*(?P<topic>[^:?.!;]{3,80}):\s+\w")
# "The management of triple-negative disease": what is asked about.
_ASKED_ABOUT = re.compile(
    r"\b(?:(?:management|treatment|therapy|treating|managing|care|course)\s+of|(?:options?|choices?|approach(?:es)?|treatments?|drugs|medicines|regimens?)\s+(?:for|to|in))\s+(?P<topic>(?:(?!(?:and|or|versus|vs|including|with|in|after)\b)[\w/+-]+\s*){1,6})",
    re.IGNORECASE,
)
# "How is triple-negative disease treated?": what is asked about.
_ASKED_HOW = re.compile(
    r"\bhow\s+(?:is|are|do\s+(?:you|we|i)\s+(?:treat|manage)|(?:should|can|do|would)\s+(?:you|we|i)\s+(?:treat|manage)|should|can)\s+"
    r"(?P<topic>(?:(?!(?:and|or|versus|vs|including|with|in|after|be|treated|managed|i|you|we|the\s+response)\b)[\w/+-]+\s*){1,6}?)"
    r"(?=\s*(?:\?|(?:be\s+)?(?:treated|managed)\b))",
    re.IGNORECASE,
)
# Words that take up what the sentence before spoke of.
TAKES_UP = re.compile(r"(?:it|they|this|these|such|both|he|she)\b", re.IGNORECASE)
# "You may also be given B": in the case of which the item before spoke.
_ADDS = re.compile(r"\b(?:may|might|can|could|should|must|will|is|are)\s+also\b", re.IGNORECASE)
# "In women with this type of cancer": they were named before.
_SUCH_PEOPLE = re.compile(
    r"\b(?:these|this|such|those|that)\s+(?:(?:an?|type|types|kind|kinds|sort|form|subtype|group|stage)\s+(?:of\s+)?)?"
    r"(?:women|men|patients?|people|cases|cancers?|tumou?rs?|disease|group|situation|setting|illness|condition)\b",
    re.IGNORECASE,
)
# "At that point": once what the sentence before waited for has come.
_AT_THAT = re.compile(
    r"(?:at\s+(?:that|this|which)\s+(?:point|stage|time)|from\s+then\s+on|after\s+that|then|when\s+that\s+happens)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"^(?:until|till)\s+", re.IGNORECASE)
_PEOPLE_WITH = re.compile(
    r"\b(?P<who>women|men|patients|people|children|adults|infants)\s+(?P<with>(?:with|whose|who\s+have)\s+[^,;:.()]+)",
    re.IGNORECASE,
)
_SPANISH = re.compile(
    r"\b(?:en|para|a|entre)\s+(?:l[ao]s\s+)?(?:mujeres|hombres|pacientes|personas|enferm[ao]s|casos|adult[ao]s|niñ[ao]s)\s+(?:con|sin|que|cuy[ao]s?|de)\b[^,.;:()]*"
    r"|\b(?:si|cuando|tras|después\s+de|en\s+caso\s+de)\b[^,.;:()]*",
    re.IGNORECASE,
)
_MOST = 4
_SENTENCES = 2
_TITLE = 9
_SPANISH_GROUP = re.compile(
    r"(?:mujeres|hombres|pacientes|personas|enferm[ao]s|casos|adult[ao]s|niñ[ao]s|enfermedad|cáncer|tumor)\b", re.IGNORECASE
)
# "After surgery" as a heading is a condition as it stands.
_OPENED = re.compile(r"(?:after|before|during|with|without|in|for|once|if|when|under|on)\s", re.IGNORECASE)
_NONE = re.compile(r"(?:no|without(?:\s+any)?)\s+", re.IGNORECASE)


def conditions_around(pieces: Sequence[Piece], question: str, leads: Sequence[str]) -> list[tuple[str, ...]]:
    """For each piece the conditions around it, the nearest first: in sentences before, lead-in, heading, question."""
    of = _ASKED_OF.match(question)
    about = tuple(
        f"in {found['topic'].strip()}" for pattern in (_ASKED_ABOUT, _ASKED_HOW) for found in pattern.finditer(question)
    )
    asked = (*_named_in(question.rstrip("?!. ")), *(_titled(of["topic"]) if of else ()), *own_case(question), *about)
    found: list[tuple[str, ...]] = []
    for index, piece in enumerate(pieces):
        before = [one.text for one in pieces[max(0, index - _SENTENCES) : index] if _goes_on(piece, one)]
        taken_up = _SUCH_PEOPLE.search(piece.text) is not None
        people = (
            tuple(f"in {one['who']} {one['with'].strip()}" for text in reversed(before) for one in _PEOPLE_WITH.finditer(text))
            if taken_up
            else ()
        )
        near = (
            *_since(piece, before),
            *people,
            *_all_named_in((*reversed(before), leads[index].rstrip(":"), piece.heading)),
            *_titled(piece.heading),
        )
        near = (*near, *(case for heading in piece.above for case in (*_named_in(heading.rstrip(":. ")), *_titled(heading))))
        found.append(tuple(dict.fromkeys((*near, *asked)))[:_MOST])
    return found


def _since(piece: Piece, before: Sequence[str]) -> Iterator[str]:
    """“Once X” for a piece that opens with "at that point" behind a sentence that said "until X"."""
    if before and _AT_THAT.match(piece.text):
        for one in find_conditions(before[-1]):
            if one.kind == "until":
                yield _UNTIL.sub("if ", before[-1][one.start : one.end].strip(" ,."))


def _goes_on(piece: Piece, before: Piece) -> bool:
    """True for sentences of one paragraph or item, and for an item that takes up the one before ("It is then …", "may also")."""
    return before.block == piece.block or bool(
        piece.list_number
        and before.list_number == piece.list_number
        and (TAKES_UP.match(piece.text) or _SUCH_PEOPLE.search(piece.text) or _ADDS.search(piece.text))
    )


def _all_named_in(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from _named_in(text.rstrip(". "))


def _named_in(text: str) -> Iterator[str]:
    if is_spanish(text):
        yield from (found[0].strip() for found in _SPANISH.finditer(text))
        return
    if (group := group_of(text)) is not None:  # "Premenopausal women should …", "Women who … should …"
        who = text[group.start : group.end].strip()
        yield f"in {who} patients" if group.start == 0 else f"in patients {who}"
    for condition in find_conditions(text):
        if condition.kind != "unless":  # an exception that was named doesn't name the rule's case
            yield text[condition.start : condition.end].strip(" ,.")


def _titled(heading: str) -> Iterator[str]:
    """A heading that names a case without more ("Stable disease") as a condition."""
    words = heading.rstrip(":. ")
    if words and len(words.split()) <= _TITLE and not any(words.startswith(named) for named in _named_in(words)):
        spanish = is_spanish(words) or _SPANISH_GROUP.match(words)
        if _OPENED.match(words):
            yield f"{words[:1].lower()}{words[1:]}"
        else:
            yield _NONE.sub("without ", words) if _NONE.match(words) else f"{'en' if spanish else 'in'} {words}"


def conditions_of(evidence: Iterable[Evidence]) -> Iterator[str]:
    """The conditions that the cited words make."""
    return _all_named_in(piece.text for piece in evidence)


def supposed_in(text: str) -> tuple[str, ...]:
    """What the claim itself supposes: its own "if" and "when"."""
    return tuple(text[one.start : one.end].strip(" ,.") for one in find_conditions(text) if one.kind == "if")


def case_of(condition: str) -> str:
    """A sentence that says nothing but the condition, to compare two of them."""
    return f"This is so {condition}."


def under(text: str, condition: str) -> str | None:
    """The claim with a condition said behind it; None for one that sets its own time or reach ("from the first dose")."""
    own = _OF_ALL if _OF_PEOPLE.match(condition) else _OWN_REACH
    return None if own.search(text) else f"{text.rstrip('. ').replace('; ', f' {condition}; ')} {condition}"
