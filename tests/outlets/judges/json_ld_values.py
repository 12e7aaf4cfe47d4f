"""Judges the values inside one described schema.org event: times, place, status, offers, people, capacity (formats.md section 4).

Addresses are asked in full, for Festoon knows them; codes such as eventStatus are schema.org addresses with https.
"""

import re

import instants

SCHEMA = "https://schema.org/"
STATUSES = ("EventScheduled", "EventCancelled", "EventPostponed", "EventRescheduled")
MODES = {"OfflineEventAttendanceMode": {"Place"}, "OnlineEventAttendanceMode": {"VirtualLocation"}, "MixedEventAttendanceMode": {"Place", "VirtualLocation"}}
AVAILABILITIES = ("InStock", "SoldOut", "PreOrder", "LimitedAvailability", "OnlineOnly", "InStoreOnly", "Discontinued", "OutOfStock")
ORGANIZERS = ("Organization", "Person", "GovernmentOrganization", "EducationalOrganization", "NGO", "Corporation")
ADDRESS = ("streetAddress", "addressLocality", "addressRegion", "postalCode", "addressCountry")


def faults(event):
    where = f"{event.get('@type')} {event.get('@id') or event.get('name')!r}"
    found = times(event) + places(event) + status(event) + offers(event) + people(event) + seats(event)
    return [f"{where}: {fault}" for fault in found]


def many(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def times(event):
    found = []
    for name in ("startDate", "endDate", "previousStartDate"):
        # A series may begin on a day of which no hour is known; Google prefers that to a midnight nobody meant.
        is_day = event.get("@type") != "Event" and instants.day(event.get(name)) is not None
        if name in event and instants.instant(event[name]) is None and not is_day:
            found.append(f"{name} {event[name]!r} is no ISO date-time with offset; 2021-06-21T10:00:00+08:00 would be right")
    start, end = instants.instant(event.get("startDate")), instants.instant(event.get("endDate"))
    return [*found, "ends before it starts"] if start and end and end < start else found


def places(event):
    found, kinds = [], set()
    for each in many(event.get("location")):
        if not isinstance(each, dict) or each.get("@type") not in ("Place", "VirtualLocation"):
            found.append(f"location {each!r} is neither Place nor VirtualLocation")
            continue
        kinds.add(each["@type"])
        if each["@type"] == "VirtualLocation":
            found += [] if instants.is_address(each.get("url")) else ["location: the VirtualLocation has no url"]
            continue
        if not each.get("name"):
            found.append("location: the Place has no name")
        found += address(each.get("address"))
    mode = event.get("eventAttendanceMode")
    if mode is not None and mode.removeprefix(SCHEMA) in MODES and kinds and kinds != MODES[mode.removeprefix(SCHEMA)]:
        found.append(f"eventAttendanceMode {mode} does not fit a location of {sorted(kinds)}")
    return found


def address(value):
    if not isinstance(value, dict) or value.get("@type") != "PostalAddress":
        return ["location: address is no PostalAddress"]
    # A programme knows no postal codes, and of a file from elsewhere often no street; something must be there all the same.
    found = [f"location: {name} is empty" for name in ADDRESS if name in value and not str(value[name]).strip()]
    if not any(value.get(name) for name in ("streetAddress", "addressLocality")):
        found.append("location: the PostalAddress has neither street nor locality")
    if value.get("addressCountry") and not re.fullmatch("[A-Z]{2}", str(value["addressCountry"])):
        found.append(f"location: addressCountry {value['addressCountry']!r} is no two-letter code; CN would be right")
    return found


def is_code(value, names):
    return isinstance(value, str) and value.startswith(SCHEMA) and value.removeprefix(SCHEMA) in names


def status(event):
    found = []
    for name, names in (("eventStatus", STATUSES), ("eventAttendanceMode", MODES)):
        if name in event and not is_code(event[name], names):
            found.append(f"{name} {event[name]!r} is none of {SCHEMA}{{{', '.join(names)}}}")
    moved = event.get("eventStatus") == f"{SCHEMA}EventRescheduled"
    if moved != ("previousStartDate" in event):
        found.append("previousStartDate belongs to EventRescheduled, each with the other")
    return found


def offers(event):
    found = []
    for offer in many(event.get("offers")):
        if not isinstance(offer, dict) or offer.get("@type") != "Offer":
            found.append("offers: is no Offer")
            continue
        if not instants.is_address(offer.get("url")):
            found.append("offers: url is no http(s) address")
        if not re.fullmatch(r"\d+(\.\d{1,2})?", str(offer.get("price"))):
            found.append(f"offers: price {offer.get('price')!r} is no plain number; 0 would be right when it is free")
        if not re.fullmatch("[A-Z]{3}", str(offer.get("priceCurrency"))):
            found.append(f"offers: priceCurrency {offer.get('priceCurrency')!r} is no ISO 4217 code; CNY would be right")
        if not is_code(offer.get("availability"), AVAILABILITIES):
            found.append(f"offers: availability {offer.get('availability')!r} is no schema.org ItemAvailability")
        if instants.instant(offer.get("validFrom")) is None:
            found.append("offers: validFrom is no ISO date-time with offset")
        if event.get("isAccessibleForFree") is True and str(offer.get("price")).strip("0.") not in ("", "None"):
            found.append("offers: has a price although isAccessibleForFree")
    return found


def people(event):
    found = []
    for organizer in many(event.get("organizer")):
        if not isinstance(organizer, dict) or organizer.get("@type") not in ORGANIZERS:
            found.append("organizer: is no Organization or Person")
        elif not organizer.get("name") or ("url" in organizer and not instants.is_address(organizer["url"])):
            found.append("organizer: needs a name, and an http(s) url if any")
    for performer in many(event.get("performer")):
        if not isinstance(performer, dict) or performer.get("@type") not in ("Person", "PerformingGroup", "Organization") or not performer.get("name"):
            found.append("performer: is no Person or group with a name")
    for picture in many(event.get("image")):
        if not instants.is_address(picture.get("url") if isinstance(picture, dict) else picture):
            found.append(f"image {picture!r} is no absolute address")
    return found


def seats(event):
    found = []
    if not isinstance(event.get("isAccessibleForFree", True), bool):
        found.append("isAccessibleForFree is no boolean")
    most, left = event.get("maximumAttendeeCapacity"), event.get("remainingAttendeeCapacity")
    for name, value in (("maximumAttendeeCapacity", most), ("remainingAttendeeCapacity", left)):
        if value is not None and (type(value) is not int or value < 0):
            found.append(f"{name} {value!r} is no whole number")
    if type(most) is int and type(left) is int and left > most:
        found.append(f"remainingAttendeeCapacity {left} is more than maximumAttendeeCapacity {most}")
    for spoken in many(event.get("inLanguage")):
        if not re.fullmatch(r"[a-z]{2,3}(-[A-Z][A-Za-z]*)?", str(spoken)):
            found.append(f"inLanguage {spoken!r} is no language code; zh-CN or en would be right")
    return found
