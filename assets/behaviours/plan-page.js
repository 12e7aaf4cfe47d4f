// A visitor's own plan, drawn from what the device keeps, in the shape of a shared one; it works without a network.
const own = document.querySelector('.plan-own');

function node(tag, className, ...inside) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...inside);
  return made;
}

function time(stamp, words) {
  const made = node('time', '', words);
  made.dateTime = stamp;
  return made;
}

function remover(entry) {
  const button = node('button', 'plan-remove', '✕');
  button.type = 'button';
  const name = fill(says.removeThis, { title: entry.title });
  button.setAttribute('aria-label', name);
  button.title = name;
  button.addEventListener('click', () => changePlan((plan) => delete plan[entry.number]));
  return button;
}

function change(entry) {
  const button = node('button', 'plain-button plan-seen', says.seen);
  button.type = 'button';
  button.addEventListener('click', () =>
    changePlan((plan) => {
      if (plan[entry.number].gone) delete plan[entry.number];
      else delete plan[entry.number].was;
    }),
  );
  const was = document.createDocumentFragment();
  (entry.was || []).forEach(([words, lang], at) => was.append(at > 0 ? says.comma : '', inTongue(words, lang)));
  const what = entry.gone ? [says.gone] : pieces(says.was, { was });
  return node('p', 'plan-change', node('strong', '', says.changed), ' ', ...what, ' ', button);
}

/** Hall and house, which may be named in different languages. */
function placeOf({ place, house = '', roomLang, houseLang }) {
  const isSplit = house && place.endsWith(` · ${house}`);
  const room = isSplit ? place.slice(0, -house.length - 3) : '';
  return node('p', 'plan-place', ...(isSplit ? [inTongue(room, roomLang), ' · '] : []), inTongue(isSplit ? house : place, houseLang));
}

function line(entry) {
  const when = node('p', 'plan-when');
  if (entry.start) {
    when.append(time(entry.start, clock(entry.start)));
    if (Date.parse(entry.start) < Date.parse(entry.end)) when.append('–', time(entry.end, endOf(entry)));
  }
  const link = node('a', '', inTongue(entry.title, entry.lang));
  link.href = planAddress.replace(/plan$/, `sessions/${entry.key}`);
  const title = node('p', 'plan-title', link);
  if (entry.cancelled) title.append(' ', node('span', 'tag tag-cancelled', says.cancelled));
  if (entry.sample) title.append(' ', node('span', 'tag tag-sample', says.sample));
  title.append(' ', remover(entry));
  const item = node('li', entry.cancelled ? 'plan-entry is-cancelled' : 'plan-entry', when, title, placeOf(entry));
  item.dataset.number = entry.number;
  if (entry.was || entry.gone) item.append(change(entry));
  return item;
}

function daysOf(entries) {
  const days = [];
  for (const entry of entries) {
    const date = entry.start ? entry.start.slice(0, 10) : null;
    const day = days[days.length - 1];
    if (day && day.date === date) day.entries.push(entry);
    else days.push({ date, entries: [entry] });
  }
  return days;
}

function show(entries, roads) {
  const found = collisions(entries, roads);
  const drawn = daysOf(entries).map(({ date, entries: onDay }) => {
    const lines = onDay.flatMap((entry) => [
      ...found.filter(({ to }) => to === entry).map((each) => node('li', `plan-trouble${each.kind === 'tight' ? '' : ' is-grave'}`, ...sentence(each))),
      line(entry),
    ]);
    const head = node('h2', '', date ? time(date, nameOfDay(date)) : says.undated);
    return node('section', 'plan-day', head, node('ol', 'plan-entries', ...lines));
  });
  const grave = found.filter(({ kind }) => kind !== 'tight').length;
  const sum = [counted(says.sessions, entries.length)];
  if (grave) sum.push(counted(says.troubles, grave));
  // Nobody can say so who does not know the roads.
  else if (roads || entries.length < 2) sum.push(says.noTrouble);
  const list = own.querySelector('.plan-days');
  const refocus = focusIn(list);
  list.textContent = '';
  list.append(...drawn);
  own.querySelector('.plan-sum').textContent = entries.length ? sum.join(says.comma) : '';
  own.querySelector('.plan-empty').hidden = entries.length > 0;
  drawLink(entries.filter(({ gone }) => !gone).map(({ number }) => number));
  refocus();
}

/** Remembers which entry has the focus, and gives it back after drawing: to the same entry, else to the next, else to the one before. */
function focusIn(list) {
  const held = document.activeElement;
  const lines = [...list.querySelectorAll('.plan-entry')];
  const at = lines.findIndex((line) => line.contains(held));
  if (at < 0) return () => {};
  const [button] = ['.plan-remove', '.plan-seen', '.plan-title a'].filter((each) => held.matches(each));
  const near = [...lines.slice(at), ...lines.slice(0, at).reverse()].map((line) => line.dataset.number);
  return () => {
    const left = near.map((number) => list.querySelector(`[data-number="${number}"]`)).find(Boolean);
    const target = left ? left.querySelector(button) || left.querySelector('.plan-title a') : own.querySelector('.plan-empty a');
    target.focus();
  };
}

let draws = 0;

/** Draws at once by the minutes of road that are kept, and again when those of this release come. */
async function drawPlan() {
  draws += 1;
  const turn = draws;
  const entries = Object.values(readPlan()).sort(inOrder);
  const old = keptRoads();
  show(entries, old);
  if (entries.length < 2) return;
  const roads = await readRoads();
  // What was drawn meanwhile is newer.
  if (turn === draws && roads && roads.release !== (old || {}).release) show(entries, roads);
}

if (own) {
  document.addEventListener('plan-changed', drawPlan);
  addEventListener('storage', ({ key }) => (key === planKey || key === null) && drawPlan());
  drawPlan();
  refreshPlan();
}
