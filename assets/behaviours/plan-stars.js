// A star beside every session: it puts the session into the plan on this device, and says at once what it cannot be reached from.
const STAR = '<svg viewBox="-12 -12 24 24" aria-hidden="true"><path d="M0-9.5 2.8-3.4 9.4-2.7 4.5 1.8 5.9 8.3 0 5-5.9 8.3-4.5 1.8-9.4-2.7-2.8-3.4Z"/></svg>';
const AROUND = '.line, .happening, .plan-entry';
const way = document.querySelector(`.ways a[href="${planAddress}"]`);
const live = document.createElement('p');
let hasWarned = false;

/** The words of an element without the tags that stand beside them. */
function bare(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll('.tag').forEach((tag) => tag.remove());
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

const titleOf = (around) => around.querySelector('.line-title a, .plan-title a') || document.querySelector('h1.title');

/** What the page says of the session beside a star. */
function entryBeside(button) {
  const around = button.closest(AROUND);
  const title = titleOf(around);
  const [start, end = start] = [...around.querySelectorAll('time[datetime]')].map((time) => time.dateTime);
  const placed = around.querySelector('.line-place, .happening-place .place, .plan-place');
  const foreign = title.querySelector('[lang]');
  const { star, venue = null, room = null } = button.dataset;
  let place = placed && venue ? bare(placed) : '';
  // On the page of a house its lines name the hall alone.
  if (place && placed.matches('.line-place') && !placed.querySelector('a')) place += ` · ${bare(document.querySelector('h1'))}`;
  return {
    number: Number(star), key: (title.href || location.href).replace(/[?#].*/, '').split('/').pop(),
    title: bare(title), lang: foreign ? foreign.lang : document.documentElement.lang, said: tongue,
    start, end, place, house: place.split(' · ').pop(),
    venue: venue && Number(venue), room: room && Number(room), release: Number(release),
    cancelled: around.classList.contains('is-cancelled'),
    sample: around.querySelector('.line-title .tag-sample, .plan-title .tag-sample') !== null ||
      (!title.href && document.querySelector('.kicker .tag-sample') !== null),
  };
}

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
    tell([says.notKept]);
    return;
  }
  const all = [...others, entry].sort(inOrder);
  const found = isNew && isKept ? collisions(all, others.length ? await readRoads() : null) : [];
  tell(found.filter(({ from, to }) => from === entry || to === entry).slice(0, 2).map(sentence));
}

function tell(sentences) {
  live.textContent = sentences.join(tongue === 'zh' ? '' : ' ');
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
