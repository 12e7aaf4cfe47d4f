"""Hostile files against the built binary: exit 2 (or findings), a sentence that names the file, no panic, under 512 MB.

Everything is made here, at run time; nothing large is kept. Only the standard library is needed.
"""

import os
import sys
import tempfile
from pathlib import Path

import claims
import planner
from judging import EITHER, READ, REFUSED, SHEET, judge, package, workbook

HEADINGS = "活动名称,日期,开始时间,结束时间,场馆,会场,主办单位\n"

ENTITIES = '<?xml version="1.0"?><!DOCTYPE schedule [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9)
) + "]><schedule>&j;</schedule>"


def large(path, size):
    with open(path, "wb") as file:
        file.truncate(size)


# Name, bytes, and what is right.
CASES = [
    ("empty.csv", b"", REFUSED),
    ("empty.xlsx", b"", REFUSED),
    ("spaces.csv", b" \n \n", REFUSED),
    ("nul.csv", b"\0" * 4096, REFUSED),
    ("headings-mean-nothing.csv", "甲,乙,丙\n1,2,3\n".encode(), REFUSED),
    ("truncated.xlsx", workbook(SHEET % "")[:200], REFUSED),
    ("not-a-workbook.xlsx", b"PK\x03\x04" + os.urandom(64), REFUSED),
    ("zip-of-nothing.xlsx", package({"readme": "x"}), REFUSED),
    ("bomb.xlsx", workbook(SHEET % (" " * 700_000_000)), REFUSED),
    ("far-cell.xlsx", workbook(SHEET % '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), REFUSED),
    ("entities.xml", ENTITIES.encode(), REFUSED),
    ("deep.xml", b"<schedule>" + b"<a>" * 200_000 + b"</a>" * 200_000 + b"</schedule>", REFUSED),
    ("other.xml", b"<rss/>", REFUSED),
    ("truncated.xml", b'<schedule><day index="1" date="2021-06-21"><room name="A"><event id="1"', REFUSED),
    ("wrong-ending.xlsx", (HEADINGS + "开幕式,2021-06-21,9:00,10:00,会展中心,1号厅,研究院\n").encode(), READ),
    ("nul-in-cells.csv", (HEADINGS + "开\0幕,2021-06-21,9:00,10:00,会展,1号厅,院\n").encode(), EITHER),
    ("no-times.csv", (HEADINGS + "开幕式,,,,会展中心,1号厅,研究院\n").encode(), READ),
    ("year-1900.csv", (HEADINGS + "开幕式,1900-01-00,9:00,10:00,会展中心,1号厅,研究院\n").encode(), EITHER),
    ("backwards.csv", (HEADINGS + "开幕式,2021-06-21,15:00,9:00,会展中心,1号厅,研究院\n").encode(), READ),
    ("two-days-long.csv", (HEADINGS + "开幕式,2021-06-21,9:00,57:00,会展中心,1号厅,研究院\n").encode(), READ),
    ("one-long-line.csv", HEADINGS.encode() + b"x" * 20_000_000, EITHER),
    ("quotes.csv", HEADINGS.encode() + b'"' * 1_000_001, EITHER),
    ("truncated.json", b'{"schedule":{"version":"1","conference":{"title":"W","days":[{"index":1,', REFUSED),
    ("other.json", b'{"name":"x","version":"1.0"}', REFUSED),
    ("deep.json", b'{"schedule":' + b"[" * 200_000 + b"]" * 200_000 + b"}", REFUSED),
    ("nul.json", b'{"sessions":[{"id":"\x00"}]}', REFUSED),
    ("no-events.json", b'{"schedule":{"version":"1","conference":{"title":"W","acronym":"week","days":[]}}}', REFUSED),
    ("numbers.json", b'{"sessions":[{"id":1e999,"start":-1,"end":[],"room":{},"zh":7,"en":null}],"speakers":3,"session_types":"","rooms":{},"tags":null}', EITHER),
    ("one-room-often.json", b'{"schedule":{"version":"1","conference":{"title":"W","days":[{"index":1,"date":"2021-06-21","rooms":{'
     + b",".join(b'"A":[{"id":%d,"title":"T","start":"09:00","duration":"0:30"}]' % n for n in range(20_000)) + b"}}]}}}", READ),
    ("one-long-word.json", b'{"sessions":[{"id":"a","title":"' + b"x" * 30_000_000 + b'"}],"speakers":[],"session_types":[],"rooms":[],"tags":[]}', EITHER),
    ("truncated.ics", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20210621T0", EITHER),
    ("no-events.ics", b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", REFUSED),
    ("for-ever.ics", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:x\r\nDTSTART:20210621T010000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", READ),
    ("far-end.ics", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:x\r\nDTSTART:00010101T000000Z\r\nDTEND:99991231T235959Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", READ),
    ("one-line.ics", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:" + b"x\r\n " * 5_000_000, EITHER),
    ("deep.ics", b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 200_000, EITHER),
]


def main():
    fine = True
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        for name, content, right in CASES:
            (folder / name).write_bytes(content)
            fine &= judge(name, ["check", str(folder / name)], right)
            if right != REFUSED:
                fine &= judge(name, ["convert", str(folder / name), "--to", "schedule-json", "-o", os.devnull], EITHER)
            (folder / name).unlink()
        large(folder / "huge.csv", 200 * 1024 * 1024)
        fine &= judge("huge.csv", ["check", str(folder / "huge.csv")], REFUSED)

        good = folder / "good.csv"
        good.write_text(HEADINGS + "开幕式,2021-06-21,9:00,10:00,会展中心,1号厅,研究院\n", encoding="utf-8")
        fine &= judge("Mars/Base", ["check", str(good), "--zone", "Mars/Base"], REFUSED)
        travel = folder / "travel.csv"
        travel.write_text("from,to,mode,minutes\n会展中心,火星,car,30\n", encoding="utf-8")
        fine &= judge("travel.csv", ["check", str(good), "--travel", str(travel)], REFUSED)
        fine &= judge("no-such-file.csv", ["check", str(folder / "no-such-file.csv")], REFUSED)
        fine &= planner.judge_all(folder)
        fine &= claims.judge_all(folder)
    return 0 if fine else 1


sys.exit(main())
