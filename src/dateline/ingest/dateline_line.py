"""The dateline of a report: "BAKU, Azerbaijan, Oct. 2 (AP) —", as place, day and agency."""

from __future__ import annotations

import re
from functools import cache

from dateline.ingest.furniture_words import furniture_words, month_number
from dateline.records import Record, Span

# A dateline stands at the head of one of the first paragraphs, after a headline, a byline or the
# caption of a picture.
FIRST_PARAGRAPHS = 8
FIRST_CHARACTERS = 2_000
# No dateline is longer ("WASHINGTON/TEL AVIV, United Arab Emirates, September 28, 2020 (AP) —").
LONGEST = 120


class Dateline(Record):
    """Where, when and by which agency a report was written, as its first words say.

    ``span`` covers the dateline with its dash; ``place`` is as written ("BAKU, Azerbaijan"); what
    is not told is empty or ``None``. ``year`` is often missing.
    """

    span: Span
    place: str = ""
    place_span: Span | None = None
    agency: str = ""
    agency_span: Span | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None


def find_dateline(text: str) -> Dateline | None:
    """The dateline of ``text``, or a line of its head that is nothing but its date."""
    position = 0
    for _ in range(FIRST_PARAGRAPHS):
        while text[position : position + 1].isspace():
            position += 1
        if position >= min(len(text), FIRST_CHARACTERS):
            return None
        found = _dateline_at(text, position)
        if found is not None:
            return found
        end = text.find("\n", position)
        if end < 0:
            return None
        position = end
    return None


def _dateline_at(text: str, position: int) -> Dateline | None:
    for pattern in _patterns():
        found = pattern.match(text, position, position + LONGEST)
        if found is not None:
            dateline = _from_match(found)
            if dateline is not None:
                return dateline
    return None


def _from_match(found: re.Match[str]) -> Dateline | None:
    parts = found.groupdict()
    month = month_number(parts.get("month") or parts.get("month_2") or "")
    day = parts.get("day") or parts.get("day_2")
    year = parts.get("year") or parts.get("year_2")
    if day and month is None:
        return None
    if (parts.get("place") or "").casefold().strip(" .,") in furniture_words().not_places:
        return None
    agency = next((name for name in ("agency", "bare_agency") if parts.get(name)), None)
    place = (parts.get("place") or "").rstrip(" ,.")
    return Dateline(
        span=Span(found.start("line"), found.end("line")),
        place=place,
        place_span=_start_span(found, "place", len(place)) if place else None,
        agency=parts[agency] if agency else "",
        agency_span=Span(*found.span(agency)) if agency else None,
        year=int(year) if year else None,
        month=month,
        day=int(day) if day else None,
    )


def _start_span(found: re.Match[str], group: str, length: int) -> Span:
    return Span(found.start(group), found.start(group) + length)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """From the surest form to the barest.

    Every form needs a sign that it is no sentence: an agency, a day, or a place in capitals.
    """
    known = furniture_words()
    months = "|".join(sorted({month.capitalize() for month in known.months}, key=len, reverse=True))
    agencies = "|".join(re.escape(name) for name in sorted(known.agencies, key=len, reverse=True))
    month = rf"(?P<month>(?i:{months}))\.?"
    month_2 = month.replace("<month>", "<month_2>")
    date = (
        rf"(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
        rf"(?:{month} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>(?:19|20)\d\d))?"
        rf"|(?P<day_2>\d{{1,2}}) {month_2}(?:,? (?P<year_2>(?:19|20)\d\d))?))"
    )
    upper = r"[A-ZÀ-ÞŁŚŞĞİŽŠČ][A-ZÀ-ÞŁŚŞĞİŽŠČ.’'\-]+"
    capitals = rf"{upper}(?:[ /]{upper}){{0,4}}"
    # No two quantifiers in a row can match the same letter, or a long word would take for ever.
    word = r"[A-ZÀ-ÞŁŚŞĞİŽŠČ][^\W\d_]*(?:[.’'\-][^\W\d_]*)*"
    words = rf"{word}(?:[ /]{word}){{0,3}}"
    region = rf"(?:, (?!(?:{months})\b){words}){{0,2}}"
    # What follows begins a sentence.
    dash = r"(?:\.? ?(?:—|–|--|-)[ \u00a0]{0,3}|: )(?=[^\W_a-zß-ÿ]|[\"“”‘’'«(\[])"
    known_agency = rf"[(\[/](?P<agency>{agencies})[)\]/]"
    any_agency = r"[(\[/](?P<agency>[A-Z][A-Za-z/.&-]{1,14}(?: [A-Z][A-Za-z.]{1,10}){0,2})[)\]/]"
    byline = r"(?:By [^\n()]{3,60}?[ \n]+)?"
    forms = (
        # BAKU, Azerbaijan, Oct. 2 (AP) —    Cairo, Apr 20 (EFE).-    (Reuters) -
        rf"{byline}(?P<line>(?:(?P<place>(?:{capitals}|{words}){region}),? ?)?(?:{date},? ?)?"
        rf"{known_agency}{dash})",
        rf"{byline}(?P<line>(?P<place>{capitals}{region}),? ?(?:{date},? ?)?{any_agency}{dash})",
        # MOSCOW, October 2. /TASS/. The    Baku, October 2, AZERTAC
        rf"(?P<line>(?P<place>(?:{capitals}|{words}){region})[,.] {date}[,.]? "
        rf"(?:/(?P<agency>{agencies})/|(?P<bare_agency>{agencies})\b)(?:[.:,]|{dash})? ?)(?=\S)",
        # ADDIS ABABA, April 19, 2021 –    BOR/JUBA - 24 Aug 2020
        rf"(?P<line>(?P<place>(?:{capitals}|{words}){region}),? {date}{dash})",
        rf"(?P<line>(?P<place>{capitals}{region}) ?[—–-] ?{date})[ \t]*(?:\n|\Z)",
        # Damascus, SANA –    DAMASCUS, (SANA) –
        rf"(?P<line>(?P<place>(?:{capitals}|{words}){region}), (?P<agency>{agencies}){dash})",
        # WASHINGTON (AP) The    GENEVA (12 March 2019) –
        rf"(?P<line>(?P<place>{capitals}{region}) \((?P<agency>{agencies})\) )(?=[A-Z“\"‘])",
        rf"(?P<line>(?P<place>{capitals}{region}) \({date}\){dash})",
        # BAKU, Azerbaijan —    ROME/KHARTOUM –    DUBAI:
        rf"(?P<line>(?P<place>{capitals}{region}){dash})",
        # Beirut, Lebanon —
        rf"(?P<line>(?P<place>{words}, (?!(?:{months})\b){words}) (?:—|–|--) )(?=[A-Z“\"‘])",
        # Friday, August 21, 2015, alone on its line    Published: 2 October 2020
        rf"(?P<line>(?:(?i:published|posted)(?: on|:)? )?{date})[ \t.]*(?:\n|\Z)",
    )
    return tuple(re.compile(form) for form in forms)
