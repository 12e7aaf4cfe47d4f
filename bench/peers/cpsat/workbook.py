"""A CoSPLib workbook as plain lists, and a solution as the workbook that its authors' checker and our scorer take.

Everything is known by its place in these lists. What is wrong in a workbook is not looked for here: the bench has had it read by our own
reader before.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from itertools import combinations
from zoneinfo import ZoneInfo

import openpyxl

RULES = [
    "tracks_sessions|penalty",
    "tracks_rooms|penalty",
    "sessions_rooms|penalty",
    "similar tracks",
    "number of rooms per track",
    "parallel tracks",
    "consecutive tracks",
    "submissions_timezones",
    "submissions order",
    "submissions_sessions|penalty",
    "submissions_rooms|penalty",
    "presenters conflicts",
    "attendees conflicts",
    "chairs conflicts",
    "presenters conflicts timeslot level",
    "attendees conflicts timeslot level",
]


@dataclass
class Submission:
    reference: str
    track: int
    slots: int
    order: int
    presenters: set
    attendees: set
    by_session: list
    by_room: list
    by_hour: list


@dataclass
class Conference:
    sessions: list
    capacity: list
    rooms: list
    tracks: list
    chairs: list
    submissions: list
    weight: dict
    track_session: list
    track_room: list
    session_room: list
    similar: dict



def words(value):
    return "" if value is None else str(value).strip()


def number(value):
    return int(float(words(value) or 0))


def people(value):
    names = words(value).replace("，", ",").split(",")
    return {name.strip() for name in names if name.strip()}


def clock(value):
    """A time of day; the end of a day is its last minute."""
    if isinstance(value, datetime):
        return value.time().replace(microsecond=0)
    if isinstance(value, time):
        return value.replace(microsecond=0)
    if isinstance(value, timedelta):
        value = value.total_seconds() / 86400
    if isinstance(value, (int, float)):
        minutes = round(value % 1 * 1440)
        return time(minutes // 60 % 24, minutes % 60)
    hour, minute = words(value).split(":")[:2]
    return time(23, 59) if int(hour) == 24 else time(int(hour), int(minute))


def zone(text):
    head, rest = text[:3].upper(), text[3:].strip().replace("−", "-")
    if head not in ("GMT", "UTC"):
        return ZoneInfo(text)
    if not rest:
        return timezone.utc
    hours, _, minutes = rest[1:].partition(":")
    offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return timezone(-offset if rest[0] == "-" else offset)


def rows(sheet):
    kept = [row for row in sheet.iter_rows(values_only=True) if any(words(cell) for cell in row)]
    return kept[0], kept[1:]


def table(sheet, row_names, column_names):
    """By row and column, in the order of the names."""
    head, body = rows(sheet)
    penalties = [[0] * len(column_names) for _ in row_names]
    at = {name.strip(): place for place, name in enumerate(row_names)}
    to = {name.strip(): place for place, name in enumerate(column_names)}
    columns = [(column, to[words(name)]) for column, name in enumerate(head) if column > 0 and words(name)]
    for row in body:
        for column, place in columns:
            penalties[at[words(row[0])]][place] = number(row[column])
    return penalties


def parameters(sheet):
    section, settings, weights = "", {}, {}
    for row in sheet.iter_rows(min_row=2, values_only=True):
        row = list(row) + [None] * 5
        label = words(row[0]).rstrip(":").strip().lower()
        if label.endswith("scheduling times"):
            section = label[: -len("scheduling times")]
        elif label:
            settings[section + label] = row[1]
        name = words(row[3]).rstrip(":").strip().lower()
        if name:
            weights[name] = number(row[4])
    return settings, weights


def read(path):
    book = openpyxl.load_workbook(path, data_only=True)
    sheets = {name.strip().lower(): book[name] for name in book.sheetnames}
    settings, weight = parameters(sheets["parameters"])

    head, body = rows(sheets["sessions"])
    column = {words(name).lower(): place for place, name in enumerate(head)}
    sessions = [str(row[0]) for row in body]
    capacity = [number(row[column["max number of timeslots"]]) for row in body]
    times = [tuple(row[column[name]] for name in ("date", "start time", "end time")) for row in body]
    rooms = [str(row[0]) for row in rows(sheets["rooms"])[1]]
    head, body = rows(sheets["tracks"])
    column = {words(name).lower(): place for place, name in enumerate(head)}
    tracks = [str(row[0]) for row in body]
    chairs = [people(row[column["chairs"]]) for row in body]

    matrix = table(sheets["similar tracks"], tracks, tracks)
    similar = {}
    for one, other in combinations(range(len(tracks)), 2):
        penalty = matrix[one][other] or matrix[other][one]
        if penalty:
            similar[one, other] = penalty
    return Conference(
        sessions=sessions,
        capacity=capacity,
        rooms=rooms,
        tracks=tracks,
        chairs=chairs,
        submissions=list(submissions(sheets["submissions"], sessions, rooms, tracks, hours(settings, times))),
        weight={rule: weight[rule] for rule in RULES},
        track_session=table(sheets["tracks_sessions|penalty"], tracks, sessions),
        track_room=table(sheets["tracks_rooms|penalty"], tracks, rooms),
        session_room=table(sheets["sessions_rooms|penalty"], sessions, rooms),
        similar=similar,
    )


def submissions(sheet, sessions, rooms, tracks, penalties_of):
    head, body = rows(sheet)
    column = {words(name): place for place, name in enumerate(head) if words(name)}
    of = {name.lower(): place for name, place in column.items()}
    track = {name.strip(): place for place, name in enumerate(tracks)}
    known = {}
    for row in body:
        said = words(row[of["time zone"]])
        if said not in known:
            known[said] = penalties_of(said)
        yield Submission(
            reference=str(row[0]),
            track=track[words(row[of["track"]])],
            slots=number(row[of["required timeslots"]]),
            order=number(row[of["order"]]),
            presenters=people(row[of["presenters"]]),
            attendees=people(row[of["attendees"]]),
            by_session=[number(row[column[name.strip()]]) for name in sessions],
            by_room=[number(row[column[name.strip()]]) for name in rooms],
            by_hour=known[said],
        )


def hours(settings, times):
    """What each session costs somebody in a zone."""
    here = zone(words(settings["local time zone"]))
    suitable = clock(settings["suitable from"]), clock(settings["suitable to"])
    less = clock(settings["less suitable from"]), clock(settings["less suitable to"])
    small, big = number(settings["less suitable penalty"]), number(settings["unsuitable penalty"])

    def penalty(there, when):
        day, *span = when
        day = day.date() if isinstance(day, datetime) else date(2021, 7, 21)
        starts, ends = (datetime.combine(day, clock(at), here).astimezone(there).time() for at in span)
        if starts < less[0] or ends > less[1] or ends < less[0]:
            return big
        return small if starts < suitable[0] or ends > suitable[1] else 0

    return lambda said: [penalty(zone(said), when) for when in times]


def write(path, conference, places):
    """The sheet sol: `places` says session, room and slot of each submission."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "sol"
    first, following = {}, len(conference.sessions) + 3
    for room, name in enumerate(conference.rooms):
        sheet.cell(1, room + 2, name)
    for session, name in enumerate(conference.sessions):
        sheet.cell(session + 2, 1, name)
        first[session] = following
        for slot in range(conference.capacity[session]):
            sheet.cell(following + slot, 1, name)
        following += conference.capacity[session]
    for submission, (session, room, slot) in zip(conference.submissions, places):
        sheet.cell(session + 2, room + 2, conference.tracks[submission.track])
        for later in range(slot, slot + submission.slots):
            sheet.cell(first[session] + later, room + 2, submission.reference)
    book.save(path)
