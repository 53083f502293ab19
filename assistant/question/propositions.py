"""A question in, what it takes for granted and what it asks whether out: statements in the asker's own words.

"Why is X given before Y?" takes for granted that X is given before Y; "Can I stop X?" asks whether I can stop X. Written
as a statement, either can be verified against the documents like any claim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.question.gains import brought
from assistant.question.given_together import given_together
from assistant.question.grounds import FINITE, apart, grounds_of, is_being
from assistant.question.kin import kin
from assistant.question.propositions_es import presupposed_in_spanish
from assistant.question.requests import asks_for_whom, asks_how_many, is_bare, is_request, parted
from assistant.question.word_order import AUXILIARY, declarative
from assistant.words.clauses import PLAIN_NOT
from assistant.words.lexicon import Lexicon

_ASKS = (
    rf"(?:what|which|who|whom|whose|why|when|where|how|{AUXILIARY}|(?:at|under|in|to|on)\s+(?:what|which|whom)|(?:for|by|after|every|within)\s+how|"
    r"until\s+when)"
)
_DETAIL = r"(?:dos(?:e|es|age|ing)|schedule|interval|frequency|duration|regimen|cut-?off|threshold)"
_JOINT = re.compile(
    rf"(?:(?<=[.!?;])\s+|\s+[-–—]\s+|;\s*|:\s+(?={_ASKS}|(?:by|from|in)\s+(?:how|what|which)\b|{_DETAIL}\b)|,\s*(?:so\s+|then\s+|and\s+|but\s+)?(?={_ASKS}\b)|\s+so\s+(?={_ASKS}\b))",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"^\W*(?:(?:and|but|so|ok|okay|well|then|now(?!\s+that)|please|hi|hello|hey|doctor|doc|also|sorry|thanks|quick\s+question|remind\s+me|"
    r"tell\s+me|explain(?:\s+to\s+me)?|i\s+wonder|do\s+you\s+know|can\s+you\s+(?:tell|explain(?:\s+to)?)(?:\s+me)?)\b[\s,:]*)+",
    re.IGNORECASE,
)
_TAKES = re.compile(
    r"^how\s+(?:soon|long|quickly|fast|many\s+(?:[\w-]+\s+){0,3}?[\w-]+)\s+(?:(?:do|does|did|will|would)\s+it\s+(?:\w+\s+)?take\s+"
    rf"(?:for\s+|until\s+|till\s+|before\s+)?|until\s+|till\s+)(?P<what>(?!{AUXILIARY}|to\b)[^,?]+)",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"^(?P<what>.+?)\s+to\s+(?P<does>\w+\b.*)$", re.IGNORECASE)
_SOON = re.compile(
    rf"^how\s+(?:soon|long|quickly|fast|early)\s+(?P<after>(?:after|before|from)\s+[^,?]+?)\s+(?P<rest>{AUXILIARY}\s+.+)",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"^(?:why|how\s+come|what(?:['’]s|\s+is)\s+the\s+(?:reason|rationale)(?:\s+(?:that|why))?)\s+(?P<rest>.+)", re.IGNORECASE
)
_HOW = re.compile(
    r"^(?:how\s+much(?:\s+(?P<more>longer|better|more|less|worse|sooner|faster|later))?|when|"
    rf"at\s+(?:what|which)\s+(?:[\w/-]+\s+){{0,4}}\w+(?=\s+{AUXILIARY})|at\s+(?:what|which)\s+\w+|until\s+when|"
    r"(?:after|every|within)\s+how\s+(?:many\s+(?:\w+\s+)?(?:weeks|months|years|days|cycles)|long|often)|(?:for\s+)?how\s+"
    r"(?!(?:is|are|do|does|did|to|should|can|must|will|would|was|were|has|have|many|about|come|long(?=.*\bstay\b))\b)\w+|"
    rf"how(?=\s+{AUXILIARY}))\s+(?P<rest>.+)",
    re.IGNORECASE,
)
_MEASURED_BY = re.compile(
    rf"^(?:at|above|below|beyond|under|over|from)\s+(?:what|which)\s+(?P<measure>(?:[\w/-]+\s+){{0,4}}?[\w/-]+)\s+{AUXILIARY}\b",
    re.IGNORECASE,
)
_LEFT_OFF = re.compile(
    r"\b(?:stop\w*|withh[eo]ld\w*|hold|held|discontinu\w*|interrupt\w*|suspend\w*|paus\w*|skip\w*|omit\w*|reduc\w*|lower\w*|"
    r"delay\w*|postpon\w*|den(?:y|ied))\b",
    re.IGNORECASE,
)
# That something ends at some time is denied by nothing: only on an occasion, or for somebody.
_SOMETIME = re.compile(r"^(?:when|until\s+when|(?:at|until)\s+(?:what|which)\s+(?:point|time|moment|stage))\b", re.IGNORECASE)
_OCCASION = re.compile(
    r"\b(?:at|after|before|on|upon|once|if|in|during|because|for|from|with|while|despite|abruptly|suddenly)\b", re.IGNORECASE
)
_RATHER = re.compile(r"\b(?:rather\s+than|instead\s+of|over)\b", re.IGNORECASE)
_OF_WHICH = re.compile(
    r"^(?:(?:in|on|for|with|after|before)\s+)?(?:which|what|whose|how\s+many|what\s+(?:share|percentage|proportion)\s+of)\s+"
    r"(?!(?:is|are|was|were|does|do|did|if|about|else|happens?|should|can|will|would|has|have|makes|causes|determines|decides|predicts|worsens|"
    r"improves|speaks|counts|matters|helps|leads|brings|tells|keeps|prevents|raises|lowers|triggers|explains)\b)(?P<rest>.+)",
    re.IGNORECASE,
)
_WHO = re.compile(r"^who\s+(?P<rest>(?:is|are|was|were|has|have|needs?|gets?|benefits?|should|must)\b.+)", re.IGNORECASE)
_THAT = re.compile(r"^what(?:['’]s|\s+is|\s+are)\s+the\s+(?:\w+\s+){1,3}(?:that|when|if)\s+(?P<rest>.+)", re.IGNORECASE)
_MEASURE = re.compile(
    r"^(?:[\w-]+\s+)?(?:dose|dosage|type|kind|percentage|share|proportion|number|amount|level|form|brand|course|schedule|line|"
    r"month|week|year|day|cycle)s?\s+of\s+",
    re.IGNORECASE,
)
_ALLOWED = re.compile(
    r"^(?P<what>[^,]+?)\s+(?P<may>can|may|could|should|must)\s+(?P<whom>(?:an?|the|my|our|your|i|we|he|she|they|you)\b.*?)\s+"
    r"(?P<verb>have|take|get|receive|give|use|drink|eat)$",
    re.IGNORECASE,
)
_OBJECT_FIRST = re.compile(r"^(?P<object>[^,]+?)\s+(?:do|does|did)\s+(?P<rest>.+)", re.IGNORECASE)
_TAGGED = re.compile(
    r",?\s*(?:right|correct|true|(?<!or\s)no|(?:is|are|was|does|do|should|can)n['’]?t\s+(?:it|they|that|we)|(?:is\s+)?that\s+(?:so|right|true))"
    r"\s*\??$",
    re.IGNORECASE,
)
_TELLS_TO = re.compile(
    r"^(?:name|list|give|tell|show|explain|compare|describe|summari[sz]e|define|help|remind|say|quote|write|use|ignore|forget)\b",
    re.IGNORECASE,
)
# What states something without a verb: "X without Y: which dose?", "X better than Y - by how much?".
_RELATES = re.compile(
    r"\b(?:without|only\s+(?:for|in|if|when|at|after)|(?:better|worse|superior|inferior|longer|shorter|(?:more|less)\s+\w+)\s+(?:than|to))\b",
    re.IGNORECASE,
)
_CHOICE = re.compile(
    r"\s*\b(?:best(?!\s+than)|ideal(?:ly)?|due|suitable|appropriate|optimal(?:ly)?|the\s+right)\b(?:\s+(?:to|time\s+to))?",
    re.IGNORECASE,
)
_DUE = re.compile(r"\b(?P<be>is|are)\s+due\b", re.IGNORECASE)
_OFF = re.compile(r"\b(?:take|taking|taken|took|get|getting|pull|put)\s+(?P<whom>[\w\s-]{0,30}?)\boff\b", re.IGNORECASE)
_OWN = re.compile(r"(?:my|our|his|her|their|i|she|he|the\s+patient)\b", re.IGNORECASE)
# What has happened to one person: told of somebody behind a preposition, in a tense that looks back, or had by the asker.
_OF_SOMEBODY = re.compile(
    r"^(?:i|we|s?he|they)\s+had\s+(?!to\b)|\b(?:for|in|on|with|to|from|of)\s+(?:me|us|him|her|them|(?:my|our|his|her|their)\s+(?!doctors?\b|oncolog\w+|team\b|own\b)[\w-]+)\b",
    re.IGNORECASE,
)
_OWN_IS = re.compile(r"(?:my|our|his|her|their|mi|su|tu)\s+(?:\w+\s+){1,2}?(?:is|was|es|era)\s+", re.IGNORECASE)
_HAPPENED = re.compile(r"\b(?:has|have|had|was|were|did|didn['’]t|hasn['’]t|haven['’]t)\b|['’]ve\b", re.IGNORECASE)
# Of one's kin only what they hold or ought to do can be denied; of a word for patients as well ("child") only with whose it is.
_KIN = re.compile(
    rf"(?:my|our|his|her|their|mis?|nuestr[oa]s?|sus?|tus?)\s+(?:{'|'.join(sorted(kin().every, reverse=True))})\b|"
    rf"(?:{'|'.join(sorted(kin().personal, reverse=True))})\b",
    re.IGNORECASE,
)
_OUGHT = re.compile(
    r"\b(?:should|must|shall|needs?|ought|can(?:not|['’]t)?|may|ha(?:s|ve)\s+to|had\s+better|"
    r"says?|said|told|thinks?|thought|believes?|claims?|heard|read|swears?|insists?|reckons?"
    r"|deben?|debería|deberia|tienen?\s+que|necesitan?|pueden?|dicen?|dijo|dijeron|creen?|piensan?|leyó|oyó|insisten?)\b",
    re.IGNORECASE,
)
_SO_THAT = re.compile(r"\s+so\s+(?:that\s+)?(?:i|we|she|he|they|it|you)\b.*$", re.IGNORECASE)
_ALTERNATIVES = re.compile(r"[,:;]\s*(?:an?\s+|the\s+)?[a-z][^,?\d]*\s+or\s+[^,?\d]+$", re.IGNORECASE)
_FEW = 2
_GIVEN_OR_DONE = frozenset({"drug", "drug class", "regimen", "procedure", "test"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """A statement in the asker's words. ``outright`` if the question states it, and doesn't only build on it.

    ``measure`` is by what something is left off ("at which age"): then only that is taken for granted, not that it is left off.
    """

    text: str
    outright: bool = False
    measure: str = ""


def pieces_of(question: str) -> list[str]:
    """The sentences of a question, and the clauses that ask by themselves."""
    return [piece for piece in _JOINT.split(parted(question.strip())) if piece and piece.strip(" ?.!,")]


def presupposed(question: str, *, lexicon: Lexicon) -> tuple[Proposition, ...]:
    """What the question takes for granted, in order; empty for one that only asks whether something is so."""
    pieces = pieces_of(question)
    found = []
    for position, piece in enumerate(pieces):
        whole = _FILLER.sub("", piece).strip(" ?¿.!,;:")
        for clause in (_without_address(one, lexicon=lexicon) for one in apart(whole)):
            read = (
                _grounds(clause)
                or _built_on(clause, lexicon=lexicon)
                or _stated(piece, clause, alone=len(pieces) == 1 and clause == whole, lexicon=lexicon)
            )
            if read is not None and (not _is_question(clause) or position == len(pieces) - 1 or not read.outright):
                found.append(replace(read, text=_plain(read.text, outright=read.outright)))
    together = given_together(question, lexicon=lexicon)
    found += [Proposition(text=together)] if together else []
    found += [Proposition(text=text, outright=outright, measure=by) for text, outright, by in presupposed_in_spanish(question)]
    return tuple(
        one for one in found if len(one.text.split()) > 1 and not (_has_happened(one.text) or _tells_of_own(one.text, lexicon))
    )


def _has_happened(text: str) -> bool:
    """Whether it tells what became of one person, which no document can deny: "X has stopped working for my sister"."""
    return bool(_OF_SOMEBODY.search(text) and _HAPPENED.search(text))


def _tells_of_own(text: str, lexicon: Lexicon) -> bool:
    """Whether it but tells of what kind somebody's illness is: "her tumour is X-negative" is so, whatever documents say."""
    own = _OWN_IS.match(text)
    named = lexicon.mentions(text[own.end() :], typed=True) if own else ()
    return bool(named) and all(mention.concept.kind == "population" for mention in named)


