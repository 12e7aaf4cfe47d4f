"""Dates, times, zones, language codes and addresses as the published formats write them; each reader returns None for what is wrong.

`datetime.fromisoformat` alone would accept "20210621T10" and "2021-W25-1", which no client reads, so the shape is tested first.
"""

import datetime
import re
import zoneinfo

WITH_OFFSET = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
# ISO 639-1 in full, because Java's Locale swallows any word and then shows it to the visitor.
LANGUAGES = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo "
    "fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg "
    "li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se "
    "sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)


def instant(text):
    """A date-time with seconds and offset, as an aware datetime."""
    if not isinstance(text, str) or not WITH_OFFSET.fullmatch(text):
        return None
    try:
        return datetime.datetime.fromisoformat(text)
    except ValueError:
        return None


def day(text):
    if not isinstance(text, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def day_of(text):
    """The calendar date of a date or of a date-time with offset: conference/start may be either."""
    at = instant(text)
    return at.date() if at else day(text)


def clock(text):
    """HH:MM as (hour, minute); 24:00 is no time of day."""
    found = re.fullmatch(r"([01][0-9]|2[0-3]):([0-5][0-9])", text or "")
    return (int(found[1]), int(found[2])) if found else None


def length(text):
    """A duration of exactly HH:MM and under a day: the only form that all four clients read alike.

    00:00 is one of them: schemas and clients take it, and who only said when something begins has said no more.
    """
    at = clock(text)
    return None if at is None else datetime.timedelta(hours=at[0], minutes=at[1])


def zone(name):
    try:
        return zoneinfo.ZoneInfo(name) if name in zoneinfo.available_timezones() else None
    except (ValueError, TypeError):
        return None


def is_address(text):
    """An absolute http(s) address without spaces; deeper rules are the XSD's and JSON schema's."""
    return isinstance(text, str) and re.fullmatch(r"https?://[^\s/<>\"]+[^\s<>\"]*", text) is not None
