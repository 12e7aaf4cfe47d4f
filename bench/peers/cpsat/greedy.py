"""A plan to begin from: entries one after the other, each where it fits and meets its own track least. Sets of slots are bits of a number."""

from collections import defaultdict


TRIES = 8


def placed(week):
    """By entry: where on the line it begins, and its room. Whoever fitted nowhere is first in the next try; of the last, who fits nowhere is left out."""
    order = list(range(len(week.entries)))
    for _ in range(TRIES):
        plan = one_after_the_other(week, order)
        if len(plan) == len(order):
            break
        late = [at for at in order if at not in plan]
        order = late + [at for at in order if at in plan]
    return plan


def one_after_the_other(week, order):
    rooms = [sum(span(begin, size) for begin, size in week.closed[room]) for room in range(len(week.venue))]
    person = [0] * len(week.people)
    needs = defaultdict(list)
    for who, those in enumerate(week.people):
        for at in those:
            needs[at].append(who)
    once, twice = defaultdict(int), defaultdict(int)
    people = [[0] * week.line for _ in week.roads]
    drawn = [[0] * week.line for _ in week.of["stocks"]]
    ahead, behind = defaultdict(list), defaultdict(list)
    for one, other in week.before:
        ahead[other].append(one)
        behind[one].append(other)
    plan = {}
    for at in order:
        entry = week.entries[at]
        slots = entry["slots"]
        earliest = max((plan[one][0] + week.entries[one]["slots"] for one in ahead[at] if one in plan), default=0)
        latest = min((plan[one][0] - slots for one in behind[at] if one in plan), default=week.line)
        roads = {who: week.road(week.people[who]) for who in needs[at]}
        best = None
        for first, last in week.starts(entry):
            for begin in range(max(first, earliest), min(last, latest) + 1):
                here = span(begin, slots)
                if twice[entry["track"]] & here:
                    continue
                if any(person[who] & span(begin - road, slots + 2 * road) for who, road in roads.items()):
                    continue
                if not all(fits(drawn[stock], begin, slots, amount, week.of["stocks"][stock]) for stock, amount in entry["draws"]):
                    continue
                dear = bin(once[entry["track"]] & here).count("1")
                if best and dear >= best[0]:
                    continue
                room = free(week, at, begin, rooms, people)
                if room is not None:
                    best = dear, begin, room
        if best is None:
            continue
        _, begin, room = best
        plan[at] = begin, room
        here = span(begin, slots)
        rooms[room] |= span(begin - entry["pause"], slots + 2 * entry["pause"]) if entry["pause"] else here
        for who, road in roads.items():
            person[who] |= here
        twice[entry["track"]] |= once[entry["track"]] & here
        once[entry["track"]] |= here
        for slot in range(begin, begin + slots):
            people[week.venue[room]][slot] += entry["audience"]
            for stock, amount in entry["draws"]:
                drawn[stock][slot] += amount
    return plan


def free(week, at, begin, rooms, people):
    """The cheapest room of the entry that is free then, and whose house has room for its audience."""
    entry = week.entries[at]
    for room in week.rooms[at]:
        venue = week.venue[room]
        places = week.of["venues"][venue]["places"]
        has_room = places is None or fits(people[venue], begin, entry["slots"], entry["audience"], places)
        if not rooms[room] & span(begin, entry["slots"]) and has_room:
            return room
    return None


def fits(line, begin, slots, amount, most):
    return all(line[slot] + amount <= most for slot in range(begin, begin + slots))


def span(begin, size):
    """So many slots from there, what lies before the beginning of all left out."""
    size += min(begin, 0)
    return ((1 << max(size, 0)) - 1) << max(begin, 0)
