"""The peer: the generated city week by OR-tools CP-SAT.

    python week.py PROBLEM.json SECONDS SEED OUT.json

Every entry has an hour and one of a few rooms that suit it best; rooms, people with the longest road between those rooms, houses and stocks
are intervals that do not overlap. What CP-SAT has no room for at this size is narrowed: a track is never on more than twice at once, pauses
are kept, and of the bookmarks the heaviest pairs count; waiting is left out. It begins from a plan that each entry was put into one after the
other. Prints a JSON object with the solver's own objective; what the plan costs by every rule is for our counting to say.
"""

import json
import sys
from collections import defaultdict
from random import Random

from ortools.sat.python import cp_model

from greedy import placed
from solving import has_plan, run

ROOMS_EACH = 6
PAIRS = 3_000
AT_ONCE = 2


class Week:
    """The problem, with what both steps ask of it: hours on one line of all days, rooms that suit, roads."""

    def __init__(self, problem, seed):
        self.of = problem
        self.entries = problem["entries"]
        self.day = problem["periods"][0]
        self.line = self.day * len(problem["periods"])
        self.venue = problem["rooms"]
        self.roads = [venue["roads"] for venue in problem["venues"]]
        self.weight = problem["weights"]
        chance = Random(seed)
        self.rooms = [self.suitable(entry, chance) for entry in self.entries]
        self.closed = defaultdict(list)
        self.block = {}
        for number, (period, room, begins, slots) in enumerate(problem["blocks"]):
            self.block[period, room] = number
            self.closed[room] += [(period * self.day, begins), (period * self.day + begins + slots, self.day - begins - slots)]
        self.people = [those for those in problem["people"] if len(those) > 1]
        self.before = [(one, other) for rule, one, other, _ in problem["bonds"] if rule == "Prerequisite"]

    def costs(self, entry, kind):
        """Of an entry's costs those at a room, a period or hours: where, the rule and the count."""
        return [(at[kind], rule, count) for rule, at, count in entry["costs"] if kind in at]

    def suitable(self, entry, chance):
        """The rooms that cost least, and what each costs."""
        due = defaultdict(int)
        never = set()
        for room, rule, count in self.costs(entry, "room"):
            if self.weight.get(rule) == "hard":
                never.add(room)
            else:
                due[room] += self.weight.get(rule, 0) * count
        rooms = [room for room in range(len(self.venue)) if room not in never]
        chance.shuffle(rooms)
        rooms.sort(key=lambda room: due[room])
        return {room: due[room] for room in rooms[:ROOMS_EACH]}

    def starts(self, entry):
        """From when to when on the line it may begin, day by day."""
        away = {hours[0] for hours, rule, _ in self.costs(entry, "hours") if self.weight.get(rule) == "hard"}
        for day in range(len(self.of["periods"])):
            if day not in away:
                yield day * self.day, (day + 1) * self.day - entry["slots"]

    def road(self, those):
        """The longest between any rooms of the entries of one person."""
        houses = {self.venue[room] for at in those for room in self.rooms[at]}
        return max(self.roads[here][there] for here in houses for there in houses)


