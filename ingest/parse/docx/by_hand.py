"""The levels of headings that are set by hand, without a style: by their size and their numbers."""

from __future__ import annotations

from dataclasses import replace

from ingest.parse.docx.state import BOLD_LEVEL, Body
from ingest.parse.numbering import split_number
from ingest.parse.pieces import Role
from ingest.parse.standing import is_organisation, names_whose


def rank_by_hand(body: Body) -> None:
    """Headings without a style get their levels by size and number; the first, larger or alone without number, is the title."""
    _step_down(body)
    places = sorted(body.by_hand)
    places = _at_title(places, body)
    if places and not body.title and _is_first(places[0], body):
        (first, depth), *others = (body.by_hand[place] for place in places)
        usual = max(body.letters, key=lambda one: body.letters[one], default=0)
        is_larger = first > max((size for size, _ in others), default=usual) and first > usual
        if is_larger or (not depth and others and all(number for _, number in others)):
            body.title = split_number(body.pieces[places[0]].text)[1]
            body.pieces[places[0]] = replace(body.pieces[places[0]], role=Role.FURNITURE)
            places = places[1:]
    ranks = [_rank(place, places, body) for place in places]
    kinds = sorted(set(ranks))
    for place, rank in zip(places, ranks, strict=True):
        body.pieces[place] = replace(body.pieces[place], level=BOLD_LEVEL + kinds.index(rank))


def _rank(place: int, places: list[int], body: Body) -> tuple[int, int, bool]:
    """What orders a heading among others: larger ones first, then by number, then slanting ones below the upright one before."""
    size, depth = body.by_hand[place]
    first = next(other for other in places if body.by_hand[other] == (size, depth))
    return -size, depth, place in body.slanting and first not in body.slanting


def _step_down(body: Body) -> None:
    """Bold items of a list that counts on are its steps, not headings, where nothing stands below them."""
    for place in sorted(body.counted):
        below = body.pieces[place + 1 :]
        follows = next((piece for piece in below if piece.role is not Role.FURNITURE), None)
        beside = place + 1 in body.counted and body.by_hand[place + 1] == body.by_hand[place]
        if follows is None or beside or (place - 1 in body.counted and body.pieces[place - 1].role is Role.BULLET):
            body.pieces[place] = replace(body.pieces[place], role=Role.BULLET, level=0)
    for place in [place for place in body.by_hand if body.pieces[place].role is Role.BULLET]:
        del body.by_hand[place]


def _at_title(places: list[int], body: Body) -> list[int]:
    """The places from the title on: a smaller name of whose document it is may stand above it, and is no heading."""
    if len(places) < 2 or not _is_first(places[0], body) or body.title:  # noqa: PLR2004 - two lines
        return places
    first, second = places[:2]
    between = body.pieces[first + 1 : second]
    is_office = names_whose(body.pieces[first].text) or is_organisation(body.pieces[first].text)
    is_quiet = all(piece.role is Role.FURNITURE or is_organisation(piece.text) for piece in between)
    if is_office and is_quiet and not body.by_hand[second][1] and body.by_hand[second][0]:
        for place in range(first, second):
            body.pieces[place] = replace(body.pieces[place], role=Role.FURNITURE)
        return places[1:]
    is_smaller = body.by_hand[first][0] < body.by_hand[second][0] and is_organisation(body.pieces[first].text)
    if not is_smaller or any(piece.role is not Role.FURNITURE for piece in body.pieces[first + 1 : second]):
        return places
    body.pieces[first] = replace(body.pieces[first], role=Role.FURNITURE)
    return places[1:]


def _is_first(place: int, body: Body) -> bool:
    """Whether nothing stands above but what is none of the text, or whose it is."""
    return all(
        piece.role is Role.FURNITURE or names_whose(piece.text) or is_organisation(piece.text) for piece in body.pieces[:place]
    )
