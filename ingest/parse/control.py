"""The table on a document's cover that says whose it is, who approved it and when: no evidence, but its standing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.parse.dates import is_lone_date

_DATED = "approved|approval|issued?|ratified|ratification|published|publication|created|effective|review(?:ed)?"
_KEY = re.compile(
    r"(?:document|policy|guideline|procedure|protocol)"
    r" ?(?:title|name|number|no\.?|id|type|reference|ref\.?|owner|author|status|lead|code)?|"
    r"(?:reference|ref\.?|code)(?: (?:number|no\.?|code))?|valid (?:until|from|to)|(?:current )?edition|"
    r"title|(?:lead |main )?authors?(?:\(s\))?(?: and (?:job )?titles?)?|owner|version(?: (?:number|no\.?))?|status|"
    r"(?:approved|ratified|reviewed|prepared|written|produced|issued|endorsed) ?(?:by|on|date)?|"
    rf"(?:date|year) ?(?:of )?(?:{_DATED})?|"
    r"(?:next |last )?(?:review|expiry|approval|issue|effective|publication|ratification)(?: due)? ?(?:date|by|period)?|"
    r"target (?:audience|group|population)|applies to|audience|distribution(?: list)?|consultation|superseded documents?|"
    r"replaces|approving (?:body|committee|group)|responsible (?:person|director|officer|committee)|executive (?:lead|sponsor)|"
    r"tags?|categor(?:y|ies)|(?:last )?(?:edited|created|modified)(?: (?:time|by|on))?|"
    r"(?:elaborado|revisado|aprobado|redactado|validado|autorizado)(?: por)?|"
    r"fecha(?: de)?(?: (?:aprobación|revisión|elaboración|edición))?|"
    r"(?:versión|edición|código|servicio|responsable|autor(?:es|a)?|próxima revisión)|"
    r"(?:organisation|department|division|directorate|specialty|site)s?|classification|contact(?: details)?|pages?|key ?words",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"(?:document|policy|guideline|procedure|protocol) ?(?:name|number|no\.?|id|reference|ref\.?|owner|author|status|lead|code)|"
    r"(?:reference|ref\.?|code)(?: (?:number|no\.?|code))?|valid (?:until|from|to)|versión|version(?: (?:number|no\.?))?|"
    r"(?:lead |main )?authors?(?:\(s\))?|owner|(?:approved|ratified|reviewed|issued|endorsed)(?: (?:by|on|date))?|"
    rf"date (?:of )?(?:{_DATED})|(?:next |last )?(?:review|expiry|approval|issue|ratification)(?: due)? ?(?:date|by)?|"
    r"superseded documents?|replaces|supersedes|(?:elaborado|revisado|aprobado|autorizado)(?: por)?|próxima revisión",
    re.IGNORECASE,
)
"""Fields that only a document has: where a table holds nothing but fields and several such, it is about the document."""
_CHANGE = r"(?:changes?|amendments?|revisions?|updates?)"
_OF_MAKING = re.compile(
    rf"comments? (?:received|made)|feedback(?: received)?|signatures?|initials|consultees?|version(?: (?:number|no\.?))?|"
    rf"(?:summary|description|details?|nature|reason)s? (?:of|for) (?:the )?{_CHANGE}|{_CHANGE}(?: made)?|"
    r"(?:reviewed|approved|revised|amended|updated|checked|authorised) by|reviewers?|"
    r"comentarios recibidos|firma|versión|(?:descripción|motivo) (?:de los? |del )?cambios?|(?:revisado|aprobado) por",
    re.IGNORECASE,
)
_NOTED = re.compile(
    rf"{_OF_MAKING.pattern}|names?|roles?|(?:job )?titles?|designation|position|department|team|group|organi[sz]ation|authors?|"
    r"dates?(?: of \w+)?|status|pages?|sections?|comments?|responses?|actions?(?: taken)?|outcome|reason|summary|description|"
    r"issue(?: (?:number|no\.?))?|no\.?|by|nombre|cargo|fecha|página|servicio|por",
    re.IGNORECASE,
)
_VERSION = re.compile(r"(?:(?:version|versión|v\.?|rev\.?|issue|edition)\s?\d|\d{1,2}\.\d{1,2}(?:\.\d+)?$)", re.IGNORECASE)
_WHEN = re.compile(r"(?:[^\W\d_]{3,10}\.? )?(?:19|20)\d\d")
"""A month with its year, or a year alone."""
_STATED = re.compile(r"[^:]{3,40}:\s+\S")
_LEAST = 3
_MOST_CELLS, _MOST_NAME_WORDS = 12, 10


def lines_about(grid: Sequence[Sequence[str]], *, opens: bool) -> list[str] | None:
    """The lines of a table that tells of the document and not of its matter; None for any other.

    One with the document's fields among others is such a table only where it ``opens`` the document; one that holds no other
    fields, and a log of its making, anywhere.
    """
    if (opens and is_control(grid)) or is_own(grid):
        return control_lines(grid)
    # Heads above their values.
    turned = list(zip(*grid, strict=True)) if len(grid) == _LEAST - 1 and len(grid[0]) == len(grid[1]) else []
    if turned and is_own(turned) and not any(":" in head for head in grid[0]):
        return control_lines(turned)
    return log_lines(grid) if is_log(grid) else None


def is_control(grid: Sequence[Sequence[str]]) -> bool:
    """Whether a grid holds names of such fields, and beside each its value: at least three, and in half of the rows."""
    if _is_letterhead(grid):
        return True
    rows = [_pairs(row) for row in grid]
    keyed = [pairs for pairs in rows if pairs]
    filled = len([row for row in grid if any(row)])
    least = _LEAST if len(keyed) < filled else _LEAST - 1
    return sum(len(pairs) for pairs in keyed) >= least and len(keyed) * 2 >= filled


def is_own(grid: Sequence[Sequence[str]]) -> bool:
    """Whether every row of a grid holds such a field with its value, and several those that only a document has."""
    rows = [_pairs(row) for row in grid if any(cell.strip() for cell in row)]
    keys = [key.rstrip(" :") for pairs in rows for key, _ in pairs]
    return len(keys) >= _LEAST and all(rows) and sum(_OWN.fullmatch(key) is not None for key in keys) >= _LEAST - 1


def _is_letterhead(grid: Sequence[Sequence[str]]) -> bool:
    """Whether half of a few cells state such fields ("Edition: 3") and the others are names: the head of a form."""
    cells = list(dict.fromkeys(cell.strip() for row in grid for cell in row if cell.strip()))
    stated = [cell for cell in cells if _STATED.match(cell) and names_field(cell.partition(":")[0])]
    is_quiet = all(len(cell.split()) <= _MOST_NAME_WORDS and cell[-1] not in ".;" for cell in cells if cell not in stated)
    return len(stated) >= _LEAST - 1 and len(cells) <= _MOST_CELLS and len(stated) * 2 >= len(cells) and is_quiet


def is_log(grid: Sequence[Sequence[str]]) -> bool:
    """Whether all heads of a table name what is noted of a document's making: who read it, what was said, what was changed."""
    heads = [cell.strip(" :*") for cell in grid[0] if cell.strip()] if grid else []
    if _are_versions(grid):
        return True
    is_named = len(heads) >= _LEAST - 1 and len(heads) == len(grid[0]) and len(grid) > 1
    return is_named and all(map(_NOTED.fullmatch, heads)) and any(map(_OF_MAKING.fullmatch, heads))


