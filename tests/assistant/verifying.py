"""A small lexicon and a short way to ask the verifier, for the tests beside this file."""

from assistant.answers import Evidence, ReasonCode, Verdict
from assistant.verify import verify_claim
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon


def _concept(concept_id: str, kind: str, name: str, **more: object) -> Concept:
    return Concept(concept_id=concept_id, kind=kind, name=name, **more)  # type: ignore[arg-type]


LEXICON = Lexicon(
    [
        _concept(
            "bone-drug", "drug class", "bone-modifying agent", abbreviations=("BMA",), synonyms=("bone-strengthening drug",)
        ),
        _concept("corvalin", "drug", "corvalin", brands=("Corva",), parents=("bone-drug",)),
        _concept("mestor", "drug", "mestor", brands=("Mesto",), parents=("bone-drug",)),
        _concept("tilamine", "drug", "tilamine", brands=("Tila",)),
        _concept("zorubicin", "drug", "zorubicin"),
        _concept("pfs", "endpoint", "progression-free survival", abbreviations=("PFS",), synonyms=("mPFS",)),
        _concept("os", "endpoint", "overall survival", abbreviations=("OS",), synonyms=("mOS",)),
        _concept("quality", "endpoint", "quality of life"),
        _concept("pre", "population", "premenopausal", axis="menopause", synonyms=("before menopause",)),
        _concept("post", "population", "postmenopausal", axis="menopause"),
        _concept("abc-positive", "population", "ABC-positive", axis="ABC", abbreviations=("ABC+",)),
        _concept("abc-negative", "population", "ABC-negative", axis="ABC", abbreviations=("ABC-",)),
        _concept("symptomatic", "population", "symptomatic", axis="symptoms", synonyms=("with symptoms",)),
        _concept("asymptomatic", "population", "asymptomatic", axis="symptoms", synonyms=("without symptoms", "no symptoms")),
        _concept("fda", "organisation", "FDA"),
        _concept("ema", "organisation", "EMA"),
    ]
)


def verdict(claim: str, evidence: str, *, section: tuple[str, ...] = (), lead_in: str = "", title: str = "") -> Verdict:
    """The verdict on a claim against one piece of evidence."""
    cited = Evidence(text=evidence, heading_path=section, lead_in=lead_in, title=title)
    return verify_claim(claim, (cited,), lexicon=LEXICON)


def codes(claim: str, evidence: str, **more: object) -> set[ReasonCode]:
    """The reasons' codes; empty for a supported claim."""
    return {reason.code for reason in verdict(claim, evidence, **more).reasons}  # type: ignore[arg-type]
