"""Runs the checks and decides: the best unit of evidence for each sentence of the claim. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from assistant.answers import TURNED, Evidence, Reason, ReasonCode, Verdict
from assistant.verify import coverage, joined
from assistant.verify.amounts import states
from assistant.verify.backing import unbacked
from assistant.verify.checks import CHECKS
from assistant.verify.claimed import in_words, is_verbatim, read_claim, with_conditions
from assistant.verify.explained import without_explanations
from assistant.verify.gathered import gathered
from assistant.verify.ground import Ground, grounds_of
from assistant.verify.matching import Match, match
from assistant.verify.merged import merged
from assistant.verify.phased import turned
from assistant.verify.promised import promises
from assistant.verify.resumed import resumed
from assistant.verify.scopes import Scoped, scope
from assistant.verify.score import score, signals
from assistant.verify.split import OPENED, apposed, distributed, halves, parts, segments, sentences, tails
from assistant.verify.woven import woven
from assistant.words.lexicon import Lexicon

_MINIMUM = 2
_SOFT = 1
# How often a sentence over several statements is taken apart.
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class _Finding:
    reasons: tuple[Reason, ...]
    share: float
    direct: float = 0.0
    passage: float = 0.0
    passed_over: tuple[str, ...] = ()

    @property
    def rank(self) -> tuple[int, float]:
        return (len(self.reasons), -self.share)


def verify_claim(claim: str, evidence: Sequence[Evidence], *, lexicon: Lexicon) -> Verdict:
    """The verdict on ``claim`` against the cited words.

    Args:
        claim: one claim, a sentence as a rule; several sentences must all hold.
        evidence: the cited statements or passages; each sentence of the claim may rest on another of them.
        lexicon: the domain's names, populations and synonyms.

    """
    if not evidence or not any(piece.text.strip() for piece in evidence):
        return Verdict(supported=False, score=0.0, reasons=(Reason(code=ReasonCode.NO_CITATION, detail="nothing is cited"),))
    read = read_claim(without_explanations(claim, lexicon, partial(_means, lexicon)), evidence, lexicon)
    if read is None:
        return Verdict(supported=True, score=1.0)
    claimed, evidence = read
    if not claimed:
        return Verdict(
            supported=False, score=0.0, reasons=(Reason(code=ReasonCode.MALFORMED, detail="the claim holds no words"),)
        )
    grounds = grounds_of(evidence, lexicon)
    findings = [_sentence(sentence, grounds, lexicon) for sentence in claimed]
    reasons = tuple(dict.fromkeys(reason for finding in findings for reason in finding.reasons))
    lowest = min((score(_signals_of(finding)) for finding in findings), default=0.0)
    over = () if reasons else tuple(dict.fromkeys(words for finding in findings for words in finding.passed_over))
    return Verdict(supported=not reasons, score=lowest, reasons=reasons, passed_over=over)


def _means(lexicon: Lexicon, gloss: str, term: str, plain: str) -> bool:
    """True if the plain words of a term say a text that explains it."""
    return verify_claim(gloss, (Evidence(text=plain, heading_path=(term,)),), lexicon=lexicon).supported


def signals_of(claim: str, evidence: Sequence[Evidence], *, lexicon: Lexicon) -> list[dict[str, float]]:
    """What the model of ``score`` sees of each sentence of the claim, to train it; empty for a claim quoted word for word."""
    if is_verbatim(claim, evidence):
        return []
    claim, evidence = in_words(claim, evidence, lexicon)
    grounds = grounds_of(evidence, lexicon)
    return [_signals_of(_sentence(sentence, grounds, lexicon)) for sentence in with_conditions(sentences(claim))]


def _signals_of(finding: _Finding) -> dict[str, float]:
    return signals(finding.reasons, share=finding.share, direct=finding.direct, passage=finding.passage)


def _sentence(sentence: str, grounds: Sequence[Ground], lexicon: Lexicon, *, depth: int = 0) -> _Finding:
    whole = _best(scope(sentence, lexicon), grounds, lexicon)
    if firm := (*unbacked(sentence, grounds), *turned(sentence, grounds)):
        return replace(whole, reasons=(*whole.reasons, *firm))
    if not whole.reasons or _unknown_number(sentence, grounds, lexicon) or _is_one(whole):
        return whole
    pieces = resumed(segments(sentence))
    if len(pieces) >= _MINIMUM:
        held = _all_held(_sentence(piece, grounds, lexicon, depth=depth) for piece in pieces)
        if held is not None:
            return held
    for pieces in _ways(sentence, lexicon):
        scoped = [scope(piece, lexicon) for piece in pieces]
        if len(scoped) < _MINIMUM or any(len(piece.content()) < _MINIMUM for piece in scoped):
            continue
        if all(_may_hold(piece, grounds, lexicon) for piece in scoped):
            held = _all_held(_best(piece, grounds, lexicon) for piece in scoped)
            if held is not None:
                return held
    return _apart(sentence, grounds, lexicon, depth=depth) or whole


def _apart(sentence: str, grounds: Sequence[Ground], lexicon: Lexicon, *, depth: int) -> _Finding | None:
    """The finding of a sentence over several statements whose pieces all hold, each taken apart again where it must be."""
    if depth >= _DEEPEST or sum(not ground.heading for ground in grounds) < _MINIMUM:
        return None
    held = (
        _all_held(_sentence(piece, grounds, lexicon, depth=depth + 1) for piece in pieces) for pieces in _cuts(sentence, depth)
    )
    return next((finding for finding in held if finding is not None), None)


def _cuts(sentence: str, depth: int) -> Iterator[tuple[str, ...]]:
    """The ways to take apart a sentence over several statements, the shorter piece first: most cuts fail at it."""
    for pieces in chain(woven(sentence), halves(sentence) if depth else (), merged(sentence)):
        yield tuple(sorted(resumed(pieces), key=len))


def _ways(sentence: str, lexicon: Lexicon) -> Iterable[tuple[str, ...]]:
    """The ways to read the claim as several, each once."""
    every = (parts(sentence), *halves(sentence), *distributed(sentence), *_tails(sentence, lexicon), *gathered(sentence))
    return {tuple(piece.rstrip(".") for piece in pieces): pieces for pieces in map(resumed, every)}.values()


def _tails(sentence: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """The claim cut before what it says last without a verb (", often in X"): that goes on about its first named thing."""
    for left, tail in tails(sentence):
        named = next((term.text for term in scope(left, lexicon).terms if term.concept), "")
        if named:
            yield left, f"{named} {tail}"
    for left, bare, tail in apposed(sentence):
        last = scope(bare, lexicon).terms[-1:]
        if last and last[0].concept and not last[0].filler:
            yield left, f"{last[0].text} {tail}"
            if (opened := OPENED.match(left)) is not None:
                yield left, f"{opened[0]}{last[0].text} {tail}"


def _all_held(findings: Iterable[_Finding]) -> _Finding | None:
    """The finding that says the least, if none has a reason; None with the first that has, and no other is looked for."""
    held: list[_Finding] = []
    for finding in findings:
        if finding.reasons:
            return None
        held.append(finding)
    least = min(held, key=lambda finding: finding.share)
    return replace(least, passed_over=tuple(words for finding in held for words in finding.passed_over))


def _may_hold(claim: Scoped, grounds: Sequence[Ground], lexicon: Lexicon) -> bool:
    """True if some unit gives no reason against it. Most give one at once: that words of the claim go unsaid."""
    return any(
        not coverage.check(matched, coverage.uncovered(matched)) and not any(check(matched, lexicon) for check in CHECKS)
        for matched in (match(claim, ground, lexicon) for ground in grounds)
    )


def _is_one(whole: _Finding) -> bool:
    """True if what is wrong is wrong of the whole only, so that parts without it would all hold: an order, a promise, a joint."""
    turned_round = {reason.code for reason in whole.reasons} == {ReasonCode.DIRECTION}
    return turned_round or promises(whole.reasons) or joined.combines(whole.reasons)


def _unknown_number(sentence: str, grounds: Sequence[Ground], lexicon: Lexicon) -> bool:
    """True if nothing of the evidence states some number of the sentence: no part of it will help."""
    stated = [term.quantity for ground in grounds for term in ground.terms if term.quantity]
    claimed = [term.quantity for term in scope(sentence, lexicon).terms if term.quantity and term.quantity.base]
    return any(not any(states(other, own) for other in stated) for own in claimed)


def _best(claim: Scoped, grounds: Sequence[Ground], lexicon: Lexicon) -> _Finding:
    """The finding of the unit with the fewest reasons; units that leave more unsaid than that are not looked at."""
    matches = [match(claim, ground, lexicon) for ground in grounds]
    unsaid = [coverage.uncovered(matched) for matched in matches]
    best: _Finding | None = None
    for number in sorted(range(len(matches)), key=lambda position: len(unsaid[position])):
        if best is not None and len(unsaid[number]) - _SOFT > len(best.reasons):
            break
        most = len(best.reasons) if best is not None else None
        finding = _against(matches[number], unsaid[number], lexicon, most=most)
        best = finding if best is None or finding.rank < best.rank else best
    if best is None:
        return _Finding((Reason(code=ReasonCode.NO_CITATION, detail="nothing is cited"),), 0.0)
    return best if best.reasons or best.direct == 1.0 else _contradicted(best, matches, unsaid, lexicon) or best


def _contradicted(best: _Finding, matches: Sequence[Match], unsaid: Sequence[list[int]], lexicon: Lexicon) -> _Finding | None:
    """The finding of a unit that speaks of the claim more closely than the best one does, and says the opposite."""
    for matched, missing in zip(matches, unsaid, strict=True):
        if coverage.direct_share(matched) >= best.direct:
            finding = _against(matched, missing, lexicon)
            if any(reason.code in TURNED for reason in finding.reasons):
                return finding
    return None


def _against(matched: Match, missing: Sequence[int], lexicon: Lexicon, *, most: int | None = None) -> _Finding:
    """The finding of a unit; cut short with more than ``most`` reasons, for then another unit is better in any case."""
    unsaid = coverage.check(matched, missing)
    reasons: list[Reason] = []
    for check in CHECKS:
        reasons.extend(check(matched, lexicon))
        if most is not None and len(reasons) + len(unsaid) > most:
            return _Finding((*reasons, *unsaid), 0.0)
    reasons.extend(unsaid)
    said = coverage.share(matched, missing)
    over = () if unsaid else tuple(matched.claim.terms[index].text for index in missing)
    return _Finding(tuple(reasons), said, coverage.direct_share(matched), coverage.passage_share(matched), over)
