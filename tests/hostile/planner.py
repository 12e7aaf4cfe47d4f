"""What is made to hurt the planner: workbooks of the benchmark, planner.toml, bookmarks, weeks and days of meetings."""

import re
from xml.sax.saxutils import escape

from judging import EITHER, READ, REFUSED, SHEET, judge, workbooks

HEADINGS = "日期,开始,结束,标题,场馆,会场,主办单位,嘉宾,预计人数\n"

PARAMETERS = [
    ["Sessions", "", "", "Weights", ""],
    ["Local time zone:", "GMT+8", "", "Tracks_Sessions|Penalty:", 1],
    ["Suitable scheduling times", "", "", "Tracks_Rooms|Penalty:", 2],
    ["From:", "09:30", "", "Sessions_Rooms|Penalty:", 3],
    ["To:", "21:30", "", "Similar Tracks:", 4],
    ["Less suitable scheduling times", "", "", "Number of Rooms per Track:", 5],
    ["From:", "07:00", "", "Parallel Tracks:", 6],
    ["To:", "23:00", "", "Consecutive Tracks:", 7],
    ["Penalty:", 1, "", "Submissions_Timezones:", 8],
    ["Unsuitable scheduling times", "", "", "Submissions Order:", 9],
    ["Penalty:", 10, "", "Submissions_Sessions|Penalty:", 10],
    ["", "", "", "Submissions_Rooms|Penalty:", 11],
    ["", "", "", "Presenters Conflicts:", 12],
    ["", "", "", "Attendees Conflicts:", 13],
    ["", "", "", "Chairs Conflicts:", 14],
    ["", "", "", "Presenters Conflicts Timeslot Level:", 15],
    ["", "", "", "Attendees Conflicts Timeslot Level:", ""],
]
COLUMNS = ["Reference", "Track", "Required Timeslots", "Order", "Time Zone", "Presenters", "Attendees", "Mon", "Tue", "Hall", "Loft"]


def small():
    """Two sessions, two rooms, two tracks, three submissions."""
    return {
        "parameters": [list(row) for row in PARAMETERS],
        "submissions": [COLUMNS, ["S1", "Ants", 2, 1, "GMT+8", "Ada, Wei"], ["S2", "Ants", 1, 0, "GMT-4", "Ada", "Wei"], ["S3", "Bees", 1, 0, "Europe/London"]],
        "tracks": [["Tracks", "Chairs"], ["Ants", "Lin"], ["Bees", "Lin, Otto"]],
        "sessions": [["Sessions", "Max Number of Timeslots", "Date", "Start Time", "End Time"], ["Mon", 2, "2021-07-28", "09:30", "10:30"], ["Tue", 3, "2021-07-29", "12:00", "22:00"]],
        "rooms": [["Rooms"], ["Hall"], ["Loft"]],
        "tracks_sessions|penalty": [["", "Tue", "Mon"], ["Bees", 7], ["Ants", "", 8]],
        "tracks_rooms|penalty": [["", "Hall", "Loft"], ["Ants", 1], ["Bees"]],
        "similar tracks": [["", "Bees", "Ants"], ["Bees", 5, 20], ["Ants"]],
        "sessions_rooms|penalty": [["", "Hall", "Loft"], ["Mon", "", 6], ["Tue"]],
    }


def cell(value):
    if value == "":
        return "<c/>"
    if isinstance(value, (int, float)) or re.fullmatch(r"NUM:.*", value):
        return f"<c><v>{str(value).removeprefix('NUM:')}</v></c>"
    return f'<c t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def sheet(rows):
    return SHEET % "".join("<row>" + "".join(map(cell, row)) + "</row>" for row in rows)


def conference(**other):
    """The small conference with other sheets in place of its own; what is a text is taken as XML."""
    sheets = {**small(), **{name.replace("__", "|"): rows for name, rows in other.items()}}
    return workbooks({name: rows if isinstance(rows, str) else sheet(rows) for name, rows in sheets.items()})


def weighed(value):
    return [[*row[:4], value] if row[3] and row[3] != "Weights" else row for row in small()["parameters"]]


def submitted(rows):
    return [COLUMNS, *rows]


