"""Judges an OPass session.json by what the Android and iOS apps do with it (formats.md section 2, read from their source).

Equal zh and en texts mean "not translated" and are no fault. Lengths and overlaps of sessions are not judged: OPass shows both.
"""

import instants
import strict_json

LISTS = ("sessions", "speakers", "session_types", "rooms", "tags")


def faults(path):
    document, found = strict_json.load(path)
    if document is None:
        return found
    if not isinstance(document, dict):
        return [*found, "file: is no object with sessions, speakers, session_types, rooms and tags"]
    for name in LISTS:
        if not isinstance(document.get(name), list) or not all(isinstance(each, dict) for each in document[name]):
            found.append(f"{name}: is not an array of objects; all five arrays are required, an empty one is right when there is nothing")
    if any(fault.startswith(LISTS) for fault in found):
        return found
    found += [f"file: key {key!r} is not known to the format" for key in document if key not in LISTS]

    ids = {name: identifiers(document[name], name, found) for name in LISTS}
    for name, field in (("session_types", "name"), ("rooms", "name"), ("tags", "name"), ("speakers", "name")):
        for each in document[name]:
            found += languages(each, f"{name} {each.get('id')!r}", (field,), ("bio",) if name == "speakers" else ())
    for speaker in document["speakers"]:
        found += avatar(speaker)
    for session in document["sessions"]:
        found += times(session) + languages(session, where(session), ("title",), ("description",)) + references(session, ids) + optional(session)
    return found


def where(session):
    return f"session {session.get('id')!r}"


def identifiers(entries, name, found):
    """iOS builds dictionaries with uniqueKeysWithValues, which traps on the second equal id and takes the app down."""
    values = [each.get("id") for each in entries]
    for number, value in enumerate(values):
        if not isinstance(value, str) or not value.strip():
            found.append(f"{name}[{number}]: id {value!r} is not a string with something in it")
    texts = [value for value in values if isinstance(value, str)]
    found += [f"{name}: id {value!r} is used {texts.count(value)} times; iOS traps on the second" for value in sorted({t for t in texts if texts.count(t) > 1})]
    return set(texts)


def languages(entry, place, filled, present):
    """Texts in `filled` must say something; those in `present` must be strings, and may be empty."""
    found = []
    for language in ("zh", "en"):
        texts = entry.get(language)
        if not isinstance(texts, dict):
            found.append(f"{place}: {language} is missing; both languages are required, an untranslated text is copied")
            continue
        for field in (*filled, *present):
            if not isinstance(texts.get(field), str):
                found.append(f"{place}: {language}.{field} is not a string; null is not allowed")
            elif field in filled and not texts[field].strip():
                found.append(f"{place}: {language}.{field} is empty; copy the other language when it is not translated")
        if "description" in texts and "description" not in present and not isinstance(texts["description"], str):
            found.append(f"{place}: {language}.description is not a string; leave it out when there is none")
    return found


def avatar(speaker):
    face = speaker.get("avatar")
    if not isinstance(face, str):
        return [f"speaker {speaker.get('id')!r}: avatar is not a string; the empty string is right when there is none"]
    return [f"speaker {speaker.get('id')!r}: avatar {face!r} is no http(s) address"] if face and not instants.is_address(face) else []


def times(session):
    found = []
    start, end = instants.instant(session.get("start")), instants.instant(session.get("end"))
    for name, value in (("start", start), ("end", end)):
        if value is None:
            found.append(f"{where(session)}: {name} {session.get(name)!r} is no ISO date-time with offset")
    if start and end and start > end:
        found.append(f"{where(session)}: ends before it starts")
    return found


def references(session, ids):
    found = []
    if not isinstance(session.get("room"), str) or session["room"] not in ids["rooms"]:
        found.append(f"{where(session)}: room {session.get('room')!r} is not in rooms; Android crashes")
    for field in ("speakers", "tags"):
        named = session.get(field)
        if not isinstance(named, list) or not all(isinstance(each, str) for each in named):
            found.append(f"{where(session)}: {field} is not an array of ids; an empty array is right when there is none")
            continue
        found += [f"{where(session)}: {field} names {each!r}, which is not in the file" for each in named if each not in ids[field]]
        found += [f"{where(session)}: {field} names {each!r} twice" for each in sorted(set(named)) if named.count(each) > 1]
    kind = session.get("type")
    if kind is not None and (not isinstance(kind, str) or kind not in ids["session_types"]):
        found.append(f"{where(session)}: type {kind!r} is not in session_types; null is allowed")
    relayed = session.get("broadcast")
    if relayed is not None and (not isinstance(relayed, list) or any(not isinstance(each, str) or each not in ids["rooms"] for each in relayed)):
        found.append(f"{where(session)}: broadcast {relayed!r} is not an array of rooms in the file")
    return found


def optional(session):
    found = []
    for field in ("qa", "slide", "live", "record", "co_write", "uri"):
        value = session.get(field)
        if value is not None and not instants.is_address(value):
            found.append(f"{where(session)}: {field} {value!r} is no http(s) address; null or absent is right when there is none")
    if not isinstance(session.get("language"), (str, type(None))):
        found.append(f"{where(session)}: language is neither a string nor null")
    known = "id type room start end zh en speakers tags broadcast qa slide live record co_write language uri".split()
    return found + [f"{where(session)}: key {key!r} is not known to the format" for key in session if key not in known]
