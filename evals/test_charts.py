"""The drawings say what the figures say."""

import re

from evals.charts import bars, calibration, interval, line_chart


def test_bar_is_as_wide_as_its_share() -> None:
    drawn = bars({"withheld": 5, "not <drafted>": 20}, 20)
    assert re.findall(r'class="fill" width="([\d.]+)"', drawn) == ["25.0", "100.0"]
    assert "not &lt;drafted&gt;" in drawn
    assert "5 (25.0%)" in drawn


def test_interval_says_value_bounds_and_baseline_to_who_cannot_see_it() -> None:
    drawn = interval(0.8, 0.9, 0.95, 0.7)
    assert 'aria-label="90.0%, from 80.0% to 95.0%, baseline 70.0%"' in drawn
    places = [float(x) for x in re.findall(r'(?:x1|cx)="([\d.]+)"', drawn)]
    assert places[3] < places[1] < places[2]
    assert "baseline" not in interval(0.8, 0.9, 0.95, None)


def test_line_goes_up_where_a_figure_rises_and_skips_runs_without_it() -> None:
    drawn = line_chart({"passed": [0.6, None, 0.9]}, ["mon", "tue", "wed"])
    points = [tuple(map(float, point.split(","))) for point in re.findall(r'points="([^"]*)"', drawn)[0].split()]
    assert len(points) == 2
    assert points[0][0] < points[1][0]
    assert points[0][1] > points[1][1]
    assert "passed 90.0%" in drawn


def test_calibration_draws_a_circle_for_each_tenth_larger_for_more_claims() -> None:
    drawn = calibration([{"score": 0.1, "claims": 4, "faithful": 0.0}, {"score": 0.95, "claims": 100, "faithful": 1.0}])
    few, many = (float(radius) for radius in re.findall(r'class="bubble"[^>]* r="([\d.]+)"', drawn))
    assert few < many
    assert "100 claims, 100.0% faithful" in drawn
