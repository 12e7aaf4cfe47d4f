"""Reads a JSON file the way the strictest of its readers would, and names what a lenient one would hide.

Python's own reader keeps the last of two equal keys, accepts NaN and forgives nothing else; phones differ in all three.
It deliberately knows nothing of schedules: the judges of JSON formats share it and nothing more.
"""

import json
import re

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def load(path):
    """Returns the value (None when it cannot be read) and the faults found on the way."""
    raw = open(path, "rb").read()
    found = []
    if raw.startswith(b"\xef\xbb\xbf"):
        found.append("file: begins with a byte order mark; RFC 8259 forbids it")
        raw = raw[3:]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [*found, f"file: byte {error.start} is not UTF-8; JSON must be UTF-8"]

    def once(pairs):
        keys = [key for key, _ in pairs]
        found.extend(f"file: key {key!r} stands twice in one object; once would be right" for key in sorted({k for k in keys if keys.count(k) > 1}))
        return dict(pairs)

    def no_constant(word):
        found.append(f"file: {word} is no JSON number")

    try:
        value = json.loads(text, object_pairs_hook=once, parse_constant=no_constant)
    except ValueError as error:
        return None, [*found, f"file: is not JSON ({error})"]
    if not isinstance(value, (dict, list)):
        return None, [*found, "file: is a single value; an object would be right"]
    return value, found + controls(value, "file")


def controls(value, place):
    """Control characters in any string; U+FFFD may stand in the source itself and stays, with the path to it."""
    if isinstance(value, str):
        return [f"{place}: holds a control character; strip it on export"] if CONTROL.search(value) else []
    if isinstance(value, list):
        return [fault for number, each in enumerate(value) for fault in controls(each, f"{place}[{number}]")]
    if isinstance(value, dict):
        return [fault for key, each in value.items() for fault in controls(key, f"{place} key") + controls(each, f"{place}.{key}")]
    return []
