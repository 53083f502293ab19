"""What a page is called and who publishes it, where banners, formularies and boards of a site stand in the way."""

from pathlib import Path

import pytest

from ingest.documents import Source
from ingest.parse.html.page import parse_html

_TEXT = "<p>Adults take 250 mg twice a day with food for five days, and stop if a rash comes up.</p>"
_PART = "<h2>Cautions</h2><p>Measure potassium before the first dose in people who take diuretics.</p>"


def _source(head: str, body: str) -> Source:
    return parse_html(f"<html lang='en'><head>{head}</head><body>{body}</body></html>".encode(), path=Path("x.html")).source


@pytest.mark.parametrize(
    "body",
    [
        f"<div class='top'><h1>Nalidine</h1></div><main><article><h1>Indications and dose</h1>{_TEXT}{_PART}</article></main>",
        f"<main><div>Nalidine</div><h2>Indications and dose</h2>{_TEXT}{_PART}</main>",
        f"<header><h1>Nalidine</h1></header><main><h1>Indications and dose</h1>{_TEXT}{_PART}</main>",
    ],
)
def test_monograph_is_called_by_its_drug_and_not_by_its_first_part(body: str) -> None:
    assert _source("<title>Nalidine | Drugs | The Formulary</title>", body).title == "Nalidine"


def test_heading_of_an_article_stays_its_title_below_the_name_of_the_site() -> None:
    body = f"<header><h1>Ward Notes</h1></header><main><h1>Nalidine for cystitis</h1><h2>Dose</h2>{_TEXT}{_PART}</main>"
    assert _source("<title>Nalidine for cystitis - Ward Notes</title>", body).title == "Nalidine for cystitis"


@pytest.mark.parametrize(
    "banner",
    [
        "<div><p>NHS App</p></div><header><span>NHS App</span></header>",
        "<div><p>Get our app</p></div>",
        "<ul><li>Riverside Hospital Portal</li><li>Riverside Hospital Jobs</li></ul>",
    ],
)
def test_what_a_banner_offers_publishes_nothing(banner: str) -> None:
    head = (
        '<title>Cystitis | Moorland NHS Trust</title><meta name="application-name" content="Wellnow">'
        '<script type="application/ld+json">{"@type": "MobileApplication", "publisher": {"name": "Wellnow"}}</script>'
    )
    source = _source(head, f"{banner}<main><h1>Cystitis</h1><h2>Dose</h2>{_TEXT}{_PART}</main>")
    assert source.publisher == "Moorland NHS Trust"


def test_board_of_a_publisher_is_not_named_for_it() -> None:
    about = "<h2>About this summary</h2><p>This summary is kept by the Kidney Drugs Editorial Board, which is independent.</p>"
    source = _source(
        "<title>Cystitis (Professional) - National Bladder Institute</title>",
        f"<main><h1>Cystitis</h1><h2>Dose</h2>{_TEXT}{_PART}{about}</main>",
    )
    assert source.publisher == "National Bladder Institute"


def test_rights_line_goes_before_a_site_that_is_no_organisation() -> None:
    body = f"<main><h1>Cystitis</h1><h2>Dose</h2>{_TEXT}{_PART}</main><footer><p>© Society of Ward Pharmacists 2025</p></footer>"
    assert _source("<title>Cystitis | Wellnow</title>", body).publisher == "Society of Ward Pharmacists"
