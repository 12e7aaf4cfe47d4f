"""The rules on days, rooms and times that hold for schedule.xml and schedule.json alike, from formats.md 1.3.

Both judges hand over the same plain records, so a rule is written once. Overlaps in one room are a fault only when the
caller says that rooms are exclusive: a shared hall may hold two things, though EventFahrplan cuts off the earlier card.
"""

import collections
import datetime
import unicodedata

import instants

Day = collections.namedtuple("Day", "place index date start end rooms")  # rooms: [(name, guid or None, [Occurrence])]
Occurrence = collections.namedtuple("Occurrence", "place date start duration room")


def faults(days, zone_name, rooms="shared"):
    zone = instants.zone(zone_name)
    found = [] if zone else [f"conference: time_zone_name {zone_name!r} is not in the tz database; Asia/Shanghai would be right"]
    found += order(days)
    for each in days:
        found += bounds(each, zone)
        for name, _, occurrences in each.rooms:
            for occurrence in occurrences:
                found += times(occurrence, each, zone, name)
    found += room_names(days)
    return found + (overlaps(days) if rooms == "exclusive" else [])


def order(days):
    """EventFahrplan crashes unless the highest index is the number of distinct dates (#546), and it takes the dates from the events.

    So a day of rest is skipped, in dates but not in indices; a day without events would be counted by one side alone.
    """
    found = [] if days else ["schedule: has no day; at least one is needed"]
    indices = [each.index for each in days]
    if indices != [str(number) for number in range(1, len(days) + 1)]:
        found.append(f"days: the indices are {indices}; 1..{len(days)} in order would be right")
    dates = [instants.day(each.date) for each in days]
    for each, date in zip(days, dates):
        if date is None:
            found.append(f"{each.place}: date {each.date!r} is no calendar date; YYYY-MM-DD would be right")
    for each, before, date in zip(days[1:], dates, dates[1:]):
        if before and date and date <= before:
            found.append(f"{each.place}: date {date} does not come after {before}; one day for each calendar date, in order, would be right")
    for each in days:
        if not any(occurrences for _, _, occurrences in each.rooms):
            found.append(f"{each.place}: has no event; leave the day out and number the next one on")
    for each, before in zip(days[1:], days):
        if instants.instant(each.start) and instants.instant(before.end) and instants.instant(each.start) < instants.instant(before.end):
            found.append(f"{each.place}: begins before the day before it has ended")
    return found


def bounds(each, zone):
    found = []
    start, end = instants.instant(each.start), instants.instant(each.end)
    for word, text, value in (("start", each.start, start), ("end", each.end, end)):
        if value is None:
            found.append(f"{each.place}: {word} {text!r} is no date-time with offset; without the end EventFahrplan rejects the whole file")
        elif zone and value.utcoffset() != value.astimezone(zone).utcoffset():
            found.append(f"{each.place}: {word} {text!r} has another offset than the zone of the conference")
    if start and end and not datetime.timedelta(0) < end - start <= datetime.timedelta(days=1):
        found.append(f"{each.place}: start and end are {end - start} apart; more than nothing and at most a day would be right")
    if start and start.date() != instants.day(each.date):
        found.append(f"{each.place}: start {each.start} is not on date {each.date}")
    return found


def times(event, each, zone, room):
    found = []
    at, clock, span = instants.instant(event.date), instants.clock(event.start), instants.length(event.duration)
    if at is None:
        found.append(f"{event.place}: date {event.date!r} is no full ISO date-time with offset; 2021-06-21T10:00:00+08:00 would be right")
    if clock is None:
        found.append(f"{event.place}: start {event.start!r} is not HH:MM")
    if span is None:
        found.append(f"{event.place}: duration {event.duration!r} is not HH:MM under 24:00")
    if at and zone and at.utcoffset() != at.astimezone(zone).utcoffset():
        found.append(f"{event.place}: date {event.date} has another offset than the zone of the conference")
    if at and clock and (at.hour, at.minute, at.second) != (*clock, 0):
        found.append(f"{event.place}: date {event.date} disagrees with start {event.start}")
    if at and at.date() != instants.day(each.date):
        found.append(f"{event.place}: date {event.date} disagrees with the day's date {each.date}")
    opens, closes = instants.instant(each.start), instants.instant(each.end)
    if at and opens and closes and not opens <= at < closes:
        found.append(f"{event.place}: begins at {event.date}, outside the day's start and end")
    if event.room != room:
        found.append(f"{event.place}: room {event.room!r} differs from the room it stands in, {room!r}")
    return found


def room_names(days):
    """Giggity and EventFahrplan know a room by its name, so two spellings are two rooms, and two guids are none."""
    found, guids, names, spellings = [], {}, {}, {}
    for each in days:
        here = [name for name, _, _ in each.rooms]
        found += [f"{each.place}: room {name!r} stands twice; one element a day would be right" for name in sorted({n for n in here if here.count(n) > 1})]
        for name, guid, _ in each.rooms:
            if not name.strip() or name != name.strip():
                found.append(f"{each.place}: room name {name!r} is empty or has spaces at its ends")
            folded = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
            if spellings.setdefault(folded, name) != name:
                found.append(f"{each.place}: room {name!r} is written {spellings[folded]!r} elsewhere; the same name on every day would be right")
            if guid and (names.setdefault(guid, name) != name or guids.setdefault(name, guid) != guid):
                found.append(f"{each.place}: room {name!r} and guid {guid} are paired otherwise elsewhere")
    return found


def overlaps(days):
    found = []
    for each in days:
        for name, _, occurrences in each.rooms:
            known = [(instants.instant(o.date), instants.length(o.duration), o.place) for o in occurrences]
            known = sorted(known_one for known_one in known if known_one[0] and known_one[1])
            for (start, span, place), (following, _, other) in zip(known, known[1:]):
                if following < start + span:
                    found.append(f"{other}: begins before {place} has ended in {name!r}; EventFahrplan cuts off the earlier card")
    return found
