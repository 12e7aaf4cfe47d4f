"""Judges a schedule.json (version 1) that is to be published: the c3voc JSON schema of draft 6, then what it cannot say.

The schema misspells `oneOf` as `$oneOf` in three places, so validators check nothing there; start and end are judged here.
Python's `$` also matches before a last newline, so the patterns are tested again in full. An absent schema is a warning.
"""

import json
import os
import re
import uuid
import warnings

from jsonschema import Draft6Validator, FormatChecker

import instants
import schedule_days
import schedule_xml
import strict_json

FORMATS = FormatChecker(("uri", "date", "date-time", "color", "regex"))


@FORMATS.checks("uuid", raises=ValueError)
def is_uuid(text):
    return not isinstance(text, str) or str(uuid.UUID(text)) == text.lower()


def faults(path, schema=None, rooms="shared"):
    document, found = strict_json.load(path)
    if document is None:
        return found
    found += against_schema(document, schema)
    if not isinstance(document, dict) or not isinstance(document.get("schedule"), dict) or not isinstance(document["schedule"].get("conference"), dict):
        return [*found, "file: schedule.conference is missing"]

    conference = document["schedule"]["conference"]
    try:
        found += head(document) + conference_faults(conference)
        found += schedule_days.faults(days(conference), conference.get("time_zone_name") or "", rooms)
        found += rooms_faults(conference) + events_faults(conference)
    except (AttributeError, TypeError, KeyError) as error:
        found.append(f"file: has a value of the wrong kind, so the rest could not be judged ({error!r})")
    return found


def against_schema(document, schema):
    if schema is None or not os.path.exists(schema):
        warnings.warn(f"skipped: the JSON schema is absent ({schema}), only our own rules were checked", stacklevel=3)
        return []
    validator = Draft6Validator(json.load(open(schema, encoding="utf-8")), format_checker=FORMATS)
    return [f"{error.json_path}: schema: {error.message[:300]}" for error in validator.iter_errors(document)]


def head(document):
    found = []
    if document.get("$schema") != "https://c3voc.de/schedule/schema.json":
        found.append(f"file: $schema is {document.get('$schema')!r}; https://c3voc.de/schedule/schema.json would be right")
    if "rooms" in document["schedule"]:
        found.append("schedule: rooms is forbidden here; conference.rooms would be right")
    if not document["schedule"].get("version"):
        found.append("schedule: version is missing or empty")
    if not instants.is_address(document["schedule"].get("base_url")):
        found.append("schedule: base_url is no http(s) address")
    return found


def conference_faults(conference):
    found = []
    if not re.fullmatch(r"[a-z0-9_-][a-z0-9_]{3,}", conference.get("acronym") or ""):
        found.append(f"conference: acronym {conference.get('acronym')!r} has a hyphen or is short; jniw_2026 would be right")
    if not (conference.get("title") or "").strip():
        found.append("conference: title is missing or empty")
    if instants.length(conference.get("timeslot_duration")) is None:
        found.append(f"conference: timeslot_duration {conference.get('timeslot_duration')!r} is not HH:MM")
    all_days = conference["days"]
    if conference.get("daysCount") != len(all_days):
        found.append(f"conference: daysCount says {conference.get('daysCount')}, there are {len(all_days)}")
    for name, position in (("start", 0), ("end", -1)):
        stated = conference.get(name)
        if instants.day_of(stated) is None:
            found.append(f"conference: {name} {stated!r} is neither a date nor a date-time with offset")
        elif all_days and instants.day_of(stated) != instants.day(all_days[position].get("date")):
            found.append(f"conference: {name} {stated} is not the date of that end of the days")
    return found


def days(conference):
    guids = {room.get("name"): room.get("guid") for room in conference.get("rooms") or []}
    return [
        schedule_days.Day(
            f"days[{number}]", str(each.get("index")), each.get("date"), each.get("day_start"), each.get("day_end"),
            [(name, guids.get(name), [occurrence(event) for event in events]) for name, events in each["rooms"].items()],
        )
        for number, each in enumerate(conference["days"])
    ]


def occurrence(event):
    return schedule_days.Occurrence(where(event), *(event.get(name) or "" for name in ("date", "start", "duration", "room")))


def where(event):
    return f"event {event.get('id')}"


def rooms_faults(conference):
    found, listed = [], conference.get("rooms") or []
    for field in ("guid", "name"):
        values = [str(room.get(field)).lower() for room in listed]
        found += [f"conference.rooms: {field} {value!r} is used twice; unique would be right" for value in sorted({v for v in values if values.count(v) > 1})]
    names = {room.get("name") for room in listed}
    for each in conference["days"]:
        found += [f"day {each.get('index')}: room {name!r} is not in conference.rooms" for name in each["rooms"] if name not in names]
    return found


def events_faults(conference):
    found, tracks = [], {track.get("name") for track in conference.get("tracks") or []}
    events = [event for each in conference["days"] for room in each["rooms"].values() for event in room]
    for event in events:
        if not schedule_xml.SLUG.fullmatch(event.get("slug") or ""):
            found.append(f"{where(event)}: slug {event.get('slug')!r} is not four or more, a hyphen, four or more of a-z 0-9 _ -, as XML and JSON want")
        if not isinstance(event.get("id"), int) or isinstance(event.get("id"), bool) or not 0 < event["id"] < 2**31:
            found.append(f"{where(event)}: id is not a positive integer of at most 31 bits")
        if event.get("language") is not None and event["language"] not in instants.LANGUAGES:
            found.append(f"{where(event)}: language {event['language']!r} is not one ISO 639-1 code, nor null")
        if not (event.get("title") or "").strip():
            found.append(f"{where(event)}: title is missing or empty")
        if tracks and event.get("track") is not None and event["track"] not in tracks:
            found.append(f"{where(event)}: track {event['track']!r} is not in conference.tracks")
        start, span, end = instants.instant(event.get("date")), instants.length(event.get("duration")), event.get("end")
        if end is not None and start and span and instants.instant(end) != start + span:
            found.append(f"{where(event)}: end {end} is not date plus duration")
        addresses = [event.get("url"), *(link.get("url") for name in ("links", "attachments") for link in event.get(name) or [])]
        addresses += [event[name] for name in ("feedback_url", "origin_url") if name in event]
        found += [f"{where(event)}: {address!r} is no http(s) address" for address in addresses if not instants.is_address(address)]
        found += [f"{where(event)}: a person has no name" for person in event.get("persons") or [] if not (person.get("name") or person.get("public_name"))]
    for field in ("id", "guid", "slug"):
        values = [str(event.get(field)).lower() for event in events]
        found += [f"events: {field} {value!r} is used twice; unique in the file would be right" for value in sorted({v for v in values if values.count(v) > 1})]
    return found