CONFERENCES = [
    ("plain.xlsx", conference(), READ),
    ("weights-negative.xlsx", conference(parameters=weighed(-5)), REFUSED),
    ("weights-nan.xlsx", conference(parameters=weighed("NUM:NaN")), REFUSED),
    ("weights-1e309.xlsx", conference(parameters=weighed("NUM:1e309")), REFUSED),
    ("weights-1e18.xlsx", conference(parameters=weighed("NUM:1000000000000000000")), EITHER),
    ("weights-half.xlsx", conference(parameters=weighed(0.5)), REFUSED),
    ("no-rooms.xlsx", conference(rooms=[["Rooms"]]), EITHER),
    ("no-sessions.xlsx", conference(sessions=[small()["sessions"][0]]), EITHER),
    ("no-submissions.xlsx", conference(submissions=[COLUMNS]), EITHER),
    ("slots-1e9.xlsx", conference(submissions=submitted([["S1", "Ants", 1_000_000_000, 0, "GMT+8"]])), EITHER),
    ("slots-none.xlsx", conference(submissions=submitted([["S1", "Ants", 0, 0, "GMT+8"]])), REFUSED),
    ("slots-negative.xlsx", conference(submissions=submitted([["S1", "Ants", -1, 0, "GMT+8"]])), REFUSED),
    ("session-1e9.xlsx", conference(sessions=[small()["sessions"][0], ["Mon", 1_000_000_000, "2021-07-28", "09:30", "10:30"], ["Tue", 3, "2021-07-29", "12:00", "22:00"]]), REFUSED),
    ("order-1e9.xlsx", conference(submissions=submitted([["S1", "Ants", 1, 1_000_000_000, "GMT+8"]])), EITHER),
    ("everywhere.xlsx", conference(submissions=submitted([[f"S{n}", "Ants", 1, 0, "GMT+8", "Ada", "Ada"] for n in range(3_000)])), EITHER),
    ("too-many.xlsx", conference(submissions=submitted([[f"S{n}", "Ants", 1, 0, "GMT+8"] for n in range(60_000)])), REFUSED),
    ("twice.xlsx", conference(submissions=submitted([["S1", "Ants", 1, 0, "GMT+8"]] * 2)), REFUSED),
    ("zone.xlsx", conference(submissions=submitted([["S1", "Ants", 1, 0, "GMT+99999999999"]])), REFUSED),
    ("bomb-in-a-sheet.xlsx", conference(submissions=SHEET % (" " * 700_000_000)), REFUSED),
    ("a-million-columns.xlsx", conference(submissions=SHEET % ("<row>" + "<c><v>1</v></c>" * 1_000_000 + "</row>")), REFUSED),
    ("far-column.xlsx", conference(rooms=SHEET % '<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>'), EITHER),
    ("long-name.xlsx", conference(rooms=[["Rooms"], ["x" * 10_000_000], ["Loft"]]), EITHER),
    ("presenters.xlsx", conference(submissions=submitted([["S1", "Ants", 1, 0, "GMT+8", ",".join(f"P{n}" for n in range(300_000))]])), EITHER),
    ("truncated-conference.xlsx", conference()[:900], REFUSED),
]

WEEK = HEADINGS + "2027-06-21,09:00,10:00,开幕式,会展中心,1号厅,示例院,艾达,50\n2027-06-21,10:30,11:30,报告一,会展中心,1号厅,示例院,艾达,60\n2027-06-21,13:00,14:00,报告二,会展中心,2号厅,示例院,韦,70\n"

