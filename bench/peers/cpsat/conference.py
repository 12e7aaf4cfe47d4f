"""The peer: a conference of the public benchmark by OR-tools CP-SAT, with the benchmark's whole objective.

    python conference.py WORKBOOK SECONDS SEED OUT.xlsx

A track has a first cell in a session, perhaps a second, and those have rooms; submissions go to cells of their track, which the rooms
need not know: what a submission costs in a room weighs nothing in any public file, and a file where it does is refused. Submissions that
nothing tells apart are one count, not many variables. Slots are decided only where a term looks at them; elsewhere they are filled in afterwards. Terms of weight 0 are left out. Prints
a JSON object with the solver's own objective and bound; what the plan costs is for our scorer to say.
"""

import json
import sys
from collections import defaultdict

import workbook
from model import Model
from solving import solve


def places(model, value):
    """A session, room and slot for every submission: in each cell first who has a slot or a place in the order, then the rest."""
    of = model.of
    inside = defaultdict(list)
    for group, those in enumerate(model.groups):
        left, track = list(those), of.submissions[those[0]].track
        for cell in model.cells(track):
            if (group, cell) in model.count:
                for _ in range(value(model.count[group, cell])):
                    inside[track, cell].append(left.pop())
    found = [None] * len(of.submissions)
    for track in model.tracks:
        passed = 0
        for cell in model.cells(track):
            session, number = cell
            here = inside[track, cell]
            if not here:
                continue
            rooms = [room for room in model.rooms if value(model.holds[track, session, room])]
            for at, slot in slotted(model, value, cell, here, passed):
                found[at] = session, rooms[number], slot
            passed += len(here)
    return found


def slotted(model, value, cell, here, passed):
    """The slot of each that stands in the cell."""
    of = model.of
    begins = [(at, slot) for at in here for slot in range(of.capacity[cell[0]]) if (at, cell, slot) in model.begins]
    timed = {at: slot for at, slot in begins if value(model.begins[at, cell, slot])}
    yield from timed.items()
    taken = {later for at, slot in timed.items() for later in range(slot, slot + of.submissions[at].slots)}
    slot = 0
    for at in lined_up([at for at in here if at not in timed], of, passed, model.weigh["submissions order"]):
        while slot in taken:
            slot += 1
        yield at, slot
        slot += of.submissions[at].slots


def lined_up(here, of, passed, weight):
    """Who asks for a place that is here has it, the others between them."""
    line = [None] * len(here)
    rest = []
    for at in here:
        place = of.submissions[at].order - 1 - passed
        if weight and of.submissions[at].order and 0 <= place < len(line) and line[place] is None:
            line[place] = at
        else:
            rest.append(at)
    return [rest.pop() if at is None else at for at in line]


def main():
    path, seconds, seed, out = sys.argv[1:]
    conference = workbook.read(path)
    if conference.weight["submissions_rooms|penalty"]:
        sys.exit("what a submission costs in a room is not modelled")
    tracks = Model(conference, tracks_alone=True)
    model = Model(conference, tracks_alone=False)
    value, told = solve(tracks.model, model.model, float(seconds), int(seed))
    if value is not None:
        workbook.write(out, model.of, places(model, value))
    print(json.dumps(told))


main()
