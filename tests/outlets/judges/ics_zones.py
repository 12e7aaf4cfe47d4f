"""Reads iCalendar times, durations and VTIMEZONEs, and judges that every TZID used is defined in the file and tells the truth.

Only the tz database's zones are believed; a floating time, which each phone reads in its own zone, counts as unreadable.
"""

import datetime
import re

import instants

LENGTH = re.compile(r"P(?:(\d+)W|(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?)")
PROPERTIES = {"VTIMEZONE": "TZID LAST-MODIFIED TZURL X-LIC-LOCATION", "STANDARD": "DTSTART TZOFFSETFROM TZOFFSETTO TZNAME RRULE RDATE COMMENT"}


def is_utc(text):
    return re.fullmatch(r"\d{8}T\d{6}Z", text) is not None and stamp(text[:-1]) is not None


def stamp(text):
    try:
        return datetime.datetime.strptime(text, "%Y%m%dT%H%M%S") if re.fullmatch(r"\d{8}T\d{6}", text) else None
    except ValueError:
        return None


def duration(text):
    match = LENGTH.fullmatch(text)
    if not match:
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return datetime.timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def moment(line):
    """The instant of DTSTART or DTEND in UTC; None for a floating time, a date alone, or an unknown zone."""
    if line is None:
        return None
    given = dict(line.parameters)
    if is_utc(line.value) and "TZID" not in given:
        return stamp(line.value[:-1]).replace(tzinfo=datetime.timezone.utc)
    zone, local = instants.zone((given.get("TZID") or [None])[0]), stamp(line.value)
    return local.replace(tzinfo=zone).astimezone(datetime.timezone.utc) if zone and local else None


def end_of(event, line_of):
    if line_of(event, "DTEND"):
        return moment(line_of(event, "DTEND"))
    start, span = moment(line_of(event, "DTSTART")), line_of(event, "DURATION")
    length = duration(span.value) if span else None
    return start + length if start and length is not None else None


def faults(calendar, events):
    zones = [inner for inner in calendar.inner if inner.name == "VTIMEZONE"]
    names = [line.value for zone in zones for line in zone.lines if line.name == "TZID"]
    used = {dict(line.parameters)["TZID"][0] for event in events for line in event.lines if "TZID" in dict(line.parameters)}
    found = [f"events: TZID {name} is used, and no VTIMEZONE defines it" for name in sorted(used - set(names))]
    found += [f"calendar: VTIMEZONE {name} is defined twice" for name in sorted({n for n in names if names.count(n) > 1})]
    for zone in zones:
        found += zone_faults(zone, [moment(line) for event in events for line in event.lines if line.name == "DTSTART"])
    return found


def zone_faults(zone, starts):
    place = f"line {zone.number} VTIMEZONE"
    names = [line.value for line in zone.lines if line.name == "TZID"]
    found = [] if len(names) == 1 else [f"{place}: has {len(names)} TZID; one would be right"]
    found += [f"{place}: {line.name} does not belong here" for line in zone.lines if line.name not in PROPERTIES["VTIMEZONE"].split()]
    if not any(inner.name in ("STANDARD", "DAYLIGHT") for inner in zone.inner):
        found.append(f"{place}: has neither STANDARD nor DAYLIGHT")
    for inner in zone.inner:
        present = [line.name for line in inner.lines]
        for name in ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"):
            if present.count(name) != 1:
                found.append(f"{place}: {inner.name} has {present.count(name)} {name}; one would be right")
        for line in inner.lines:
            if line.name not in PROPERTIES["STANDARD"].split():
                found.append(f"{place}: {line.name} does not belong in {inner.name}")
            if line.name == "DTSTART" and stamp(line.value) is None:
                found.append(f"{place}: DTSTART {line.value} of {inner.name} is not local time")
            if line.name.startswith("TZOFFSET") and not re.fullmatch(r"[+-]\d{4}(\d\d)?", line.value):
                found.append(f"{place}: {line.name} {line.value} is not +HHMM")
    real = instants.zone(names[0]) if names else None
    offsets = {line.value for inner in zone.inner for line in inner.lines if line.name == "TZOFFSETTO"}
    wrong = [start for start in starts if real and start and f"{start.astimezone(real):%z}" not in offsets]
    return found + ([f"{place}: {names[0]} has the offset {wrong[0].astimezone(real):%z} in truth, which no part of it gives"] if wrong else [])