# The sessions of WEEK have no keys that anybody could foresee; what names them is filled in from its export.
PLANNERS = [
    ("not-toml", "step = = 15", REFUSED),
    ("bytes", b"\xff\xfe\x00step", REFUSED),
    ("step-none", "step = 0", REFUSED),
    ("step-negative", "step = -15", REFUSED),
    ("step-huge", "step = 9223372036854775807", REFUSED),
    ("weight-negative", '[rules]\nseats = "warn -1"', REFUSED),
    ("weight-nan", '[rules]\nseats = "warn nan"', REFUSED),
    ("weight-1e309", '[rules]\nseats = "warn 1e309"', REFUSED),
    ("weight-huge", '[rules]\nseats = "warn 999999999999999999999"', REFUSED),
    ("weight-a-number", "[rules]\nseats = 100", REFUSED),
    ("weights-most", "[rules]\n" + "\n".join(f'{rule} = "warn 1000000"' for rule in ["seats", "house", "moved", "waiting", "languages", "same-track", "pause"]), READ),
    ("no-such-rule", '[rules]\nsaets = "warn 1"', REFUSED),
    ("hours-backwards", 'hours = "20:00-08:00"', EITHER),
    ("hours-none", 'hours = "08:00-08:00"', EITHER),
    ("hours-wrong", 'hours = "25:00-99:99"', REFUSED),
    ("hours-short", 'hours = "09:00-09:05"', READ),
    ("prime-always", "prime_time = [" + '"00:00-23:59",' * 5_000 + "]", EITHER),
    ("pause-long", "pause = 1440", READ),
    ("pause-longer", "pause = 100000", REFUSED),
    ("pins-contradictory", '[[pin]]\nsession = "ONE"\nstart = 2027-06-21T09:00:00\n[[pin]]\nsession = "ONE"\nstart = 2027-06-21T10:00:00', REFUSED),
    ("pins-in-one-place", '[[pin]]\nsession = "ONE"\nstart = 2027-06-21T10:30:00\n[[pin]]\nsession = "TWO"\nstart = 2027-06-21T10:30:00', REFUSED),
    ("pin-far", '[[pin]]\nsession = "ONE"\nstart = 9999-12-31T23:59:59', REFUSED),
    ("pin-far-back", '[[pin]]\nsession = "ONE"\nstart = 0001-01-01T00:00:00', READ),
    ("circle", '[[before]]\nfirst = "ONE"\nthen = "TWO"\n[[before]]\nfirst = "TWO"\nthen = "THREE"\n[[before]]\nfirst = "THREE"\nthen = "ONE"', REFUSED),
    ("before-itself", '[[before]]\nfirst = "ONE"\nthen = "ONE"', REFUSED),
    ("nobody", '[[away]]\nperson = "nobody"\nfrom = 2027-06-21T08:00:00\ntill = 2027-06-21T20:00:00', REFUSED),
    ("away-for-ever", '[[away]]\nperson = "ADA"\nfrom = 0001-01-01T00:00:00\ntill = 9999-12-31T00:00:00', READ),
    ("away-backwards", '[[away]]\nperson = "ADA"\nfrom = 2027-06-22T00:00:00\ntill = 2027-06-21T00:00:00', REFUSED),
    ("all-closed", '[[away]]\nvenue = "VENUE"\nfrom = 0001-01-01T00:00:00\ntill = 9999-12-31T00:00:00', READ),
    ("away-often", '[[away]]\nperson = "ADA"\nfrom = 2027-06-21T08:00:00\ntill = 2027-06-21T20:00:00\n' * 20_000, EITHER),
    ("stock-none", '[[stock]]\nname = "x"\nof = 0\nsessions = { "ONE" = 4294967295, "TWO" = 4294967295 }', READ),
    ("stock-negative", '[[stock]]\nname = "x"\nof = -1', REFUSED),
    ("stock-huge", '[[stock]]\nname = "x"\nof = 1\nsessions = { "ONE" = 1e309 }', REFUSED),
    ("wish-most", '[[wish]]\nsession = "ONE"\nnot_room = "ROOM"\ncount = 4294967295\n[rules]\nwishes = "warn 1000000"', READ),
    ("wishes-often", '[[wish]]\nsession = "ONE"\nnot_room = "ROOM"\n' * 50_000, EITHER),
    ("needs-often", '[[needs]]\nsession = "ONE"\nequipment = [' + '"x",' * 500_000 + "]", EITHER),
    ("deep", "pins = " + "[" * 100_000 + "]" * 100_000, REFUSED),
    ("long-key", "a" * 20_000_000 + " = 1", REFUSED),
    ("dotted", ".".join("a" * 100_000) + " = 1", REFUSED),
    ("circle-long", "".join(f'[[before]]\nfirst = "{one}"\nthen = "{other}"\n' for one, other in [("ONE", "TWO"), ("TWO", "THREE")] * 20_000), EITHER),
]

BOOKMARKS = [
    ("marks-empty.csv", "", REFUSED),
    ("marks-most.csv", "one,other,visitors\nONE,TWO,4294967295\n", READ),
    ("marks-huge.csv", "one,other,visitors\nONE,TWO,99999999999999999999\n", REFUSED),
    ("marks-negative.csv", "one,other,visitors\nONE,TWO,-1\n", REFUSED),
    ("marks-nan.csv", "one,other,visitors\nONE,TWO,NaN\n", REFUSED),
    ("marks-of-nobody.csv", "one,other,visitors\nx,y,1\n", EITHER),
    ("marks-often.csv", "one,other,visitors\n" + "ONE,TWO,4294967295\n" * 300_000, EITHER),
    ("marks-visitors.csv", "visitor,session\n" + "".join(f"v{n},ONE\nv{n},TWO\n" for n in range(200_000)), EITHER),
]


def minutes(n):
    return f"{8 + n // 60:02}:{n % 60:02}"


