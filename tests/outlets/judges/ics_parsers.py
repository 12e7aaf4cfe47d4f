"""Lets three unrelated parsers read an iCalendar file (icalendar, vobject, npm ical.js) and compares what they understood.

Parsers forgive, so silence proves little (see `ics_bytes.py`); what counts is that all three see the same events at the same
instants. `events` gives that common list to tests. Costs one start of node; without its packages a warning is raised.
"""

import datetime
import json
import subprocess
import warnings
from pathlib import Path

import icalendar
import vobject

HERE = Path(__file__).resolve().parent
FIELDS = ("uid", "start", "end", "summary", "location", "status")


def faults(path):
    found, readings = [], {}
    for name, read in (("icalendar", with_icalendar), ("vobject", with_vobject), ("ical.js", with_ical_js)):
        try:
            readings[name], complaints = read(path)
        except Exception as error:  # each parser has its own zoo of exceptions, and any of them is the finding.
            found.append(f"{name}: refuses the file ({type(error).__name__}: {str(error)[:300]})")
            continue
        found += [f"{name}: {complaint}" for complaint in complaints]
        if readings[name] is None:
            del readings[name]
    return found + disagreements(readings)


def events(path):
    """The events as icalendar reads them, sorted by uid: dicts of the FIELDS, instants in UTC; meaningful once `faults` is empty."""
    return with_icalendar(path)[0]


def disagreements(readings):
    found = []
    (first, base), *others = readings.items() if readings else [("nobody", [])]
    for name, reading in others:
        if [event["uid"] for event in reading] != [event["uid"] for event in base]:
            found.append(f"{first} and {name} see different events: {len(base)} and {len(reading)}")
            continue
        for one, other in zip(base, reading):
            found += [
                f"event {one['uid']}: {field} is {one[field]!r} to {first} and {other[field]!r} to {name}" for field in FIELDS if one[field] != other[field]
            ]
    return found


def with_icalendar(path):
    calendar = icalendar.Calendar.from_ical(Path(path).read_bytes())
    complaints = [f"{part.name}: {error}" for part in calendar.walk() for error in part.errors]
    rows = []
    for event in calendar.walk("VEVENT"):
        times = (event.decoded("DTSTART"), event.decoded("DTEND", None), event.decoded("DURATION", None))
        rows.append((event.get("UID"), *times, *(event.get(name) for name in ("SUMMARY", "LOCATION", "STATUS"))))
    return ordered(rows), complaints


def with_vobject(path):
    calendars = list(vobject.readComponents(Path(path).read_bytes().decode("utf-8")))
    complaints = [] if len(calendars) == 1 else [f"sees {len(calendars)} calendars"]

    def text(event, name):
        return getattr(event, name).value if hasattr(event, name) else None

    return ordered(
        tuple(text(event, name) for name in ("uid", "dtstart", "dtend", "duration", "summary", "location", "status"))
        for calendar in calendars for event in getattr(calendar, "vevent_list", [])
    ), complaints


def with_ical_js(path):
    if not (HERE / "node_modules" / "ical.js").exists():
        warnings.warn("skipped: ical.js is not installed, two parsers were compared instead of three", stacklevel=3)
        return None, []
    done = subprocess.run(["node", str(HERE / "ical.mjs"), str(path)], capture_output=True, timeout=120, check=False)
    if done.returncode:
        raise ValueError(done.stderr.decode(errors="replace").strip())
    answer = json.loads(done.stdout)
    return sorted(answer["events"], key=lambda event: str(event["uid"])), answer["complaints"]


def ordered(rows):
    described = []
    for uid, start, end, length, *texts in rows:
        end = end if end is not None or length is None else start + length
        described.append(dict(zip(FIELDS, (text_or_none(uid), utc(start), utc(end), *map(text_or_none, texts)))))
    return sorted(described, key=lambda event: str(event["uid"]))


def text_or_none(value):
    return None if value is None else str(value)


def utc(value):
    """A floating time is kept visibly apart, so that it differs from every true instant."""
    if value is None:
        return None
    if not isinstance(value, datetime.datetime):
        return f"date {value.isoformat()}"
    if value.tzinfo is None:
        return f"floating {value.isoformat()}"
    return value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
