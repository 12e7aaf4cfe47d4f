// When there is a network, the plan on the device is held against the programme: what moved, was renamed or cancelled says so
// until its owner has seen it.
// The server reads so many numbers from one address.
const MOST_ASKED = 200;

async function refreshPlan() {
  const numbers = Object.keys(readPlan());
  const renewals = {};
  for (let from = 0; from < numbers.length; from += MOST_ASKED) {
    const asked = numbers.slice(from, from + MOST_ASKED);
    const fresh = await ask(`${planAddress}?o=${asked.join('.')}&part=entries`);
    if (!fresh) break;
    for (const number of asked) renewals[number] = null;
    for (const entry of fresh.entries) renewals[entry.number] = { ...entry, said: tongue, release: fresh.release };
  }
  const before = readPlan();
  const after = { ...before };
  for (const number of Object.keys(renewals).filter((number) => number in before)) {
    after[number] = renewals[number] ? renewed(before[number], renewals[number]) : { ...before[number], gone: true };
  }
  // Written only when something is different: every write wakes the other tabs.
  if (JSON.stringify(after) !== JSON.stringify(before)) {
    changePlan((plan) => Object.keys(plan).forEach((number) => after[number] && (plan[number] = after[number])));
  }
}

function renewed(old, entry) {
  const changes = old.was || (old.release === entry.release ? [] : differences(old, entry));
  return changes.length > 0 ? { ...entry, was: changes } : entry;
}

/** What an entry said that it does not say any more, each with its language. Texts are compared where both are of one language. */
function differences(old, entry) {
  const was = [];
  const shape = (place) => place.split(' · ').length;
  const moved = instantOf(old.start) !== instantOf(entry.start) || instantOf(old.end) !== instantOf(entry.end);
  if (moved) was.push([old.start ? `${nameOfDay(old.start)} ${timesOf(old)}` : says.undated, tongue]);
  const isComparable = old.said === entry.said;
  if (isComparable && old.title !== entry.title) was.push([old.title, old.lang]);
  if (isComparable && old.place !== entry.place && shape(old.place) === shape(entry.place)) was.push([old.place, old.houseLang]);
  if (old.cancelled !== entry.cancelled && was.length === 0) was.push([old.start ? timesOf(old) : says.undated, tongue]);
  return was;
}

const instantOf = (stamp) => (stamp ? instant(stamp) : null);
