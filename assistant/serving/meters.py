"""What /metrics counts: requests, answers by status, seconds per step, abstentions, withheld claims by reason."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest

from assistant.answers import Abstention, CitedAnswer, Emergency, Response, Trace

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)


class Meters:
    """The counters of one application; a registry of its own, so that two in one process don't mix."""

    def __init__(self) -> None:
        """All at zero."""
        self._registry = CollectorRegistry()
        self._requests = Counter("vouch_requests", "HTTP requests", ["path", "status"], registry=self._registry)
        self._request_seconds = Histogram(
            "vouch_request_seconds", "Seconds until a request was answered", ["path"], buckets=_SECONDS, registry=self._registry
        )
        self._answers = Counter("vouch_answers", "Answers by status", ["status"], registry=self._registry)
        self._steps = Histogram(
            "vouch_step_seconds", "Seconds per step of an answer", ["step"], buckets=_SECONDS, registry=self._registry
        )
        self._abstentions = Counter("vouch_abstentions", "Answers not given, by reason", ["reason"], registry=self._registry)
        self._withheld = Counter("vouch_withheld_claims", "Claims withheld, by reason", ["reason"], registry=self._registry)

    def request(self, path: str, status: int, seconds: float) -> None:
        """Counts a request under its route, never under a path that a client made up."""
        self._requests.labels(path, str(status)).inc()
        self._request_seconds.labels(path).observe(seconds)

    def answer(self, response: Response, trace: Trace) -> None:
        """Counts an answer."""
        self._answers.labels(_status(response)).inc()
        for step, milliseconds in trace.milliseconds.items():
            self._steps.labels(step).observe(milliseconds / 1000)
        if isinstance(response, Abstention):
            self._abstentions.labels(response.reason.value).inc()
        if isinstance(response, CitedAnswer | Abstention):
            for claim in response.withheld:
                self._withheld.labels(claim.reasons[0].code.value if claim.reasons else "UNKNOWN").inc()

    def text(self) -> bytes:
        """Everything counted so far, in Prometheus' text format."""
        return generate_latest(self._registry)


def _status(response: Response) -> str:
    if isinstance(response, CitedAnswer):
        return "answered"
    if isinstance(response, Abstention):
        return "abstained"
    return "emergency" if isinstance(response, Emergency) else "smalltalk"
