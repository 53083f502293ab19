"""A draft and the passages it may cite → what may be shown, with its marks, and what is withheld, with the reason. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations

from assistant.answers import Evidence, Reason, ReasonCode, Verdict
from assistant.citation.below import read_below, says_nothing_new
from assistant.citation.both import named_both
from assistant.citation.by_cell import claims_of, with_cells
from assistant.citation.citable import evidence_of, figures_of, words_of
from assistant.citation.cite import Piece, PieceKind, split_draft
from assistant.citation.decisive import decisive, limits, names_treatment
from assistant.citation.denied_above import denied_below
from assistant.citation.enforced import EnforcedDraft, Judged, WithheldPiece, passed
from assistant.citation.gate import Verify
from assistant.citation.given import case_of, conditions_of, supposed_in, under
from assistant.citation.groups_given import groups_given
from assistant.citation.headed import announces, label_of_item, topics_of
from assistant.citation.instructions import is_plain_title, said_to_be_missing, states_no_fact
from assistant.citation.itemized import Reading, readings
from assistant.citation.layout import Kept, lay_out
from assistant.citation.listed_together import with_lists
from assistant.citation.named_again import named_again
from assistant.citation.no_claim import ASKED, no_claim
from assistant.citation.orphans import label_alone
from assistant.citation.own_label import behind_label
from assistant.citation.partly import clauses_apart, only
from assistant.citation.reach import Reach, reach_of
from assistant.citation.repeated import without_repeats
from assistant.citation.shorter import shorter
from assistant.citation.unlabelled import is_denied, needs_label, unlabelled
from assistant.citation.verdicts import OPPOSED, against_above, hanging_on, is_opposed, of_line, tells
from assistant.prompts import NumberedPassage
from assistant.verify.population import names_its_whole
from assistant.words.lexicon import Lexicon

_OVERLAP = 0.4
_MOVES = 3
_PAIR = 2
_TITLED = frozenset((PieceKind.HEADING, PieceKind.HEADER, PieceKind.LEAD_IN))
_CODES = ReasonCode
_UNCITED = Reason(code=_CODES.NO_CITATION, detail="it states a fact and cites no passage")
_TOLD = Reason(code=_CODES.NEGATION, detail="it says that the passages are silent on this, and one of them speaks of it")


def enforce(
    question: str,
    passages: Sequence[NumberedPassage],
    draft: str,
    *,
    verify: Verify,
    lexicon: Lexicon | None = None,
) -> EnforcedDraft:
    """Check every piece of ``draft`` against the passages that it cites.

    A sentence without mark takes the marks that follow in its paragraph or list; a claim that its own mark doesn't
    support is re-pointed if another passage says all of it, and the text says so. Below "Here is what I found about X:" a line
    whose subject is another treatment of the ``lexicon`` speaks of that, any other line of X.
    """
    evidence = {passage.number: evidence_of(passage) for passage in passages}
    pieces = split_draft(draft, evidence.keys())
    judge = _Judge(question, evidence, verify, lexicon)
    reaches = reach_of(pieces, question)
    judged = without_repeats([judge.piece(piece, reach) for piece, reach in zip(pieces, reaches, strict=True)])
    return EnforcedDraft(
        text=lay_out(_kept(judged, lexicon)),
        shown=tuple(one.claim for one in judged if one.claim),
        withheld=tuple(chain.from_iterable(_withheld(one) for one in judged)),
    )


def _kept(judged: Sequence[Judged], lexicon: Lexicon | None) -> list[Kept]:
    """What is shown, in order; of a withheld item above others that are shown its label, if it names what these are about."""
    pieces, shown = [one.piece for one in judged], [one.claim is not None for one in judged]
    kept: list[Kept] = []
    for index, one in enumerate(judged):
        if one.claim:
            kept.append(Kept(piece=one.piece, numbers=one.claim.citations, moved_from=one.claim.moved_from))
        elif not one.reasons:
            kept.append(Kept(piece=one.piece))
        elif label := label_alone(pieces, index, shown, lexicon):
            kept.append(Kept(piece=label))
    return kept


def _withheld(one: Judged) -> tuple[WithheldPiece, ...]:
    piece = one.piece
    return (WithheldPiece(text=piece.text, reasons=one.reasons, numbers=piece.numbers),) if one.reasons else one.dropped


class _Judge:
    """Judges pieces one by one; the same words with the same marks are verified once."""

    def __init__(self, question: str, evidence: Mapping[int, Evidence], verify: Verify, lexicon: Lexicon | None) -> None:
        """Keep what every piece is judged against."""
        self.question = question
        self.evidence = evidence
        self.verify = verify
        self.lexicon = lexicon
        self.words = {
            number: words_of(f"{piece.title} {' '.join(piece.heading_path)} {piece.lead_in} {piece.text}")
            for number, piece in evidence.items()
        }
        self.known: dict[tuple[str, Reach], Judged] = {}

    def piece(self, piece: Piece, reach: Reach) -> Judged:
        """The verdict on one piece."""
        key = (piece.text, reach)
        if key not in self.known:
            self.known[key] = self._judge(piece, reach)
        known = self.known[key]
        return known if known.piece.text != piece.text else replace(known, piece=piece)

    def _judge(self, piece: Piece, reach: Reach) -> Judged:
        titled = piece.kind in _TITLED and is_plain_title(piece.text.rstrip(":"))
        no_fact = not piece.numbers and (titled or states_no_fact(piece.text, self.question))
        if (unfit := no_claim(piece)) and not (no_fact and unfit == ASKED):
            return Judged(piece, reasons=(unfit,))
        if (silent := said_to_be_missing(piece.text)) is not None:
            told = bool(silent) and any(silent <= words for words in self.words.values())
            return Judged(piece, reasons=(_TOLD,) if told else ())
        if no_fact:
            opposed = titled and is_opposed(piece.text, self.evidence.values(), self.verify)
            return Judged(piece, reasons=(OPPOSED,) if opposed else ())
        if not reach.numbers:
            return Judged(piece, reasons=(_UNCITED,))
        known = tuple(number for number in reach.numbers if number in self.evidence)
        if not known:
            missing = ", ".join(map(str, reach.numbers))
            return Judged(piece, reasons=(Reason(code=_CODES.UNKNOWN_CITATION, detail=f"there is no passage {missing}"),))
        reach = replace(reach, numbers=known)
        return (self._apart(piece, reach) if is_denied(piece, self.lexicon) else None) or self._cited(piece, reach)

    def _cited(self, piece: Piece, reach: Reach) -> Judged:
        verdicts = {number: self._one(piece, (number,), reach) for number in reach.numbers}
        supporting = tuple(number for number in reach.numbers if verdicts[number].supported)
        if supporting:
            return passed(piece, supporting, max(verdicts[number].score for number in supporting))
        if len(reach.numbers) > 1:
            together = self._one(piece, reach.numbers, reach)
            if together.supported:
                return passed(piece, reach.numbers, together.score)
        if score := self._clause_by_clause(piece, reach):
            return passed(piece, reach.numbers, score)
        reasons = verdicts[reach.numbers[0]].reasons
        if not piece.numbers:
            return Judged(piece, reasons=(_UNCITED, *reasons))
        for number in self._candidates(piece, reach.numbers):
            verdict = self._one(piece, (number,), reach)
            if verdict.supported and self._figures_told(piece, number):
                return passed(piece, (number,), verdict.score, moved_from=reach.numbers)
        return self._cell_by_cell(piece, reach) or self._shortened(piece, reach, reasons)

    def _shortened(self, piece: Piece, reach: Reach, reasons: tuple[Reason, ...]) -> Judged:
        """The sentence without label or asides, where they alone are not said; else the piece with its reasons."""
        asides = shorter(piece) if {reason.code for reason in reasons} == {_CODES.NOT_STATED} else ()
        labelled = needs_label(piece, self.lexicon)
        kept = [bare for bare in asides if not labelled or bare.text.split(":")[0] == piece.text.split(":")[0]]
        return self._apart(piece, reach, kept) or self._partly(piece, reach) or Judged(piece, reasons=reasons)

    def _partly(self, piece: Piece, reach: Reach) -> Judged | None:
        """The sentence with those of its clauses that hold by their own marks; None where none does."""
        known = [(one, tuple(number for number in one.numbers if number in self.evidence)) for one in clauses_apart(piece)]
        judged = [self._cited(one, replace(reach, numbers=numbers, subject="")) for one, numbers in known if numbers]
        claims = [one.claim for one in judged if one.claim and not one.claim.moved_from]
        if not claims:
            return None
        numbers = tuple(dict.fromkeys(number for claim in claims for number in claim.citations))
        shown = passed(only(piece, [one.piece for one in judged if one.claim in claims]), numbers, min(c.score for c in claims))
        return replace(shown, dropped=tuple(chain.from_iterable(_withheld(one) for one in judged if one.reasons)))

    def _apart(self, piece: Piece, reach: Reach, shorter_ones: Sequence[Piece] = ()) -> Judged | None:
        """The first of the shorter pieces, or of the ways to read the piece apart from its label, that holds."""
        alone = replace(reach, subject="")
        evidence = [self.evidence[number] for number in reach.numbers]
        apart = ((one.read, one.shown) for one in unlabelled(piece, evidence, self.question, self.lexicon))
        for read, shown in chain(((bare, bare) for bare in shorter_ones), apart):
            for numbers in dict.fromkeys((*((number,) for number in reach.numbers), reach.numbers)):
                verdict = self._one(read, numbers, alone)
                if verdict.supported:
                    return passed(shown, numbers, verdict.score)
        return None

    def _clause_by_clause(self, piece: Piece, reach: Reach) -> float:
        """The lowest score if every claim holds by the mark behind it ("A is so [1], and B is not [2]"); else 0."""
        return next(filter(None, (self._each(piece, claims, reach) for claims in readings(piece))), 0.0)

    def _each(self, piece: Piece, claims: Reading, reach: Reach) -> float:
        """The lowest score of the claims, each by its own marks; 0 if one doesn't hold."""
        scores = []
        for said, numbers in claims:
            known = [number for number in numbers if number in self.evidence]
            alone = replace(piece, text=said, clauses=(), marked=())
            verdict = self._one(alone, known, replace(reach, subject="")) if known else None
            if verdict is None or not verdict.supported:
                return 0.0
            scores.append(verdict.score)
        return min(scores, default=0.0)

    def _cell_by_cell(self, piece: Piece, reach: Reach) -> Judged | None:
        """The row with the cells that hold by the marks in them, each judged by itself; None where none does."""
        judged = {
            place: self._cited(cell, replace(reach, numbers=known, subject=""))
            for place, cell in claims_of(piece)
            if (known := tuple(number for number in cell.numbers if number in self.evidence))
        }
        kept = {place: one.claim for place, one in judged.items() if one.claim and not one.claim.moved_from}
        if not kept:
            return None
        numbers = tuple(dict.fromkeys(number for claim in kept.values() for number in claim.citations))
        shown = passed(with_cells(piece, kept), numbers, min(claim.score for claim in kept.values()))
        dropped = chain.from_iterable(_withheld(one) for one in judged.values())
        return replace(shown, dropped=tuple(dropped))

    def _one(self, piece: Piece, numbers: Sequence[int], reach: Reach) -> Verdict:
        """The verdict on the words alone, and on the words with what they hang on: subject, lead-in, heading."""
        evidence = with_lists([self.evidence[number] for number in numbers])
        lead_in, words = hanging_on(piece, reach.lead_in)
        piece, reach = replace(piece, text=words), replace(reach, lead_in=lead_in)
        verdict = self._above_all(piece, evidence, reach)
        return (against_above(piece, lead_in, evidence, self.verify) if verdict.supported else None) or verdict

    def _above_all(self, piece: Piece, evidence: Sequence[Evidence], reach: Reach) -> Verdict:
        """The verdict on the words alone, and on the words with subject, lead-in and heading."""
        text = named_both(reach.subject or piece.text.rstrip(":"), reach.before, self.lexicon)
        verdict = self._under(text, evidence, reach.given)
        if (below := denied_below(reach.lead_in or piece.heading, text, evidence, self.verify)) is not None:
            return below
        plain = (behind_label(text, self.question, self.lexicon), named_again(text, reach.around, self.lexicon))
        for said in filter(None, plain if not verdict.supported else ()):
            verdict = verdict if verdict.supported else self._under(said, evidence, reach.given)
        if piece.under_header and not verdict.supported:
            verdict = self._under(piece.under_header, evidence, reach.given)
        if reach.lead_in and (below := self._below(piece, evidence, reach, alone=verdict)) is not None:
            return below
        if verdict.supported and limits(piece.heading, text, evidence, self.lexicon):
            met = self.verify(text, evidence).reasons  # what else stands around the line may say these
            titles = [self._under(f"{topic}: {text}", evidence, reach.given) for topic in topics_of(piece.heading)]
            fresh = ([one for one in each.reasons if one.code is _CODES.POPULATION and one not in met] for each in titles)
            return titles[0] if all(fresh) else verdict
        return verdict

    def _below(self, piece: Piece, evidence: Sequence[Evidence], reach: Reach, *, alone: Verdict) -> Verdict | None:
        """The verdict on the words with their lead-in, if it counts: it holds, or it fails for what they need the lead-in for.

        What announces several topics is above lines each of which is about one of them; a treatment is what all are about.
        """
        failed: list[Verdict] = []
        lead_in = label_of_item(reach.lead_in)
        split = announces(lead_in) and not names_treatment(lead_in, self.lexicon)
        topics = topics_of(lead_in) if split else (lead_in,)
        new = not says_nothing_new(lead_in, evidence, self.question, self.lexicon)
        known = () if new else self.verify(piece.text, evidence).reasons
        for topic in topics:
            joined = [self._under(whole, evidence, reach.given) for whole in read_below(topic, piece.text)]
            if holds := next((verdict for verdict in joined if verdict.supported), None):
                return holds
            codes = decisive(topic, piece.text, evidence, self.lexicon, announced=announces(lead_in))
            fresh = [
                one for one in joined[0].reasons if one not in known and not (alone.supported and of_line(one, topic, piece.text))
            ]
            against = any(reason.code in codes or tells(reason, topic, evidence) for reason in fresh)
            failed.extend(joined[:1] if against else [])
        counts = alone.supported and len(failed) == len(topics) and not states_no_fact(reach.lead_in)
        return failed[0] if counts else None

    def _under(self, text: str, evidence: Sequence[Evidence], given: Sequence[str]) -> Verdict:
        """The verdict on the words; where all that they lack is a condition, on the words with one that stands around them."""
        verdict = self.verify(text, evidence)
        if {reason.code for reason in verdict.reasons} != {_CODES.POPULATION} or names_its_whole(text):
            return verdict
        given = [condition for condition in given if not self._halved(text, condition)]
        together = [" ".join(pair) for pair in combinations(given, _PAIR)] + ([" ".join(given)] if len(given) > _PAIR else [])
        told = (said for said in conditions_of(evidence) if self._is_told(said, given))
        around = chain(given, together, told, groups_given(given, self.lexicon))
        with_conditions = (self.verify(whole, evidence) for condition in around if (whole := under(text, condition)))
        return next((other for other in with_conditions if other.supported), verdict)

    def _halved(self, text: str, condition: str) -> bool:
        """True if the claim supposes a part of the condition by itself: "when A" behind "when A and B" leaves B out."""
        return any(self._is_told(one, (condition,)) and not self._is_told(condition, (one,)) for one in supposed_in(text))

    def _is_told(self, condition: str, given: Sequence[str]) -> bool:
        """True if what stands around says the condition, or more than it: "in early gout of the knee" says "in gout"."""
        return any(self.verify(case_of(condition), (Evidence(text=case_of(one)),)).supported for one in given)

    def _figures_told(self, piece: Piece, number: int) -> bool:
        """True if the passage's own sentences, not its headings alone, hold the figures of the claim that would move there."""
        cited = self.evidence[number]
        return figures_of(words_of(piece.text)) <= words_of(f"{cited.lead_in} {cited.text}")

    def _candidates(self, piece: Piece, tried: Sequence[int]) -> list[int]:
        """Other passages that hold the claim's figures and enough of its words to be worth a look."""
        figures = figures_of(wanted := words_of(piece.text))
        others = ((number, words) for number, words in self.words.items() if number not in tried and figures <= words)
        shares = [(len(wanted & words) / max(1, len(wanted)), number) for number, words in others]
        return [number for share, number in sorted(shares, reverse=True) if share >= _OVERLAP][:_MOVES]
