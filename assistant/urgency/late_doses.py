"""Whether a message only asks what to do about a dose that was late, left out or brought up, and complains of nothing.

The most frequent thing that people ask of a medicine sounds like an emergency to the alarm: somebody, now, a medicine, something
that went wrong. Told of nobody who feels ill it is none.
"""

from __future__ import annotations

from assistant.urgency.denied_symptoms import without_denied
from assistant.urgency.triage_words import plain, wordings


def only_late_dose(text: str) -> bool:
    """Whether a dose was late, missed or brought up, what to do is asked, and no complaint, figure or number of days is told.

    That it came up again minutes after it was taken asks what to do, though nothing is asked in words.
    """
    book = wordings()
    frame, message = book.frame, plain(without_denied(text), book)
    if frame["complaint"].search(message):
        return False
    if frame["late_dose"].search(message):
        return bool(frame["of_dose"].search(message))
    again = frame["once_more"].search(message) or frame["brought_back"].search(message)
    return bool(frame["brought_up"].search(message) and again)