WEEKS = [
    ("seats-1e9.csv", HEADINGS + "2027-06-21,09:00,10:00,一,会展,1号厅,院,艾达,1000000000\n2027-06-21,09:00,10:00,二,会展,1号厅,院,艾达,99999999999999999999\n", EITHER),
    ("seats-negative.csv", HEADINGS + "2027-06-21,09:00,10:00,一,会展,1号厅,院,艾达,-5\n", EITHER),
    ("no-rooms.csv", "日期,开始,结束,标题\n2027-06-21,09:00,10:00,一\n2027-06-21,09:00,10:00,二\n", EITHER),
    ("a-person-everywhere.csv", HEADINGS + "".join(f"2027-06-21,{minutes(n % 600)},{minutes(n % 600 + 30)},第{n}场,会展,{n % 40}号厅,院,艾达,10\n" for n in range(500)), EITHER),
    ("one-room.csv", HEADINGS + "".join(f"2027-06-21,09:00,10:00,第{n}场,会展,1号厅,院,人{n},10\n" for n in range(1_500)), EITHER),
    ("a-century.csv", HEADINGS + "".join(f"{2000 + n % 100}-{1 + n % 12:02}-{1 + n % 28:02},09:00,10:00,第{n}场,会展,1号厅,院,人{n},10\n" for n in range(3_000)), EITHER),
    ("every-minute.csv", HEADINGS + "".join(f"2027-06-{1 + n % 28:02},{minutes(n % 700)},{minutes(n % 700 + 1 + n % 7)},第{n}场,会展,{n % 200}号厅,院,人{n},10\n" for n in range(2_000)), EITHER),
    ("the-last-day.csv", HEADINGS + "9999-12-31,09:00,10:00,一,会展,1号厅,院,艾达,10\n0001-01-01,09:00,10:00,二,会展,1号厅,院,艾达,10\n", EITHER),
    ("a-year-long.csv", HEADINGS + "2027-01-01,09:00,9999:00,一,会展,1号厅,院,艾达,10\n2027-06-21,09:00,10:00,二,会展,1号厅,院,艾达,10\n", EITHER),
]

DAYS = [
    ("empty.dzn", "", REFUSED),
    ("huge.dzn", "nBusiness = 1000000000; nMeetings = 1000000000; nTables = 1; nTotalSlots = 1000000000; nMorningSlots = 1;", REFUSED),
    ("negative.dzn", "nBusiness = -1; nMeetings = -1; nTables = -1; nTotalSlots = -1; nMorningSlots = -1;", REFUSED),
    ("open.dzn", "requested = [|" + "1,1,1|" * 300_000, REFUSED),
    ("deep.dzn", "forbidden = " + "[{" * 200_000, REFUSED),
]


def keys(folder):
    """What the sessions, the room, the house and the person of WEEK are called."""
    from judging import run

    (folder / "week.csv").write_text(WEEK, encoding="utf-8")
    data = ["--data", str(folder / "memory")]
    for words in [["import", str(folder / "week.csv"), "--week", "hostile"], ["export", "hostile", "--to", str(folder / "hostile")]]:
        code, errors, _ = run([*words, *data])
        assert code == 0, errors
    first = lambda table: [line.split(",")[0] for line in (folder / "hostile" / table).read_text(encoding="utf-8").splitlines()[1:]]
    names = dict(zip(["ONE", "TWO", "THREE"], first("sessions.csv")))
    return {**names, "ROOM": first("rooms.csv")[0], "VENUE": first("venues.csv")[0], "ADA": first("people.csv")[0]}


def judge_all(folder):
    fine = True
    limit = ["--steps", "2000", "--threads", "1"]

    def solve(name, words, right):
        return judge(name, ["timetable", "solve", *map(str, words), *limit, "-o", str(folder / "out.csv")], right)

    for name, content, right in CONFERENCES:
        (folder / name).write_bytes(content)
        out = folder / "out.xlsx"
        fine &= judge(name, ["timetable", "solve", str(folder / name), *limit, "-o", str(out)], right)
        out.unlink(missing_ok=True)
        (folder / name).unlink()

    names = keys(folder)
    filled = lambda text: re.sub("|".join(names), lambda word: names[word.group()], text)
    week = folder / "hostile"
    for name, content, right in PLANNERS:
        path = folder / f"{name}.toml"
        path.write_bytes(content if isinstance(content, bytes) else filled(content).encode())
        fine &= solve(path.name, [week, "--planner", path], right)
        if right == READ:
            fine &= judge(path.name, ["timetable", "explain", str(week), "--planner", str(path), *limit], READ)
    for name, content, right in BOOKMARKS:
        (folder / name).write_text(filled(content), encoding="utf-8")
        fine &= solve(name, [week, "--bookmarks", folder / name], right)
    for name, content, right in WEEKS:
        (folder / name).write_text(content, encoding="utf-8")
        fine &= solve(name, [folder / name, "--zone", "Asia/Shanghai"], right)
        fine &= judge(name, ["timetable", "explain", str(folder / name), "--zone", "Asia/Shanghai", "--steps", "200", "--threads", "1"], right)
    for name, content, right in DAYS:
        (folder / name).write_text(content, encoding="utf-8")
        fine &= judge(name, ["meetings", "solve", str(folder / name), *limit], right)
    return fine
