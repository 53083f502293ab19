"""Pages as sites build them: menus and comments around the text, ways to other articles, tabs, cards and lists of contents."""

from __future__ import annotations

from pathlib import Path

from ingest.chunk import cut
from ingest.documents import Document
from ingest.parse.furniture import is_furniture
from ingest.parse.html.page import parse_html
from ingest.parse.zones import Zone, zone_of


def saved(body: str, *, title: str = "Gout") -> Document:
    html = f"<html><head><title>{title} - Some Site</title></head><body>{body}</body></html>"
    return parse_html(html.encode(), path=Path("page.html"))


def statements(document: Document) -> dict[str, tuple[str, ...]]:
    return {one.text: one.heading_path for one in cut(document)[1]}


def article(body: str) -> dict[str, tuple[str, ...]]:
    return statements(saved(f"<main><h1>Gout</h1>{body}</main>"))


DOSE = "<p>Allopurinol is started at 100 mg a day.</p>"
LONG = (
    "<p>" + "The urate is measured again after four weeks, and the dose is raised in small steps until it is low. " * 6 + "</p>"
)
MENU = "".join(f"<li><a href='/{n}'>Everything about topic number {n} of many</a></li>" for n in range(90))


def test_wrapper_of_menus_and_text_is_no_menu() -> None:
    found = statements(saved(f"<div id='wrap'><ul>{MENU}</ul><div class='col'><h1>Gout</h1>{DOSE}</div></div>"))
    assert list(found) == ["Allopurinol is started at 100 mg a day."]


def test_box_with_a_name_of_furniture_that_holds_the_text_of_the_page_is_read() -> None:
    menu = f"<ul>{MENU}</ul>"
    found = statements(
        saved(f"{menu}<div class='widget Blog'><h3>Gout</h3>{LONG}{DOSE}</div><div class='widget'><p>Hits.</p></div>")
    )
    assert "Allopurinol is started at 100 mg a day." in found
    assert "Hits." not in found


def test_field_named_by_how_it_is_stored_is_no_list_of_references() -> None:
    tried = "In 2019 colchicine was tried in 400 adults."
    field = f"<div class='field field--type-entity-reference-revisions'><div><p>{tried}</p></div></div>"
    assert tried in article(field + DOSE)
    real = "<div class='references'><ol><li>Ames R. Gout. Lancet 2019;1:2-4.</li></ol></div>"
    assert not any("Ames" in text for text in article(DOSE + real))


COMMENT = "<li><b>Ulla</b> <time>3 May 2021</time><p>I take colchicine every day and it is wonderful.</p></li>"


def test_comments_of_readers_are_none_of_the_text_in_whatever_language_they_are_named() -> None:
    for name in ("comment-list", "yom-comments", "Comments__CommentList-x1", "kommentare", "liste-commentaires", "comentarios"):
        found = article(f"{DOSE}<div class='{name}'><h3>12 so far</h3><ul>{COMMENT * 3}</ul></div>")
        assert list(found) == ["Allopurinol is started at 100 mg a day."], name
    for head in ("102 comments", "24 comments:", "3 Kommentare", "Commentaires (3)", "Schreibe einen Kommentar"):
        found = article(f"{DOSE}<h3>{head}</h3><ul>{COMMENT * 3}</ul>")
        assert list(found) == ["Allopurinol is started at 100 mg a day."], head


def test_comments_of_experts_and_pages_that_only_allow_some_are_text() -> None:
    for name in ("has-comments", "expert-comments", "clinical-comments"):
        assert len(article(f"<div class='{name}'><p>Colchicine is stopped when diarrhoea begins.</p></div>{DOSE}")) == 2, name
    assert zone_of("Kommentar der Leitliniengruppe") is None


def teaser(number: int, text: str, *, link: str = "/other") -> str:
    head = f"<h3><a href='{link}-{number}'>Another story of the joints {number}</a></h3>"
    return f"<div class='item'>{head}<p>{text}</p></div>"


TOLD = "Readers have asked about cherries for years and years, and our writer went to see for herself what is in them."


def test_ways_to_other_articles_with_their_first_words_are_set_aside() -> None:
    found = article(f"<h2>Treatment</h2>{DOSE}{LONG}<div>{''.join(teaser(n, TOLD) for n in range(3))}</div>")
    assert not any("cherries" in text for text in found)
    flat = "".join(f"<h3><a href='/other-{n}'>Another story {n}</a></h3><p>{TOLD}</p>" for n in range(3))
    assert not any("cherries" in text for text in article(f"<h2>Treatment</h2>{DOSE}{LONG * 2}<div>{flat}</div>"))
    broken = "".join(teaser(n, TOLD[:-1] + " […]") for n in range(3))
    assert not any("cherries" in text for text in article(f"<h2>Treatment</h2>{DOSE}<div>{broken}</div>"))


