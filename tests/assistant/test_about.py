"""Questions about the answer or the library: told from medical ones, answered from citations and from the sources."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.answers import (
    Abstention,
    AbstentionReason,
    Audience,
    Citation,
    CitedAnswer,
    Question,
    StandaloneQuestion,
    Turn,
    Verdict,
    VerifiedClaim,
)
from assistant.followups.about import (
    AboutKind,
    AboutQuestion,
    asked_again,
    asked_before,
    last_answered,
    of_pages_before,
    read_about,
)
from assistant.followups.about_answers import answer_about, self_citation, sources_of
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon
from ingest.documents import Document, ReviewStatus, Source, SourceAudience, SourceKind, Span, Statement

HISTORY = (
    Turn(role="user", content="How often is alphamab given?"),
    Turn(role="assistant", content="Alphamab is given every 4 weeks. [1]"),
)
LEXICON = Lexicon([Concept(concept_id="betamab", kind="drug", name="betamab", brands=("Betaza",))])
PAGE = """---
title: Care of the second stage
publisher: North Cancer Society
updated: 2024-10-11
review_status: under review
review_note: pending human review
---
# Care of the second stage
- Alphamab is given every 4 weeks.
- Betamab is an option.
"""


def _document(source_id: str, publisher: str, updated: date, text: str = PAGE) -> Document:
    source = Source(
        source_id=source_id,
        title="Care of the second stage",
        publisher=publisher,
        kind=SourceKind.PATIENT_INFORMATION,
        audience=SourceAudience.PATIENT,
        updated=updated,
        review_status=ReviewStatus.UNDER_REVIEW,
        review_note="pending human review",
    )
    return Document(source=source, text=text)


DOCUMENTS = {
    "north": _document("north", "North Cancer Society", date(2024, 10, 11)),
    "south": _document("south", "Dr. Q", date(2021, 3, 26)),
}


def _statement(document: Document, words: str) -> Statement:
    start = document.text.index(words)
    return Statement(
        statement_id=words,
        source_id=document.source.source_id,
        passage_id="p",
        span=Span(start=start, end=start + len(words)),
        text=words,
        heading_path=("Care of the second stage",),
    )


ALPHA = _statement(DOCUMENTS["north"], "Alphamab is given every 4 weeks.")
BETA = _statement(DOCUMENTS["south"], "Betamab is an option.")


def _last() -> CitedAnswer:
    citation = Citation(number=1, document=DOCUMENTS["north"], statement=ALPHA)
    other = Citation(number=2, document=DOCUMENTS["south"], statement=BETA)
    verdict = Verdict(supported=True, score=1.0)
    return CitedAnswer(
        question=Question(text="How often is alphamab given?"),
        read_as=StandaloneQuestion(text="How often is alphamab given?"),
        claims=(
            VerifiedClaim(text=ALPHA.text, citations=(citation,), verdict=verdict),
            VerifiedClaim(text=BETA.text, citations=(other,), verdict=verdict),
        ),
    )


def _ask(text: str, *, history: tuple[Turn, ...] = HISTORY) -> AboutKind | None:
    about = read_about(Question(text=text, history=history), sources_of(DOCUMENTS))
    return about.kind if about else None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("what's the source?", AboutKind.SOURCE),
        ("source?", AboutKind.SOURCE),
        ("says who?", AboutKind.SOURCE),
        ("where does it say that", AboutKind.SOURCE),
        ("which of the documents says that", AboutKind.SOURCE),
        ("link?", AboutKind.SOURCE),
        ("is that the latest?", AboutKind.DATE),
        ("has a doctor checked that", AboutKind.REVIEW),
        ("who is it written for", AboutKind.AUTHOR),
        ("can you show me the sentence", AboutKind.QUOTE),
        ("explain it like I'm not a doctor", AboutKind.PLAIN),
        ("ok, and where did you get that from?", AboutKind.SOURCE),
        ("which document says that?", AboutKind.SOURCE),
        ("what is [2]?", AboutKind.SOURCE),
        ("how recent is that?", AboutKind.DATE),
        ("how old is the NCS page?", AboutKind.DATE),
        ("when was the North Cancer Society page last revised?", AboutKind.DATE),
        ("is this up to date?", AboutKind.DATE),
        ("how recent are they?", AboutKind.DATE),
        ("¿de cuándo es?", AboutKind.DATE),
        ("were they reviewed?", AboutKind.REVIEW),
        ("who reviewed it?", AboutKind.REVIEW),
        ("has it been peer reviewed?", AboutKind.REVIEW),
        ("can I trust this?", AboutKind.REVIEW),
        ("who wrote it?", AboutKind.AUTHOR),
        ("who is Dr. Q?", AboutKind.AUTHOR),
        ("show me the exact words", AboutKind.QUOTE),
        ("what does Dr. Q say exactly?", AboutKind.QUOTE),
        ("shorter", AboutKind.SHORTER),
        ("can you summarize that in one sentence?", AboutKind.SHORTER),
        ("say it in plain words", AboutKind.PLAIN),
        ("what does that mean?", AboutKind.PLAIN),
        ("so what do all these words mean?", AboutKind.PLAIN),
        ("what do you mean by that?", AboutKind.PLAIN),
        ("¿qué significa eso?", AboutKind.PLAIN),
        ("¿y qué quiere decir todo eso?", AboutKind.PLAIN),
        ("which documents do you have about betamab?", AboutKind.MENTIONS),
        ("what guidelines are there on bone pain?", AboutKind.MENTIONS),
        ("¿qué documentos tienes sobre betamab?", AboutKind.MENTIONS),
        ("I don't understand", AboutKind.PLAIN),
        ("in Spanish please", AboutKind.SPANISH),
        ("which documents do you have?", AboutKind.DOCUMENTS),
        ("list your sources", AboutKind.DOCUMENTS),
        ("which one mentions Betaza?", AboutKind.MENTIONS),
        ("is betamab mentioned anywhere?", AboutKind.MENTIONS),
        ("which is the most recent document?", AboutKind.NEWEST),
        ("which source is oldest?", AboutKind.OLDEST),
        ("¿cuál es la fuente?", AboutKind.SOURCE),
        ("¿de cuándo es eso?", AboutKind.DATE),
        ("¿quién lo revisó?", AboutKind.REVIEW),
        ("más corto", AboutKind.SHORTER),
        ("en palabras sencillas", AboutKind.PLAIN),
        ("¿qué documentos tienes?", AboutKind.DOCUMENTS),
    ],
)
def test_question_about_the_answer_is_recognised(text: str, kind: AboutKind) -> None:
    assert _ask(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        "what is the source of bone pain?",
        "how recent must a biopsy be?",
        "who should review the scan?",
        "is it approved?",
        "when is it given?",
        "what is the evidence for denosumab?",
        "how old must a patient be?",
        "is a shorter course possible?",
        "what does metastatic mean?",
        "what does that mean for the choice of a second drug?",
        "what does a raised marker mean?",
        "¿qué significa metastásico?",
        "what do the documents say about betamab?",
        "which drugs are there on the list?",
        "which drugs do you have for HER2?",
        "what is the exact dose?",
        "explain CDK4/6 inhibitors in plain words",
        "what is a reference dose?",
        "which is the latest drug?",
        "is it safe?",
        "why?",
        "what is the status of HER2",
        "is that the same for premenopausal women?",
        "what year was Herceptin approved",
        "what source of calcium is best?",
        "is it new?",
        "is it for patients with bone metastases?",
        "which of these drugs is newer?",
        "has anyone tried it after progression?",
    ],
)
def test_medical_question_is_not_taken_for_one_about_the_answer(text: str) -> None:
    assert _ask(text) is None


def test_question_about_an_answer_needs_an_answer_before_it() -> None:
    assert _ask("source?", history=()) is None
    assert _ask("which documents do you have?", history=()) is AboutKind.DOCUMENTS
    assert _ask("how old is the NCS page?", history=()) is AboutKind.DATE


def test_question_before_is_found_past_small_talk_and_questions_about_the_answer() -> None:
    history = (
        *HISTORY,
        Turn(role="user", content="source?"),
        Turn(role="assistant", content="The answer rests on one page. [1]"),
        Turn(role="user", content="thanks"),
        Turn(role="assistant", content="You're welcome."),
    )
    before = asked_before(Question(text="who reviewed it?", history=history), sources_of(DOCUMENTS))
    assert before is not None
    assert before.text == "How often is alphamab given?"
    assert before.history == ()


def test_plain_words_asks_again_as_a_patient() -> None:
    question = Question(text="in plain words", history=HISTORY)
    about = read_about(question, sources_of(DOCUMENTS))
    assert about is not None
    again = asked_again(about, question)
    assert again is not None
    assert (again.text, again.audience) == ("How often is alphamab given?", Audience.PATIENT)


def _answer(text: str, *, language: str = "en") -> tuple[VerifiedClaim, ...]:
    about = read_about(Question(text=text, history=HISTORY), sources_of(DOCUMENTS))
    assert about is not None
    return answer_about(
        about,
        last=_last(),
        documents=DOCUMENTS,
        statements=(ALPHA, BETA),
        lexicon=LEXICON,
        language=language,
        today=date(2025, 1, 1),
    )


def test_source_names_title_publisher_and_section() -> None:
    claims = _answer("source?")
    assert "North Cancer Society" in claims[0].text
    assert "under “Care of the second stage”" in claims[0].text
    assert claims[0].citations[0].quote == ALPHA.text


def test_date_is_cited_where_the_document_states_it() -> None:
    claims = _answer("how old is the NCS page?")
    assert [claim.text for claim in claims] == [
        "“Care of the second stage” (North Cancer Society) was last updated on 11 October 2024."
    ]
    assert claims[0].citations[0].quote == "updated: 2024-10-11"


def test_review_gives_the_status_as_stated() -> None:
    claims = _answer("who reviewed it?")
    assert "under review. Pending human review." in claims[0].text
    assert claims[0].citations[0].quote == "review_note: pending human review"


@pytest.mark.parametrize(
    ("publisher", "language", "told"),
    [
        pytest.param("North Cancer Society", "en", "is published by North Cancer Society: ", id="named"),
        pytest.param("", "en", "names no publisher: ", id="unsigned"),
        pytest.param("", "es", "no nombra a quien lo publica: ", id="unsigned-in-spanish"),
    ],
)
def test_author_of_an_unsigned_document_is_said_not_to_be_named(publisher: str, language: str, told: str) -> None:
    about = read_about(Question(text="who wrote it?", history=HISTORY), sources_of(DOCUMENTS))
    assert about is not None
    unsigned = _document("north", publisher, date(2024, 10, 11))
    citation = Citation(number=1, document=unsigned, statement=ALPHA)
    claim = VerifiedClaim(text=ALPHA.text, citations=(citation,), verdict=Verdict(supported=True, score=1.0))
    last = replace(_last(), claims=(claim,))
    claims = answer_about(about, last=last, documents={"north": unsigned}, lexicon=LEXICON, language=language)
    assert told in claims[0].text


def test_exact_words_are_those_of_the_document() -> None:
    quotes = [claim.text for claim in _answer("show me the exact words")]
    assert quotes[0] == "“Alphamab is given every 4 weeks.” (North Cancer Society)"


def test_mention_is_found_by_brand_name() -> None:
    claims = _answer("which one mentions Betaza?")
    assert [claim.citations[0].source.source_id for claim in claims] == ["south"]


def test_library_is_listed_with_standing() -> None:
    claims = _answer("which documents do you have?")
    assert len(claims) == len(DOCUMENTS)
    assert all("under review" in claim.text for claim in claims)


def test_translations_count_as_one_document() -> None:
    spanish = replace(DOCUMENTS["north"].source, source_id="north-es", language="es")
    documents = {**DOCUMENTS, "north-es": replace(DOCUMENTS["north"], source=spanish)}
    about = AboutQuestion(kind=AboutKind.DOCUMENTS)
    for language, wanted in (("en", ["north", "south"]), ("es", ["north-es", "south"])):
        claims = answer_about(about, last=None, documents=documents, language=language, today=date(2025, 1, 1))
        assert [claim.citations[0].source.source_id for claim in claims] == wanted


def test_newest_and_oldest_follow_the_dates() -> None:
    assert "11 October 2024" in _answer("which document is the most recent?")[0].text
    assert "26 March 2021" in _answer("which source is oldest?")[0].text


def test_spanish_question_gets_spanish_words() -> None:
    assert "se actualizó por última vez el 11 de octubre de 2024" in _answer("¿de cuándo es eso?", language="es")[0].text


def test_shorter_keeps_the_first_claims_while_they_stay_short() -> None:
    assert _answer("shorter")[0].text == ALPHA.text
    assert sum(len(claim.text.split()) for claim in _answer("shorter")) <= 40


def test_source_and_date_say_again_what_they_are_of() -> None:
    assert "Alphamab is" in _answer("what's the source?")[0].text
    assert any("Alphamab is" in claim.text for claim in _answer("how recent is that?"))


def test_question_about_the_answer_passes_over_questions_that_got_none() -> None:
    asked = ["first?", "second?"]
    turns = tuple(Turn(role=role, content=text) for one in asked for role, text in (("user", one), ("assistant", "…")))
    before = asked_before(Question(text="how recent is that?", history=turns))
    cited = CitedAnswer(question=Question(text="first?"), read_as=StandaloneQuestion(text="first?"), claims=_answer("shorter"))
    none = Abstention(
        question=Question(text="second?"), read_as=StandaloneQuestion(text="second?"), reason=AbstentionReason.NO_EVIDENCE
    )
    assert last_answered(before, lambda one: cited if one.text == "first?" else none) is cited
    assert last_answered(before, lambda _: none) is none


@pytest.mark.parametrize(
    ("asked", "then", "south"),
    [
        pytest.param(("which one mentions Betaza?",), "who wrote it?", True, id="mentioned"),
        pytest.param(("which one mentions Betaza?", "who wrote it?"), "how old is it?", True, id="mentioned-two-turns-before"),
        pytest.param(("how old is the Dr. Q page?",), "who reviewed it?", True, id="named"),
        pytest.param(("which documents do you have?",), "are they up to date?", True, id="listed"),
        pytest.param(("which one mentions Betaza?", "How often is it given?"), "who wrote it?", False, id="asked-of-medicine"),
        pytest.param(("which one mentions Betaza?",), "how old is the NCS page?", False, id="another-page-named"),
        pytest.param(("which one mentions Betaza?",), "show me the exact words", False, id="of-the-answer"),
    ],
)
def test_it_is_the_page_that_was_just_spoken_of(asked: tuple[str, ...], then: str, *, south: bool) -> None:
    sources = sources_of(DOCUMENTS)
    turns = tuple(Turn(role=role, content=text) for one in asked for role, text in (("user", one), ("assistant", "… [1]")))
    question = Question(text=then, history=(*HISTORY, *turns))
    about = read_about(question, sources)
    assert about is not None
    claim = VerifiedClaim(
        text="…", citations=(self_citation(DOCUMENTS["south"], "title"),), verdict=Verdict(supported=True, score=1)
    )

    def answer(one: Question) -> CitedAnswer:
        return CitedAnswer(question=one, read_as=StandaloneQuestion(text=one.text), claims=(claim,))

    assert ("south" in of_pages_before(about, question, answer, sources).source_ids) is south


@pytest.mark.parametrize("what", ["date", "review", "author", "title"])
def test_page_without_front_matter_is_cited_by_its_own_words(what: str) -> None:
    text = "Care of the second stage\nMedically reviewed by Dr. Q on 26 March 2021\nAlphamab helps."
    citation = self_citation(_document("south", "Dr. Q", date(2021, 3, 26), text), what)
    assert citation.quote == text[citation.span.start : citation.span.end]
    assert citation.quote in {
        "Care of the second stage",
        "Medically reviewed by Dr. Q on 26 March 2021",
        "by Dr. Q on 26 March 2021",
        "reviewed by Dr. Q on 26 March 2021",
    }


def test_citations_are_numbered_by_first_use() -> None:
    numbers = [citation.number for claim in _answer("show me the exact words") for citation in claim.citations]
    assert numbers == [1, 2]


def test_shipped_sources_are_known_by_their_publishers() -> None:
    from ingest.parse import parse_file

    corpus = Path(__file__).parents[2] / "corpus"
    sources = [parse_file(path).source for path in sorted(corpus.glob("*.md")) if path.name != "README.md"]
    about = read_about(Question(text="how old is the ACS page?"), sources)
    assert about is not None
    assert {source_id.removesuffix("-es") for source_id in about.source_ids} == {"acs-stage-4-treatment"}


def _titled(source_id: str, title: str) -> Source:
    return Source(
        source_id=source_id,
        title=title,
        publisher="North Hospital",
        kind=SourceKind.GUIDELINE_SUMMARY,
        audience=SourceAudience.CLINICIAN,
        updated=date(2024, 1, 2),
    )


TITLED = (
    _titled("s1", "Vancomycin dosing in adults"),
    _titled("s2", "Gentamicin dosing in adults"),
    _titled("s3", "Preventing falls on the ward"),
)


@pytest.mark.parametrize(
    ("text", "source_ids"),
    [
        pytest.param("When was the vancomycin guideline updated?", ("s1",), id="topic-before"),
        pytest.param("who wrote the falls policy", ("s3",), id="who-wrote"),
        pytest.param("Is the vancomycin dosing protocol still up to date?", ("s1",), id="two-words"),
        pytest.param("When was the guideline on gentamicin last updated?", ("s2",), id="topic-behind"),
        pytest.param("how old is the page about falls", ("s3",), id="about"),
    ],
)
def test_document_is_named_by_the_topic_of_its_title(text: str, source_ids: tuple[str, ...]) -> None:
    about = read_about(Question(text=text), TITLED)
    assert about is not None
    assert about.source_ids == source_ids


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("When was the warfarin guideline updated?", id="no-such-title"),
        pytest.param("When is the vancomycin level in the guideline checked?", id="of-the-medicine"),
        pytest.param("Does the vancomycin protocol give a loading dose?", id="what-it-says"),
    ],
)
def test_no_other_question_names_a_document_by_its_topic(text: str) -> None:
    assert read_about(Question(text=text), TITLED) is None
