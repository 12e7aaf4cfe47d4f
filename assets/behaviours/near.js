// What is on now, kept right while minutes pass; and sorted by where somebody is, which never leaves the device.
const near = document.querySelector('.near');

/** When the session of a line begins and ends. */
function span(item) {
  const [start, end = start] = [...item.querySelectorAll('.line-when time')].map(({ dateTime }) => Date.parse(dateTime));
  return { start, end };
}

function pass() {
  const [on, next] = [near.querySelector('.near-now'), near.querySelector('.near-next')];
  const now = Date.now();
  for (const item of near.querySelectorAll('.lines > li')) {
    const { start, end } = span(item);
    if (end <= now) item.remove();
    else if (start <= now && next.contains(item)) on.querySelector('.lines').append(item);
    if (!item.isConnected) continue;
    const minutes = Math.floor(((start <= now ? end : start) - now) / 60000);
    const wording = start <= now ? near.dataset.endsIn : near.dataset.startsIn;
    item.querySelector('.near-wait').textContent = minutes <= 180 ? wording.replace('{n}', minutes) : '';
  }
  for (const list of [on, next]) list.querySelector('.empty').hidden = list.querySelector('li') !== null;
}

/** Kilometres as the crow flies (haversine). */
function kilometres([east, north], { longitude, latitude }) {
  const radians = (degrees) => (degrees * Math.PI) / 180;
  const halves = Math.sin(radians(latitude - north) / 2) ** 2;
  const across = Math.cos(radians(north)) * Math.cos(radians(latitude)) * Math.sin(radians(longitude - east) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(halves + across)));
}

function sortFrom(coords) {
  for (const list of near.querySelectorAll('.lines')) {
    const placed = [...list.children].map((item) => {
      const at = item.dataset.at;
      return { item, km: at ? kilometres(at.split(',').map(Number), coords) : Infinity };
    });
    placed.sort((a, b) => a.km - b.km);
    for (const { item, km } of placed) {
      const words = near.dataset.distance.replace('{km}', km.toFixed(1));
      item.querySelector('.near-road').textContent = km < Infinity ? words : '';
    }
    list.append(...placed.map(({ item }) => item));
  }
}

if (near && 'live' in near.dataset) {
  setInterval(pass, 15000);
  document.addEventListener('visibilitychange', pass);
  pass();
}
const ask = near && near.querySelector('[data-position]');
if (ask && navigator.geolocation) {
  const said = near.querySelector('.near-said');
  said.textContent = said.dataset.stays;
  ask.hidden = false;
  ask.addEventListener('click', () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        sortFrom(coords);
        said.textContent = said.dataset.taken;
      },
      () => (said.textContent = said.dataset.refused),
      { maximumAge: 60000, timeout: 15000 },
    ),
  );
}
