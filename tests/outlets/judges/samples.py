"""Handmade good files, one for each judge: what Festoon might write for a week of three sessions on two days in two halls.

Everything in them is invented. They are the baseline of `test_judges.py`: no judge may complain of one, and each
mutation of one must be found. They are built small, so that a mutation can name the text it replaces.
"""

import io

import openpyxl
from openpyxl.styles import Font

GUIDS = [f"0a1b2c3d-0000-4000-8000-00000000000{number}" for number in range(10)]

XML_EVENT = """      <event id="{id}" guid="{guid}">
        <room>{room}</room>
        <title>{title}</title>
        <subtitle></subtitle>
        <type>lecture</type>
        <date>{day}T{start}:00+08:00</date>
        <start>{start}</start>
        <duration>01:00</duration>
        <abstract>Future Science City / 未来科学城</abstract>
        <slug>fsc_2021-session_{id}</slug>
        <track>Networks</track>
        <persons><person id="7" guid="{person}">艾达 Ada</person></persons>
        <language>zh</language>
        <links><link href="https://fsc.example/paper">Paper</link></links>
        <attachments><attachment href="https://fsc.example/slides.pdf">Slides</attachment></attachments>
        <url>https://fsc.example/zh/sessions/{id}</url>
      </event>
"""


def xml():
    def event(number, room, day, start, title):
        return XML_EVENT.format(id=number, guid=GUIDS[number], room=room, day=day, start=start, title=title, person=GUIDS[7])

    def day(index, date, rooms):
        inside = "".join(f'    <room name="{name}" guid="{guid}">\n{events}    </room>\n' for name, guid, events in rooms)
        return f'  <day index="{index}" date="{date}" start="{date}T00:00:00+08:00" end="{date}T23:59:59+08:00">\n{inside}  </day>\n'

    first = day(1, "2021-06-21", [("1号厅 Hall 1", GUIDS[8], event(1, "1号厅 Hall 1", "2021-06-21", "10:00", "未来网络主旨报告")),
                                  ("2号厅 Hall 2", GUIDS[9], event(2, "2号厅 Hall 2", "2021-06-21", "10:30", "绿色制造 &amp; 圆桌"))])
    second = day(2, "2021-06-22", [("1号厅 Hall 1", GUIDS[8], event(3, "1号厅 Hall 1", "2021-06-22", "14:00", "细胞治疗公开课"))])
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<schedule xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="https://c3voc.de/schedule/schema.xsd">
  <generator name="Festoon" version="0.1"/>
  <version>2021-06-01 1</version>
  <conference>
    <title>未来科学城开放周</title>
    <acronym>fsc_2021</acronym>
    <start>2021-06-21</start>
    <end>2021-06-22</end>
    <days>2</days>
    <timeslot_duration>00:15</timeslot_duration>
    <base_url>https://fsc.example/</base_url>
    <time_zone_name>Asia/Shanghai</time_zone_name>
    <color primary="#224466"/>
    <track name="Networks" slug="networks" color="#224466"/>
  </conference>
{first}{second}</schedule>
"""


def schedule_json():
    def event(number, room, day, start):
        return {
            "id": number, "guid": GUIDS[number], "date": f"{day}T{start}:00+08:00", "start": start, "duration": "01:00", "room": room,
            "end": f"{day}T{int(start[:2]) + 1:02}{start[2:]}:00+08:00", "slug": f"fsc_2021-session_{number}", "url": f"https://fsc.example/zh/sessions/{number}",
            "title": "未来网络主旨报告", "subtitle": "", "track": "Networks", "type": "lecture", "language": "zh", "abstract": None, "description": None,
            "persons": [{"id": 7, "guid": GUIDS[7], "name": "艾达 Ada", "biography": ""}], "links": [{"title": "Paper", "url": "https://fsc.example/paper", "type": "paper"}],
            "attachments": [], "origin_url": f"https://fsc.example/sessions/{number}",
        }

    def day(index, date, rooms):
        return {"index": index, "date": date, "day_start": f"{date}T00:00:00+08:00", "day_end": f"{date}T23:59:59+08:00", "rooms": rooms}

    first = day(1, "2021-06-21", {"Hall 1": [event(1, "Hall 1", "2021-06-21", "10:00")], "Hall 2": [event(2, "Hall 2", "2021-06-21", "10:30")]})
    second = day(2, "2021-06-22", {"Hall 1": [event(3, "Hall 1", "2021-06-22", "14:00")]})
    conference = {
        "acronym": "fsc_2021", "title": "未来科学城开放周", "start": "2021-06-21", "end": "2021-06-22", "daysCount": 2, "timeslot_duration": "00:15",
        "time_zone_name": "Asia/Shanghai", "tracks": [{"name": "Networks", "slug": "networks", "color": "#224466"}],
        "rooms": [{"name": "Hall 1", "guid": GUIDS[8], "capacity": 200}, {"name": "Hall 2", "guid": GUIDS[9]}], "days": [first, second],
    }
    return {"$schema": "https://c3voc.de/schedule/schema.json", "generator": {"name": "Festoon", "version": "0.1", "url": "https://fsc.example/"},
            "schedule": {"version": "2021-06-01 1", "base_url": "https://fsc.example/", "conference": conference}}


def opass():
    both = {"zh": {"name": "网络", "description": ""}, "en": {"name": "Networks", "description": ""}}
    session = {
        "id": "s1", "type": "lecture", "room": "hall-1", "start": "2021-06-21T10:00:00+08:00", "end": "2021-06-21T11:00:00+08:00",
        "zh": {"title": "未来网络主旨报告", "description": ""}, "en": {"title": "Future Networks Keynote", "description": ""}, "speakers": ["ada"], "tags": ["networks"],
        "broadcast": ["hall-2"], "qa": None, "slide": "https://fsc.example/slides.pdf", "uri": "https://fsc.example/sessions/1", "language": "zh",
    }
    return {
        "sessions": [session, {**session, "id": "s2", "type": None, "room": "hall-2", "broadcast": None}],
        "speakers": [{"id": "ada", "avatar": "", "zh": {"name": "艾达", "bio": ""}, "en": {"name": "Ada", "bio": ""}}],
        "session_types": [{"id": "lecture", "zh": {"name": "报告"}, "en": {"name": "Lecture"}}],
        "rooms": [{"id": "hall-1", **both}, {"id": "hall-2", **both}], "tags": [{"id": "networks", **both}],
    }


ICS = r"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Festoon//0.1//ZH
CALSCALE:GREGORIAN
METHOD:PUBLISH
NAME:未来科学城开放周
X-WR-CALNAME:未来科学城开放周
DESCRIPTION:Three sessions\, two days
X-WR-CALDESC:Three sessions\, two days
UID:0a1b2c3d-0000-4000-8000-00000000000a
URL:https://fsc.example/zh
LAST-MODIFIED:20210601T000000Z
REFRESH-INTERVAL;VALUE=DURATION:PT1H
X-PUBLISHED-TTL:PT1H
SOURCE;VALUE=URI:https://fsc.example/week.ics
COLOR:steelblue
X-WR-TIMEZONE:Asia/Shanghai
BEGIN:VTIMEZONE
TZID:Asia/Shanghai
BEGIN:STANDARD
DTSTART:19910915T000000
TZOFFSETFROM:+0800
TZOFFSETTO:+0800
TZNAME:CST
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:0a1b2c3d-0000-4000-8000-000000000001@fsc.example
DTSTAMP:20210601T000000Z
LAST-MODIFIED:20210601T000000Z
SEQUENCE:0
STATUS:CONFIRMED
DTSTART;TZID=Asia/Shanghai:20210621T100000
DTEND;TZID=Asia/Shanghai:20210621T110000
SUMMARY;LANGUAGE=zh:未来网络主旨报告\; 从实验室到城市\, 一个很长很长很长很长的题目
LOCATION:1号厅 Hall 1
DESCRIPTION:First line\nSecond line with C:\\path
GEO:31.95;118.84
CATEGORIES:Networks,Keynote
IMAGE;VALUE=URI:https://fsc.example/1.png
CONFERENCE;VALUE=URI;LABEL="Live, in Chinese":https://live.fsc.example/1
URL:https://fsc.example/zh/sessions/1
END:VEVENT
BEGIN:VEVENT
UID:0a1b2c3d-0000-4000-8000-000000000002@fsc.example
DTSTAMP:20210601T000000Z
LAST-MODIFIED:20210602T000000Z
SEQUENCE:1
STATUS:CANCELLED
DTSTART:20210621T023000Z
DURATION:PT1H
SUMMARY:绿色制造圆桌讨论
LOCATION:2号厅 Hall 2
END:VEVENT
END:VCALENDAR
"""