def _are_versions(grid: Sequence[Sequence[str]]) -> bool:
    """Whether each row of a table, but for its head, begins with a version and holds a date: what was changed when."""
    rows = [[cell.strip() for cell in row if cell.strip()] for row in grid]
    rows = [row for row in rows if row]
    below = rows if rows and _VERSION.match(rows[0][0]) else rows[1:]
    return len(below) >= _LEAST - 1 and all(
        len(row) > 1 and _VERSION.match(row[0]) and any(is_lone_date(cell) or _WHEN.fullmatch(cell) for cell in row[1:])
        for row in below
    )


def log_lines(grid: Sequence[Sequence[str]]) -> list[str]:
    """The rows of such a table, a line each."""
    return [line for row in grid if (line := " | ".join(dict.fromkeys(cell for cell in row if cell)))]


def names_field(words: str) -> bool:
    """Whether words are the name of such a field."""
    return _KEY.fullmatch(words.strip(" :")) is not None


def control_lines(grid: Sequence[Sequence[str]]) -> list[str]:
    """The fields of such a grid, a line each."""
    lines: list[str] = []
    if len(grid) > 1 and all(_STATED.match(cell) for row in grid for cell in row if cell.strip()):
        # Who did it stands above when: each column is a line.
        columns = zip(*grid, strict=False)
        return [" ".join(dict.fromkeys(cell for cell in column if cell)) for column in columns]
    if _is_letterhead(grid):
        return list(dict.fromkeys(cell.strip() for row in grid for cell in row if cell.strip()))
    for row in grid:
        pairs = _pairs(row)
        lines += [f"{key.rstrip(' :')}: {value}" for key, value in pairs] or [
            " ".join(dict.fromkeys(cell for cell in row if cell))
        ]
    return [line for line in lines if line]


def _pairs(row: Sequence[str]) -> list[tuple[str, str]]:
    """The fields of a row with their values."""
    cells = list(dict.fromkeys(cell.strip() for cell in row if cell.strip()))
    stated = [(key, value) for cell in cells for key, colon, value in [cell.partition(": ")] if colon and names_field(key)]
    if len(stated) > 1 and len(stated) == len(cells):
        return stated
    return [
        (key, value)
        for key, value in pairwise(cells)
        if _KEY.fullmatch(key.rstrip(" :")) and not _KEY.fullmatch(value.rstrip(" :"))
    ]