def test_parts_headed_by_links_stay_where_they_are_the_page_or_say_how_much_or_lead_to_themselves() -> None:
    assert any("cherries" in text for text in article(f"{DOSE}<div>{''.join(teaser(n, TOLD) for n in range(3))}</div>"))
    doses = "".join(teaser(n, f"Give {n + 1} mg of colchicine twice a day for a week.") for n in range(3))
    assert sum("colchicine" in text for text in article(f"{LONG * 2}<div>{doses}</div>")) == 3
    own = "".join(teaser(n, TOLD, link="#part") for n in range(3))
    assert any("cherries" in text for text in article(f"{LONG * 2}<div>{own}</div>"))


def test_articles_beside_the_text_are_ways_to_them() -> None:
    beside = "<article><p>Readers ask whether cherries are of any use at all.</p></article>"
    found = statements(saved(f"<div><h1>Gout</h1>{DOSE}{LONG}</div><aside>{beside * 2}</aside>"))
    assert not any("cherries" in text for text in found)


def test_list_of_contents_of_tabs_ends_with_its_list() -> None:
    tabs = (
        "<h3>Doses</h3><div class='app-tabs'><h2 class='app-tabs__title'>Contents</h2>"
        "<ul><li><a href='#a'>Adults</a></li><li><a href='#b'>Children</a></li></ul>"
        "<div class='app-tabs__panel' id='a'><h4>Adults</h4><p>Adults take 100 mg.</p></div>"
        "<div class='app-tabs__panel app-tabs__panel--shut' id='b'><h4>Children</h4><p>Children take 50 mg.</p></div></div>"
    )
    found = article(f"<style>.app-tabs__panel--shut {{ display: none }}</style><h2>Treatment</h2>{tabs}")
    assert found["Adults take 100 mg."][-1] == "Adults"
    assert found["Children take 50 mg."][-1] == "Children"


def test_heading_of_links_ends_with_links_and_not_with_each_heading() -> None:
    found = article(f"<h2>Related articles</h2><h3>Cherries</h3><p>A story of cherries.</p><h2>Treatment</h2>{DOSE}")
    assert list(found) == ["Allopurinol is started at 100 mg a day."]


def test_heading_that_goes_on_in_the_list_below_it_is_advice() -> None:
    found = article(
        "<h2>Too much</h2><h3>Contact 111 for advice now if:</h3><ul><li>you take 2 tablets or more too many</li></ul>"
    )
    assert found["you take 2 tablets or more too many"] == ("Too much", "Contact 111 for advice now if")
    assert zone_of("Contact us") is Zone.NOTICE


def test_heading_in_a_card_of_a_list_is_a_heading_and_ends_with_the_card() -> None:
    head = "<div class='x-card__header'><h4 class='x-card__heading'>{}</h4></div>"
    card = f"<li class='x-card'>{head}<div class='x-card__body'>{{}}</div></li>"
    cards = card.format("Shock waves", "<p>They break stones of 15 mm.</p>") + card.format("Keyhole", "<p>It takes 2 hours.</p>")
    found = article(f"<h2>Stones</h2><h3>Removing one</h3><ul>{cards}</ul><p>A stone is sent to the laboratory.</p>")
    assert found["They break stones of 15 mm."] == ("Stones", "Removing one", "Shock waves")
    assert found["It takes 2 hours."] == ("Stones", "Removing one", "Keyhole")
    assert found["A stone is sent to the laboratory."] == ("Stones", "Removing one")


def test_box_that_is_headed_only_by_its_kind_stands_beside_the_heading_above_it() -> None:
    box = "<div class='x-card'><h3>Important</h3><p>Do not use both gels on one day.</p></div>"
    found = article(f"<h2>Pain</h2><h3>Don't</h3><ul><li>do not lift 5 kg or more</li></ul>{box}")
    assert found["do not lift 5 kg or more"] == ("Pain", "Don't")
    assert found["Do not use both gels on one day."] == ("Pain",)


def test_more_about_something_heads_text_where_text_stands_below_it() -> None:
    found = article(f"<h2>Doses</h2>{DOSE}<h2>More about the trials</h2>{LONG}")
    assert {path for text, path in found.items() if "urate" in text} == {("More about the trials",)}
    links = "<p><a href='/a'>Cherries and gout</a></p><p><a href='/b'>Beer and gout</a></p>"
    assert list(article(f"<h2>Doses</h2>{DOSE}<h2>More about gout</h2>{links}")) == ["Allopurinol is started at 100 mg a day."]