class Model:
    def __init__(self, week):
        self.week = week
        self.model = cp_model.CpModel()
        self.costs = []
        self.begin, self.on, self.within = [], [], []
        self.hours_and_rooms()
        self.no_two_in_a_room()
        self.people()
        self.houses_and_stocks()
        self.tracks()
        self.wishes()
        self.fairness()
        self.bookmarks()
        self.model.minimize(sum(self.costs))

    def flag(self):
        return self.model.new_bool_var("")

    def hours_and_rooms(self):
        for entry, rooms in zip(self.week.entries, self.week.rooms):
            domain = cp_model.Domain.from_intervals(list(self.week.starts(entry)))
            begin = self.model.new_int_var_from_domain(domain, "")
            self.begin.append(begin)
            self.on.append(self.model.new_fixed_size_interval_var(begin, entry["slots"], ""))
            within = {room: self.flag() for room in rooms}
            self.model.add_exactly_one(within.values())
            self.costs += [cost * within[room] for room, cost in rooms.items() if cost]
            self.within.append(within)

    def no_two_in_a_room(self):
        inside = defaultdict(list)
        for begin, entry, within in zip(self.begin, self.week.entries, self.within):
            for room, chosen in within.items():
                size = entry["slots"] + entry["pause"]
                inside[room].append(self.model.new_optional_fixed_size_interval_var(begin, size, chosen, ""))
        for room, intervals in inside.items():
            # A pause may run into a closed hour, and nothing is so short that it fits there.
            closed = [(begin + 1, size - 1) for begin, size in self.week.closed[room] if size > 1]
            fixed = [self.model.new_fixed_size_interval_var(begin, size, "") for begin, size in closed]
            self.model.add_no_overlap(intervals + fixed)

    def people(self):
        for those in self.week.people:
            road = self.week.road(those)
            sizes = [self.week.entries[one]["slots"] + road for one in those]
            intervals = [self.model.new_fixed_size_interval_var(self.begin[one], size, "") for one, size in zip(those, sizes)]
            self.model.add_no_overlap(intervals)
        for one, other in self.week.before:
            self.model.add(self.begin[other] >= self.begin[one] + self.week.entries[one]["slots"])

    def houses_and_stocks(self):
        inside = defaultdict(list)
        drawn = defaultdict(list)
        for at, entry in enumerate(self.week.entries):
            houses = defaultdict(list)
            for room, chosen in self.within[at].items():
                houses[self.week.venue[room]].append(chosen)
            for venue, chosen in houses.items():
                for one in chosen:
                    interval = self.model.new_optional_fixed_size_interval_var(self.begin[at], entry["slots"], one, "")
                    inside[venue].append((interval, entry["audience"]))
            for stock, amount in entry["draws"]:
                drawn[stock].append((self.on[at], amount))
        for venue, those in inside.items():
            places = self.week.of["venues"][venue]["places"]
            if places is not None:
                self.model.add_cumulative(*map(list, zip(*those)), places)
        for stock, those in drawn.items():
            self.model.add_cumulative(*map(list, zip(*those)), self.week.of["stocks"][stock])

    def tracks(self):
        of_track = defaultdict(list)
        for at, entry in enumerate(self.week.entries):
            of_track[entry["track"]].append(at)
        for those in of_track.values():
            self.model.add_cumulative([self.on[at] for at in those], [1] * len(those), AT_ONCE)
            in_room = defaultdict(list)
            for at in those:
                for room, chosen in self.within[at].items():
                    in_room[room].append(chosen)
            for chosen in in_room.values():
                used = self.flag()
                self.model.add_max_equality(used, chosen)
                self.costs.append(self.week.weight["RoomsPerTrack"] * used)

    def inside(self, at, spans):
        """Whether it begins in one of the spans of the line."""
        inside = self.flag()
        domain = cp_model.Domain.from_intervals(spans)
        self.model.add_linear_expression_in_domain(self.begin[at], domain).only_enforce_if(inside)
        self.model.add_linear_expression_in_domain(self.begin[at], domain.complement()).only_enforce_if(inside.negated())
        return inside

    def wishes(self):
        for at, entry in enumerate(self.week.entries):
            for period, rule, count in self.week.costs(entry, "period"):
                span = [period * self.week.day, (period + 1) * self.week.day - 1]
                self.costs.append(self.week.weight[rule] * count * self.inside(at, [span]))

    def fairness(self):
        of_host = defaultdict(list)
        for at, entry in enumerate(self.week.entries):
            day, slots = self.week.day, entry["slots"]
            prime = [[period * day + max(0, begin - slots + 1), period * day + end - 1] for period, begin, end in self.week.of["prime"]]
            of_host[entry["host"]].append(self.inside(at, prime))
        for host, those in of_host.items():
            off = self.model.new_int_var(0, len(those), "")
            self.model.add_abs_equality(off, sum(those) - self.week.of["hosts"][host])
            self.costs.append(self.week.weight["Fairness"] * off)

    def bookmarks(self):
        pairs = [(count, one, other) for rule, one, other, count in self.week.of["bonds"] if rule == "Bookmarks"]
        for count, one, other in sorted(pairs, reverse=True)[:PAIRS]:
            first, second, both = self.flag(), self.flag(), self.flag()
            for ahead, behind, so in ((one, other, first), (other, one, second)):
                end = self.begin[ahead] + self.week.entries[ahead]["slots"]
                self.model.add(end <= self.begin[behind]).only_enforce_if(so)
            self.model.add_bool_or(first, second, both)
            self.costs.append(self.week.weight["Bookmarks"] * count * both)

    def hint(self, plan):
        for at, (begin, room) in plan.items():
            self.model.add_hint(self.begin[at], begin)
            for other, chosen in self.within[at].items():
                self.model.add_hint(chosen, other == room)


def main():
    path, seconds, seed, out = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        week = Week(json.load(file), int(seed))
    model = Model(week)
    model.hint(placed(week))
    done = run(model.model, float(seconds), int(seed), probing=0)
    told = {"status": done[1]}
    if has_plan(done):
        solver = done[0]
        told |= {"objective": round(solver.objective_value), "bound": round(solver.best_objective_bound)}
        places = []
        for begin, within in zip(model.begin, model.within):
            day, slot = divmod(solver.value(begin), week.day)
            room = next(room for room, chosen in within.items() if solver.value(chosen))
            places.append([week.block[day, room], slot])
        with open(out, "w", encoding="utf-8") as file:
            json.dump(places, file)
    print(json.dumps(told))


main()