def asked_whether(question: str, *, lexicon: Lexicon) -> str:
    """What a yes/no question asks to be confirmed; "" for any other."""
    for piece in reversed(pieces_of(question)):
        clause = _FILLER.sub("", piece).strip(" ?¿.!,;:")
        if re.match(AUXILIARY, clause, re.IGNORECASE) and len(clause.split()) > _FEW:
            clause = re.sub(
                r"^(?:is|was)\s+it\s+(?:true|correct|right|the\s+case|a\s+fact)\s+that\s+", "", clause, flags=re.IGNORECASE
            )
            clause = re.sub(
                r"^(?:is|would)\s+it\s+(?:be\s+)?(?:safe|ok|okay|fine|allowed|possible|acceptable|permitted|advisable|right|good)\s+to\s+",
                "can we ",
                clause,
                flags=re.IGNORECASE,
            )
            return _plain(declarative(clause, lexicon=lexicon))
    return ""


def _grounds(clause: str) -> Proposition | None:
    text = ("" if _is_question(clause) else is_being(clause)) or ("" if is_request(clause) else grounds_of(clause))
    return Proposition(text=text, outright=True) if text else None


def _built_on(clause: str, *, lexicon: Lexicon) -> Proposition | None:
    """What a why, how, when or which question builds on."""
    text = brought(clause) or _by_then(clause, lexicon=lexicon)
    if text:
        return Proposition(text=text)
    measured = _MEASURED_BY.match(clause)
    for pattern in (_WHY, _HOW, _THAT):
        match = pattern.match(clause)
        if match:
            allowed = _ALLOWED.match(match["rest"])
            order = f"{allowed['whom']} {allowed['may']} {allowed['verb']} {allowed['what']}" if allowed else ""
            text = order or declarative(_MEASURE.sub("", match["rest"]), lexicon=lexicon)
            measure = measured["measure"] if measured and _LEFT_OFF.search(text) else ""
            whole = Proposition(text=f"{text} {match.groupdict().get('more') or ''}".strip(), measure=measure)
            return None if _only_sometime(clause, text) or _asks_exceptions(clause, text) else whole
    match = _OF_WHICH.match(clause)
    if match:
        rest = _MEASURE.sub("", _SO_THAT.sub("", match["rest"]))
        if _ALTERNATIVES.search(rest) or is_bare(rest) or asks_for_whom(clause):
            return None
        turned = _OBJECT_FIRST.match(rest)
        return Proposition(text=f"{turned['rest']} {turned['object']}" if turned else rest)
    match = _WHO.match(clause)
    return Proposition(text=f"patients {match['rest']}") if match else None


