"""The fixed words that readers see, in English and Spanish. Pure; states no medical fact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistant.answers import AbstentionReason, ReasonCode
from ingest.documents import ReviewStatus, SourceAudience, SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """One language's fixed words. Templates name their gaps in braces."""

    language: str
    disclaimer: str
    model_failed: str
    model_declined: str
    model_unsupported: str
    model_in_part: str
    in_other_language: str
    ask_about: str
    ask_options: str
    ask_dose: str
    ask_compare: str
    premise: str
    not_said: str
    not_answered: str
    nearest: str
    differ: str
    also: str
    unnamed_publisher: str
    crediting: str
    dated: str
    undated: str
    older: str
    not_human_reviewed: str
    references: str
    question: str
    reasons: Mapping[AbstentionReason, str]
    withheld: Mapping[ReasonCode, str]
    review: Mapping[ReviewStatus, str]
    kinds: Mapping[SourceKind, str]
    audiences: Mapping[SourceAudience, str]
    months: tuple[str, ...]
    points: Mapping[str, str]
    for_team: Mapping[str, str]
    ask_team: str
    figures_kept_back: str

    def day(self, day: date) -> str:
        """The day as people write it: "29 January 2026"."""
        return f"{day.day} {self.months[day.month - 1]} {day.year}"


_ENGLISH = Phrases(
    language="en",
    model_failed="The language model gave no usable answer; this is the answer in the sources' own words.",
    model_declined="The language model found no answer in the documents; this is the answer in the sources' own words.",
    model_unsupported="What the language model wrote did not match the sources; this is the answer in the sources' own words.",
    model_in_part="Part of what the language model wrote did not match the sources; their own words stand there instead.",
    ask_about="What do the documents say about {subject}?",
    ask_options="What are the {options} in {subject}?",
    ask_dose="What is the dose of {name}?",
    ask_compare="How does {name} compare with {other}?",
    in_other_language="The documents say this in Spanish only; their own words are shown.",
    premise="The documents do not bear out what the question takes for granted (“{claimed}”):",
    disclaimer="General information from the documents, not advice for one person; check the source.",
    not_said="The documents do not say: {parts}.",
    not_answered="The documents do not answer this question.",
    nearest="The nearest sections are:",
    differ="The sources differ: {about}",
    also="The documents say as well",
    unnamed_publisher="Unnamed publisher",
    crediting="{publisher}, crediting its reference {number} ({label}), which Vouch has not read",
    dated="updated {day}",
    undated="no date given",
    older="older than 3 years",
    not_human_reviewed="not human-reviewed",
    references="References",
    question="Question",
    reasons={
        AbstentionReason.NO_EVIDENCE: "Nothing in them speaks to it closely enough to be cited.",
        AbstentionReason.OUT_OF_SCOPE: "It lies outside what these documents are about.",
        AbstentionReason.UNSUPPORTED: "Some passages come near, but no statement passed the check against its source.",
        AbstentionReason.PERSONAL_ADVICE: (
            "It asks for a decision about one person. The documents speak about groups of patients; "
            "such a decision belongs to the treating team."
        ),
        AbstentionReason.UNREADABLE_QUESTION: "The question could not be read. Try a full sentence in English or Spanish.",
        AbstentionReason.OWN_RULES: "It is about Vouch's own rules, which stay: answers rest on these documents, with citations.",
    },
    withheld={
        ReasonCode.NUMBER: "a number is not the source's",
        ReasonCode.UNIT: "a unit is not the source's",
        ReasonCode.NEGATION: "“not” was added or lost",
        ReasonCode.STRENGTH: "it is put more strongly or weakly than in the source",
        ReasonCode.POPULATION: "the source speaks about other patients",
        ReasonCode.NAME: "a name does not stand in the source",
        ReasonCode.DIRECTION: "the comparison is turned round",
        ReasonCode.NOT_STATED: "the source does not state it",
        ReasonCode.CONTRADICTED: "the source says otherwise",
        ReasonCode.UNKNOWN_CITATION: "it cites a passage that was not given",
        ReasonCode.NO_CITATION: "it cites nothing",
        ReasonCode.INSTRUCTION: "it gives orders to the reader or the program instead of a fact",
        ReasonCode.MALFORMED: "it could not be read",
    },
    review={
        ReviewStatus.DRAFT: "draft",
        ReviewStatus.SUBMITTED: "submitted for review",
        ReviewStatus.UNDER_REVIEW: "under review",
        ReviewStatus.NOT_STATED: "review not stated",
        ReviewStatus.REVIEWED: "reviewed",
        ReviewStatus.APPROVED: "approved",
    },
    kinds={kind: kind.value for kind in SourceKind} | {SourceKind.OTHER: "document"},
    audiences={SourceAudience.CLINICIAN: "for clinicians", SourceAudience.PATIENT: "for patients"},
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    for_team={
        "treatment": "Is this an option for me: {name}?",
        "schedule": "Is it planned like this for me: {name}?",
        "examined": "Do I need this ({name}), and when?",
        "side effect": "What should I do if this happens to me?",
        "failed": "What can be tried next in my case, and what would it be meant to do?",
        "outlook": "What does this mean for me?",
        "any": "What does this mean for my treatment?",
    },
    ask_team="Ask your care team: {question}",
    figures_kept_back="Survival figures are left out here; ask if you want them.",
    points={
        **{point: point for point in ("first choice", "dose", "interval", "duration", "limit")},
        **{point: point for point in ("share", "partners", "tests", "value")},
        **{
            point: point
            for point in ("patients", "order", "options", "alternatives", "condition", "exceptions", "outcome", "aim")
        },
        "strength": "strength of advice",
    },
)

