"""Judges which properties an iCalendar feed has, how often, and whether they agree (RFC 5545, RFC 7986, formats.md section 3).

Stricter than the RFCs where clients are: LOCATION and SUMMARY (Giggity drops an event without), SEQUENCE, LAST-MODIFIED and
STATUS (changes are not seen without), the twins NAME/X-WR-CALNAME and REFRESH-INTERVAL/X-PUBLISHED-TTL (Outlook, Apple),
and no event of a day or longer. Recurrence is not written by Festoon, so RRULE and its kin are faults.
"""

import collections
import datetime
import re

import webcolors

import ics_bytes
import ics_zones
import instants

Component = collections.namedtuple("Component", "name number lines inner")

CALENDAR_ONCE = (
    "VERSION PRODID CALSCALE METHOD NAME DESCRIPTION UID LAST-MODIFIED URL REFRESH-INTERVAL SOURCE COLOR"
    " X-WR-CALNAME X-WR-CALDESC X-WR-TIMEZONE X-PUBLISHED-TTL"
)
EVENT_ONCE = (
    "UID DTSTAMP DTSTART DTEND DURATION CLASS CREATED DESCRIPTION GEO LAST-MODIFIED LOCATION ORGANIZER PRIORITY SEQUENCE STATUS SUMMARY TRANSP URL"
    " RECURRENCE-ID COLOR X-APPLE-STRUCTURED-LOCATION"
)
EVENT_MANY = "ATTACH ATTENDEE CATEGORIES COMMENT CONTACT RELATED-TO RESOURCES IMAGE CONFERENCE"
NEEDED = {"calendar": "VERSION PRODID NAME X-WR-CALNAME REFRESH-INTERVAL X-PUBLISHED-TTL X-WR-TIMEZONE",
          "event": "UID DTSTAMP DTSTART LOCATION SUMMARY SEQUENCE LAST-MODIFIED STATUS"}
TWINS = (("NAME", "X-WR-CALNAME"), ("DESCRIPTION", "X-WR-CALDESC"), ("REFRESH-INTERVAL", "X-PUBLISHED-TTL"))
UID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}@[A-Za-z0-9.-]+")


def faults(path):
    lines, _ = ics_bytes.content_lines(open(path, "rb").read())
    calendar = component(iter(lines[1:]), "VCALENDAR", 1)
    events = [inner for inner in calendar.inner if inner.name == "VEVENT"]
    found = calendar_faults(calendar)
    found += [fault for event in events for fault in event_faults(event)]
    uids = [value(event, "UID") for event in events]
    twice = sorted({uid for uid in uids if uid and uids.count(uid) > 1})
    found += [f"events: UID {uid} is used {uids.count(uid)} times; unique in the file would be right" for uid in twice]
    return found + ics_zones.faults(calendar, events)


def component(lines, name, number):
    inside, inner = [], []
    for line in lines:
        if line.name == "BEGIN":
            inner.append(component(lines, line.value.upper(), line.number))
        elif line.name == "END":
            break
        else:
            inside.append(line)
    return Component(name, number, inside, inner)


def line_of(part, name):
    return next((line for line in part.lines if line.name == name), None)


def value(part, name):
    line = line_of(part, name)
    return line.value if line else None


def counted(part, place, once, many, needed):
    found, names = [], [line.name for line in part.lines]
    found += [f"{place}: {name} is missing" for name in needed.split() if name not in names]
    found += [f"{place}: {name} stands {names.count(name)} times; once would be right" for name in once.split() if names.count(name) > 1]
    found += [f"{place}: {name} does not belong here" for name in sorted(set(names)) if name not in f"{once} {many}".split()]
    for line in part.lines:
        given = dict(line.parameters)
        if "CHARSET" in given:
            found.append(f"line {line.number}: CHARSET was dropped from iCalendar; leave it out")
        if len(given) != len(line.parameters):
            found.append(f"line {line.number}: a parameter stands twice")
        if "LANGUAGE" in given and not re.fullmatch(r"[a-z]{2}(-[A-Za-z0-9]+)*", given["LANGUAGE"][0]):
            found.append(f"line {line.number}: LANGUAGE {given['LANGUAGE']} is no language tag")
        found += formed(line, given)
    return found


