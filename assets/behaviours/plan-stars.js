// A star beside every session: it puts the session into the plan on this device, and says at once what it cannot be reached from.
const STAR = '<svg viewBox="-12 -12 24 24" aria-hidden="true"><path d="M0-9.5 2.8-3.4 9.4-2.7 4.5 1.8 5.9 8.3 0 5-5.9 8.3-4.5 1.8-9.4-2.7-2.8-3.4Z"/></svg>';
const way = document.querySelector(`.ways a[href="${planAddress}"]`);
const live = document.createElement('p');
let hasWarned = false;

function draw() {
  const plan = readPlan();
  for (const button of document.querySelectorAll('button.star[data-star]')) {
    const around = button.closest(AROUND);
    if (!around || !titleOf(around)) continue;
    if (!button.firstChild) {
      button.innerHTML = STAR;
      button.setAttribute('aria-label', fill(says.addThis, { title: bare(titleOf(around)) }));
    }
    const isIn = button.dataset.star in plan;
    button.setAttribute('aria-pressed', String(isIn));
    button.title = isIn ? says.remove : says.add;
    button.hidden = false;
  }
  drawCount(Object.keys(plan).length);
}

function drawCount(count) {
  if (!way) return;
  const mark = way.querySelector('.plan-count') || way.appendChild(document.createElement('span'));
  mark.className = 'plan-count';
  mark.textContent = count > 0 ? ` ${count}` : '';
}

async function toggle(button) {
  const entry = entryBeside(button);
  const others = Object.values(readPlan()).filter(({ number }) => number !== entry.number);
  const isNew = button.getAttribute('aria-pressed') !== 'true';
  const isKept = changePlan((plan) => {
    if (isNew) plan[entry.number] = entry;
    else delete plan[entry.number];
  });
  if (!isKept && !hasWarned) {
    hasWarned = true;
    tell([[says.notKept]]);
    return;
  }
  const all = [...others, entry].sort(inOrder);
  const found = isNew && isKept ? collisions(all, others.length ? await readRoads() : null) : [];
  tell(found.filter(({ from, to }) => from === entry || to === entry).slice(0, 2).map(sentence));
}

function tell(sentences) {
  live.textContent = '';
  sentences.forEach((pieces, at) => live.append(at > 0 && tongue !== 'zh' ? ' ' : '', ...pieces));
}

live.className = 'plan-says';
live.setAttribute('role', 'status');
document.querySelector('.over-foot').append(live);
document.addEventListener('click', (event) => {
  const button = event.target.closest('button.star[data-star]');
  if (button) toggle(button);
  else tell([]);
});
document.addEventListener('keydown', ({ key }) => key === 'Escape' && tell([]));
document.addEventListener('plan-changed', draw);
addEventListener('storage', ({ key }) => (key === planKey || key === null) && draw());
addEventListener('pageshow', draw);
draw();