def folded(text):
    """RFC 5545 folding at 75 octets that never cuts a character."""
    physical = []
    for line in text.splitlines():
        piece = ""
        for character in line:
            if len((piece + character).encode()) > 75:
                physical.append(piece)
                piece = " "
            piece += character
        physical.append(piece)
    return "".join(line + "\r\n" for line in physical).encode()


CSV = "编号,名称,名额\r\n1,未来网络主旨报告,200\r\n2,\"绿色制造, \"\"圆桌\"\"\r\n讨论\",-5\r\n3,'=1+1,12\r\n"


def xlsx(change=lambda sheet: None):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "日程"
    sheet.append(["编号", "名称", "名额"])
    sheet.append([1, "未来网络主旨报告", -5])
    sheet["B2"].font = Font(bold=True)
    sheet["B3"] = "=1+1"
    sheet["B3"].data_type = "s"
    sheet["B3"].quotePrefix = True
    sheet["A3"], sheet["C3"] = 2, "'@someone"
    change(sheet)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def json_ld():
    def event(kind, number, start, end, **more):
        return {
            "@type": kind, "@id": f"https://fsc.example/zh/events/{number}#event", "url": f"https://fsc.example/zh/events/{number}", "name": "未来科学城开放周",
            "startDate": start, "endDate": end, "description": "Future Science City", "eventStatus": "https://schema.org/EventScheduled",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode", "inLanguage": "zh-CN", "isAccessibleForFree": True,
            "location": {"@type": "Place", "name": "会展中心", "address": {"@type": "PostalAddress", "streetAddress": "科学大道1号", "addressLocality": "未来科学城",
                                                                         "addressRegion": "江苏", "postalCode": "210000", "addressCountry": "CN"}},
            "organizer": {"@type": "Organization", "name": "紫金研究院", "url": "https://institute.example/"}, "image": ["https://fsc.example/1.png"], **more,
        }

    lecture = event(
        "EducationEvent", 1, "2021-06-21T10:00:00+08:00", "2021-06-21T11:00:00+08:00", superEvent={"@id": "https://fsc.example/zh/events/week#event"},
        offers={"@type": "Offer", "url": "https://fsc.example/zh/events/1", "price": "0", "priceCurrency": "CNY", "availability": "https://schema.org/InStock",
                "validFrom": "2021-06-01T00:00:00+08:00"},
        performer={"@type": "Person", "name": "艾达"}, maximumAttendeeCapacity=200, remainingAttendeeCapacity=12,
    )
    week = event("Festival", "week", "2021-06-21T09:00:00+08:00", "2021-06-27T18:00:00+08:00", subEvent=[{"@id": "https://fsc.example/zh/events/1#event"}])
    return {"@context": "https://schema.org", "@graph": [week, lecture]}


def page(text):
    return f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>x</title><script type="application/ld+json">{text}</script></head><body></body></html>'
