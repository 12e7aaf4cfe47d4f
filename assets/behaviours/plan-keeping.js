// What a device keeps of a plan, by week: the entries whole, so that they can be read without a network, and the minutes of road.
const { week, release, roads: roadsAddress, plan: planAddress } = document.body.dataset;
const planKey = `festoon-plan:${week}`;
const roadsKey = `festoon-roads:${week}`;
const copiesKey = `festoon-plan-copies:${week}`;
const PATIENCE = 5000;

const isPlain = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/** The object that is kept under a key; null where there is none, where it is damaged, or nothing may be read. */
function kept(key) {
  try {
    const value = JSON.parse(localStorage.getItem(key));
    return isPlain(value) ? value : null;
  } catch {
    return null;
  }
}

/** Keeps it, and says whether that worked: storage may be full, or forbidden. */
function keep(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** The entries by number; one that is damaged is none. */
function readPlan() {
  const plan = kept(planKey) || {};
  const isEntry = (entry) => isPlain(entry) && ['title', 'key', 'place'].every((name) => typeof entry[name] === 'string');
  Object.keys(plan).forEach((number) => isEntry(plan[number]) || delete plan[number]);
  return plan;
}

/** Changes the plan and tells the page; says whether it is kept. */
function changePlan(change) {
  const plan = readPlan();
  change(plan);
  const isKept = keep(planKey, plan);
  document.dispatchEvent(new CustomEvent('plan-changed'));
  return isKept;
}

/** What an address answers as JSON; null where it does not, or not within seconds. */
async function ask(address) {
  const stop = window.AbortController && new AbortController();
  const late = setTimeout(() => stop && stop.abort(), PATIENCE);
  try {
    const answer = await fetch(address, stop ? { signal: stop.signal } : {});
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  } finally {
    clearTimeout(late);
  }
}

/** The minutes of road that are kept; null where there are none. */
function keptRoads() {
  const roads = kept(roadsKey);
  return roads && Array.isArray(roads.minutes) ? roads : null;
}

/** The minutes of road of this release, or those that are kept. */
async function readRoads() {
  const old = keptRoads();
  if (old && old.release === Number(release)) return old;
  const fresh = await ask(roadsAddress);
  if (!fresh || !Array.isArray(fresh.minutes)) return old;
  keep(roadsKey, fresh);
  return fresh;
}
