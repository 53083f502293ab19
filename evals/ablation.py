"""``python -m evals.ablation``: which check of the gate, and which of the steps before them, earns its keep.

For each check: how many wrong claims it alone refuses (without it they would be shown), how many right ones it alone loses, and
what share of the checks' time it takes. For each step that puts a claim into plain words: how many right ones are kept by it
alone, and of the wrong ones how many are refused by it alone and how many shown. Over the written claims (one in ``--every``),
the hand-written pairs and paraphrases, claims made wrong in many ways and copies with one word exchanged; some minutes. A check
that refuses nothing alone may still be worth its place where what it guards is rare and dangerous: dose, denial, population.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from assistant.answers import Evidence, Reason
from assistant.verify import claimed, decide, verify_claim
from assistant.verify.checks import CHECKS, Check
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon
from assistant.words.lexicon_files import lexicon_folder, load_lexicon
from evals.claims import CORPUS, Claim, verdict_on, written_claims
from evals.copies import copies
from evals.mutate import mutants
from evals.mutations import corpus_claims
from evals.paraphrase_cases import OTHER_FIELDS, PARAPHRASES, SHORTHAND, load_groups

_STEPS = (
    "without_opening told_apart untold without_others written_out spaced rephrased times_told contrasted not_before cases_recast "
    "denials_recast ranked recast begun beside_words reworded told_anew restated plainly with_class claim_together"
).split()
_NAMED = 50
# By whether a claim is right and whether it is shown.
_KINDS = {
    (True, True): "right kept",
    (True, False): "right lost",
    (False, True): "wrong shown",
    (False, False): "wrong refused",
}


@dataclass(slots=True)
class Tally:
    """Claims that turn out otherwise without one check or step; ``seconds`` is what it took."""

    counts: Counter[str] = field(default_factory=Counter)
    named: list[str] = field(default_factory=list)
    seconds: float = 0.0


@dataclass(slots=True)
class _Seen:
    """What one claim met: per claim and ground the checks with a reason, and the steps that changed its words."""

    failed: dict[int, tuple[Match, set[str]]] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)


def every_claim(every: int, lexicon: Lexicon) -> Iterator[Claim]:
    """Written claims, pairs, mutants and copies."""
    yield from written_claims(every=every)
    for path in (PARAPHRASES, SHORTHAND, OTHER_FIELDS):
        for group in load_groups(path):
            for pair in group.pairs:
                yield Claim(pair.ok, group.cited, True, path.stem)
                yield Claim(pair.edit, group.cited, False, path.stem)
    cited: dict[str, tuple[Evidence, ...]] = {}
    for _, text, evidence in corpus_claims(CORPUS):
        cited[text] = tuple(evidence)
        yield from (Claim(one.text, cited[text], False, "mutants") for one in mutants(text, lexicon))
    for group in load_groups():
        for pair in group.pairs:
            yield from (Claim(one.text, group.cited, False, "mutants") for one in mutants(pair.ok, lexicon))
    yield from (Claim(copy.text, cited[copy.statement], False, "copies") for copy in copies(cited))


def ablate(claims: Iterable[Claim], lexicon: Lexicon) -> dict[str, Tally]:
    """By name of check ("numbers.check") or step ("spaced"): what turns out otherwise without it."""
    verify = partial(verify_claim, lexicon=lexicon)
    tallies = {name: Tally() for name in (*map(_name, CHECKS), *_STEPS)}
    for claim in claims:
        seen = _Seen()
        with _watched(seen, tallies):
            shown = verdict_on(claim, verify).supported
        alone = {next(iter(failed)) for _, failed in seen.failed.values() if len(failed) == 1}
        for name in sorted((set() if shown else alone) | seen.changed):
            with _without(name):
                other = verdict_on(claim, verify).supported
            if other != shown:
                kind = _KINDS[claim.right, shown]
                tallies[name].counts[kind] += 1
                tallies[name].named.append(f"{kind}: {claim.text}\n        {' | '.join(piece.text for piece in claim.cited)}")
    return tallies


def _name(check: Check) -> str:
    return f"{check.__module__.rsplit('.', 1)[-1]}.{check.__name__}"


@contextmanager
def _put(**instead: Any) -> Iterator[None]:
    """The gate's checks or steps replaced for a while."""
    homes = {name: decide if name == "CHECKS" else claimed for name in instead}
    before = {name: getattr(home, name) for name, home in homes.items()}
    try:
        for name, home in homes.items():
            setattr(home, name, instead[name])
        yield
    finally:
        for name, home in homes.items():
            setattr(home, name, before[name])


def _watched(seen: _Seen, tallies: dict[str, Tally]) -> Any:
    def watch_check(check: Check) -> Check:
        name = _name(check)

        def watched(match: Match, lexicon: Lexicon) -> Sequence[Reason]:
            begin = time.perf_counter()
            reasons = check(match, lexicon)
            tallies[name].seconds += time.perf_counter() - begin
            if reasons:
                seen.failed.setdefault(id(match), (match, set()))[1].add(name)
            return reasons

        return watched

    def watch_step(name: str, step: Callable[..., str]) -> Callable[..., str]:
        def watched(claim: str, *others: Any) -> str:
            begin = time.perf_counter()
            found = step(claim, *others)
            tallies[name].seconds += time.perf_counter() - begin
            if found != claim:
                seen.changed.add(name)
            return found

        return watched

    steps = {name: watch_step(name, getattr(claimed, name)) for name in _STEPS}
    return _put(CHECKS=tuple(map(watch_check, CHECKS)), **steps)


def _without(name: str) -> Any:
    if name in _STEPS:
        return _put(**{name: lambda claim, *_: claim})
    return _put(CHECKS=tuple(check for check in CHECKS if _name(check) != name))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a line for each check and step, those that change least first; ``--name`` prints the claims of one."""
    parser = argparse.ArgumentParser(prog="python -m evals.ablation", description=__doc__)
    parser.add_argument("--every", type=int, default=4)
    parser.add_argument("--name", default="", help="print the claims that turn out otherwise without this one")
    wanted = parser.parse_args(arguments)
    lexicon = load_lexicon(lexicon_folder(CORPUS))
    tallies = ablate(every_claim(wanted.every, lexicon), lexicon)
    whole = sum(one.seconds for one in tallies.values())
    for name, one in sorted(tallies.items(), key=lambda item: sum(item[1].counts.values())):
        told = ", ".join(f"{kind} {number}" for kind, number in sorted(one.counts.items())) or "nothing"
        sys.stdout.write(f"{name}: {told}; {one.seconds / whole:.1%} of the time\n")
    if wanted.name:
        sys.stdout.write("\n".join(f"    {line}" for line in tallies[wanted.name].named[:_NAMED]) + "\n")


if __name__ == "__main__":
    main()
