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
  const what = entry.gone ? says.gone : fill(says.was, { was: entry.was });
  return node('p', 'plan-change', node('strong', '', says.changed), ' ', what, ' ', button);
}

function line(entry) {
  const when = node('p', 'plan-when');
  if (entry.start) {
    when.append(time(entry.start, clock(entry.start)));
    if (Date.parse(entry.start) < Date.parse(entry.end)) when.append('–', time(entry.end, endOf(entry)));
  }
  const link = node('a', '', entry.title);
  link.href = planAddress.replace(/plan$/, `sessions/${entry.key}`);
  if (!entry.lang.startsWith(tongue)) link.lang = entry.lang;
  const title = node('p', 'plan-title', link);
  if (entry.cancelled) title.append(' ', node('span', 'tag tag-cancelled', says.cancelled));
  if (entry.sample) title.append(' ', node('span', 'tag tag-sample', says.sample));
  title.append(' ', remover(entry));
  const item = node('li', entry.cancelled ? 'plan-entry is-cancelled' : 'plan-entry', when, title, node('p', 'plan-place', entry.place));
  item.dataset.number = entry.number;
  if (entry.was || entry.gone) item.append(change(entry));
  return item;
}

async function drawPlan() {
  const entries = Object.values(readPlan()).sort(inOrder);
  const found = collisions(entries, entries.length > 1 ? await readRoads() : null);
  const days = [];
  for (const entry of entries) {
    const date = entry.start ? entry.start.slice(0, 10) : null;
    const day = days[days.length - 1];
    if (day && day.date === date) day.entries.push(entry);
    else days.push({ date, entries: [entry] });
  }

  const drawn = days.map(({ date, entries: onDay }) => {
    const lines = onDay.flatMap((entry) => [
      ...found.filter(({ to }) => to === entry).map((each) => node('li', `plan-trouble${each.kind === 'tight' ? '' : ' is-grave'}`, sentence(each))),
      line(entry),
    ]);
    const head = node('h2', '', date ? time(date, nameOfDay(date)) : says.undated);
    return node('section', 'plan-day', head, node('ol', 'plan-entries', ...lines));
  });
  const grave = found.filter(({ kind }) => kind !== 'tight').length;
  const sum = [counted(says.sessions, entries.length), grave ? counted(says.troubles, grave) : says.noTrouble];
  const shown = own.querySelector('.plan-days');
  shown.textContent = '';
  shown.append(...drawn);
  own.querySelector('.plan-sum').textContent = entries.length ? sum.join(says.comma) : '';
  own.querySelector('.plan-empty').hidden = entries.length > 0;
  drawLink(entries.map(({ number }) => number));
}

if (own) {
  document.addEventListener('plan-changed', drawPlan);
  addEventListener('storage', ({ key }) => (key === planKey || key === null) && drawPlan());
  drawPlan().then(refreshPlan);
}
