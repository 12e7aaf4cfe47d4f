"""Judges the bytes of an iCalendar file: line ends, folding, encoding, escaping, nesting (RFC 5545 section 3.1 to 3.4).

The three parsers in `ics_parsers.py` forgive nearly all of this, while Outlook and older phones do not, so it is read by hand.
What the properties must be is in `ics_properties.py`, which takes its lines from `content_lines` here.
"""

import collections
import re

Line = collections.namedtuple("Line", "number name parameters value")  # parameters: [(NAME, [values])]

LONGEST = 75  # octets without the line end, RFC 5545 section 3.1
CONTENT = re.compile(r'(?P<name>[A-Za-z0-9-]+)(?P<rest>(?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(?P<value>.*)', re.DOTALL)
PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)')
TEXTS = frozenset("SUMMARY DESCRIPTION LOCATION COMMENT CONTACT NAME X-WR-CALNAME X-WR-CALDESC PRODID CATEGORIES RESOURCES UID STATUS TZID".split())
LISTS = frozenset(("CATEGORIES", "RESOURCES"))  # the only texts in which a bare comma separates values


def faults(path):
    raw = open(path, "rb").read()
    found = stream(raw)
    for number, physical in enumerate(raw.split(b"\r\n"), 1):
        found += physical_line(physical, number)
    lines, broken = content_lines(raw)
    return found + broken + nesting(lines) + [fault for line in lines for fault in escaping(line)]


def stream(raw):
    found = []
    if raw.startswith(b"\xef\xbb\xbf"):
        found.append("file: begins with a byte order mark; BEGIN:VCALENDAR must be first")
    if not raw.endswith(b"\r\n"):
        found.append("file: does not end in CRLF")
    rest = raw.replace(b"\r\n", b"")
    if b"\n" in rest:
        found.append(f"file: {rest.count(bytes([10]))} line feeds without carriage return; every line must end in CRLF")
    if b"\r" in rest:
        found.append("file: a carriage return stands alone; every line must end in CRLF")
    if re.search(rb"\r\n\r\n", raw) or raw.startswith(b"\r\n"):
        found.append("file: has an empty line")
    return found


def physical_line(physical, number):
    found = []
    if len(physical) > LONGEST:
        found.append(f"line {number}: {len(physical)} octets; fold at {LONGEST} or fewer")
    try:
        physical.decode("utf-8")
    except UnicodeDecodeError:
        found.append(f"line {number}: is not UTF-8 by itself; a fold must not cut a character")
    if re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", physical):
        found.append(f"line {number}: holds a control character")
    if physical in (b" ", b"\t"):
        found.append(f"line {number}: folds nothing")
    return found


def content_lines(raw):
    """Unfolds as bytes, because a wrong fold may cut a character that unfolding heals; returns the lines and the faults."""
    lines, found = [], []
    pieces = re.split(rb"\r\n|\n", raw.removeprefix(b"\xef\xbb\xbf"))
    logical = []
    for number, piece in enumerate(pieces, 1):
        if piece[:1] in (b" ", b"\t") and logical:
            logical[-1][1] += piece[1:]
        elif piece:
            logical.append([number, piece])
    for number, octets in logical:
        text = octets.decode("utf-8", "replace")
        match = CONTENT.fullmatch(text)
        if match is None:
            found.append(f"line {number}: {text[:40]!r} is not NAME;PARAMETER=value:value")
            continue
        parameters = [(name.upper(), values_of(text)) for name, text in PARAMETER.findall(match["rest"])]
        lines.append(Line(number, match["name"].upper(), parameters, match["value"]))
    return lines, found


def values_of(text):
    return [value.strip('"') for value in re.findall(r'"[^"]*"|[^",]+', text)]


def nesting(lines):
    found, open_ones = [], []
    for line in lines:
        if line.name == "BEGIN":
            open_ones.append(line.value.upper())
        elif line.name == "END":
            if not open_ones or open_ones.pop() != line.value.upper():
                found.append(f"line {line.number}: END:{line.value} closes nothing that is open")
        elif not open_ones:
            found.append(f"line {line.number}: {line.name} stands outside BEGIN:VCALENDAR")
    found += [f"file: BEGIN:{name} is never closed" for name in open_ones]
    outermost = [line for line in lines if line.name == "BEGIN" and line.value.upper() == "VCALENDAR"]
    return found if len(outermost) == 1 else [*found, f"file: has {len(outermost)} VCALENDAR objects; one would be right"]


def escaping(line):
    """In a text a backslash may only stand before backslash, semicolon, comma, n or N (RFC 5545 section 3.3.11)."""
    if line.name not in TEXTS:
        return []
    found = []
    if re.search(r"\\(?![\\;,nN])", re.sub(r"\\\\", "", line.value)):
        found.append(f"line {line.number}: {line.name} has a backslash that escapes nothing; write it twice")
    plain = re.sub(r"\\[\\;,nN]", "", line.value)
    if ";" in plain or ("," in plain and line.name not in LISTS):
        found.append(f"line {line.number}: {line.name} has a bare comma or semicolon; write a backslash before it")
    return found
