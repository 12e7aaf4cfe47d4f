#!/usr/bin/env python3
"""Import one schedule.xml into the real ConfClerk and report what it stored.

Usage: python3 confclerk.py FILE.xml     (prints JSON on standard output)
Module: import_schedule(path) -> dict

ConfClerk is a desktop program that shows conference schedules.  It has no
command line for importing, so this driver starts it on an invisible screen
(Xvfb) with an empty temporary home, fills in its import dialog with the
keyboard (xdotool), and then reads its SQLite database.

It deliberately does not check, repair or complete anything: the output is what
ConfClerk kept, and comparing that with the XML is the caller's work.  It uses
no network and no window manager, and never touches your own ConfClerk data.

Exit codes: 0 imported, 1 import failed, 2 wrong usage, 3 a program is missing.
"""
import contextlib
import json
import os
import pathlib
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

DATABASE = ".local/share/Toastfreeware/ConfClerk/ConfClerk.sqlite"
SECONDS_ALLOWED = 50  # For each step.  A whole import usually takes two seconds, and after
# sixty seconds without a conference ConfClerk shows an error box of its own accord.

# ConfClerk keeps clock times as if they were UTC, and 4294967295 for an unreadable date.
CONFERENCE = """
    SELECT title, subtitle, venue, city,
        strftime('%Y-%m-%d', nullif(start, 4294967295), 'unixepoch') AS start,
        strftime('%Y-%m-%d', nullif(end, 4294967295), 'unixepoch') AS end,
        day_change AS day_change_seconds, timeslot_duration AS timeslot_seconds,
        utc_offset AS utc_offset_seconds
    FROM conference"""
SESSIONS = """
    SELECT event.id, event.title, subtitle,
        strftime('%Y-%m-%dT%H:%M:%S', nullif(start, 4294967295), 'unixepoch') AS start,
        duration AS duration_seconds, room.name AS room, track.name AS track,
        type, language, abstract, description,
        (SELECT json_group_array(name) FROM person JOIN event_person ON person.id = xid_person
            WHERE xid_event = event.id) AS persons,
        (SELECT json_group_array(json_array(name, url)) FROM link
            WHERE xid_event = event.id) AS links
    FROM event LEFT JOIN track ON track.id = xid_track
        LEFT JOIN event_room ON xid_event = event.id LEFT JOIN room ON room.id = xid_room
    ORDER BY event.start, event.id"""


class ImportFailed(Exception):
    """ConfClerk did not import the file."""


@contextlib.contextmanager
def running(command, output=subprocess.DEVNULL, environment=None):
    """Run a background program, and stop it afterwards."""
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output,
                          stderr=subprocess.DEVNULL, env=environment) as process:
        try:
            yield process
        finally:
            process.terminate()


@contextlib.contextmanager
def invisible_screen():
    """Start Xvfb and give the name of its display, such as ":7"."""
    # Xvfb picks a free number and prints it once it is ready, so two drivers
    # never fight over one display.  Without -noreset it would restart after
    # each xdotool call, and could refuse ConfClerk meanwhile.
    command = ["Xvfb", "-displayfd", "1", "-noreset"]
    with running(command, output=subprocess.PIPE) as process:
        ready = select.select([process.stdout], [], [], SECONDS_ALLOWED)[0]
        number = process.stdout.readline().decode().strip() if ready else ""
        if not number:
            raise ImportFailed("Xvfb did not start")
        yield ":" + number


def read_rows(database, statement):
    """Run one read-only statement and return its rows as dictionaries."""
    with contextlib.closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as opened:
        opened.row_factory = sqlite3.Row
        return [dict(row) for row in opened.execute(statement)]


def drive(confclerk, environment, database, url):
    """Press the keys that import the address, and wait until it is stored."""
    def xdotool(*words):
        answer = subprocess.run(["xdotool", *words], env=environment, timeout=SECONDS_ALLOWED,
                                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        return answer.stdout.split()

    def windows(title):
        return xdotool("search", "--onlyvisible", "--name", f"^{title}$")

    def focused(title):
        # No window manager moves the keyboard focus, so the driver has to ask.
        window = windows(title)[-1:]
        if window:
            xdotool("windowfocus", *window)
        return window and xdotool("getwindowfocus", "-f") == window

    def stored():
        # The import is one transaction, so a visible conference is complete.
        # The error box is looked up first, so that success has the last word.
        error_box, conference = windows("Error"), read_rows(database, CONFERENCE)
        if error_box and not conference:
            raise ImportFailed("ConfClerk showed an error box and stored nothing")
        return conference

    def wait_for(check, *arguments):
        deadline = time.monotonic() + SECONDS_ALLOWED
        while not check(*arguments):
            if confclerk.poll() is not None:
                raise ImportFailed(f"ConfClerk stopped with status {confclerk.returncode}")
            if time.monotonic() > deadline:
                raise ImportFailed(f"gave up waiting: {check.__name__} {arguments}")
            time.sleep(0.1)

    wait_for(focused, "ConfClerk")
    xdotool("key", "ctrl+o")
    wait_for(focused, "Edit Conferences")
    xdotool("key", "Tab", "space")  # One step leads to the "+" button.
    wait_for(focused, "URL Input")
    xdotool("type", url)
    xdotool("key", "Return")
    wait_for(stored)


def import_schedule(path):
    """Import the file and return what ConfClerk stored, as the statements above name it."""
    with tempfile.TemporaryDirectory(prefix="confclerk-") as home, invisible_screen() as display:
        schedule = pathlib.Path(home, "schedule.xml")
        shutil.copyfile(path, schedule)
        database = pathlib.Path(home, DATABASE)
        # The fixed zone makes the result independent of the machine's own zone.
        environment = {"PATH": os.environ["PATH"], "HOME": home, "XDG_RUNTIME_DIR": home,
                       "DISPLAY": display, "LANG": "C.UTF-8", "TZ": "UTC"}
        with running(["confclerk"], environment=environment) as confclerk:
            drive(confclerk, environment, database, schedule.as_uri())
        conference, sessions = read_rows(database, CONFERENCE)[0], read_rows(database, SESSIONS)
    for session in sessions:
        session.update({name: json.loads(session[name]) for name in ("persons", "links")})
    return {"conference": conference, "sessions": sessions}


def main(arguments):
    """Run the command line and return its exit code."""
    if len(arguments) != 1:
        print("usage: python3 confclerk.py FILE.xml", file=sys.stderr)
        return 2
    missing = [name for name in ("Xvfb", "confclerk", "xdotool") if not shutil.which(name)]
    if missing:
        print(f"missing programs: {', '.join(missing)}", file=sys.stderr)
        return 3
    # A polite kill has to go through the clean-up above, like an error does.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        result = import_schedule(arguments[0])
    except (ImportFailed, OSError, subprocess.TimeoutExpired, sqlite3.Error) as problem:
        print(f"import failed: {problem}", file=sys.stderr)
        return 1
    print(json.dumps(result, ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
