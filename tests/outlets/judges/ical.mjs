// Reads one iCalendar file with ical.js, strictly, and prints {"events": [...], "complaints": [...]} as JSON.
//
// Usage: node ical.mjs FILE. Exits 1 with the message when ical.js refuses the file. Zones come from the file's own
// VTIMEZONEs alone: a TZID without one is named "floating", because a phone would read it in its own zone.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

ICAL.design.strict = true;

function instant(time) {
  if (!time) return null;
  if (time.isDate) return `date ${time.toString()}`;
  if (time.zone === ICAL.Timezone.localTimezone) return `floating ${time.toString()}`;
  return `${time.convertToZone(ICAL.Timezone.utcTimezone).toString().replace(/Z?$/, "")}Z`;
}

const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(process.argv[2]));
const calendar = new ICAL.Component(ICAL.parse(text));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);

const complaints = [];
const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  for (const name of ["dtstart", "dtend"]) {
    const zone = component.getFirstProperty(name)?.getParameter("tzid");
    if (zone && !ICAL.TimezoneService.has(zone)) complaints.push(`event ${event.uid}: no VTIMEZONE for ${zone}`);
  }
  return {
    uid: event.uid ?? null,
    start: instant(event.startDate),
    end: instant(event.endDate),
    summary: event.summary ?? null,
    location: event.location ?? null,
    status: component.getFirstPropertyValue("status") ?? null,
  };
});
process.stdout.write(JSON.stringify({ events, complaints }));
