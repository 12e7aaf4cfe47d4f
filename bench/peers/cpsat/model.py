"""A conference as a model of CP-SAT, rule by rule."""

from collections import defaultdict

from ortools.sat.python import cp_model

import bound
import workbook

# From this weight of the order on, tracks whose submissions ask for different places keep it.
KEPT = 1_000


class Model:
    def __init__(self, conference, tracks_alone):
        self.of = conference
        self.weigh = {rule: conference.weight[rule] for rule in workbook.RULES}
        self.model = cp_model.CpModel()
        self.costs = []
        self.sessions = range(len(conference.sessions))
        self.rooms = range(len(conference.rooms))
        self.members = defaultdict(list)
        for at, submission in enumerate(conference.submissions):
            self.members[submission.track].append(at)
        self.tracks = sorted(self.members)
        self.pairs = bound.pairs(conference)
        self.timed = self.who_is_timed()
        self.tracks_in_sessions()
        self.tracks_in_rooms()
        if not tracks_alone:
            self.submissions_in_cells()
            self.order()
            self.conflicts()
        self.model.minimize(sum(self.costs))

    def cost(self, weight, what):
        if weight:
            self.costs.append(weight * what)

    def flag(self):
        return self.model.new_bool_var("")

    def who_is_timed(self):
        """Submissions whose slot matters: those bound by the slot, and with them whatever is longer than one."""
        named = {at for pair in self.pairs.by_slot for at in pair}
        if not named:
            return set()
        return named | {at for at, submission in enumerate(self.of.submissions) if submission.slots > 1}

    def tracks_in_sessions(self):
        """Whether a track has a first cell in a session, a second, and so on; one more than it needs at least is enough."""
        self.used = {}
        for track in self.tracks:
            slots = sum(self.of.submissions[at].slots for at in self.members[track])
            most = min(len(self.rooms), len(self.members[track]), self.fewest(track) + 1)
            for session in self.sessions:
                used = self.used[track, session] = [self.flag() for _ in range(most)]
                for earlier, later in zip(used, used[1:]):
                    self.model.add_implication(later, earlier)
                self.cost(self.weigh["parallel tracks"], sum(used[1:]))
                self.cost(self.weigh["tracks_sessions|penalty"] * self.of.track_session[track][session], sum(used))
            if self.weigh["consecutive tracks"]:
                self.consecutive(track)
            capacity = sum(self.of.capacity[session] * sum(self.used[track, session]) for session in self.sessions)
            self.model.add(capacity >= slots)
        for one, track in enumerate(self.tracks):
            for other in self.tracks[one + 1 :]:
                due = self.weigh["similar tracks"] * self.of.similar.get((track, other), 0)
                if self.of.chairs[track] & self.of.chairs[other]:
                    due += self.weigh["chairs conflicts"]
                if due:
                    self.beside(track, other, due)

    def fewest(self, track):
        """How many cells of every session the track needs at least, if all were used alike: by slots, and by those that are so long."""
        lengths = sorted(self.of.submissions[at].slots for at in self.members[track])
        needed = -(-sum(lengths) // sum(self.of.capacity))
        for length in set(lengths):
            those = sum(slots >= length for slots in lengths)
            places = sum(capacity // length for capacity in self.of.capacity)
            needed = max(needed, -(-those // places))
        return needed

    def beside(self, track, other, due):
        for session in self.sessions:
            for one in self.used[track, session]:
                for two in self.used[other, session]:
                    both = self.flag()
                    self.model.add_bool_or(one.negated(), two.negated(), both)
                    self.cost(due, both)

    def consecutive(self, track):
        torn, begins = self.flag(), []
        for session in self.sessions:
            here, begin = self.used[track, session][0], self.flag()
            before = [self.used[track, session - 1][0]] if session else []
            self.model.add_bool_or(here.negated(), begin, *before)
            begins.append(begin)
        self.model.add(sum(begins) <= 1).only_enforce_if(torn.negated())
        self.cost(self.weigh["consecutive tracks"], torn)

    def tracks_in_rooms(self):
        of, weight = self.of, self.weigh["number of rooms per track"]
        self.holds = {}
        for track in self.tracks:
            of_room = [self.flag() for _ in self.rooms]
            for session in self.sessions:
                held = [self.flag() for _ in self.rooms]
                self.model.add(sum(held) == sum(self.used[track, session]))
                for room, holds in zip(self.rooms, held):
                    self.holds[track, session, room] = holds
                    self.model.add_implication(holds, of_room[room])
                    due = self.weigh["tracks_rooms|penalty"] * of.track_room[track][room]
                    self.cost(due + self.weigh["sessions_rooms|penalty"] * of.session_room[session][room], holds)
            if weight:
                beyond = self.model.new_int_var(0, len(of_room), "")
                self.model.add(sum(of_room) == beyond + 1)
                self.cost(weight, beyond)
        for session in self.sessions:
            for room in self.rooms:
                self.model.add_at_most_one(self.holds[track, session, room] for track in self.tracks)

    def due(self, submission, session):
        """What the submission costs in the session."""
        return submission.slots * (
            self.weigh["submissions_sessions|penalty"] * submission.by_session[session]
            + self.weigh["submissions_timezones"] * submission.by_hour[session]
        )

    def alike(self):
        """Groups of submissions that nothing tells apart; whoever is bound to somebody is alone."""
        ordered = self.weigh["submissions order"] > 0
        named = self.pairs.everybody() | self.timed
        groups = defaultdict(list)
        for at, submission in enumerate(self.of.submissions):
            alone = at if at in named or ordered and submission.order else None
            costs = tuple(self.due(submission, session) for session in self.sessions)
            groups[submission.track, submission.slots, costs, alone].append(at)
        return list(groups.values())

    def submissions_in_cells(self):
        """A cell is known by session and number: the rooms of a track's first and second cell in a session stand in their order."""
        self.groups = self.alike()
        self.stands, self.count, self.number = {}, {}, defaultdict(list)
        load = defaultdict(list)
        for group, those in enumerate(self.groups):
            submission = self.of.submissions[those[0]]
            for session in self.sessions:
                most = min(len(those), self.of.capacity[session] // submission.slots)
                for number, used in enumerate(self.used[submission.track, session] if most else ()):
                    cell = session, number
                    if len(those) == 1:
                        count = self.stands[those[0], cell] = self.flag()
                        self.model.add_implication(count, used)
                    else:
                        count = self.model.new_int_var(0, most, "")
                    self.count[group, cell] = count
                    load[submission.track, cell].append(submission.slots * count)
                    self.number[submission.track, cell].append(count)
                    self.cost(self.due(submission, session), count)
            standing = [count for (of, _), count in self.count.items() if of == group]
            self.model.add(sum(standing) == len(those))
        for (track, (session, number)), loads in load.items():
            used = self.used[track, session][number]
            self.model.add(sum(loads) <= self.of.capacity[session] * used)
            self.model.add(sum(self.number[track, (session, number)]) >= used)
        self.in_sessions = {}
        self.slots()

    def cells(self, track):
        """The cells of a track, in the order of its walk."""
        return [(session, number) for session in self.sessions for number in range(len(self.used[track, session]))]

    def slots(self):
        """Where a timed submission begins, so that those of a cell do not overlap."""
        self.begins = {}
        busy = defaultdict(list)
        for at in sorted(self.timed):
            submission = self.of.submissions[at]
            for cell in self.cells(submission.track):
                if (at, cell) not in self.stands:
                    continue
                begins = []
                for slot in range(self.of.capacity[cell[0]] - submission.slots + 1):
                    begin = self.begins[at, cell, slot] = self.flag()
                    begins.append(begin)
                    for later in range(slot, slot + submission.slots):
                        busy[cell, later, submission.track].append(begin)
                self.model.add(sum(begins) == self.stands[at, cell])
        for begins in busy.values():
            self.model.add_at_most_one(begins)

    def in_session(self, at, session):
        """Whether the submission, which is alone in its group, stands in the session."""
        if (at, session) not in self.in_sessions:
            numbers = range(len(self.used[self.of.submissions[at].track, session]))
            standing = [self.stands[at, (session, number)] for number in numbers if (at, (session, number)) in self.stands]
            if len(standing) == 1:
                self.in_sessions[at, session] = standing[0]
            else:
                inside = self.in_sessions[at, session] = self.flag()
                self.model.add(sum(standing) == inside)
        return self.in_sessions[at, session]

    def order(self):
        """Who wants to be the k-th of a track hits if so many of it stand up to their cell, and fewer before it."""
        weight = self.weigh["submissions order"]
        for track in self.tracks if weight else ():
            members, cells = self.members[track], self.cells(track)
            asking = [at for at in members if self.of.submissions[at].order]
            line = sorted(asking, key=lambda at: self.of.submissions[at].order)
            places = [self.of.submissions[at].order for at in line]
            kept = weight >= KEPT and len(set(places)) == len(places) and max(places, default=0) <= len(members)
            if kept and len(line) == len(members) and not self.timed:
                self.in_line(line, cells)
                continue
            wishes = sorted({self.of.submissions[at].order for at in asking})
            reached, so_far = {}, []
            for place, cell in enumerate(cells):
                so_far = so_far + self.number.get((track, cell), [])
                for wish in wishes:
                    here = reached[place, wish] = self.flag()
                    self.model.add(sum(so_far) >= wish).only_enforce_if(here)
                    self.model.add(sum(so_far) <= wish - 1).only_enforce_if(here.negated())
                    if place:
                        self.model.add_implication(reached[place - 1, wish], here)
            by_wish = defaultdict(list)
            for at in asking:
                wish, hits, before = self.of.submissions[at].order, [], []
                for place, cell in enumerate(cells):
                    if (at, cell) in self.stands:
                        hit = self.flag()
                        self.model.add_implication(hit, self.stands[at, cell])
                        self.model.add_implication(hit, reached[place, wish])
                        if place:
                            self.model.add_implication(hit, reached[place - 1, wish].negated())
                        self.in_time(at, cell, hit, before)
                        hits.append(hit)
                    before = before + self.number.get((track, cell), [])
                by_wish[wish] += hits
                if kept:
                    self.model.add_exactly_one(hits)
                else:
                    self.cost(weight, 1 - sum(hits))
            for hits in by_wish.values():
                self.model.add_at_most_one(hits)

    def in_line(self, line, cells):
        """Everybody asks for a place of their own, and has it if nobody comes before their turn."""
        for at, after in zip(line, line[1:]):
            here, there = [], []
            for cell in cells:
                here += [self.stands[at, cell]] if (at, cell) in self.stands else []
                self.model.add(sum(there) + self.stands.get((after, cell), 0) <= sum(here))
                there += [self.stands[after, cell]] if (after, cell) in self.stands else []

    def in_time(self, at, cell, hit, before):
        """Where slots are decided, the slot must fit the place in the order: those before it take one slot each."""
        if at in self.timed:
            slots = range(self.of.capacity[cell[0]])
            begin = sum(slot * self.begins[at, cell, slot] for slot in slots if (at, cell, slot) in self.begins)
            self.model.add(begin == self.of.submissions[at].order - 1 - sum(before)).only_enforce_if(hit)

    def conflicts(self):
        for (one, other), weight in sorted(self.pairs.by_session.items()):
            both = self.flag()
            self.cost(weight, both)
            same = self.of.submissions[one].track == self.of.submissions[other].track
            for session in self.sessions:
                here, there = self.in_session(one, session), self.in_session(other, session)
                if not same:
                    self.model.add_bool_or(here.negated(), there.negated(), both)
                    continue
                numbers = range(len(self.used[self.of.submissions[one].track, session]))
                for cell in [(session, number) for number in numbers] if len(numbers) > 1 else ():
                    if (one, cell) in self.stands and (other, cell) in self.stands:
                        beside = [self.stands[one, cell].negated(), there.negated(), self.stands[other, cell]]
                        self.model.add_bool_or(*beside, both)
        for (one, other), weight in sorted(self.pairs.by_slot.items()):
            for session in self.sessions:
                for slot in range(self.of.capacity[session]):
                    both = self.flag()
                    here, there = (sum(self.on(at, session, slot)) for at in (one, other))
                    self.model.add(here + there <= 1 + both)
                    self.cost(weight, both)

    def on(self, at, session, slot):
        submission = self.of.submissions[at]
        for cell in self.cells(submission.track):
            if cell[0] == session:
                for begin in range(max(0, slot - submission.slots + 1), slot + 1):
                    if (at, cell, begin) in self.begins:
                        yield self.begins[at, cell, begin]
