// Whether two sessions of a plan go together, for a device without a network: the decision of `Passage::between` and
// `collisions` in the domain's timetable, with the minutes of road that the guide ships; the slack, and how many collisions are
// listed, stand before this in the file that is served. The browser walk holds the two against each other on random plans.
const instant = (stamp) => Date.parse(stamp) / 1000;

/** By time, then by number; what has no time comes last. */
const inOrder = (a, b) =>
  !a.start - !b.start || instant(a.start) - instant(b.start) || instant(a.end) - instant(b.end) || a.number - b.number;

/** What stands between an entry and a later one: `{kind: 'together' | 'tooFar' | 'tight', road, gap}`, or null. */
function hindrance(from, to, roads) {
  if ([from, to].some(({ start, cancelled, gone }) => !start || cancelled || gone)) return null;
  const [begins, ends, beginsNext, endsNext] = [from.start, from.end, to.start, to.end].map(instant);
  if (begins < endsNext && beginsNext < ends && begins < ends && beginsNext < endsNext) {
    // Places are numbered anew by each release.
    const sameHall = from.release === to.release ? from.room !== null && from.room === to.room : from.place === to.place;
    return sameHall ? null : { kind: 'together' };
  }
  if (!roads || from.release !== roads.release || to.release !== roads.release) return null;
  if (from.venue === null || to.venue === null || from.venue === to.venue) return null;
  const road = (roads.minutes[from.venue] || [])[to.venue];
  if (typeof road !== 'number') return null;
  const left = Math.max(0, beginsNext - ends);
  const gap = Math.floor(left / 60);
  if (left < road * 60) return { kind: 'tooFar', road, gap };
  return gap - road < planWords.slack ? { kind: 'tight', road, gap } : null;
}

/** Every pair that does not go together, the earlier first, as far as the server lists them; takes entries in order. */
function collisions(entries, roads) {
  const found = [];
  for (const [at, from] of entries.entries()) {
    for (const to of entries.slice(at + 1)) {
      const between = hindrance(from, to, roads);
      if (between) found.push({ from, to, ...between });
      if (found.length >= planWords.mostListed) return found;
    }
  }
  return found;
}
