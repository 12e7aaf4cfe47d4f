"""A running `festoon demo`, asked as programs ask; what it answers is put into files for the judges.

A week is released twice: the second release calls an occurrence off, for a reason that only the office may read.
"""

import contextlib
import csv
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from conftest import FESTOON, ROOT

WEEK = "jiangning-2021"
REASON = "某主办单位临时退出-内部"
SECONDS_ALLOWED = 30


@contextlib.contextmanager
def running():
    """The server's origin and the folder of its database, for as long as the block lasts."""
    with tempfile.TemporaryDirectory(prefix="festoon-outlets-") as data, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        with open(Path(data) / "log", "wb") as log:
            server = subprocess.Popen([FESTOON, "demo", "--listen", f"127.0.0.1:{port}", "--data", data], stdout=log, stderr=log)
        try:
            origin = f"http://127.0.0.1:{port}"
            until(lambda: server.poll() is None and get(f"{origin}/readyz")[0] == 200)
            yield origin, data
        finally:
            server.terminate()
            server.wait(10)


def until(holds):
    end = time.monotonic() + SECONDS_ALLOWED
    while time.monotonic() < end:
        with contextlib.suppress(OSError):
            if holds():
                return
        time.sleep(0.1)
    raise AssertionError(f"still not so after {SECONDS_ALLOWED} s")


def get(address, method="GET", **headers):
    """Status, headers and bytes; redirects and errors are answers like any other."""
    asked = urllib.request.Request(address, method=method, headers={name.replace("_", "-"): value for name, value in headers.items()})
    try:
        with urllib.request.build_opener(Stay).open(asked, timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers, answer.read()


class Stay(urllib.request.HTTPRedirectHandler):
    """Where an address leads is the caller's business."""

    def redirect_request(self, *_):
        return None


def call_off(data, guid):
    """One occurrence does not take place; this is released for a reason that is not the public's business.

    Not within a second of the first release: the two would have one date, and then only tags tell.
    """
    time.sleep(1.1)
    for command in (["edit", f"occurrence/{guid}", "state", "cancelled"], ["release", WEEK]):
        done = subprocess.run([FESTOON, *command, "--data", data, "--reason", REASON], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()


def keys(table):
    """The keys of a table of the sample week, in its order."""
    with open(ROOT / "demo" / "week" / f"{table}.csv", encoding="utf-8-sig", newline="") as rows:
        return [row["key"] for row in csv.DictReader(rows)]


def calendars():
    """One address of each kind of calendar, without its language."""
    with open(ROOT / "demo" / "week" / "sessions.csv", encoding="utf-8-sig", newline="") as rows:
        session = next(row for row in csv.DictReader(rows) if row["speakers"] and row["room"])
    speaker = session["speakers"].split(";")[0].split(":")[0]
    return {
        "week": "calendar.ics",
        "day": f"programme/{session['day']}/calendar.ics",
        "activity": f"activities/{keys('activities')[0]}/calendar.ics",
        "part": f"parts/{keys('parts')[0]}/calendar.ics",
        "session": f"sessions/{session['key']}/calendar.ics",
        "venue": f"venues/{keys('venues')[0]}/calendar.ics",
        "person": f"people/{speaker}/calendar.ics",
    }
