"""Judges a schedule.xml that is to be published: the c3voc XSD, then the rules on its shape that hold without it.

The XSD is not ours and may be absent; then a warning "skipped: ..." is raised and everything else is still checked.
What single clients want beyond the shape is in `schedule_clients.py`, what days and times must be in `schedule_days.py`.
Reading costs the whole tree in memory; no entity is expanded and no network is touched.
"""

import os
import re
import warnings

from lxml import etree

import instants
import schedule_clients
import schedule_days

LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}noNamespaceSchemaLocation"
EVENT_TEXTS = "room title type date start duration abstract track subtitle slug logo language description video_download_url url feedback_url origin_url"
CONFERENCE_TEXTS = "title acronym start end days timeslot_duration base_url logo url time_zone_name"
# Which element may hold which: Giggity reads flat, so a stray <title> or <person> anywhere would be taken for an event's.
CHILDREN = {
    "schedule": "generator url version conference day", "conference": f"{CONFERENCE_TEXTS} color track", "day": "room", "day/room": "event",
    "event": f"{EVENT_TEXTS} persons recording links attachments", "persons": "person", "recording": "license optout url link",
    "links": "link", "attachments": "attachment",
}
ATTRIBUTES = {
    "schedule": LOCATION, "generator": "name system version", "conference/track": "name color slug", "color": "primary background",
    "day": "index date start end", "day/room": "name guid", "event": "id guid code", "person": "id guid", "links/link": "href type service",
    "attachment": "href type",
}
REPEATED = {"day", "track", "room", "event", "person", "link", "attachment"}
ADDRESSES = {"url", "base_url", "feedback_url", "origin_url", "video_download_url", "recording/link", "logo"}
SLUG = re.compile(r"[a-z0-9_]{4,}-[a-z0-9_-]{3,}[a-z0-9]")  # the XSD's pattern, and not ending in a hyphen, as the JSON schema wants
UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def faults(path, schema=None, rooms="shared"):
    raw = open(path, "rb").read()
    found = characters(raw)
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=True)
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return [*found, f"file: is not well-formed XML ({error})"]
    if root.tag != "schedule":
        return [*found, f"file: the root is <{root.tag}>; <schedule> would be right"]

    found += xsd(root, schema)
    found += shape(root) + texts(root) + identities(root)
    found += schedule_days.faults(days(root), root.findtext("conference/time_zone_name") or "", rooms)
    return found + schedule_clients.faults(root)


