"""Two statements of different sources in, the points on which they differ out.

They differ if they are about the same patients and the same thing, and give other figures of the kind asked for, another
first choice, other partners of the drug asked about, other tests for the same purpose, one a gain and the other none, or
other patients for the same drug.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from assistant.answers import Intent
from assistant.differences.choices import alone, first_choices, partners, ranked_or_equal, tests
from assistant.differences.pairs import Pair, Point, patients
from assistant.differences.regimens import are_apart
from assistant.retrieval.profile import Profile
from assistant.retrieval.quantified import Figure, figures
from assistant.words.clauses import clauses_of, denials
from assistant.words.concepts import TREATMENTS
from assistant.words.question_words import content_stems

_WORTH_ASKED = re.compile(
    r"\b(?:worth\w*|valu\w*|useful|useless|benefits?|role|help\w*|add|adds|adding|added|anything|nothing|gain\w*|bother\w*|"
    r"pays? off|do(?:es)? (?:not |n't )?(?:much|little|any good)|(?:any|no|much) good|good for|makes? (?:a|any|no) difference|"
    r"pointless|futile|effective|work\w*|point|should|any use|limited|"
    r"vale|valor|útil|beneficio|papel|ayuda\w*|sirve|eficaz|funciona|debe\w*)\b",
    re.IGNORECASE,
)
_GAINS = re.compile(
    r"\b(?:advantage|benefits?|improv\w*|effective|superior|beneficial|recommended|should|"
    r"ventaja|beneficios?|mejor\w*|eficaz|eficaces|recomend\w*|deber[ií]a\w*|debe\w*)\b",
    re.IGNORECASE,
)
_LITTLE = re.compile(
    r"\b(?:limited (?:value|benefit|role|use)|little (?:value|benefit)|no (?:benefit|advantage|evidence|value|role)|"
    r"not (?:help\w*|recommended|effective|useful)|ineffective|"
    r"valor limitado|no (?:ayuda|sirve|se recomienda|es eficaz)|poco valor)\b",
    re.IGNORECASE,
)
_WEAK = re.compile(r"\b(?:may|might|could|sometimes|certain|some|podr[ií]an?|puede\w*|a veces)\b", re.IGNORECASE)
_UNKNOWN = re.compile(
    r"\b(?:unknown|undefined|uncertain|unclear|desconocid\w*|no está\w* definid\w*|indefinid\w*|se desconoce\w*)\b", re.IGNORECASE
)
_SPACING = re.compile(
    r"\b(?:timing|interval|spacing|schedule|frequency|how often|spaced|momento|intervalo|frecuencia|pauta|cada cuánto)\b",
    re.IGNORECASE,
)
# "How many months between visits?" asks how often, though it is worded like how long.
_BETWEEN = re.compile(
    r"\b(?:months?|weeks?|days?|cycles?)\s+(?:between|apart)\b|\b(?:meses|semanas|días|ciclos)\s+entre\b", re.IGNORECASE
)
_KINDS = {
    Intent.INTERVAL: ("rate", "after"),
    Intent.WHEN: ("rate", "after"),
    Intent.DOSE: ("dose",),
    Intent.DURATION: ("over", "span"),
    Intent.FIGURE: ("share",),
}
NAMES = {
    "rate": "interval",
    "after": "interval",
    "dose": "dose",
    "over": "duration",
    "span": "duration",
    "share": "share",
}
"""What a kind of figure (``retrieval.quantified``) is called among the points of difference."""
_MARKS = frozenset({"gene", "test", "side effect", "endpoint"})
_WEIGHED = TREATMENTS | {"procedure", "test"}


def points(pair: Pair) -> Iterator[Point]:
    """Every point on which the two differ, the plainest first."""
    left, right = (patients(profile, lexicon=pair.lexicon) for profile in pair.both)
    if pair.lexicon.excludes(left, right):
        yield from _other_patients(pair)
        return
    yield from _other_figures(pair)
    yield from _unknown_to_one(pair)
    yield from partners(pair)
    yield from tests(pair)
    yield from first_choices(pair)
    yield from alone(pair)
    yield from ranked_or_equal(pair)
    yield from _worth_it_to_one(pair)


def _other_figures(pair: Pair) -> Iterator[Point]:
    """Figures of the kind asked for, in the same unit, not one of them the same."""
    topic = pair.topic()
    if not topic:
        return
    for name, kinds in _kinds_asked(pair).items():
        ours, theirs = (_figures_of(pair, profile, kinds) for profile in pair.both)
        units = {figure.unit for figure in ours} & {figure.unit for figure in theirs}
        if name == "share" and _counts_something_else(pair):
            continue
        if units and all(_values(ours, unit).isdisjoint(_values(theirs, unit)) for unit in units) and _is_one_thing(pair, name):
            yield Point(name, topic)


def _is_one_thing(pair: Pair, name: str) -> bool:
    """True for shares, and for figures of a course that can be compared: no loading dose beside a later one."""
    asked = content_stems(pair.asked.text, pair.asked.language)
    return name == "share" or not are_apart(pair.left, pair.right, asked, lexicon=pair.lexicon)


def _counts_something_else(pair: Pair) -> bool:
    """True if the share of one is of what has a mark that neither the other nor the question names: "A is in 1 in 5 of B"."""
    left, right = (profile.concepts | profile.population for profile in pair.both)
    return any(
        pair.of_kinds(pair.beyond(ours, theirs | pair.asked.concepts | pair.asked.population), _MARKS)
        for ours, theirs in ((left, right), (right, left))
    )


def _kinds_asked(pair: Pair) -> dict[str, frozenset[str]]:
    """The kinds of figure that the question asks for, by its intents or else by the figures that it gives itself."""
    intents = pair.asked.intents | ({Intent.INTERVAL} if _BETWEEN.search(pair.asked.text) else frozenset())
    wanted = [kind for intent, kinds in _KINDS.items() if intent in intents for kind in kinds]
    wanted = wanted or [figure.kind for figure in figures(pair.asked.text, lexicon=pair.lexicon)]
    return {NAMES[kind]: frozenset(other for other in wanted if NAMES[other] == NAMES[kind]) for kind in wanted}


def _figures_of(pair: Pair, profile: Profile, kinds: Collection[str]) -> list[Figure]:
    """The statement's figures of some kinds; those of a drug asked about, or of its class, only, if one is."""
    found = [figure for figure in figures(profile.statement.text, lexicon=pair.lexicon) if figure.kind in kinds]
    drugs = pair.of_kinds(pair.asked.concepts, {"drug"})
    kin = drugs.union(*(pair.lexicon.ancestors(drug) for drug in drugs))
    return [figure for figure in found if not drugs or not figure.of or figure.of in kin]


