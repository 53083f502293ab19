"""Figures in, inline SVG out: no script, no font, colours from the page's own style. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

_WIDTH, _HEIGHT = 640, 240
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 24, 14, 40


def interval(low: float, value: float, high: float, before: float | None) -> Markup:
    """A share's interval as a bar, its value as a dot, and the baseline as an upright stroke."""
    drawn = [
        Markup('<line class="axis" x1="2" x2="118" y1="9" y2="9"/>'),
        Markup('<line class="range" x1="{}" x2="{}" y1="9" y2="9"/>').format(_at(low), _at(high)),
        Markup('<circle class="dot" cx="{}" cy="9" r="3.5"/>').format(_at(value)),
    ]
    if before is not None:
        drawn.append(Markup('<line class="before" x1="{0}" x2="{0}" y1="2" y2="16"/>').format(_at(before)))
    words = f"{value:.1%}, from {low:.1%} to {high:.1%}" + (f", baseline {before:.1%}" if before is not None else "")
    return Markup('<svg class="interval" viewBox="0 0 120 18" role="img" aria-label="{}">{}</svg>').format(
        words, Markup("").join(drawn)
    )


def _at(share: float) -> float:
    return round(2 + 116 * min(1.0, max(0.0, share)), 1)


def bars(counts: Mapping[str, int], of: int) -> Markup:
    """A bar for each name, as wide as its share of ``of``, with count and share."""
    rows = [
        Markup(
            '<div class="bar"><span>{}</span><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
            '<rect class="rail" width="100" height="8"/><rect class="fill" width="{}" height="8"/></svg>'
            "<span>{} ({})</span></div>"
        ).format(name, round(100 * count / of, 1) if of else 0, count, f"{count / of:.1%}" if of else "–")
        for name, count in counts.items()
    ]
    return Markup("").join(rows)


def line_chart(series: Mapping[str, Sequence[float | None]], labels: Sequence[str]) -> Markup:
    """Shares over runs, a line each, with their names and last values below; runs without a figure leave a gap."""
    known = [value for values in series.values() for value in values if value is not None]
    bottom = min(0.5, *known) if known else 0.0
    drawn, names = [_grid(bottom)], []
    for place, (name, values) in enumerate(series.items()):
        points = [(_x(run, len(labels)), _y(value, bottom)) for run, value in enumerate(values) if value is not None]
        path = " ".join(f"{x},{y}" for x, y in points)
        drawn.append(Markup('<polyline class="line s{}" points="{}"/>').format(place, path))
        drawn += [Markup('<circle class="mark s{}" cx="{}" cy="{}" r="3"/>').format(place, x, y) for x, y in points]
        last = next((value for value in reversed(values) if value is not None), None)
        names.append(Markup('<span class="s{}">■ {}{}</span>').format(place, name, "" if last is None else f" {last:.1%}"))
    for run, anchor in {0: "start", len(labels) - 1: "end"}.items():
        drawn.append(
            Markup('<text x="{}" y="{}" text-anchor="{}">{}</text>').format(
                _x(run, len(labels)), _HEIGHT - _BOTTOM + 20, anchor, labels[run]
            )
        )
    chart = _chart(drawn, f"{', '.join(series)} over {len(labels)} runs")
    return Markup('{}<p class="legend">{}</p>').format(chart, Markup(" ").join(names))


def calibration(bins: Sequence[Mapping[str, Any]]) -> Markup:
    """Score of the verifier against the share of claims that are faithful; a circle's area is the number of claims."""
    most = max((entry["claims"] for entry in bins), default=1)
    drawn = [
        _grid(0.0),
        Markup('<line class="before" x1="{}" y1="{}" x2="{}" y2="{}"/>').format(_LEFT, _y(0, 0), _WIDTH - _RIGHT, _y(1, 0)),
    ]
    for entry in bins:
        x = _LEFT + entry["score"] * (_WIDTH - _LEFT - _RIGHT)
        radius = round(4 + 14 * (entry["claims"] / most) ** 0.5, 1)
        drawn.append(
            Markup('<circle class="bubble" cx="{}" cy="{}" r="{}"><title>{}</title></circle>').format(
                round(x, 1), _y(entry["faithful"], 0), radius, f"{entry['claims']} claims, {entry['faithful']:.1%} faithful"
            )
        )
    drawn += [
        Markup('<text x="{}" y="{}" text-anchor="middle">{}</text>').format(
            _LEFT + tick * (_WIDTH - _LEFT - _RIGHT), _HEIGHT - _BOTTOM + 18, f"{tick:.1f}"
        )
        for tick in (0, 0.5, 1)
    ]
    drawn.append(
        Markup('<text x="{}" y="{}" text-anchor="middle">score of the verifier</text>').format(
            (_LEFT + _WIDTH - _RIGHT) / 2, _HEIGHT - 4
        )
    )
    return _chart(drawn, "share of faithful claims by the verifier's score")


def _grid(bottom: float) -> Markup:
    lines = []
    for step in range(5):
        share = bottom + (1 - bottom) * step / 4
        lines.append(
            Markup(
                '<line class="axis" x1="{0}" x2="{1}" y1="{2}" y2="{2}"/><text x="{3}" y="{4}" text-anchor="end">{5}</text>'
            ).format(_LEFT, _WIDTH - _RIGHT, _y(share, bottom), _LEFT - 6, _y(share, bottom) + 4, f"{share:.0%}")
        )
    return Markup("").join(lines)


def _x(run: int, runs: int) -> float:
    return round(_LEFT + (_WIDTH - _LEFT - _RIGHT) * (run / (runs - 1) if runs > 1 else 0.5), 1)


def _y(share: float, bottom: float) -> float:
    return round(_TOP + (_HEIGHT - _TOP - _BOTTOM) * (1 - (share - bottom) / (1 - bottom)), 1)


def _chart(drawn: Sequence[Markup], words: str) -> Markup:
    return Markup('<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        _WIDTH, _HEIGHT, words, Markup("").join(drawn)
    )