def formed(line, given):
    """The forms of single values, wherever they stand."""
    kind = (given.get("VALUE") or [""])[0].upper()
    wrong = {
        "VERSION": lambda: line.value != "2.0", "CALSCALE": lambda: line.value != "GREGORIAN", "METHOD": lambda: line.value != "PUBLISH",
        "REFRESH-INTERVAL": lambda: kind != "DURATION" or ics_zones.duration(line.value) is None,
        "X-PUBLISHED-TTL": lambda: ics_zones.duration(line.value) is None,
        "SOURCE": lambda: kind != "URI" or not instants.is_address(line.value), "IMAGE": lambda: kind != "URI" or not instants.is_address(line.value),
        "CONFERENCE": lambda: kind != "URI" or ":" not in line.value, "URL": lambda: not instants.is_address(line.value),
        "COLOR": lambda: line.value.lower() not in webcolors.names("css3"), "X-WR-TIMEZONE": lambda: instants.zone(line.value) is None,
        "DTSTAMP": lambda: not ics_zones.is_utc(line.value) or given, "LAST-MODIFIED": lambda: not ics_zones.is_utc(line.value) or given,
        "CREATED": lambda: not ics_zones.is_utc(line.value), "SEQUENCE": lambda: not re.fullmatch("[0-9]{1,9}", line.value),
        "STATUS": lambda: line.value not in ("CONFIRMED", "TENTATIVE", "CANCELLED"), "TRANSP": lambda: line.value not in ("OPAQUE", "TRANSPARENT"),
        "CLASS": lambda: line.value not in ("PUBLIC", "PRIVATE", "CONFIDENTIAL"), "GEO": lambda: not is_position(line.value),
        "LOCATION": lambda: not line.value.strip(), "SUMMARY": lambda: not line.value.strip(), "PRODID": lambda: not line.value.strip(),
    }.get(line.name)
    return [f"line {line.number}: {line.name} {line.value!r} is not of the form its rule asks for"] if wrong and wrong() else []


def is_position(text):
    match = re.fullmatch(r"(-?\d{1,2}(?:\.\d+)?);(-?\d{1,3}(?:\.\d+)?)", text)
    return bool(match) and abs(float(match[1])) <= 90 and abs(float(match[2])) <= 180


def calendar_faults(calendar):
    found = counted(calendar, "calendar", CALENDAR_ONCE, "CATEGORIES IMAGE", NEEDED["calendar"])
    for new, old in TWINS:
        if value(calendar, new) != value(calendar, old):
            found.append(f"calendar: {new} {value(calendar, new)!r} and its older twin {old} {value(calendar, old)!r} differ")
    found += [f"line {inner.number}: {inner.name} does not belong in this calendar" for inner in calendar.inner if inner.name not in ("VEVENT", "VTIMEZONE")]
    return found if calendar.inner else [*found, "calendar: is empty; RFC 5545 asks for at least one component"]


def event_faults(event):
    place = f"line {event.number} event {value(event, 'UID')}"
    found = counted(event, place, EVENT_ONCE, EVENT_MANY, NEEDED["event"])
    if not UID.fullmatch(value(event, "UID") or ""):
        found.append(f"{place}: UID is not guid@host")
    found += [f"line {inner.number}: {inner.name} does not belong in an event of a public feed" for inner in event.inner]
    ends = [name for name in ("DTEND", "DURATION") if line_of(event, name)]
    if len(ends) != 1:
        found.append(f"{place}: has {' and '.join(ends) or 'no end'}; DTEND or DURATION, one of them, would be right")
    start, end = ics_zones.moment(line_of(event, "DTSTART")), ics_zones.end_of(event, line_of)
    if start is None:
        found.append(f"{place}: DTSTART is not UTC with Z, nor local with a TZID of the tz database")
    elif end is None:
        found.append(f"{place}: the end cannot be read; same form as DTSTART would be right")
    elif end < start or (end == start and "DTEND" in ends):
        found.append(f"{place}: lasts {end - start}; DTEND after DTSTART, or a DURATION, would be right")
    return found