def characters(raw):
    found = []
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        found.append("file: begins with a byte order mark; plain UTF-8 would be right")
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        found.append(f"file: byte {error.start} is not UTF-8")
    declared = re.match(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding=[\"']([^\"']+)", raw)
    if not declared or declared[1].lower() != b"utf-8":
        found.append('file: does not open with <?xml version="1.0" encoding="UTF-8"?>')
    control = re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|&#(0*([0-8]|1[124-9]|2\d|3[01])|x0*(0?[0-8bcBCefEF]|1[0-9a-fA-F]));", raw)
    if control:
        found.append(f"file: control character at byte {control.start()}; strip C0 characters on export")
    if re.search(rb"<!(DOCTYPE|ENTITY)", raw):
        found.append("file: has a DTD; readers refuse it, so it must go")
    return found


def xsd(root, schema):
    if schema is None or not os.path.exists(schema):
        warnings.warn(f"skipped: the XSD is absent ({schema}), only our own rules were checked", stacklevel=3)
        return []
    rules = etree.XMLSchema(etree.parse(schema))
    rules.validate(root)
    return [f"line {error.line}: XSD: {error.message}" for error in rules.error_log]


def context(element):
    """The element's name, with its parent's where one name means two things (room, track, link)."""
    parent = element.getparent()
    return element.tag if parent is None else f"{parent.tag}/{element.tag}"


def shape(root):
    found = []
    for element in root.iter():
        place = f"line {element.sourceline} <{element.tag}>"
        allowed = CHILDREN.get(context(element)) or CHILDREN.get(element.tag) or ""
        names = [child.tag for child in element]
        found += [f"{place}: <{name}> does not belong here; readers that read by name alone are misled" for name in sorted(set(names) - set(allowed.split()))]
        found += [f"{place}: <{name}> stands {names.count(name)} times; once would be right" for name in sorted(set(names) - REPEATED) if names.count(name) > 1]
        known = (ATTRIBUTES.get(context(element), ATTRIBUTES.get(element.tag)) or "").split()
        found += [f"{place}: attribute {name} is not known to the format" for name in element.attrib if name not in known]
        if len(element) and (element.text or "").strip() + "".join(child.tail or "" for child in element).strip():
            found.append(f"{place}: holds loose text between its elements")
    sequence = [child.tag for child in root]
    wanted = CHILDREN["schedule"].split()
    if sequence != sorted(sequence, key=lambda name: wanted.index(name) if name in wanted else -1):
        found.append("schedule: its parts stand in another order than generator, url, version, conference, day")
    if root.get(LOCATION) != "https://c3voc.de/schedule/schema.xsd":
        found.append("schedule: xsi:noNamespaceSchemaLocation is not https://c3voc.de/schedule/schema.xsd")
    return found


def texts(root):
    found = []
    if not (root.findtext("version") or "").strip():
        found.append("schedule: <version> is missing or empty")
    for element in root.iter():
        if (element.tag in ADDRESSES or context(element) in ADDRESSES) and not instants.is_address(element.text):
            # The XSD lets an event's <logo> be empty; leaving it out says the same and troubles no reader.
            found.append(f"line {element.sourceline} <{element.tag}>: {element.text!r} is no http(s) address; leave the element out when there is none")
    for event in root.iter("event"):
        for name in "title room type date start duration abstract track slug".split():
            if event.find(name) is None or (name not in ("abstract", "track") and not (event.findtext(name) or "").strip()):
                found.append(f"{where(event)}: <{name}> is missing or empty")
    return found


def identities(root):
    found = []
    events = list(root.iter("event"))
    for event in events:
        if not re.fullmatch(r"[1-9][0-9]*", event.get("id") or ""):
            found.append(f"{where(event)}: id {event.get('id')!r} is not a positive integer in digits")
        if not UUID.fullmatch(event.get("guid") or ""):
            found.append(f"{where(event)}: guid {event.get('guid')!r} is not a UUID")
        slug = event.findtext("slug")
        if slug and not SLUG.fullmatch(slug):
            found.append(f"{where(event)}: slug {slug!r} is not four or more, a hyphen, four or more of a-z 0-9 _ -")
    tracks = {track.get("name") for track in root.iterfind("conference/track")}
    for event in events:
        if tracks and event.findtext("track") and event.findtext("track") not in tracks:
            found.append(f"{where(event)}: track {event.findtext('track')!r} is not a <track> of the conference")
    for name, values in (
        ("track", [track.get("name") for track in root.iterfind("conference/track")]),
        ("id", [event.get("id") for event in events]), ("guid", [(event.get("guid") or "").lower() for event in events]),
        ("code", [event.get("code") for event in events]), ("slug", [event.findtext("slug") for event in events]),
    ):
        twice = sorted({value for value in values if value and values.count(value) > 1})
        found += [f"file: {name} {value!r} is used {values.count(value)} times; unique in the file would be right" for value in twice]
    return found


def days(root):
    return [
        schedule_days.Day(
            f"line {each.sourceline} <day>", each.get("index"), each.get("date"), each.get("start"), each.get("end"),
            [(room.get("name") or "", room.get("guid"), [occurrence(event) for event in room.iter("event")]) for room in each.iterchildren("room")],
        )
        for each in root.iterchildren("day")
    ]


def occurrence(event):
    return schedule_days.Occurrence(where(event), *(event.findtext(name) or "" for name in ("date", "start", "duration", "room")))


def where(event):
    return f"line {event.sourceline} event {event.get('id')}"
