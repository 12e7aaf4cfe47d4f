"""Who cannot be in two rooms: pairs of submissions that share people, and what each pair costs in a session or a slot."""

from collections import defaultdict


class Pairs:
    def __init__(self):
        self.by_session = {}
        self.by_slot = {}

    def everybody(self):
        return {at for pairs in (self.by_session, self.by_slot) for pair in pairs for at in pair}


def pairs(conference):
    presenting = presenters(conference)
    attending = attendees(conference)
    weight = conference.weight
    found = Pairs()
    for into, presenters_rule, attendees_rule in (
        (found.by_session, "presenters conflicts", "attendees conflicts"),
        (found.by_slot, "presenters conflicts timeslot level", "attendees conflicts timeslot level"),
    ):
        for those, rule in ((presenting, presenters_rule), (attending, attendees_rule)):
            for pair in those if weight[rule] else ():
                into[pair] = into.get(pair, 0) + weight[rule]
    return found


def presenters(conference):
    """A presenter in both, or a presenter of one chairs the other's track."""
    known = mentioned(conference, lambda submission: submission.presenters)
    chairing = mentioned(conference, lambda submission: conference.chairs[submission.track])
    return joined(conference, lambda submission: submission.presenters, [known], chairing)


def attendees(conference):
    """An attendee in both, or an attendee of one presents the other or chairs its track."""
    known = mentioned(conference, lambda submission: submission.attendees)
    presenting = mentioned(conference, lambda submission: submission.presenters)
    chairing = mentioned(conference, lambda submission: conference.chairs[submission.track])
    return joined(conference, lambda submission: submission.attendees, [known, presenting], chairing)


def mentioned(conference, people):
    known = defaultdict(list)
    for at, submission in enumerate(conference.submissions):
        for person in people(submission):
            known[person].append(at)
    return known


def joined(conference, people, anywhere, chairing):
    found = set()
    for at, submission in enumerate(conference.submissions):
        for person in people(submission):
            others = {other for known in anywhere for other in known.get(person, ())}
            for other in chairing.get(person, ()):
                if conference.submissions[other].track != submission.track:
                    others.add(other)
            found |= {(min(at, other), max(at, other)) for other in others - {at}}
    return sorted(found)
