// When there is a network, the plan on the device is held against the programme: what moved, was renamed or cancelled says so
// until its owner has seen it.
async function refreshPlan() {
  const numbers = Object.keys(readPlan());
  if (numbers.length === 0) return;
  let fresh;
  try {
    const answer = await fetch(`${planAddress}?o=${numbers.slice(0, 200).join('.')}&part=entries`);
    if (!answer.ok) return;
    fresh = await answer.json();
  } catch {
    return;
  }
  const now = new Map(fresh.entries.map((entry) => [String(entry.number), { ...entry, said: tongue, release: fresh.release }]));
  const before = readPlan();
  const after = { ...before };
  for (const number of numbers.slice(0, 200)) {
    if (!before[number]) continue;
    after[number] = now.has(number) ? renewed(before[number], now.get(number)) : { ...before[number], gone: true };
  }
  // Written only when something is different: every write wakes the other tabs.
  if (JSON.stringify(after) !== JSON.stringify(before)) {
    changePlan((plan) => Object.keys(plan).forEach((number) => after[number] && (plan[number] = after[number])));
  }
}

function renewed(old, entry) {
  const was = old.was || (old.release === entry.release ? '' : differences(old, entry));
  return was ? { ...entry, was } : entry;
}

/** What an entry said that it does not say any more. Texts are compared where both are of one language. */
function differences(old, entry) {
  const was = [];
  const shape = (place) => place.split(' · ').length;
  const moved = instantOf(old.start) !== instantOf(entry.start) || instantOf(old.end) !== instantOf(entry.end);
  if (moved) was.push(old.start ? `${nameOfDay(old.start)} ${timesOf(old)}` : says.undated);
  const isComparable = old.said === entry.said;
  if (isComparable && old.title !== entry.title) was.push(old.title);
  if (isComparable && old.place !== entry.place && shape(old.place) === shape(entry.place)) was.push(old.place);
  if (old.cancelled !== entry.cancelled && was.length === 0) was.push(old.start ? timesOf(old) : says.undated);
  return was.join(says.comma);
}

const instantOf = (stamp) => (stamp ? instant(stamp) : null);