def _by_then(clause: str, *, lexicon: Lexicon) -> str:
    """What a question tells to happen, of which it asks how soon; "" for any other question."""
    takes = _TAKES.match(clause)
    if takes:
        to_do = _TO_DO.match(takes["what"])
        return f"{to_do['what']} can {to_do['does']}" if to_do else takes["what"]
    soon = _SOON.match(clause)
    return declarative(soon["rest"], lexicon=lexicon) if soon else ""


def _only_sometime(clause: str, text: str) -> bool:
    """True if it asks when something ends, or is done rather than another: that it is so at some time is denied by nothing."""
    ends = _LEFT_OFF.search(text) and not _OCCASION.search(text)
    return bool(_SOMETIME.match(clause) and (ends or _RATHER.search(text)))


def _asks_exceptions(clause: str, text: str) -> bool:
    """True if it asks when something isn't so: no document denies that."""
    return bool(re.match(r"when\b", clause, re.IGNORECASE) and PLAIN_NOT.search(text))


def _stated(piece: str, clause: str, *, alone: bool, lexicon: Lexicon) -> Proposition | None:
    """A clause that states something and asks nothing, before the question or with "right?" behind it.

    The verb stands outside of the names: "dental work" states nothing. What isn't so with the asker is not for documents to deny.
    """
    tagged = _TAGGED.sub("", clause)
    of_asker = _OWN.match(tagged) and PLAIN_NOT.search(tagged)
    if of_asker or (_KIN.match(tagged) and not _OUGHT.search(tagged)) or is_request(tagged):
        return None
    verb = FINITE.search(_without_things(tagged, lexicon=lexicon)) or (not alone and _RELATES.search(tagged))
    if re.match(_ASKS, clause, re.IGNORECASE) or _TELLS_TO.match(clause) or not verb:
        return None
    if tagged == clause and piece.rstrip().endswith("?") and (alone or asks_how_many(tagged)):
        return None
    return Proposition(text=tagged, outright=True)


def _without_address(clause: str, *, lexicon: Lexicon) -> str:
    """A clause without what stands before its colon and names nothing: who speaks, or where it was read."""
    opening, colon, rest = clause.partition(": ")
    return rest.strip() if colon and not lexicon.concepts_in(opening, typed=True) else clause


def _without_things(text: str, *, lexicon: Lexicon) -> str:
    for mention in reversed(lexicon.mentions(text, typed=True)):
        if mention.concept.kind in _GIVEN_OR_DONE:
            text = f"{text[: mention.start]} {text[mention.end :]}"
    return text


def asks(piece: str) -> bool:
    """True if a piece of a question asks by itself."""
    return _is_question(_FILLER.sub("", piece).strip(" ?¿.!,;:"))


def _is_question(clause: str) -> bool:
    return bool(re.match(_ASKS, clause, re.IGNORECASE))


def _plain(text: str, *, outright: bool = True) -> str:
    """One way to say "take off", whose words stand apart; without "best" and the like where only a choice is asked for."""
    text = text if outright else _CHOICE.sub("", _DUE.sub(r"\g<be> recommended", text))
    return _OFF.sub(lambda match: f"stop {match['whom'].strip()}".rstrip(), " ".join(text.split())).strip(" ?,;:")
