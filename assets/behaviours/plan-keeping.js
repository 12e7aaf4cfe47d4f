// What a device keeps of a plan, by week: the entries whole, so that they can be read without a network, and the minutes of road.
const { week, release, roads: roadsAddress, plan: planAddress } = document.body.dataset;
const planKey = `festoon-plan:${week}`;
const roadsKey = `festoon-roads:${week}`;

/** What is kept under a key; null where there is nothing, or nothing may be read. */
function kept(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
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

/** The entries by number. */
const readPlan = () => kept(planKey) || {};

/** Changes the plan and tells the page; says whether it is kept. */
function changePlan(change) {
  const plan = readPlan();
  change(plan);
  const isKept = keep(planKey, plan);
  document.dispatchEvent(new CustomEvent('plan-changed'));
  return isKept;
}

/** The minutes of road of this release, or those that are kept. */
async function readRoads() {
  const old = kept(roadsKey);
  if (old && old.release === Number(release)) return old;
  try {
    const answer = await fetch(roadsAddress);
    const fresh = answer.ok ? await answer.json() : null;
    if (!fresh || !Array.isArray(fresh.minutes)) return old;
    keep(roadsKey, fresh);
    return fresh;
  } catch {
    return old;
  }
}
