"""``python -m evals.mutations``: how often the gate lets faithful words pass and wrong ones not, per kind of wrong."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from assistant.answers import Evidence, Verdict
from assistant.citation.gate import evidence_of
from assistant.reread.reread import open_gate
from assistant.words.lexicon import Lexicon
from assistant.words.lexicon_files import lexicon_folder, load_lexicon
from evals.mutate import mutants
from evals.overlap import best_balance, cosine_scores, overlap_scores
from evals.paraphrase_cases import Group, load_groups
from ingest.chunk import cut
from ingest.parse import parse_file

ROOT = Path(__file__).parents[1]
BASELINE = Path(__file__).parent / "mutations_baseline.json"
_SLACK = 0.005

NamedClaim = tuple[str, str, Sequence[Evidence]]
Judge = Callable[[str, Sequence[Evidence]], Verdict]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A claim, whether it is supported, of what kind it is if not, and what the gate said, with its score."""

    group: str
    pair: int
    kind: str
    claim: str
    supported: bool
    accepted: bool
    score: float
    evidence: str


@dataclass(slots=True, kw_only=True)
class Tally:
    """Right decisions out of all, for faithful claims and per kind of wrong ones."""

    faithful: list[int] = field(default_factory=lambda: [0, 0])
    kinds: dict[str, list[int]] = field(default_factory=dict)
    pairs: list[int] = field(default_factory=lambda: [0, 0])

    @property
    def caught(self) -> float:
        """The share of wrong claims refused, 0 to 1."""
        right, total = (sum(counts) for counts in zip(*self.kinds.values(), strict=True)) if self.kinds else (0, 0)
        return right / total if total else 0.0

    @property
    def passed(self) -> float:
        """The share of faithful claims let through, 0 to 1."""
        return self.faithful[0] / self.faithful[1] if self.faithful[1] else 0.0

    @property
    def balanced(self) -> float:
        """The mean of both shares."""
        return (self.caught + self.passed) / 2


def judge_pairs(groups: Iterable[Group], judge: Judge) -> list[Judgement]:
    """Both claims of every pair, judged."""
    found: list[Judgement] = []
    for group in groups:
        for number, pair in enumerate(group.pairs):
            for text, faithful in ((pair.ok, True), (pair.edit, False)):
                said = judge(text, group.cited)
                kind = "" if faithful else pair.kind
                found.append(Judgement(group.id, number, kind, text, faithful, said.supported, said.score, group.evidence))
    return found


def judge_mutants(claims: Iterable[NamedClaim], lexicon: Lexicon, judge: Judge) -> list[Judgement]:
    """Every claim that passes, and its mutants; a claim is (id, text, evidence)."""
    found: list[Judgement] = []
    for name, text, evidence in claims:
        words = evidence[0].text
        said = judge(text, evidence)
        found.append(Judgement(name, 0, "", text, True, said.supported, said.score, words))
        for mutant in mutants(text, lexicon) if said.supported else ():
            of_it = judge(mutant.text, evidence)
            found.append(Judgement(name, 0, mutant.kind, mutant.text, False, of_it.supported, of_it.score, words))
    return found


def tally(judgements: Iterable[Judgement]) -> Tally:
    """The judgements counted."""
    found = Tally()
    pairs: dict[tuple[str, int], bool] = {}
    for one in judgements:
        right = one.accepted == one.supported
        counts = found.faithful if one.supported else found.kinds.setdefault(one.kind, [0, 0])
        counts[0] += right
        counts[1] += 1
        pairs[one.group, one.pair] = pairs.get((one.group, one.pair), True) and right
    found.pairs = [sum(pairs.values()), len(pairs)]
    return found


def corpus_claims(corpus: Path) -> list[NamedClaim]:
    """Every statement of the corpus with itself as evidence: (id, text, evidence)."""
    found: list[NamedClaim] = []
    for path in sorted(corpus.glob("*.md")):
        if path.name == "README.md":
            continue
        document = parse_file(path)
        found.extend((one.statement_id, one.text, (evidence_of(one, document),)) for one in cut(document)[1])
    return found


Measured = tuple[dict[str, Tally], list[Judgement]]


def measure(corpus: Path) -> Measured:
    """Tallies of each split of the pairs, of mutated paraphrases and of mutated corpus statements; and all judgements."""
    lexicon = load_lexicon(lexicon_folder(corpus))
    judge = open_gate(lexicon)
    groups = load_groups()
    parts = {split: judge_pairs([g for g in groups if g.split == split], judge) for split in ("dev", "holdout", "adversarial")}
    claims = [(g.id, pair.ok, g.cited) for g in groups if g.split == "dev" for pair in g.pairs]
    parts["mutated paraphrases"] = judge_mutants(claims, lexicon, judge)
    parts["mutated corpus"] = judge_mutants(corpus_claims(corpus), lexicon, judge)
    return {name: tally(judgements) for name, judgements in parts.items() if judgements}, [
        j for part in parts.values() for j in part
    ]