def test_title_with_words_that_are_only_read_out_is_no_heading_of_its_text() -> None:
    head = "<h1><span>Allopurinol <span class='visually-hidden'>-</span></span> How to take it</h1>"
    found = statements(saved(f"<main>{head}<h2>Dose</h2>{DOSE}</main>", title="How to take allopurinol"))
    assert found["Allopurinol is started at 100 mg a day."] == ("Dose",)


def test_where_a_paper_is_had_and_that_it_may_be_copied_is_furniture() -> None:
    assert is_furniture("This publication is available at https://example.org/gout/care-of-adults")
    assert is_furniture("This content is a service of the Joint Institute and may be reproduced without permission.")
    assert not is_furniture("This guideline is available for adults in all wards that give colchicine.")


def test_headings_of_links_in_other_languages_are_known_and_those_of_the_text_are_not() -> None:
    for head in (
        "Ähnliche Beiträge",
        "Mehr zum Thema",
        "Articles similaires",
        "À lire aussi",
        "Articoli correlati",
        "Leia também",
    ):
        assert zone_of(head) is Zone.LINKS, head
    for head in ("Teilen von Tabletten", "Weitere Therapie", "Articles de pansement", "Partager les décisions"):
        assert zone_of(head) is None, head


def test_main_heading_of_several_is_the_one_that_the_title_of_the_page_holds_as_a_whole() -> None:
    body = f"<h1>The Joint Blog</h1><div><h1>Gout at night - Causes</h1>{DOSE}<h2>Diet</h2>{LONG}</div>"
    html = f"<html><head><title>Gout at night - Causes - Joints</title></head><body>{body}</body></html>"
    read = parse_html(html.encode(), path=Path("page.html"))
    assert read.source.title == "Gout at night - Causes"
    assert statements(read)["Allopurinol is started at 100 mg a day."] == ()


def test_title_set_again_with_other_signs_heads_nothing() -> None:
    html = f"<h1>Gout: the night attack</h1><div><h2>Gout The night attack</h2>{DOSE}<h2>Gout</h2>{LONG}</div>"
    found = statements(saved(html, title="Gout: the night attack"))
    assert found["Allopurinol is started at 100 mg a day."] == ()
    assert ("Gout",) in found.values()


def test_days_with_their_hour_are_furniture_in_other_languages() -> None:
    for line in ("20. Mai 2019, 05:28 Uhr", "Freitag, 14. Juni 2019", "Le 3 août 2021 à 14h30", "20.06.2019 07:30 Uhr"):
        assert list(article(f"<p>{line.removeprefix('Le ')}</p>{DOSE}")) == ["Allopurinol is started at 100 mg a day."], line
    assert saved(f"<main><h1>Gicht</h1><p>Zuletzt aktualisiert am 3. März 2021</p>{DOSE}</main>").source.updated is not None
    assert "Am 20. Mai 2019 nahmen 5 von 9 Patienten Colchicin." in " ".join(
        article(f"<p>Am 20. Mai 2019 nahmen 5 von 9 Patienten Colchicin.</p>{DOSE}")
    )


def test_box_of_facts_has_no_row_of_heads() -> None:
    rows = "".join(
        f"<tr><th>{name}</th><td>{fact}</td></tr>" for name, fact in (("Onset", "Sudden"), ("Age", "40 to 60"), ("Sex", "Men"))
    )
    found = article(f"{DOSE}<table><tr><th colspan=2>Gout</th></tr>{rows}<tr><td colspan=2>From the Joint Blog</td></tr></table>")
    assert any("Age" in text and "40 to 60" in text and "Sudden" not in text for text in found)


def test_what_only_stands_for_a_picture_without_scripts_is_not_told_as_unread() -> None:
    words = "The great toe of a man of forty in an attack of gout"
    told = saved(f"<main><h1>Gout</h1>{DOSE}<noscript><img src='a.jpg' alt=''>{words}</noscript></main>").warnings
    assert not any("noscript" in warning for warning in told)
    text = saved(f"<main><h1>Gout</h1>{DOSE}<noscript><p>{words}</p></noscript></main>").warnings
    assert any("noscript" in warning for warning in text)


def test_what_a_guideline_says_of_itself_below_such_a_heading_is_looked_at_by_itself() -> None:
    found = article(f"<h2>About this guideline</h2><p>Adults with gout of all stages are treated by it on every ward.</p>{DOSE}")
    assert "Adults with gout of all stages are treated by it on every ward." in found
    assert zone_of("About this website") is Zone.NOTICE
    assert not is_furniture("Key words said aloud are slow, lift and rest")
    assert is_furniture("Key words gout, colchicine, diet")
