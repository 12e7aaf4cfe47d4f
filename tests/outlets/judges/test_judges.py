"""Each judge leaves a good file in peace and finds every defect that is put into it: a judge that cannot fail is worth nothing.

A mutation is a sentence, a change, and words that must stand in one of the faults. The schemas are upstream's and lie
with the real data; without them the tests that need them are skipped, and so are those that need node's packages.
"""

import copy
import json
import os
import zipfile
from pathlib import Path

import pytest

import ics_bytes
import ics_parsers
import ics_properties
import json_ld
import opass
import samples
import schedule_json
import schedule_xml
import tables

REAL = Path(os.environ.get("FESTOON_REAL_DATA", Path(__file__).resolve().parents[4] / "shared" / "data"))
XSD, SCHEMA = REAL / "schemas/c3voc-schedule.xml.xsd", REAL / "schemas/c3voc-schedule.schema.json"
needs_schemas = pytest.mark.skipif(not XSD.exists(), reason="the c3voc schemas are absent")
needs_node = pytest.mark.skipif(not (Path(__file__).parent / "node_modules").exists(), reason="the npm packages are absent")
GONE = object()
pytestmark = pytest.mark.filterwarnings("ignore:skipped")


def put(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def changed(text, old, new):
    assert old in text, f"the sample no longer holds {old!r}"
    return text.replace(old, new, 1)


def at(document, way, value):
    """A copy with the value at a dotted way replaced, added or, for GONE, removed."""
    document = copy.deepcopy(document)
    *steps, last = [int(step) if step.isdigit() else step for step in way.split("/")]
    inner = document
    for step in steps:
        inner = inner[step]
    if value is GONE:
        del inner[last]
    else:
        inner[last] = value
    return document


def must_find(found, words):
    assert any(words in fault for fault in found), f"nothing says {words!r} in:\n" + "\n".join(found)


def sentences(mutations):
    return pytest.mark.parametrize("mutation", mutations, ids=[mutation[0] for mutation in mutations])


# --- schedule.xml ----------------------------------------------------------------------------------------------------

EVENT_3 = samples.xml()[samples.xml().index('      <event id="3"') : samples.xml().index("    </room>\n  </day>\n</schedule>")]
DAY_2 = samples.xml()[samples.xml().index('  <day index="2"') : samples.xml().index("</schedule>")]
CONFERENCE = samples.xml()[samples.xml().index("  <conference>") : samples.xml().index('  <day index="1"')]

XML = [
    ("broken XML", "</schedule>", "", "not well-formed"),
    ("no declaration", '<?xml version="1.0" encoding="UTF-8"?>\n', "", "does not open with"),
    ("a byte order mark", "<?xml", "\ufeff<?xml", "byte order mark"),
    ("a DTD", "<schedule ", '<!DOCTYPE schedule [<!ENTITY a "b">]>\n<schedule ', "DTD"),
    ("a raw control character", "<title>细胞", "<title>\x0b细胞", "control character"),
    ("a written control character", "<title>细胞", "<title>&#11;细胞", "control character"),
    ("a hexadecimal control character", "<title>细胞", "<title>&#x1F;细胞", "control character"),
    ("no schema location", "xsi:noNamespaceSchemaLocation", "xsi:schemaLocation", "noNamespaceSchemaLocation"),
    ("no version", "  <version>2021-06-01 1</version>\n", "", "<version> is missing"),
    ("an empty version", "2021-06-01 1</version>", "</version>", "<version> is missing"),
    ("generator after version", '  <generator name="Festoon" version="0.1"/>\n  <version>2021-06-01 1</version>\n', '  <version>2021-06-01 1</version>\n  <generator name="Festoon"/>\n', "another order"),
    ("a top-level list of persons", "  <conference>", '  <persons><person id="9">Ada</person></persons>\n  <conference>', "<persons> does not belong"),
    ("a person outside its event", "  <conference>", '  <persons><person id="9">Ada</person></persons>\n  <conference>', "outside event/persons"),
    ("a venue in the conference", "<acronym>", "<venue>x</venue><acronym>", "<venue> does not belong"),
    ("a subtitle in the conference", "<acronym>", "<subtitle>x</subtitle><acronym>", "<subtitle> does not belong"),
    ("a day change in the conference", "<acronym>", "<day_change>04:00</day_change><acronym>", "<day_change> does not belong"),
    ("two titles in the conference", "<acronym>", "<title>x</title><acronym>", "<title> stands 2 times"),
    ("answers in an event", "<track>Networks</track>", "<track>Networks</track><answers/>", "<answers> does not belong"),
    ("a do_not_stream", "<track>Networks</track>", "<track>Networks</track><do_not_stream/>", "<do_not_stream> does not belong"),
    ("an end in an event", "<track>Networks</track>", "<track>Networks</track><end>x</end>", "<end> does not belong"),
    ("an unknown attribute", '<person id="7"', '<person code="AB" id="7"', "attribute code"),
    ("a slug on a room", '<room name="1号厅', '<room slug="h" name="1号厅', "attribute slug"),
    ("two abstracts", "<abstract>", "<abstract></abstract><abstract>", "<abstract> stands 2 times"),
    ("a link beside links", "<track>Networks</track>", "<track>Networks</track><link>x</link>", "<link> does not belong"),
    ("loose text", "<track>Networks</track>", "<track>Networks</track>loose", "loose text"),
    ("an empty feedback address", "<track>Networks</track>", "<track>Networks</track><feedback_url></feedback_url>", "leave the element out"),
    ("an empty event logo", "<track>Networks</track>", "<track>Networks</track><logo/>", "leave the element out"),
    ("a relative address", "<url>https://fsc.example/zh/sessions/1", "<url>/zh/sessions/1", "no http(s) address"),
    ("an empty conference logo", "<acronym>", "<logo/><acronym>", "leave the element out"),
    ("no event title", "<title>细胞治疗公开课</title>", "", "<title> is missing"),
    ("an empty event title", "<title>细胞治疗公开课</title>", "<title> </title>", "<title> is missing"),
    ("no abstract", "<abstract>Future Science City / 未来科学城</abstract>", "", "<abstract> is missing"),
    ("no type", "<type>lecture</type>", "", "<type> is missing"),
    ("no event slug", "<slug>fsc_2021-session_3</slug>", "", "<slug> is missing"),
    ("id zero", '<event id="3"', '<event id="0"', "not a positive integer"),
    ("a word for an id", '<event id="3"', '<event id="x3"', "not a positive integer"),
    ("an id with a zero before it", '<event id="3"', '<event id="03"', "not a positive integer"),
    ("an id beyond 32 bits", '<event id="3"', '<event id="2147483648"', "does not fit 32 bits"),
    ("a track twice", "<track name", '<track name="Networks"/><track name', "track 'Networks' is used 2 times"),
    ("a track that is not listed", "<track>Networks", "<track>Cells", "track 'Cells' is not a"),
    ("an id twice", '<event id="3"', '<event id="1"', "id '1' is used 2 times"),
    ("a guid twice", samples.GUIDS[3], samples.GUIDS[1].upper(), "guid '0a1b2c3d-0000-4000-8000-000000000001' is used 2 times"),
    ("a guid that is none", samples.GUIDS[3], "3", "is not a UUID"),
    ("a code twice", '<event id="1"', '<event code="ABCDEF" id="1"', None),
    ("a slug twice", "session_3", "session_1", "slug 'fsc_2021-session_1' is used 2 times"),
    ("a short slug", "fsc_2021-session_3", "38c3-ada", "slug '38c3-ada'"),
    ("a slug with Chinese in it", "fsc_2021-session_3", "fsc_2021-细胞治疗", "slug 'fsc_2021-细胞治疗'"),
    ("no end of the day", ' end="2021-06-21T23:59:59+08:00"', "", "no date-time with offset"),
    ("a day start without offset", 'start="2021-06-21T00:00:00+08:00"', 'start="2021-06-21T00:00:00"', "no date-time with offset"),
    ("a day in another offset", 'start="2021-06-21T00:00:00+08:00"', 'start="2021-06-21T00:00:00+07:00"', "another offset"),
    ("a day that ends before it starts", 'end="2021-06-21T23:59:59+08:00"', 'end="2021-06-20T23:59:59+08:00"', "start and end are"),
    ("a day that starts on another date", 'start="2021-06-21T00:00:00+08:00"', 'start="2021-06-20T23:59:59+08:00"', "is not on date"),
    ("a day of two days", 'end="2021-06-21T23:59:59+08:00"', 'end="2021-06-22T23:59:59+08:00"', "start and end are"),
    ("days that overlap", 'end="2021-06-21T23:59:59+08:00"', 'end="2021-06-22T00:00:01+08:00"', "before the day before it has ended"),
    ("indices from zero", 'index="1"', 'index="0"', "the indices are"),
    ("a gap in the indices", 'index="2"', 'index="3"', "the indices are"),
    ("an index twice", 'index="2"', 'index="1"', "the indices are"),
    ("no day at all", samples.xml()[samples.xml().index('  <day index="1"') : samples.xml().index("</schedule>")], "", "has no day"),
    ("a date that is none", 'date="2021-06-22"', 'date="22.6.2021"', "no calendar date"),
    ("a day under another's date", 'date="2021-06-22"', 'date="2021-06-21"', "does not come after"),
    ("a day before the first", 'date="2021-06-22"', 'date="2021-06-20"', "does not come after"),
    ("a day without events", EVENT_3, "", "has no event"),
    ("a date without offset", "<date>2021-06-22T14:00:00+08:00", "<date>2021-06-22T14:00:00", "no full ISO date-time"),
    ("a date in UTC", "<date>2021-06-22T14:00:00+08:00", "<date>2021-06-22T06:00:00Z", "another offset"),
    ("a date that disagrees with start", "<date>2021-06-22T14:00:00+08:00", "<date>2021-06-22T15:00:00+08:00", "disagrees with start"),
    ("a date on another day", "<date>2021-06-22T14:00:00+08:00", "<date>2021-06-23T14:00:00+08:00", "disagrees with the day's date"),
    ("a date outside the day", 'end="2021-06-22T23:59:59+08:00"', 'end="2021-06-22T13:00:00+08:00"', "outside the day's start and end"),
    ("a start of one digit", "<start>14:00</start>", "<start>9:00</start>", "is not HH:MM"),
    ("a start with seconds", "<start>14:00</start>", "<start>14:00:00</start>", "is not HH:MM"),
    ("a duration of one digit", "<duration>01:00", "<duration>1:00", "is not HH:MM under"),
    ("a duration of three parts", "<duration>01:00", "<duration>01:00:00", "is not HH:MM under"),
    ("a duration of a day", "<duration>01:00", "<duration>24:00", "is not HH:MM under"),
    ("ninety minutes as such", "<duration>01:00", "<duration>00:90", "is not HH:MM under"),
    ("another room inside", "<room>1号厅 Hall 1</room>", "<room>Hall 1</room>", "differs from the room it stands in"),
    ("a room twice in a day", 'name="2号厅 Hall 2"', 'name="1号厅 Hall 1"', "stands twice"),
    ("a room with a space after", 'name="2号厅 Hall 2"', 'name="2号厅 Hall 2 "', "spaces at its ends"),
    ("a room in another spelling", 'name="1号厅 Hall 1"', 'name="1号厅 hall 1"', "is written"),
    ("a room guid for two names", samples.GUIDS[9], samples.GUIDS[8], "paired otherwise"),
    ("no zone", "<time_zone_name>Asia/Shanghai</time_zone_name>", "", "time_zone_name"),
    ("no zone for Giggity", "<time_zone_name>Asia/Shanghai</time_zone_name>", "", "needs it before the days"),
    ("a zone that is none", "Asia/Shanghai", "Asia/Nanjing", "not in the tz database"),
    ("the conference after the days", CONFERENCE + samples.xml()[samples.xml().index('  <day index="1"') : -len("</schedule>\n")],
     samples.xml()[samples.xml().index('  <day index="1"') : -len("</schedule>\n")] + CONFERENCE, "stands after a <day>"),
    ("a language with a region", "<language>zh", "<language>zh-CN", "'zh-CN' is not one"),
    ("two languages", "<language>zh", "<language>zh, en", "'zh, en' is not one"),
    ("an invented language", "<language>zh", "<language>xx", "'xx' is not one"),
    ("an empty language", "<language>zh", "<language>", "None is not one"),
    ("a link without href", '<link href="https://fsc.example/paper"', "<link", "<link>: href"),
    ("an attachment without href", '<attachment href="https://fsc.example/slides.pdf"', "<attachment", "<attachment>: href"),
    ("an empty href", 'href="https://fsc.example/paper"', 'href=""', "<link>: href"),
    ("no acronym", "<acronym>fsc_2021</acronym>", "", "<acronym> is missing"),
    ("an acronym with a hyphen", "<acronym>fsc_2021", "<acronym>fsc-2021", "XML and JSON both"),
    ("no conference title", "<title>未来科学城开放周</title>", "", "conference: <title> is missing"),
    ("no base address", "<base_url>https://fsc.example/</base_url>", "", "<base_url> is missing"),
    ("a wrong number of days", "<days>2", "<days>7", "days says 7"),
    ("a conference that starts elsewhere", "<start>2021-06-21</start>", "<start>2021-06-20</start>", "conference: start"),
    ("a conference that ends elsewhere", "<end>2021-06-22", "<end>2021-06-27", "conference: end"),
    ("a person without id", '<person id="7"', "<person", "FOSDEM Companion needs"),
    ("a person with id zero", '<person id="7"', '<person id="0"', "FOSDEM Companion needs"),
    ("a person beyond 64 bits", '<person id="7"', '<person id="9223372036854775808"', "FOSDEM Companion needs"),
    ("a person beyond 32 bits", '<person id="7"', '<person id="2147483648"', "<person>: id 2147483648 does not fit"),
    ("one id for two persons", ">艾达 Ada</person>", ">约纳斯 Jonas</person>", "elsewhere"),
    ("a person without a name", ">艾达 Ada</person>", "></person>", "has no name"),
    ("a person twice in an event", "</persons>", f'<person id="7" guid="{samples.GUIDS[7]}">艾达 Ada</person></persons>', "person 7 stands twice"),
]

XSD_ONLY = [
    ("a colour without primary", '<color primary="#224466"/>', "<color>#224466</color>", "primary"),
    ("a track slug that starts with a digit", 'slug="networks"', 'slug="14-orga"', "14-orga"),
    ("a code of five", '<event id="3"', '<event code="ABCDE" id="3"', "ABCDE"),
    ("a recording without optout", "<track>Networks</track>", "<track>Networks</track><recording><license>x</license></recording>", "optout"),
    ("a day start without offset", 'start="2021-06-21T00:00:00+08:00"', 'start="2021-06-21T00:00:00"', "day"),
    ("no track", "<track>Networks</track>", "", "track"),
]


@needs_schemas
def test_a_good_schedule_xml_has_no_fault(tmp_path):
    assert schedule_xml.faults(put(tmp_path, "a.xml", samples.xml()), XSD, rooms="exclusive") == []


def test_the_order_inside_an_event_does_not_matter(tmp_path):
    text = changed(samples.xml(), "<type>lecture</type>", "")
    assert schedule_xml.faults(put(tmp_path, "a.xml", changed(text, "<track>", "<type>lecture</type><track>"))) == []


def test_a_day_of_rest_may_be_skipped(tmp_path):
    assert schedule_xml.faults(put(tmp_path, "a.xml", samples.xml().replace("2021-06-22", "2021-06-24"))) == []


@sentences(XML)
def test_a_defect_in_schedule_xml_is_found_without_the_xsd(tmp_path, mutation):
    _, old, new, words = mutation
    text = changed(samples.xml(), old, new)
    if words is None:
        text, words = changed(text, '<event id="2"', '<event code="ABCDEF" id="2"'), "code 'ABCDEF' is used 2 times"
    must_find(schedule_xml.faults(put(tmp_path, "a.xml", text)), words)


@needs_schemas
@sentences(XSD_ONLY)
def test_a_defect_in_schedule_xml_is_found_by_the_xsd(tmp_path, mutation):
    _, old, new, words = mutation
    found = schedule_xml.faults(put(tmp_path, "a.xml", changed(samples.xml(), old, new)), XSD)
    must_find([fault for fault in found if "XSD" in fault], words)


def test_bytes_that_are_not_utf_8_are_found_in_schedule_xml(tmp_path):
    must_find(schedule_xml.faults(put(tmp_path, "a.xml", samples.xml().encode("gb18030"))), "is not UTF-8")


def test_an_overlap_is_a_fault_only_in_exclusive_rooms(tmp_path):
    twin = EVENT_3.replace('id="3"', 'id="4"').replace(samples.GUIDS[3], samples.GUIDS[4]).replace("session_3", "session_4").replace("14:00", "14:30")
    path = put(tmp_path, "a.xml", changed(samples.xml(), EVENT_3, EVENT_3 + twin))
    assert schedule_xml.faults(path) == []
    must_find(schedule_xml.faults(path, rooms="exclusive"), "cuts off the earlier card")


def test_another_root_is_found(tmp_path):
    must_find(schedule_xml.faults(put(tmp_path, "a.xml", '<?xml version="1.0" encoding="UTF-8"?><agenda/>')), "the root is <agenda>")


def test_an_absent_schema_is_said_aloud(tmp_path):
    with pytest.warns(UserWarning, match="skipped: the XSD is absent"):
        schedule_xml.faults(put(tmp_path, "a.xml", samples.xml()), tmp_path / "none.xsd")
    with pytest.warns(UserWarning, match="skipped: the JSON schema is absent"):
        schedule_json.faults(put(tmp_path, "a.json", json.dumps(samples.schedule_json())), tmp_path / "none.json")


# --- schedule.json ---------------------------------------------------------------------------------------------------

CONF = "schedule/conference"
FIRST = f"{CONF}/days/0/rooms/Hall 1/0"

JSON = [
    ("another $schema", "$schema", "../schema.json", "$schema is"),
    ("rooms in the schedule", "schedule/rooms", [], "rooms is forbidden"),
    ("no version", "schedule/version", "", "version is missing"),
    ("no base address", "schedule/base_url", GONE, "base_url"),
    ("no conference", CONF, GONE, "conference is missing"),
    ("an acronym with hyphens", f"{CONF}/acronym", "rc3-channels-2020", "acronym 'rc3-channels-2020'"),
    ("no title", f"{CONF}/title", "", "conference: title"),
    ("a timeslot of three parts", f"{CONF}/timeslot_duration", "00:05:00", "timeslot_duration"),
    ("a wrong number of days", f"{CONF}/daysCount", 3, "daysCount says 3"),
    ("a start that is no date", f"{CONF}/start", "soon", "conference: start 'soon'"),
    ("an end on another day", f"{CONF}/end", "2021-06-27", "conference: end"),
    ("a zone that is none", f"{CONF}/time_zone_name", "Asia/Nanjing", "not in the tz database"),
    ("an index as text", f"{CONF}/days/1/index", "3", "the indices are"),
    ("a day under another's date", f"{CONF}/days/1/date", "2021-06-21", "does not come after"),
    ("a day without events", f"{CONF}/days/1/rooms", {}, "has no event"),
    ("a day start without offset", f"{CONF}/days/0/day_start", "2021-06-21T00:00:00", "no date-time with offset"),
    ("a room guid twice", f"{CONF}/rooms/1/guid", samples.GUIDS[8], "conference.rooms: guid"),
    ("a room name twice", f"{CONF}/rooms/1/name", "Hall 1", "conference.rooms: name"),
    ("a room that is not listed", f"{CONF}/rooms/1/name", "Hall 3", "'Hall 2' is not in conference.rooms"),
    ("another room inside", f"{FIRST}/room", "Hall 2", "differs from the room"),
    ("a date without offset", f"{FIRST}/date", "2021-06-21T10:00:00", "no full ISO date-time"),
    ("a start that disagrees", f"{FIRST}/start", "11:00", "disagrees with start"),
    ("a duration of a day", f"{FIRST}/duration", "24:00", "is not HH:MM under"),
    ("a duration of one digit", f"{FIRST}/duration", "1:00", "is not HH:MM under"),
    ("an end that disagrees", f"{FIRST}/end", "2021-06-21T12:00:00+08:00", "is not date plus duration"),
    ("a short slug", f"{FIRST}/slug", "ada", "slug 'ada'"),
    ("a slug with a line end", f"{FIRST}/slug", "fsc_2021-session_1\n", "slug 'fsc_2021-session_1\\n'"),
    ("an id twice", f"{FIRST}/id", 2, "events: id '2'"),
    ("a guid twice", f"{FIRST}/guid", samples.GUIDS[2].upper(), "events: guid"),
    ("a slug twice", f"{FIRST}/slug", "fsc_2021-session_2", "events: slug"),
    ("an id beyond 32 bits", f"{FIRST}/id", 2**31, "at most 31 bits"),
    ("an id as text", f"{FIRST}/id", "1", "at most 31 bits"),
    ("two languages", f"{FIRST}/language", "zh, en", "'zh, en' is not one"),
    ("no title in an event", f"{FIRST}/title", "", "event 1: title"),
    ("a track that is not listed", f"{FIRST}/track", "Cells", "not in conference.tracks"),
    ("a relative address", f"{FIRST}/url", "/zh/sessions/1", "no http(s) address"),
    ("an empty feedback address", f"{FIRST}/feedback_url", "", "no http(s) address"),
    ("a link without address", f"{FIRST}/links/0/url", "", "no http(s) address"),
    ("a person without a name", f"{FIRST}/persons/0/name", "", "a person has no name"),
    ("a control character", f"{FIRST}/title", "a\x0bb", "control character"),
    ("a value of another kind", f"{CONF}/days/0/rooms", [], "wrong kind"),
]

SCHEMA_ONLY = [
    ("an unknown key", f"{FIRST}/answers", [], "answers"),
    ("no subtitle", f"{FIRST}/subtitle", GONE, "subtitle"),
    ("no links", f"{FIRST}/links", GONE, "links"),
    ("a guid that is none", f"{FIRST}/guid", "1", "is not a 'uuid'"),
    ("a room guid that is none", f"{CONF}/rooms/0/guid", "1", "is not a 'uuid'"),
    ("a date that is none", f"{FIRST}/date", "2021-06-31T10:00:00+08:00", "is not a 'date-time'"),
    ("an address that is none", f"{FIRST}/url", "not an address", "is not a 'uri'"),
    ("an invented kind of link", f"{FIRST}/links/0/type", "video", "video"),
    ("a person who fits both shapes", f"{FIRST}/persons/0/public_name", "Ada", "each of"),
    ("rooms in the schedule", "schedule/rooms", [], "False schema"),
    ("no acronym", f"{CONF}/acronym", GONE, "acronym"),
    ("a start of 24:00", f"{FIRST}/start", "24:00", "does not match"),
]


@needs_schemas
def test_a_good_schedule_json_has_no_fault(tmp_path):
    assert schedule_json.faults(put(tmp_path, "a.json", json.dumps(samples.schedule_json())), SCHEMA, rooms="exclusive") == []


@sentences(JSON)
def test_a_defect_in_schedule_json_is_found_without_the_schema(tmp_path, mutation):
    _, way, value, words = mutation
    must_find(schedule_json.faults(put(tmp_path, "a.json", json.dumps(at(samples.schedule_json(), way, value)))), words)


@needs_schemas
@sentences(SCHEMA_ONLY)
def test_a_defect_in_schedule_json_is_found_by_the_schema(tmp_path, mutation):
    _, way, value, words = mutation
    found = schedule_json.faults(put(tmp_path, "a.json", json.dumps(at(samples.schedule_json(), way, value))), SCHEMA)
    must_find([fault for fault in found if "schema:" in fault], words)


@sentences([
    ("a byte order mark", lambda text: "\ufeff" + text, "byte order mark"),
    ("a key twice", lambda text: text.replace('"daysCount": 2', '"daysCount": 2, "daysCount": 2'), "stands twice"),
    ("no JSON", lambda text: text[:-1], "is not JSON"),
    ("a single value", lambda text: "null", "is a single value"),
    ("NaN", lambda text: text.replace('"capacity": 200', '"capacity": NaN'), "NaN is no JSON number"),
    ("GB 18030", lambda text: text.replace("Paper", "论文").encode("gb18030"), "is not UTF-8"),
])
def test_a_lenient_reading_of_json_hides_nothing(tmp_path, mutation):
    _, change, words = mutation
    must_find(schedule_json.faults(put(tmp_path, "a.json", change(json.dumps(samples.schedule_json())))), words)


# --- OPass -----------------------------------------------------------------------------------------------------------

OPASS = [
    *((f"no {name}", name, GONE, f"{name}: is not an array") for name in opass.LISTS),
    ("null for an array", "tags", None, "tags: is not an array"),
    ("an unknown key", "events", [], "key 'events'"),
    ("a session without id", "sessions/0/id", GONE, "sessions[0]: id"),
    ("a number for an id", "sessions/0/id", 1, "sessions[0]: id"),
    ("a session id twice", "sessions/1/id", "s1", "sessions: id 's1' is used 2 times"),
    ("a room id twice", "rooms/1/id", "hall-1", "rooms: id 'hall-1' is used 2 times"),
    ("a speaker id twice", "speakers", samples.opass()["speakers"] * 2, "speakers: id 'ada' is used 2 times"),
    ("a tag id twice", "tags", samples.opass()["tags"] * 2, "tags: id 'networks' is used 2 times"),
    ("a type id twice", "session_types", samples.opass()["session_types"] * 2, "session_types: id 'lecture' is used 2 times"),
    ("a room that is not there", "sessions/0/room", "hall-9", "Android crashes"),
    ("no room", "sessions/0/room", None, "Android crashes"),
    ("a speaker that is not there", "sessions/0/speakers", ["otto"], "speakers names 'otto'"),
    ("a speaker twice", "sessions/0/speakers", ["ada", "ada"], "speakers names 'ada' twice"),
    ("null for speakers", "sessions/0/speakers", None, "speakers is not an array"),
    ("a tag that is not there", "sessions/0/tags", ["cells"], "tags names 'cells'"),
    ("no tags", "sessions/0/tags", GONE, "tags is not an array"),
    ("a type that is not there", "sessions/0/type", "party", "type 'party'"),
    ("a relay to nowhere", "sessions/0/broadcast", ["hall-9"], "broadcast"),
    ("a relay as text", "sessions/0/broadcast", "hall-1", "broadcast"),
    ("no start", "sessions/0/start", None, "start None"),
    ("an end without offset", "sessions/0/end", "2021-06-21T11:00:00", "end '2021-06-21T11:00:00'"),
    ("an end before the start", "sessions/0/end", "2021-06-21T09:00:00+08:00", "ends before it starts"),
    ("no English", "sessions/0/en", GONE, "en is missing"),
    ("null for a title", "sessions/0/zh/title", None, "zh.title is not a string"),
    ("an empty title", "sessions/0/en/title", "", "en.title is empty"),
    ("null for a description", "sessions/0/en/description", None, "en.description is not a string"),
    ("null for an avatar", "speakers/0/avatar", None, "avatar is not a string"),
    ("a relative avatar", "speakers/0/avatar", "/ada.png", "no http(s) address"),
    ("null for a biography", "speakers/0/en/bio", None, "en.bio is not a string"),
    ("a speaker without Chinese", "speakers/0/zh", GONE, "zh is missing"),
    ("a room without a name", "rooms/0/zh/name", GONE, "zh.name is not a string"),
    ("null for a room's description", "rooms/0/zh/description", None, "zh.description is not a string"),
    ("a tag without English", "tags/0/en", None, "en is missing"),
    ("a type with an empty name", "session_types/0/en/name", " ", "en.name is empty"),
    ("a relative address", "sessions/0/uri", "/1", "uri '/1'"),
    ("a number for a language", "sessions/0/language", 1, "language"),
    ("an invented key in a session", "sessions/0/guid", "1", "key 'guid'"),
]


def test_a_good_session_json_has_no_fault(tmp_path):
    assert opass.faults(put(tmp_path, "session.json", json.dumps(samples.opass()))) == []


@sentences(OPASS)
def test_a_defect_in_session_json_is_found(tmp_path, mutation):
    _, way, value, words = mutation
    must_find(opass.faults(put(tmp_path, "session.json", json.dumps(at(samples.opass(), way, value)))), words)


def test_a_session_json_that_is_a_list_is_found(tmp_path):
    must_find(opass.faults(put(tmp_path, "session.json", "[]")), "is no object")


# --- iCalendar -------------------------------------------------------------------------------------------------------

VTIMEZONE = samples.ICS[samples.ICS.index("BEGIN:VTIMEZONE") : samples.ICS.index("BEGIN:VEVENT")]
UTF_8_CUT = samples.folded(samples.ICS).replace("未来科学城".encode(), "未来".encode() + "科".encode()[:1] + b"\r\n " + "科".encode()[1:] + "学城".encode(), 1)

BYTES = [
    ("a byte order mark", lambda raw: b"\xef\xbb\xbf" + raw, "byte order mark"),
    ("no last line end", lambda raw: raw[:-2], "does not end in CRLF"),
    ("line feeds alone", lambda raw: raw.replace(b"\r\n", b"\n"), "without carriage return"),
    ("one line feed alone", lambda raw: raw.replace(b"VERSION:2.0\r\n", b"VERSION:2.0\n"), "1 line feeds without"),
    ("a carriage return alone", lambda raw: raw.replace(b"First line", b"First\rline"), "carriage return stands alone"),
    ("an empty line", lambda raw: raw.replace(b"VERSION:2.0\r\n", b"VERSION:2.0\r\n\r\n"), "empty line"),
    ("a line of 76 octets", lambda raw: raw.replace(b"LOCATION:", b"LOCATION:" + b"x" * 53, 1), "76 octets; fold at 75"),
    ("a line folded by characters", lambda raw: raw.replace(b"SUMMARY:", b"SUMMARY:" + "城".encode() * 20, 1), "fold at 75"),
    ("a fold inside a character", lambda raw: UTF_8_CUT, "is not UTF-8 by itself"),
    ("another encoding", lambda raw: raw.decode().encode("gb18030"), "is not UTF-8 by itself"),
    ("a control character", lambda raw: raw.replace(b"First line", b"First\x0bline"), "control character"),
    ("a fold of nothing", lambda raw: raw.replace(b"VERSION:2.0\r\n", b"VERSION:2.0\r\n \r\n"), "folds nothing"),
    ("a line that is no property", lambda raw: raw.replace(b"SEQUENCE:0", b"SEQUENCE 0"), "is not NAME"),
    ("an unquoted comma in a parameter", lambda raw: raw.replace(b'LABEL="Live, in Chinese"', b'LABEL="Live'), "is not NAME"),
    ("an event that is not closed", lambda raw: raw.replace(b"END:VEVENT\r\n", b"", 1), "closes nothing"),
    ("a calendar that is not closed", lambda raw: raw.replace(b"END:VCALENDAR\r\n", b""), "never closed"),
    ("two calendars", lambda raw: raw + raw, "has 2 VCALENDAR"),
    ("a line before the calendar", lambda raw: b"X-A:1\r\n" + raw, "stands outside"),
    ("a bare comma", lambda raw: raw.replace(b"Three sessions\\,", b"Three sessions,"), "bare comma"),
    ("a bare semicolon", lambda raw: raw.replace("报告\\;".encode(), "报告;".encode()), "bare comma or semicolon"),
    ("a bare backslash", lambda raw: raw.replace(b"C:\\\\path", b"C:\\path"), "escapes nothing"),
]

PROPERTIES = [
    ("another version", "VERSION:2.0", "VERSION:1.0", "VERSION '1.0'"),
    ("no version", "VERSION:2.0\n", "", "calendar: VERSION is missing"),
    ("two versions", "VERSION:2.0\n", "VERSION:2.0\nVERSION:2.0\n", "VERSION stands 2 times"),
    ("no product", "PRODID:-//Festoon//0.1//ZH\n", "", "PRODID is missing"),
    ("another method", "METHOD:PUBLISH", "METHOD:REQUEST", "METHOD 'REQUEST'"),
    ("a method in an event", "STATUS:CONFIRMED", "METHOD:PUBLISH\nSTATUS:CONFIRMED", "METHOD does not belong"),
    ("no name", "NAME:未来科学城开放周\nX", "X", "NAME is missing"),
    ("no older name", "X-WR-CALNAME:未来科学城开放周\n", "", "X-WR-CALNAME is missing"),
    ("two names that differ", "X-WR-CALNAME:未来", "X-WR-CALNAME:过去", "differ"),
    ("no older description", "X-WR-CALDESC:Three sessions\\, two days\n", "", "differ"),
    ("no interval", "REFRESH-INTERVAL;VALUE=DURATION:PT1H\n", "", "REFRESH-INTERVAL is missing"),
    ("an interval without its kind", "REFRESH-INTERVAL;VALUE=DURATION", "REFRESH-INTERVAL", "REFRESH-INTERVAL 'PT1H'"),
    ("an interval that is none", "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "REFRESH-INTERVAL;VALUE=DURATION:PT", "REFRESH-INTERVAL 'PT'"),
    ("no older interval", "X-PUBLISHED-TTL:PT1H\n", "", "X-PUBLISHED-TTL is missing"),
    ("two intervals that differ", "X-PUBLISHED-TTL:PT1H", "X-PUBLISHED-TTL:PT2H", "differ"),
    ("no zone of the calendar", "X-WR-TIMEZONE:Asia/Shanghai\n", "", "X-WR-TIMEZONE is missing"),
    ("a zone of the calendar that is none", "X-WR-TIMEZONE:Asia/Shanghai", "X-WR-TIMEZONE:Beijing", "X-WR-TIMEZONE 'Beijing'"),
    ("a source without its kind", "SOURCE;VALUE=URI", "SOURCE", "SOURCE 'https"),
    ("a colour in figures", "COLOR:steelblue", "COLOR:#4682b4", "COLOR '#4682b4'"),
    ("an unknown property", "COLOR:steelblue", "COLOUR:steelblue", "COLOUR does not belong"),
    ("no UID", "UID:0a1b2c3d-0000-4000-8000-000000000001@fsc.example\n", "", "UID is missing"),
    ("a UID without host", "000000000001@fsc.example", "000000000001", "is not guid@host"),
    ("a UID twice", "000000000002@fsc", "000000000001@fsc", "is used 2 times"),
    ("no stamp", "DTSTAMP:20210601T000000Z\n", "", "DTSTAMP is missing"),
    ("a local stamp", "DTSTAMP:20210601T000000Z", "DTSTAMP:20210601T080000", "DTSTAMP '20210601T080000'"),
    ("a stamp that is no time", "DTSTAMP:20210601T000000Z", "DTSTAMP:20210631T000000Z", "DTSTAMP '20210631T000000Z'"),
    ("no last change", "LAST-MODIFIED:20210601T000000Z\nSEQUENCE", "SEQUENCE", "LAST-MODIFIED is missing"),
    ("a local last change", "LAST-MODIFIED:20210602T000000Z", "LAST-MODIFIED:20210602T000000", "LAST-MODIFIED '20210602T000000'"),
    ("no sequence", "SEQUENCE:0\n", "", "SEQUENCE is missing"),
    ("a sequence below zero", "SEQUENCE:0", "SEQUENCE:-1", "SEQUENCE '-1'"),
    ("no status", "STATUS:CONFIRMED\n", "", "STATUS is missing"),
    ("an invented status", "STATUS:CONFIRMED", "STATUS:CANCELED", "STATUS 'CANCELED'"),
    ("no location", "LOCATION:1号厅 Hall 1\n", "", "LOCATION is missing"),
    ("an empty location", "LOCATION:1号厅 Hall 1", "LOCATION:", "LOCATION ''"),
    ("no summary", "SUMMARY:绿色制造圆桌讨论\n", "", "SUMMARY is missing"),
    ("two summaries", "SUMMARY:绿色", "SUMMARY;LANGUAGE=en:Green\nSUMMARY:绿色", "SUMMARY stands 2 times"),
    ("no start", "DTSTART:20210621T023000Z\n", "", "DTSTART is missing"),
    ("a floating start", "DTSTART:20210621T023000Z", "DTSTART:20210621T103000", "DTSTART is not UTC"),
    ("a date for a start", "DTSTART:20210621T023000Z", "DTSTART;VALUE=DATE:20210621", "DTSTART is not UTC"),
    ("a zone that is none", "DTSTART;TZID=Asia/Shanghai", "DTSTART;TZID=Beijing", "DTSTART is not UTC"),
    ("no end", "DURATION:PT1H\nSUMMARY", "SUMMARY", "has no end"),
    ("an end and a duration", "DURATION:PT1H\nSUMMARY", "DURATION:PT1H\nDTEND:20210621T033000Z\nSUMMARY", "has DTEND and DURATION"),
    ("an end before the start", "DTEND;TZID=Asia/Shanghai:20210621T11", "DTEND;TZID=Asia/Shanghai:20210621T09", "lasts"),
    ("an event of no length", "DTEND;TZID=Asia/Shanghai:20210621T11", "DTEND;TZID=Asia/Shanghai:20210621T10", "lasts"),
    ("a duration that is none", "DURATION:PT1H\nSUMMARY", "DURATION:1H\nSUMMARY", "the end cannot be read"),
    ("a TZID without VTIMEZONE", VTIMEZONE, "", "no VTIMEZONE defines it"),
    ("a VTIMEZONE twice", VTIMEZONE, VTIMEZONE * 2, "is defined twice"),
    ("a VTIMEZONE without TZID", "TZID:Asia/Shanghai\n", "", "has 0 TZID"),
    ("a VTIMEZONE without parts", VTIMEZONE, "BEGIN:VTIMEZONE\nTZID:Asia/Shanghai\nEND:VTIMEZONE\n", "neither STANDARD nor DAYLIGHT"),
    ("no offset before", "TZOFFSETFROM:+0800\n", "", "has 0 TZOFFSETFROM"),
    ("an offset in another form", "TZOFFSETTO:+0800", "TZOFFSETTO:+08:00", "is not +HHMM"),
    ("an offset that lies", "TZOFFSETTO:+0800", "TZOFFSETTO:+0900", "in truth"),
    ("a zone start in UTC", "DTSTART:19910915T000000", "DTSTART:19910915T000000Z", "is not local time"),
    ("a stray property in a zone", "TZID:Asia/Shanghai\n", "TZID:Asia/Shanghai\nSUMMARY:x\n", "SUMMARY does not belong here"),
    ("a stray property in a part of a zone", "TZNAME:CST", "TZNAME:CST\nSUMMARY:x", "SUMMARY does not belong in STANDARD"),
    ("a CHARSET", "LOCATION:1", "LOCATION;CHARSET=UTF-8:1", "CHARSET"),
    ("a LANGUAGE that is none", "LANGUAGE=zh", "LANGUAGE=chinese!", "no language tag"),
    ("a parameter twice", "LANGUAGE=zh", "LANGUAGE=zh;LANGUAGE=en", "a parameter stands twice"),
    ("a place off the globe", "GEO:31.95;118.84", "GEO:118.84;31.95", "GEO"),
    ("an image without its kind", "IMAGE;VALUE=URI", "IMAGE", "IMAGE 'https"),
    ("a conference without its kind", "CONFERENCE;VALUE=URI;", "CONFERENCE;", "CONFERENCE 'https"),
    ("a relative address", "URL:https://fsc.example/zh/sessions/1", "URL:/zh/sessions/1", "URL '/zh/sessions/1'"),
    ("an alarm", "END:VEVENT", "BEGIN:VALARM\nACTION:DISPLAY\nEND:VALARM\nEND:VEVENT", "VALARM does not belong"),
    ("a diary", "BEGIN:VEVENT", "BEGIN:VJOURNAL\nUID:1\nEND:VJOURNAL\nBEGIN:VEVENT", "VJOURNAL does not belong"),
    ("a recurrence", "STATUS:CONFIRMED", "RRULE:FREQ=DAILY\nSTATUS:CONFIRMED", "RRULE does not belong"),
    ("nothing in it", samples.ICS[samples.ICS.index("BEGIN:VTIMEZONE") : samples.ICS.index("END:VCALENDAR")], "", "is empty"),
]

PARSED = [
    ("half a time", "DTSTART;TZID=Asia/Shanghai:20210621T100000", "DTSTART;TZID=Asia/Shanghai:20210621T10", "icalendar"),
    ("a zone that only the database knows", VTIMEZONE, "", "no VTIMEZONE for Asia/Shanghai"),
    ("an event that is not closed", "END:VEVENT\n", "", "refuses the file"),
    ("a date that is none", "DTSTART:20210621T023000Z", "DTSTART:20211321T023000Z", "icalendar"),
]


def test_a_good_calendar_has_no_fault(tmp_path):
    path = put(tmp_path, "a.ics", samples.folded(samples.ICS))
    assert ics_bytes.faults(path) + ics_properties.faults(path) + ics_parsers.faults(path) == []


@sentences(BYTES)
def test_a_defect_in_the_bytes_of_a_calendar_is_found(tmp_path, mutation):
    _, change, words = mutation
    raw = change(samples.folded(samples.ICS))
    assert raw != samples.folded(samples.ICS)
    must_find(ics_bytes.faults(put(tmp_path, "a.ics", raw)), words)


def test_a_line_of_75_octets_is_long_enough_and_not_too_long(tmp_path):
    assert ics_bytes.faults(put(tmp_path, "a.ics", samples.folded(samples.ICS).replace(b"LOCATION:", b"LOCATION:" + b"x" * 52, 1))) == []


@sentences(PROPERTIES)
def test_a_defect_in_the_properties_of_a_calendar_is_found(tmp_path, mutation):
    _, old, new, words = mutation
    must_find(ics_properties.faults(put(tmp_path, "a.ics", samples.folded(changed(samples.ICS, old, new)))), words)


@needs_node
@sentences(PARSED)
def test_a_defect_that_parsers_see_is_found(tmp_path, mutation):
    _, old, new, words = mutation
    must_find(ics_parsers.faults(put(tmp_path, "a.ics", samples.folded(changed(samples.ICS, old, new)))), words)


def test_two_calendars_in_one_file_are_found(tmp_path):
    must_find(ics_parsers.faults(put(tmp_path, "a.ics", samples.folded(samples.ICS) * 2)), "sees 2 calendars")


def test_the_common_list_gives_instants_in_utc(tmp_path):
    assert ics_parsers.events(put(tmp_path, "a.ics", samples.folded(samples.ICS))) == [
        {"uid": f"{samples.GUIDS[1]}@fsc.example", "start": "2021-06-21T02:00:00Z", "end": "2021-06-21T03:00:00Z",
         "summary": "未来网络主旨报告; 从实验室到城市, 一个很长很长很长很长的题目", "location": "1号厅 Hall 1", "status": "CONFIRMED"},
        {"uid": f"{samples.GUIDS[2]}@fsc.example", "start": "2021-06-21T02:30:00Z", "end": "2021-06-21T03:30:00Z",
         "summary": "绿色制造圆桌讨论", "location": "2号厅 Hall 2", "status": "CANCELLED"},
    ]


@pytest.mark.parametrize("field", ics_parsers.FIELDS)
def test_a_disagreement_between_parsers_is_found(tmp_path, field):
    events = ics_parsers.events(put(tmp_path, "a.ics", samples.folded(samples.ICS)))
    other = [{**events[0], field: "x"}, events[1]]
    must_find(ics_parsers.disagreements({"one": events, "other": other}), "see different events" if field == "uid" else f"{field} is")


# --- tables ----------------------------------------------------------------------------------------------------------

TABLES = [
    ("no byte order mark", lambda text: text[1:], "byte order mark"),
    ("line feeds alone", lambda text: text.replace("\r\n", "\n"), "is not RFC 4180"),
    ("one line feed alone", lambda text: text.replace("名额\r\n", "名额\n"), "is not RFC 4180"),
    ("no last line end", lambda text: text[:-2], "does not end in CRLF"),
    ("a missing column", lambda text: text.replace(",200", ""), "has 2 columns; 3"),
    ("a column too many", lambda text: text.replace(",200", ",200,"), "has 4 columns; 3"),
    ("a quote in mid-field", lambda text: text.replace("未来网络", '未来"网络"'), "is not RFC 4180"),
    ("text after a quote", lambda text: text.replace('讨论"', '讨论"x'), "is not RFC 4180"),
    ("a quote that never ends", lambda text: text.replace('讨论"', "讨论"), "is not RFC 4180"),
    ("a column without a name", lambda text: text.replace("名称", ""), "column 2: has no name"),
    ("a column named twice", lambda text: text.replace("名称", "编号"), "twice"),
    ("nothing in it", lambda text: "\ufeff", "should name the columns"),
    ("a control character", lambda text: text.replace("未来", "未\x0b来"), "control character"),
    ("another encoding", lambda text: text[1:].encode("gb18030"), "is not UTF-8"),
    *((f"a cell that begins with {first!r}", lambda text, first=first: text.replace("未来网络主旨报告", f'"{first}1+1"'), "would run as a formula") for first in tables.DANGEROUS),
    ("a telephone number", lambda text: text.replace("200", "+86 25"), "would run as a formula"),
    ("a sum with a minus", lambda text: text.replace("200", "-2+3"), "would run as a formula"),
]


def plain(first):
    def change(sheet):
        sheet["B2"].value = f"{first}1+1"
        sheet["B2"].data_type = "s"

    return change


def error(sheet):
    sheet["B2"].value = "#REF!"


def link(sheet):
    sheet["B2"].hyperlink = "file:///etc/passwd"


WORKBOOKS = [
    ("a formula", lambda sheet: sheet.__setitem__("B2", "=1+1"), "is a formula"),
    *((f"a text that begins with {first!r}", plain(first), "becomes a formula when edited") for first in tables.DANGEROUS if first != "\r"),
    ("an error", error, "is the error"),
    ("a column without a name", lambda sheet: sheet.__setitem__("B1", None), "column 2: has no name"),
    ("a column named twice", lambda sheet: sheet.__setitem__("B1", "编号"), "twice"),
    ("a link to a file", link, "only http, https and mailto"),
    ("a written control character", lambda sheet: sheet.__setitem__("B2", "a_x000B_b"), "control character"),
]


def test_a_good_csv_has_no_fault(tmp_path):
    assert tables.faults(put(tmp_path, "a.csv", "\ufeff" + samples.CSV)) == []


@sentences(TABLES)
def test_a_defect_in_a_csv_is_found(tmp_path, mutation):
    _, change, words = mutation
    must_find(tables.faults(put(tmp_path, "a.csv", change("\ufeff" + samples.CSV))), words)


def test_a_good_workbook_has_no_fault(tmp_path):
    assert tables.faults(put(tmp_path, "a.xlsx", samples.xlsx())) == []


@sentences(WORKBOOKS)
def test_a_defect_in_a_workbook_is_found(tmp_path, mutation):
    _, change, words = mutation
    must_find(tables.faults(put(tmp_path, "a.xlsx", samples.xlsx(change))), words)


def test_a_workbook_with_macros_is_found(tmp_path):
    path = put(tmp_path, "a.xlsx", samples.xlsx())
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    must_find(tables.faults(path), "holds xl/vbaProject.bin")


def test_a_workbook_that_is_none_is_found(tmp_path):
    must_find(tables.faults(put(tmp_path, "a.xlsx", "编号,名称\r\n")), "cannot read it")


# --- JSON-LD ---------------------------------------------------------------------------------------------------------

WEEK, LECTURE = "@graph/0", "@graph/1"
OFFER = f"{LECTURE}/offers"

JSON_LD = [
    ("another context", "@context", "http://schema.org", "@context"),
    ("no event", "@graph", [{"@type": "Organization", "@id": "https://fsc.example/#us"}], "describes no event"),
    *((f"no {name}", f"{LECTURE}/{name}", GONE, f"{name} is missing") for name in ("name", "startDate", "location", *json_ld.EXPECTED)),
    ("an empty name", f"{LECTURE}/name", "", "name is missing"),
    ("no address of its own", f"{LECTURE}/url", GONE, "url None is no http(s)"),
    ("a relative identity", f"{LECTURE}/@id", "#1", "@id '#1'"),
    ("an identity twice", f"{LECTURE}/@id", "https://fsc.example/zh/events/week#event", "@id https://fsc.example/zh/events/week#event is used"),
    ("an address twice", f"{LECTURE}/url", "https://fsc.example/zh/events/week", "url https://fsc.example/zh/events/week is used"),
    ("a start without offset", f"{LECTURE}/startDate", "2021-06-21T10:00:00", "startDate '2021"),
    ("a day that is none", f"{LECTURE}/startDate", "2021-06-31", "startDate '2021"),
    ("an end before the start", f"{LECTURE}/endDate", "2021-06-21T09:30:00+08:00", "ends before it starts"),
    ("a place as text", f"{LECTURE}/location", "会展中心", "neither Place nor VirtualLocation"),
    ("a place without a name", f"{LECTURE}/location/name", GONE, "the Place has no name"),
    ("a place without an address", f"{LECTURE}/location/address", GONE, "is no PostalAddress"),
    ("an address as text", f"{LECTURE}/location/address", "科学大道1号", "is no PostalAddress"),
    *((f"an empty {name}", f"{LECTURE}/location/address/{name}", " ", f"{name} is empty") for name in ("streetAddress", "addressLocality", "addressRegion", "postalCode", "addressCountry")),
    ("an address of a country alone", f"{LECTURE}/location/address", {"@type": "PostalAddress", "addressCountry": "CN"}, "neither street nor locality"),
    ("a country as a word", f"{LECTURE}/location/address/addressCountry", "China", "addressCountry 'China'"),
    ("a place online without address", f"{LECTURE}/location", {"@type": "VirtualLocation"}, "VirtualLocation has no url"),
    ("a mode that does not fit", f"{LECTURE}/eventAttendanceMode", "https://schema.org/OnlineEventAttendanceMode", "does not fit"),
    ("an invented mode", f"{LECTURE}/eventAttendanceMode", "offline", "eventAttendanceMode 'offline'"),
    ("a status as a word", f"{LECTURE}/eventStatus", "EventScheduled", "eventStatus 'EventScheduled'"),
    ("an invented status", f"{LECTURE}/eventStatus", "https://schema.org/EventCanceled", "eventStatus 'https"),
    ("moved from nowhere", f"{LECTURE}/eventStatus", "https://schema.org/EventRescheduled", "previousStartDate belongs"),
    ("an earlier start of what has not moved", f"{LECTURE}/previousStartDate", "2021-06-20T10:00:00+08:00", "previousStartDate belongs"),
    ("an offer as text", OFFER, "free", "is no Offer"),
    ("an offer without address", f"{OFFER}/url", GONE, "offers: url"),
    ("a price in words", f"{OFFER}/price", "免费", "offers: price"),
    ("a price of what is free", f"{OFFER}/price", "20", "although isAccessibleForFree"),
    ("a sign for a currency", f"{OFFER}/priceCurrency", "¥", "priceCurrency"),
    ("an invented availability", f"{OFFER}/availability", "yes", "availability 'yes'"),
    ("no start of booking", f"{OFFER}/validFrom", GONE, "validFrom"),
    ("an organizer as text", f"{LECTURE}/organizer", "紫金研究院", "organizer: is no"),
    ("an organizer without a name", f"{LECTURE}/organizer/name", GONE, "organizer: needs"),
    ("an organizer's address that is none", f"{LECTURE}/organizer/url", "fsc.example", "organizer: needs"),
    ("a performer without a name", f"{LECTURE}/performer/name", GONE, "performer: is no"),
    ("a relative picture", f"{LECTURE}/image", ["/1.png"], "no absolute address"),
    ("a word for free", f"{LECTURE}/isAccessibleForFree", "true", "isAccessibleForFree is no boolean"),
    ("a text for seats", f"{LECTURE}/maximumAttendeeCapacity", "200", "maximumAttendeeCapacity '200'"),
    ("more seats left than there are", f"{LECTURE}/remainingAttendeeCapacity", 201, "is more than"),
    ("an invented language", f"{LECTURE}/inLanguage", "Chinese", "inLanguage 'Chinese'"),
    ("a whole that is not there", f"{LECTURE}/superEvent/@id", "https://fsc.example/none", "resolves to nothing"),
    ("a part that is not there", f"{WEEK}/subEvent/0/@id", "https://fsc.example/none", "resolves to nothing"),
    ("a whole that does not know its part", f"{WEEK}/subEvent/0/@id", "https://fsc.example/none", "does not name it"),
    ("a whole as text", f"{LECTURE}/superEvent", "https://fsc.example/zh/events/week#event", "is no object with @id"),
    ("a part after its whole", f"{WEEK}/endDate", "2021-06-21T10:30:00+08:00", "outside its superEvent"),
    ("a mere list", f"{WEEK}/subEvent", GONE, None),
    ("a control character", f"{LECTURE}/name", "a\x0bb", "control character"),
    ("null for a performer", f"{LECTURE}/performer", None, "performer: is empty"),
    ("no pictures in an array", f"{LECTURE}/image", [], "image: is empty"),
    ("a number for a name", f"{LECTURE}/location/name", 1, "name: is no text"),
    ("a thing without type", f"{LECTURE}/audience", {"@id": "https://fsc.example/#all", "name": "Everyone"}, "has no type"),
    ("a value of another kind", f"{LECTURE}/eventAttendanceMode", [1], "wrong kind"),
]

BY_NPM = [
    ("a property schema.org lacks", f"{LECTURE}/location/adress", "x", 'npm: validator: Property "adress"'),
    ("a type schema.org lacks", f"{LECTURE}/location/@type", "Hall", 'npm: validator: Type "Hall"'),
    ("no name", f"{LECTURE}/name", GONE, "npm: testing tool"),
]


@needs_node
def test_a_good_page_and_a_good_document_have_no_fault(tmp_path):
    text = json.dumps(samples.json_ld(), ensure_ascii=False)
    assert json_ld.faults(put(tmp_path, "a.html", samples.page(text))) + json_ld.faults(put(tmp_path, "a.json", text)) == []


@sentences(JSON_LD)
def test_a_defect_in_the_markup_is_found(tmp_path, mutation, monkeypatch):
    monkeypatch.setattr(json_ld, "by_npm", lambda *rest: [])  # Fifty starts of node would prove nothing more.
    _, way, value, words = mutation
    document = at(samples.json_ld(), way, value)
    if words is None:
        document, words = at(document, f"{LECTURE}/superEvent", GONE), "a mere list"
    must_find(json_ld.faults(put(tmp_path, "a.html", samples.page(json.dumps(document)))), words)


def test_a_reference_may_resolve_on_another_page(tmp_path, monkeypatch):
    monkeypatch.setattr(json_ld, "by_npm", lambda *rest: [])
    path = put(tmp_path, "a.json", json.dumps({"@context": "https://schema.org", **samples.json_ld()["@graph"][1]}))
    must_find(json_ld.faults(path), "resolves to nothing")
    assert json_ld.faults(path, known=["https://fsc.example/zh/events/week#event"]) == []


@sentences([
    ("a page in another language", lambda text: text.replace('lang="zh-CN"', 'lang="en"'), "is not the page's 'en'"),
    ("a page without language", lambda text: text.replace(' lang="zh-CN"', ""), "<html> has no lang"),
    ("broken JSON", lambda text: text.replace('{"@context"', '{{"@context"'), "script 1: is not JSON"),
    ("no markup", lambda text: text.replace("application/ld+json", "text/plain"), "describes no event"),
])
def test_a_defect_of_the_page_is_found(tmp_path, mutation, monkeypatch):
    monkeypatch.setattr(json_ld, "by_npm", lambda *rest: [])
    _, change, words = mutation
    must_find(json_ld.faults(put(tmp_path, "a.html", change(samples.page(json.dumps(samples.json_ld()))))), words)


@needs_node
@sentences(BY_NPM)
def test_a_defect_in_the_markup_is_found_by_the_npm_programs(tmp_path, mutation):
    _, way, value, words = mutation
    must_find(json_ld.faults(put(tmp_path, "a.html", samples.page(json.dumps(at(samples.json_ld(), way, value))))), words)


@needs_node
def test_what_an_extractor_does_not_see_is_found(tmp_path):
    path = put(tmp_path, "a.html", samples.page(json.dumps(samples.json_ld())))
    must_find(json_ld.by_npm(path, 2, []), "an extractor sees 1 documents with 2 events")
    must_find(json_ld.by_npm(tmp_path / "none.html", 1, []), "the validators failed")


def test_absent_npm_packages_are_said_aloud(tmp_path, monkeypatch):
    monkeypatch.setattr(json_ld, "HERE", tmp_path)
    monkeypatch.setattr(ics_parsers, "HERE", tmp_path)
    with pytest.warns(UserWarning, match="skipped: the npm validators"):
        assert json_ld.faults(put(tmp_path, "a.json", json.dumps(samples.json_ld()))) == []
    with pytest.warns(UserWarning, match="skipped: ical.js"):
        assert ics_parsers.faults(put(tmp_path, "a.ics", samples.folded(samples.ICS))) == []


# --- values of any kind at any place -----------------------------------------------------------------------------------


def ways(value, way=()):
    yield way
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield from ways(each, (*way, key))


@pytest.mark.parametrize("judge, document", [(opass, samples.opass()), (schedule_json, samples.schedule_json()), (json_ld, samples.json_ld())], ids=["opass", "schedule_json", "json_ld"])
def test_no_value_of_another_kind_makes_a_judge_die(tmp_path, monkeypatch, judge, document):
    monkeypatch.setattr(json_ld, "by_npm", lambda *rest: [])
    for way in ways(document):
        for value in (None, 1, "", [], {}, [None], [1], {"a": []}):
            changed_one = copy.deepcopy(document)
            inner = changed_one
            for key in way[:-1]:
                inner = inner[key]
            if way:
                inner[way[-1]] = value
            assert isinstance(judge.faults(put(tmp_path, "a.json", json.dumps(changed_one if way else value))), list)


# --- files of others -------------------------------------------------------------------------------------------------

REAL_FILES = [
    ("fosdem-2024.xml", lambda path: schedule_xml.faults(path, XSD)), ("debconf23.xml", lambda path: schedule_xml.faults(path, XSD)),
    ("pretalx-democon.json", lambda path: schedule_json.faults(path, SCHEMA)), ("invalid-example.json", lambda path: schedule_json.faults(path, SCHEMA)),
    ("hub-schedule2.json", lambda path: schedule_json.faults(path, SCHEMA)), ("coscup-2024-session.json", opass.faults),
    ("kielux_2020.ics", ics_bytes.faults), ("kielux_2020.ics", ics_properties.faults),
]


@needs_schemas
@pytest.mark.parametrize("name, judge", REAL_FILES, ids=[name for name, _ in REAL_FILES])
def test_a_real_file_is_judged_without_dying_and_has_faults(name, judge):
    assert judge(REAL / "schedules" / name)


@needs_schemas
def test_the_one_valid_example_upstream_passes_its_schema_alone():
    found = schedule_json.faults(REAL / "schedules/pretalx-democon.json", SCHEMA)
    assert [fault for fault in found if "schema:" in fault and not fault.startswith("file:")] == []
