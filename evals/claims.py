"""``python -m evals.claims``: how the gate judges claims that people wrote, right ones and wrong ones, for each statement.

``training/claims.jsonl`` holds some forty thousand, for the shipped statements and for those of invented documents of fourteen
other fields; most are as far from the statement's wording as can be. ``--every N`` takes one in N, ``--wrong`` prints the wrong
ones that pass, ``--lost`` the right ones that don't, with the reasons: holes to mend by their kind, never by the claim.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.answers import Evidence, Verdict
from assistant.citation.gate import Verify
from assistant.reread.reread import open_gate
from assistant.words.lexicon_files import lexicon_folder, load_lexicon
from evals.mutations import corpus_claims
from evals.training_files import read_lines

CORPUS = Path(__file__).parents[1] / "corpus"
SHIPPED, ELSEWHERE = "the shipped documents", "other fields"


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim with what it cites, whether that says it, and whose documents it is about."""

    text: str
    cited: tuple[Evidence, ...]
    right: bool
    field: str


@dataclass(slots=True)
class Count:
    """Right claims kept and wrong ones shown, of how many."""

    kept: int = 0
    right: int = 0
    shown: int = 0
    wrong: int = 0

    def __str__(self) -> str:
        kept = f"kept {self.kept} of {self.right} right ones ({self.kept_share:.1%})"
        return f"{kept}, shown {self.shown} of {self.wrong} wrong ones ({self.shown_share:.1%})"

    @property
    def kept_share(self) -> float:
        """Of the right ones, 0 to 1; 1 for none."""
        return self.kept / self.right if self.right else 1.0

    @property
    def shown_share(self) -> float:
        """Of the wrong ones, 0 to 1; 0 for none."""
        return self.shown / self.wrong if self.wrong else 0.0


def written_claims(*, every: int = 1, file: str = "claims") -> Iterator[Claim]:
    """One in ``every`` of the claims of a training file whose statements there still are, in their order."""
    pieces = {name: (piece[0], SHIPPED) for name, _, piece in corpus_claims(CORPUS)}
    for line in read_lines("other_fields_statements"):
        path, _, text = line["text"].partition(" - ")
        headings = tuple(path.split(" › ")) if text else ()
        pieces[line["id"]] = (Evidence(text=text or path, heading_path=headings), ELSEWHERE)
    number = 0
    for line in read_lines(file):
        known = all(name in pieces for name in line["evidence"])
        for right, texts in ((True, line["right"]), (False, line["wrong"])):
            for text in texts:
                number += 1
                if known and number % every == 0:
                    yield Claim(text, tuple(pieces[one][0] for one in line["evidence"]), right, pieces[line["evidence"][0]][1])


def verdict_on(claim: Claim, verify: Verify) -> Verdict:
    """As the gate gives it: by one of the cited statements, or by all together."""
    for piece in claim.cited if len(claim.cited) > 1 else ():
        alone = verify(claim.text, (piece,))
        if alone.supported:
            return alone
    return verify(claim.text, claim.cited)


def count(claims: Iterable[Claim], verify: Verify) -> tuple[dict[str, Count], list[tuple[Claim, Verdict]]]:
    """By field; and the claims that the gate judges wrongly."""
    counts = {SHIPPED: Count(), ELSEWHERE: Count()}
    amiss: list[tuple[Claim, Verdict]] = []
    for claim in claims:
        verdict = verdict_on(claim, verify)
        own = counts[claim.field]
        if claim.right:
            own.right += 1
            own.kept += verdict.supported
        else:
            own.wrong += 1
            own.shown += verdict.supported
        if verdict.supported != claim.right:
            amiss.append((claim, verdict))
    return counts, amiss


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the counts, and what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m evals.claims", description=__doc__)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--lost", action="store_true")
    wanted = parser.parse_args(arguments)
    verify = open_gate(load_lexicon(lexicon_folder(CORPUS)))
    counts, amiss = count(written_claims(every=wanted.every), verify)
    for field, one in counts.items():
        sys.stdout.write(f"{field}: {one}\n")
    for claim, verdict in amiss:
        if wanted.lost if claim.right else wanted.wrong:
            cited = " | ".join(piece.text for piece in claim.cited)
            reasons = "; ".join(reason.detail for reason in verdict.reasons)
            sys.stdout.write(
                f"{'lost' if claim.right else 'shown'}: {claim.text}\n    {cited}\n" + (f"    {reasons}\n" if reasons else "")
            )


if __name__ == "__main__":
    main()