def figures(tallies: dict[str, Tally]) -> dict[str, Any]:
    """The figures that the baseline keeps."""
    return {
        name: {
            "passed": round(one.passed, 4),
            "caught": round(one.caught, 4),
            "kinds": {kind: round(right / total, 4) for kind, (right, total) in sorted(one.kinds.items())},
        }
        for name, one in tallies.items()
    }


def falls(now: dict[str, Any], before: dict[str, Any]) -> list[str]:
    """What is worse than the baseline by more than the slack, as lines."""
    found = []
    for name, kept in before.items():
        current = now.get(name)
        if current is None:
            found.append(f"{name}: no longer measured")
            continue
        found.extend(
            f"{name}: {key} {kept[key]:.1%} → {current[key]:.1%}"
            for key in ("passed", "caught")
            if current[key] < kept[key] - _SLACK
        )
        lost = {kind: share for kind, share in kept["kinds"].items() if current["kinds"].get(kind, 0.0) < share - 10 * _SLACK}
        found.extend(f"{name}: {kind} {share:.1%} → {current['kinds'].get(kind, 0.0):.1%}" for kind, share in lost.items())
    return found


def cost(corpus: Path) -> tuple[float, float]:
    """Milliseconds a claim against eight statements, median and highest; every claim read for the first time."""
    lexicon = load_lexicon(lexicon_folder(corpus))
    groups = load_groups()
    evidence = [group.cited[0] for group in groups]
    check = open_gate(lexicon)
    taken = []
    for number, group in enumerate(groups):
        beside = tuple(evidence[(number + step) % len(evidence)] for step in range(8))
        check("warm up", beside)
        for pair in group.pairs:
            begin = time.perf_counter()
            check(pair.ok, beside)
            taken.append(1000 * (time.perf_counter() - begin))
    return median(taken), max(taken)


def _line(name: str, one: Tally) -> str:
    kinds = ", ".join(f"{kind} {right}/{total}" for kind, (right, total) in sorted(one.kinds.items()))
    return (
        f"{name}: passed {one.faithful[0]}/{one.faithful[1]} ({one.passed:.1%}), caught {one.caught:.1%}, "
        f"balanced {one.balanced:.1%}, both of a pair {one.pairs[0]}/{one.pairs[1]}\n    {kinds}"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """The command: prints the figures; 1 for a fall against the baseline."""
    parser = argparse.ArgumentParser(prog="python -m evals.mutations", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus")
    parser.add_argument("--json", action="store_true", help="the figures as JSON")
    parser.add_argument("--wrong", action="store_true", help="print every wrong decision outside of the holdout")
    parser.add_argument("--compare", action="store_true", help="word overlap and cosine on the same pairs")
    parser.add_argument("--update-baseline", action="store_true")
    options = parser.parse_args(arguments)
    tallies, judgements = measure(options.corpus)
    now = figures(tallies)
    if options.update_baseline:
        BASELINE.write_text(json.dumps(now, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    if options.json:
        sys.stdout.write(json.dumps(now | {"milliseconds": cost(options.corpus)[0]}) + "\n")
    else:
        middle, most = cost(options.corpus)
        lines = [*(_line(name, one) for name, one in tallies.items()), f"cost: median {middle:.1f} ms, most {most:.0f} ms"]
        sys.stdout.write("\n".join(lines) + "\n")
    if options.wrong:
        hidden = {group.id for group in load_groups() if group.split == "holdout"}
        wrong = [asdict(one) for one in judgements if one.accepted != one.supported and one.group not in hidden]
        sys.stdout.write("\n".join(json.dumps(one, ensure_ascii=False) for one in wrong) + "\n")
    if options.compare:
        groups = load_groups()
        for title, scores in (("word overlap", overlap_scores(groups)), ("cosine", cosine_scores(groups))):
            sys.stdout.write(f"{title}: {best_balance(scores)}\n")
    worse = falls(now, json.loads(BASELINE.read_text("utf-8"))) if BASELINE.exists() else []
    sys.stderr.write("".join(f"worse: {line}\n" for line in worse))
    return 1 if worse else 0


if __name__ == "__main__":
    raise SystemExit(main())
