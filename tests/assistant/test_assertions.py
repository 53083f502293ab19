"""What a question states or builds on is taken from it word for word; what it only asks about is not."""

import pytest

from assistant.question.assertions import assertions


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        pytest.param("Why is verapamil the best partner of bisoprolol?", "is verapamil the best partner of bisoprolol", id="why"),
        pytest.param("Could you explain why eplerenone works better?", "eplerenone works better", id="asked-politely"),
        pytest.param("Now that enalapril cures it, when do I stop?", "enalapril cures it", id="now-that"),
        pytest.param("What makes furosemide 80 mg the usual dose?", "furosemide 80 mg the usual dose", id="what-makes"),
        pytest.param("By how many months does carvedilol beat bisoprolol?", "carvedilol beat bisoprolol", id="by-how-much"),
        pytest.param("Which trial showed that ibuprofen helps here?", "ibuprofen helps here", id="which-trial"),
        pytest.param(
            "Since potassium need not be checked, may I skip the bloods?", "potassium need not be checked", id="grounds-first"
        ),
        pytest.param(
            "How long do we wait, given that enalapril comes last of all?", "enalapril comes last of all", id="grounds-behind"
        ),
        pytest.param("Eplerenone is for men only; which dose?", "Eplerenone is for men only", id="stated-before"),
        pytest.param(
            "Given the known superiority of digoxin over verapamil, who still gets verapamil?",
            "digoxin is superior to verapamil",
            id="superiority-as-a-noun",
        ),
        pytest.param("NSAIDs are harmless here, aren't they?", "NSAIDs are harmless here", id="tag"),
        pytest.param("Enalapril first, then eplerenone, yes? just checking", "Enalapril first, then eplerenone", id="yes"),
        pytest.param(
            "My doctor says half of the patients faint. Which ones?", "half of the patients faint", id="without-who-told-it"
        ),
        pytest.param(
            "With dapagliflozin most patients improve, I read. Why?", "With dapagliflozin most patients improve", id="i-read"
        ),
        pytest.param("¿Por qué el verapamilo es mejor que el atenolol?", "el verapamilo es mejor que el atenolol", id="por-que"),
        pytest.param("Como el verapamilo va primero, ¿qué dosis se da?", "el verapamilo va primero", id="spanish-grounds"),
        pytest.param("El verapamilo se da a todos, ¿verdad?", "El verapamilo se da a todos", id="spanish-tag"),
        pytest.param(
            "My aunt's nurse has asthma and says verapamil cures everybody. When do I get it?",
            "verapamil cures everybody",
            id="who-told-it-and-more-of-them",
        ),
        pytest.param(
            "Digoxin and verapamil are alike so I'll take one. Which?", "Digoxin and verapamil are alike", id="so-i-will"
        ),
        pytest.param(
            "HFrEF, newly found: since digoxin goes first, which dose?", "digoxin goes first", id="grounds-behind-a-colon"
        ),
        pytest.param("As one pulse is enough to start, digoxin next?", "one pulse is enough to start", id="asked-in-two-words"),
        pytest.param("A slow pulse is enough to stop, so digoxin or an ICD?", "A slow pulse is enough to stop", id="so-which"),
        pytest.param("He fainted on digoxin so digoxin is done with. What now?", "digoxin is done with", id="so-without-comma"),
        pytest.param(
            "digoxin never helps anybody so what's the point of it", "digoxin never helps anybody", id="no-question-mark"
        ),
        pytest.param("bisoprolol is off the table, what do I give", "bisoprolol is off the table", id="no-question-mark-comma"),
        pytest.param("Verapamil being the usual partner, which dose?", "Verapamil is the usual partner", id="being"),
        pytest.param("you need an ECG for that dont you? who does it", "you need an ECG for that", id="tag-without-comma"),
        pytest.param(
            "Half of them faint, which is why wards keep them, right?", "Half of them faint", id="without-what-follows-from-it"
        ),
    ],
)
def test_what_is_taken_for_granted_is_found(question: str, clause: str) -> None:
    assert clause in assertions(question)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Is verapamil better than bisoprolol?", id="asks-whether"),
        pytest.param("What is the dose of furosemide?", id="asks-what"),
        pytest.param("Which drug comes first in HFrEF?", id="asks-which"),
        pytest.param("¿Se puede dar verapamilo con bisoprolol?", id="spanish-asks-whether"),
        pytest.param("dose of carvedilol", id="bare-words"),
        pytest.param("Is digoxin so weak that it is doubled?", id="so-of-a-degree"),
        pytest.param("he was on digoxin, which he took well", id="what-tells-more"),
        pytest.param("she had bisoprolol, and then the ward who looks after her", id="who-of-somebody"),
    ],
)
def test_what_is_only_asked_is_not_taken_for_granted(question: str) -> None:
    assert assertions(question) == ()


def test_what_is_concluded_stands_apart() -> None:
    assert assertions("He had ibuprofen, so enalapril is off the table, right?") == (
        "He had ibuprofen",
        "enalapril is off the table",
    )