_SPANISH = Phrases(
    language="es",
    model_failed="El modelo de lenguaje no dio una respuesta útil; esta es la respuesta con las palabras de las fuentes.",
    model_declined=(
        "El modelo de lenguaje no encontró respuesta en los documentos; esta es la respuesta con las palabras de las fuentes."
    ),
    model_unsupported=(
        "Lo que escribió el modelo de lenguaje no coincidía con las fuentes; "
        "esta es la respuesta con las palabras de las fuentes."
    ),
    model_in_part="Parte de lo que escribió el modelo de lenguaje no coincidía con las fuentes; ahí están las palabras de estas.",
    ask_about="¿Qué dicen los documentos sobre {subject}?",
    ask_options="¿Qué {options} hay en {subject}?",
    ask_dose="¿Cuál es la dosis de {name}?",
    ask_compare="¿Qué diferencia hay entre {name} y {other}?",
    in_other_language="Los documentos lo dicen solo en inglés; se muestran sus propias palabras.",
    premise="Los documentos no respaldan lo que la pregunta da por sentado («{claimed}»):",
    disclaimer="Información general de los documentos, no un consejo para una persona concreta; consulte la fuente.",
    not_said="Los documentos no dicen: {parts}.",
    not_answered="Los documentos no responden a esta pregunta.",
    nearest="Las secciones más cercanas son:",
    differ="Las fuentes difieren: {about}",
    also="Los documentos dicen además",
    unnamed_publisher="Editor sin nombre",
    crediting="{publisher}, que remite a su referencia {number} ({label}), no leída por Vouch",
    dated="actualizado el {day}",
    undated="sin fecha",
    older="de hace más de 3 años",
    not_human_reviewed="sin revisión humana",
    references="Referencias",
    question="Pregunta",
    reasons={
        AbstentionReason.NO_EVIDENCE: "Nada en ellos trata el tema con suficiente detalle para citarlo.",
        AbstentionReason.OUT_OF_SCOPE: "Queda fuera del tema de estos documentos.",
        AbstentionReason.UNSUPPORTED: ("Hay pasajes cercanos, pero ninguna afirmación superó la comprobación con su fuente."),
        AbstentionReason.PERSONAL_ADVICE: (
            "Pide una decisión sobre una persona concreta. Los documentos hablan de grupos de pacientes; "
            "esa decisión corresponde al equipo que la atiende."
        ),
        AbstentionReason.UNREADABLE_QUESTION: "No se pudo leer la pregunta. Escriba una frase completa en español o inglés.",
        AbstentionReason.OWN_RULES: "Trata de las reglas de Vouch, que no cambian: las respuestas se apoyan en estos documentos.",
    },
    withheld={
        ReasonCode.NUMBER: "un número no es el de la fuente",
        ReasonCode.UNIT: "una unidad no es la de la fuente",
        ReasonCode.NEGATION: "se añadió o se perdió un «no»",
        ReasonCode.STRENGTH: "se afirma con más o menos fuerza que en la fuente",
        ReasonCode.POPULATION: "la fuente habla de otros pacientes",
        ReasonCode.NAME: "un nombre no está en la fuente",
        ReasonCode.DIRECTION: "la comparación está invertida",
        ReasonCode.NOT_STATED: "la fuente no lo dice",
        ReasonCode.CONTRADICTED: "la fuente dice otra cosa",
        ReasonCode.UNKNOWN_CITATION: "cita un pasaje que no existe",
        ReasonCode.NO_CITATION: "no cita nada",
        ReasonCode.INSTRUCTION: "da órdenes en lugar de un dato",
        ReasonCode.MALFORMED: "no se pudo leer",
    },
    review={
        ReviewStatus.DRAFT: "borrador",
        ReviewStatus.SUBMITTED: "enviado a revisión",
        ReviewStatus.UNDER_REVIEW: "en revisión",
        ReviewStatus.NOT_STATED: "revisión no indicada",
        ReviewStatus.REVIEWED: "revisado",
        ReviewStatus.APPROVED: "aprobado",
    },
    kinds={
        SourceKind.GUIDELINE: "guía clínica",
        SourceKind.GUIDELINE_SUMMARY: "resumen de guías",
        SourceKind.PROTOCOL: "protocolo",
        SourceKind.RESEARCH: "investigación",
        SourceKind.PATIENT_INFORMATION: "información para pacientes",
        SourceKind.OTHER: "documento",
    },
    audiences={SourceAudience.CLINICIAN: "para profesionales", SourceAudience.PATIENT: "para pacientes"},
    months=(
        "de enero de",
        "de febrero de",
        "de marzo de",
        "de abril de",
        "de mayo de",
        "de junio de",
        "de julio de",
        "de agosto de",
        "de septiembre de",
        "de octubre de",
        "de noviembre de",
        "de diciembre de",
    ),
    for_team={
        "treatment": "¿Es esto una opción para mí: {name}?",
        "schedule": "¿Está previsto así para mí: {name}?",
        "examined": "¿Necesito esto ({name}), y cuándo?",
        "side effect": "¿Qué debo hacer si me pasa esto?",
        "failed": "¿Qué se puede probar ahora en mi caso, y para qué serviría?",
        "outlook": "¿Qué significa esto para mí?",
        "any": "¿Qué significa esto para mi tratamiento?",
    },
    ask_team="Pregunte a su equipo médico: {question}",
    figures_kept_back="Se omiten aquí las cifras de supervivencia; pídalas si las quiere.",
    points={
        "first choice": "primera elección",
        "dose": "dosis",
        "interval": "intervalo",
        "limit": "límite",
        "duration": "duración",
        "share": "proporción",
        "partners": "combinación",
        "tests": "pruebas",
        "value": "utilidad",
        "patients": "pacientes",
        "strength": "grado de recomendación",
        "order": "orden",
        "options": "opciones",
        "alternatives": "alternativas",
        "condition": "condición",
        "exceptions": "excepciones",
        "aim": "objetivo",
        "outcome": "efecto",
    },
)


def phrases(language: str) -> Phrases:
    """The fixed words of a language; English for one that Vouch doesn't speak."""
    return _SPANISH if language.startswith("es") else _ENGLISH