def _values(found: Collection[Figure], unit: str) -> set[tuple[float, float]]:
    """The ranges in a unit; of doses their ends, since a dose within a range is no other dose."""
    ranges = {(figure.low, figure.high) for figure in found if figure.unit == unit}
    doses = any(figure.kind == "dose" for figure in found)
    return {(end, end) for ends in ranges for end in ends} if doses else ranges


def _unknown_to_one(pair: Pair) -> Iterator[Point]:
    """How long, or how often: one gives a time, the other says that none is known."""
    texts = [profile.statement.text for profile in pair.both]
    if not any(_UNKNOWN.search(text) for text in texts) or not pair.topic():
        return
    how_often = Intent.INTERVAL in pair.asked.intents or bool(_SPACING.search(pair.asked.text))
    unknown = [bool(_UNKNOWN.search(text)) for text in texts]
    unspaced = [bool(_UNKNOWN.search(text) and _SPACING.search(text)) for text in texts]
    for name, asked, silent in (("duration", Intent.DURATION in pair.asked.intents, unknown), ("interval", how_often, unspaced)):
        times = [_times(pair, profile) if name == "duration" else _rates(pair, profile) for profile in pair.both]
        if asked and bool(times[0]) != bool(times[1]) and silent[times.index([])]:
            yield Point(name, pair.topic())


def _rates(pair: Pair, profile: Profile) -> list[Figure]:
    """How often something is done, as far as a statement gives it."""
    return [figure for figure in figures(profile.statement.text, lexicon=pair.lexicon) if figure.kind == "rate"]


def _times(pair: Pair, profile: Profile) -> list[Figure]:
    """The times that a statement gives for an end; none for one that gives a dose."""
    found = figures(profile.statement.text, lexicon=pair.lexicon)
    if any(figure.kind == "dose" for figure in found):
        return []
    return [figure for figure in found if figure.unit == "time" and figure.kind in {"span", "after"}]


def _worth_it_to_one(pair: Pair) -> Iterator[Point]:
    """Whether it is worth it: the one speaks of a gain, the other of little or none, of the very thing asked about."""
    focus = pair.of_kinds(pair.asked.focus, _WEIGHED)
    if not focus or not _WORTH_ASKED.search(pair.asked.text) or not pair.same_people():
        return
    told = {_told_of_it(profile.statement.text) for profile in pair.both}
    if all(focus <= profile.concepts for profile in pair.both) and told == {"gain", "little"}:
        yield Point("value", focus)


def _told_of_it(text: str) -> str:
    """What a statement tells: "gain", "little", or "" for neither."""
    clauses = clauses_of(text)
    if any(_LITTLE.search(clause) for clause in clauses):
        return "little"
    gains = any(_GAINS.search(clause) and not _WEAK.search(clause) and denials(clause) % 2 == 0 for clause in clauses)
    return "gain" if gains else ""


def _other_patients(pair: Pair) -> Iterator[Point]:
    """For whom: the same drug for patients who can't be the same, where the question asks which of them."""
    axes = [axis for p in pair.asked.population if (axis := pair.lexicon.concepts[p].axis)]
    drugs = pair.of_kinds(pair.asked.focus, {"drug"}) & pair.left.concepts & pair.right.concepts
    if len(axes) > len(set(axes)) and drugs and pair.lexicon.clashes(pair.left.population, pair.right.population):
        yield Point("patients", drugs)
