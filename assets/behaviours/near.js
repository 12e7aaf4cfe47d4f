// What is on now, kept right while minutes pass; and sorted by where somebody is, which never leaves the device.
// The page says when the server made it. A page that looks older than some minutes may have been kept, or the device's clock may be wrong:
// a fresh one tells which, and by whose clock to go on. Without one, the page says as of when it is and takes nothing away.
const OLD = 180000;
const main = document.querySelector('main');
const part = (selector) => main.querySelector(selector);
const madeOf = (within) => Number((within.querySelector('[data-made]') || { dataset: {} }).dataset.made);

let made = madeOf(main);
// What has to be added to the device's clock; unknown while the page may be old.
let ahead = Math.abs(Date.now() - made) < OLD ? 0 : null;
let isAsking = false;
let place = null;

/** When the session of a line begins and ends. */
function span(item) {
  const [start, end = start] = [...item.querySelectorAll('.line-when time')].map(({ dateTime }) => Date.parse(dateTime));
  return { start, end };
}

/** So many minutes as they are said. */
function time(minutes, words) {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const said = [hours && words.hours.replace('{n}', hours), (rest || !hours) && words.minutes.replace('{n}', rest)];
  return said.filter(Boolean).join(' ');
}

function pass() {
  if (ahead === null || Math.abs(Date.now() + ahead - made) >= OLD) renew();
  const near = part('.near');
  if (ahead === null || !near) return;
  const [on, next] = [near.querySelector('.near-now'), near.querySelector('.near-next')];
  const now = Date.now() + ahead;
  for (const item of near.querySelectorAll('.lines > li')) {
    const { start, end } = span(item);
    if (end <= now) item.remove();
    else if (start <= now && next.contains(item)) on.querySelector('.lines').append(item);
    if (!item.isConnected) continue;
    const left = (start <= now ? end : start) - now;
    const [wording, missed] =
      start <= now ? [near.dataset.endsIn, near.dataset.missesAll] : [near.dataset.startsIn, near.dataset.missesStart];
    const minutes = Math.ceil(left / 60000);
    item.querySelector('.near-wait').textContent = minutes <= 180 ? wording.replace('{time}', time(minutes, near.dataset)) : '';
    item.querySelector('.near-late').textContent = Number(item.dataset.road) * 60000 > left ? missed : '';
  }
  const isOld = !part('.near-as-of').hidden;
  for (const list of [on, next]) list.querySelector('.empty').hidden = isOld || list.querySelector('li') !== null;
}

/** Asks for the page anew; puts it in place of an old one, unless somebody is just reaching for something in it. */
async function renew() {
  if (isAsking) return;
  isAsking = true;
  try {
    if (navigator.onLine === false) throw new Error('no network');
    const answer = await fetch(location.href, { cache: 'no-store' });
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
    const madeNow = fresh && madeOf(fresh);
    if (!answer.ok || !madeNow) throw new Error(answer.status);
    const skew = madeNow - Date.now();
    ahead = Math.abs(skew) < OLD ? 0 : skew;
    if (madeNow - made < OLD) say(false);
    else if (!part(':focus')) {
      made = madeNow;
      main.replaceChildren(...fresh.childNodes);
      document.dispatchEvent(new Event('plan-changed'));
      offer();
      if (place) sortFrom(place);
    }
  } catch (problem) {
    say(true);
  }
  isAsking = false;
  if (ahead !== null && Math.abs(Date.now() + ahead - made) < OLD) pass();
}

/** Whether the page is told to be as of when it was made. */
function say(isOld) {
  part('.near-as-of').hidden = !isOld;
  for (const sentence of main.querySelectorAll('.near-fresh')) sentence.hidden = isOld;
  if (isOld) main.querySelectorAll('.near .empty').forEach((sentence) => (sentence.hidden = true));
}

/** Kilometres as the crow flies (haversine). */
function kilometres([east, north], { longitude, latitude }) {
  const radians = (degrees) => (degrees * Math.PI) / 180;
  const halves = Math.sin(radians(latitude - north) / 2) ** 2;
  const across = Math.cos(radians(north)) * Math.cos(radians(latitude)) * Math.sin(radians(longitude - east) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(halves + across)));
}

function sortFrom(coords) {
  const near = part('.near');
  if (!near) return;
  for (const list of near.querySelectorAll('.lines')) {
    const placed = [...list.children].map((item) => {
      const at = item.dataset.at;
      return { item, km: at ? kilometres(at.split(',').map(Number), coords) : Infinity };
    });
    placed.sort((a, b) => a.km - b.km);
    for (const { item, km } of placed) {
      const words = near.dataset.distance.replace('{km}', km.toFixed(1));
      item.querySelector('.near-road').textContent = km < Infinity ? words : '';
      // The minutes of road were those from a place that somebody chose before.
      item.removeAttribute('data-road');
      item.querySelector('.near-late').textContent = '';
    }
    list.append(...placed.map(({ item }) => item));
  }
  const said = part('.near-said');
  said.textContent = said.dataset.taken;
}

/** Offers to sort by position, where there is something to sort. */
function offer() {
  const ask = part('[data-position]');
  if (!ask || !navigator.geolocation) return;
  const said = part('.near-said');
  said.textContent = said.dataset.stays;
  ask.hidden = false;
}

main.addEventListener('click', ({ target }) => {
  if (!target.closest('[data-position]')) return;
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => sortFrom((place = coords)),
    () => (part('.near-said').textContent = part('.near-said').dataset.refused),
    { maximumAge: 60000, timeout: 15000 },
  );
});
offer();
if (made) {
  setInterval(pass, 15000);
  document.addEventListener('visibilitychange', () => document.hidden || pass());
  addEventListener('online', pass);
  pass();
}
