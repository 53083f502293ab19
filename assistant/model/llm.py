"""The language-model drafter: numbered passages in, Markdown with marks out; what it writes is trusted by nobody."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable, Sequence
from typing import Any

from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt

from assistant.answers import Audience, Turn, WithheldClaim
from assistant.errors import MalformedDraftError, ModelUnavailableError
from assistant.model.llm_client import RetryableModelError, open_llm, write
from assistant.prompts import (
    FORMAT_REMINDER,
    NOT_IN_PASSAGES,
    NumberedPassage,
    condense_prompt,
    draft_prompt,
    repair_prompt,
)
from assistant.settings import Settings

_log = logging.getLogger(__name__)

Mask = Callable[[str], str]
Messages = list[tuple[str, str]]

_MARK = re.compile(r"[\[(【⁽]\s*\d{1,3}\b|[¹²³⁴-⁹]")
_DECLINED = re.compile(rf"\W*{re.escape(NOT_IN_PASSAGES)}\W*", re.IGNORECASE)
_LETTERS_PER_TOKEN = 3
_PROMPT_TOKENS = 700
_LONGEST_WAIT = 10.0
_MAX_STANDALONE = 600


class ModelDrafter:
    """Holds the model. Thread-safe; every call is bounded by ``deadline`` seconds, retries and their pauses included."""

    def __init__(
        self,
        llm: Any,
        *,
        mask: Mask,
        timeout: float = 30.0,
        deadline: float = 60.0,
        retries: int = 2,
        pause: float = 0.5,
        rest: float = 0.0,
    ) -> None:
        """``llm`` is LlamaIndex's ``OpenAILike``; ``timeout`` bounds one request.

        ``mask`` takes personal identifiers out of whatever a person typed, before it leaves the machine. A model that
        was out of reach is left alone for ``rest`` seconds, so that one that is down costs one wait and not one a call; one
        that refuses a request at once costs none.
        """
        self._llm = llm
        self._mask = mask
        self._timeout = timeout
        self._deadline = deadline
        self._attempts = retries + 1
        self._pause = pause
        self._rest = rest
        self._back_at = 0.0

    @classmethod
    def open(cls, settings: Settings, *, mask: Mask) -> ModelDrafter:
        """The drafter of the endpoint in the settings; nothing is sent yet."""
        return cls(
            open_llm(settings),
            mask=mask,
            timeout=settings.llm_timeout,
            deadline=settings.llm_deadline,
            retries=settings.llm_retries,
            rest=settings.llm_rest,
        )

    @property
    def model_id(self) -> str:
        """The model's name, as answers show it."""
        return str(self._llm.metadata.model_name)

    def draft(
        self,
        question: str,
        passages: Sequence[NumberedPassage],
        *,
        audience: Audience = Audience.CLINICIAN,
        language: str = "auto",
    ) -> str:
        """A Markdown draft with [n] marks; empty if the model says that the passages don't answer.

        A draft without any mark is asked for once more. Passages that don't fit the model's window are left out,
        the last first.

        Raises:
            ModelUnavailableError: if the model can't be had in time.
            MalformedDraftError: if what it writes can't be read as claims with marks.

        """
        if not passages:
            return ""
        until = time.monotonic() + self._deadline
        messages = self._opening(question, passages, audience=audience, language=language)
        text = self._ask(messages, until)
        if _declines(text):
            return ""
        if not _MARK.search(text):
            text = self._ask([*messages, ("assistant", text), ("user", FORMAT_REMINDER)], until)
        if not _MARK.search(text):
            message = "the language model cites no passage"
            raise MalformedDraftError(message)
        return text

    def repair(
        self,
        question: str,
        passages: Sequence[NumberedPassage],
        *,
        draft: str,
        withheld: Sequence[WithheldClaim],
        audience: Audience = Audience.CLINICIAN,
        language: str = "auto",
    ) -> str:
        """The withheld claims once more, mended by the model, as Markdown; empty if none can be saved.

        Raises:
            ModelUnavailableError, MalformedDraftError: as ``draft`` does.

        """
        if not withheld:
            return ""
        opening = self._opening(question, passages, audience=audience, language=language)
        text = self._ask([*opening, ("assistant", draft), ("user", repair_prompt(withheld))], time.monotonic() + self._deadline)
        return text if _MARK.search(text) and not _declines(text) else ""

    def condense(self, history: Sequence[Turn], question: str) -> str:
        """The question as it reads without the conversation; personal identifiers masked.

        Raises:
            ModelUnavailableError: as ``draft`` does.
            MalformedDraftError: if what comes back is no single question.

        """
        turns = [Turn(role=turn.role, content=self._mask(turn.content)) for turn in history]
        system, user = condense_prompt(turns, self._mask(question))
        text = self._ask([("system", system), ("user", user)], time.monotonic() + self._deadline).strip().strip("\"'“”")
        if "\n" in text or len(text) > _MAX_STANDALONE or _MARK.search(text):
            message = "the language model did not write a single question"
            raise MalformedDraftError(message)
        return text

    def _opening(self, question: str, passages: Sequence[NumberedPassage], *, audience: Audience, language: str) -> Messages:
        system, user = draft_prompt(self._mask(question), self._fitting(passages), audience=audience, language=language)
        return [("system", system), ("user", user)]

    def _fitting(self, passages: Sequence[NumberedPassage]) -> Sequence[NumberedPassage]:
        window = self._llm.metadata
        letters = (window.context_window - max(window.num_output, 0) - _PROMPT_TOKENS) * _LETTERS_PER_TOKEN
        for count, passage in enumerate(passages):
            letters -= len(passage.text) + len(passage.lead_in) + len(passage.title) + sum(map(len, passage.heading_path))
            if letters < 0:
                return passages[: max(count, 1)]
        return passages

    def _ask(self, messages: Messages, until: float) -> str:
        """What the model writes; failures that may pass are tried again while there is time."""
        if time.monotonic() < self._back_at:
            message = "the language model was out of reach a moment ago"
            raise ModelUnavailableError(message)

        def pause(state: RetryCallState) -> float:
            error = state.outcome.exception() if state.outcome else None
            asked = error.retry_after if isinstance(error, RetryableModelError) else None
            return min(asked if asked is not None else self._pause * 2 ** (state.attempt_number - 1), _LONGEST_WAIT)

        def too_late(state: RetryCallState) -> bool:
            return time.monotonic() + state.upcoming_sleep >= until

        def once() -> str:
            seconds = until - time.monotonic()
            if seconds <= 0:
                message = "the language model took too long (VOUCH_LLM_DEADLINE)"
                raise RetryableModelError(message)
            return write(self._llm, messages, seconds=min(seconds, self._timeout))

        enough = stop_after_attempt(self._attempts)
        retrying = Retrying(
            retry=retry_if_exception_type(RetryableModelError),
            stop=lambda state: enough(state) or too_late(state),
            wait=pause,
            reraise=True,
        )
        try:
            return retrying(once)
        except (ModelUnavailableError, MalformedDraftError) as error:
            if isinstance(error, RetryableModelError):
                self._back_at = time.monotonic() + self._rest
            # Readers are only told that it failed; why, and which setting mends it, is for whoever runs the server.
            _log.warning("no draft by the language model: %s", error)
            raise


def _declines(text: str) -> bool:
    return bool(_DECLINED.fullmatch(text))
