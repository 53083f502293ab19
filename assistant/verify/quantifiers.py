"""How many: most is not many, some is not few. Pure."""

from __future__ import annotations

from assistant.answers import Reason, ReasonCode
from assistant.verify.conditional import is_supposed
from assistant.verify.matching import Match, aligned
from assistant.verify.scopes import Scoped
from assistant.words.lexicon import Lexicon

_NEARBY = frozenset((frozenset(("many", "several")), frozenset(("several", "some"))))
_PREPOSITIONS = frozenset(("to", "in", "from", "with", "by", "for"))
_NEXT = 2
_ONE = frozenset(("a", "an", "one", "any", "some", "first", "initial", "second", "this", "that"))
# "Your drug" is one drug, "your drugs" may be all of them.
_OWN = frozenset(("my", "your", "his", "her", "their", "our"))
_ALWAYS = frozenset(("most", "few", "half"))


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason where claim and statement say how many, and differ; or where only the claim says most or few."""
    del lexicon
    if one := _one_of_all(match):
        return (Reason(code=ReasonCode.STRENGTH, detail=f"the cited words say “all” where the claim says “{one}”"),)
    stated, ours = _said(match.ground.statement), _said(match.claim)
    for index, name in ours:
        homes = _homes(match, index, [other for other, _ in ours])
        counted = any(match.ground.statement.clauses[position] in homes for position, _ in stated)
        same = _of_the_same(match, index)
        if not same and not counted and any(not term.names("quantifiers") for term in match.linked(index)):
            continue
        near = [other for position, other in stated if match.ground.statement.clauses[position] in homes] or [
            other for _, other in stated
        ]
        near = same or near
        fits = any(other == name or frozenset((other, name)) in _NEARBY for other in near)
        weighed = any(term.has("strength", "usual") for term in match.ground.terms)
        if (near and not fits) or (not near and name in _ALWAYS and not weighed):
            said = f", the cited words “{near[0]}”" if near else ""
            return (Reason(code=ReasonCode.STRENGTH, detail=f"the claim says “{match.claim.terms[index].text}”{said}"),)
    return ()


def _one_of_all(match: Match) -> str:
    """The words of "if a drug stops working" where the statement's condition says "all drugs"; else ""."""
    statement, claim = match.ground.statement, match.claim
    for index, term in enumerate(statement.terms[:-1]):
        if term.text.lower() != "all" or not is_supposed(statement.text, term.start):
            continue
        for own in match.claims_for(index + 1):
            before = claim.terms[own - 1].text.lower() if own else ""
            last = before.split()[-1:]
            if not _ONE.isdisjoint(last) or (not _OWN.isdisjoint(last) and not claim.terms[own].text.endswith("s")):
                return f"{before} {claim.terms[own].text}"
    return ""


def _homes(match: Match, index: int, counting: list[int]) -> frozenset[int]:
    """The statement's clauses that say most of what the claim counts; up to its next quantifier, where its clause has several."""
    clause = match.claim.clauses[index]
    after = next((other for other in counting if other > index and match.claim.clauses[other] == clause), len(match.claim.terms))
    if after == len(match.claim.terms) and not any(other < index and match.claim.clauses[other] == clause for other in counting):
        return aligned(match, clause)
    counted: dict[int, float] = {}
    for own in range(index + 1, after):
        homes = (
            {match.ground.statement.clauses[link] for link in match.links[own]} if not match.claim.terms[own].filler else set()
        )
        for home in homes:
            counted[home] = counted.get(home, 0.0) + 1.0 / len(homes)
    top = max(counted.values(), default=0.0)
    return frozenset(home for home, weight in counted.items() if weight >= top)


def _of_the_same(match: Match, index: int) -> list[str]:
    """How many of the very people or things the statement says that the claim counts: "most women", "some women"."""
    noun = next((other for other in range(index + 1, len(match.claim.terms)) if _is_counted(match, other)), -1)
    if not 0 <= noun - index <= _NEXT:
        return []
    terms = match.ground.terms
    return [
        min(terms[place - 1].names("quantifiers"))
        for place in match.links[noun]
        if place and terms[place - 1].names("quantifiers")
    ]


def _is_counted(match: Match, index: int) -> bool:
    return match.claim.terms[index].concept is not None and bool(match.links[index])


def _said(scoped: Scoped) -> list[tuple[int, str]]:
    """The quantifiers that stand before a noun: "most drugs", not "benefit most"."""
    found = []
    for index, term in enumerate(scoped.terms):
        names = term.names("quantifiers")
        following = [other for other in scoped.terms[index + 1 : index + 4] if not other.punctuation]
        alone = bool(names & _ALWAYS) and _is_pronoun(scoped, index)
        following = [] if following and following[0].text.lower() in _PREPOSITIONS else following
        counted = any(
            other.text.lower().endswith("s") or not {"women", "people"}.isdisjoint(other.words[-1:]) or other.concept
            for other in (*following, *([term] if " " in term.text else []))
        )
        superlative = index > 0 and scoped.terms[index - 1].text.lower() == "the"
        if names and (counted or alone) and not superlative:
            found.append((index, min(names)))
    return found


def _is_pronoun(scoped: Scoped, index: int) -> bool:
    """True for the "most" of "useful for most", at the end of its clause."""
    before = scoped.terms[index - 1].text.lower() if index else ""
    return before in _PREPOSITIONS and all(term.punctuation for term in scoped.terms[index + 1 : index + 2])
