"""The report as one HTML page without script, font or picture from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from evals.charts import bars, calibration, interval, line_chart
from evals.summary import HEADLINE, figure

_MARK = re.compile(r"\[(\d+)\]")


def as_html(data: Mapping[str, Any], template: str = "report.html.j2") -> str:
    """The page; every text of cases and documents is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"figure": figure, "linked": linked}
    environment.globals |= {"bars": bars, "calibration": calibration, "interval": interval, "line_chart": line_chart}
    environment.globals["headline"] = HEADLINE
    return environment.get_template(template).render(data=data)


def linked(text: str, turn: str) -> Markup:
    """An answer with its marks as links to the words that they cite further down, under ``turn``."""
    place, pieces = 0, []
    for mark in _MARK.finditer(text):
        pieces += [escape(text[place : mark.start()]), Markup('<a href="#{}-{}">[{}]</a>').format(turn, mark[1], mark[1])]
        place = mark.end()
    return Markup("").join([*pieces, escape(text[place:])])
