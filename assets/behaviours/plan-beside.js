// What a page says of the session beside a star, so that it goes into the plan without a question to the server.
const AROUND = '.line, .happening, .plan-entry, .slot';

/** The words of an element without the tags that stand beside them. */
function bare(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll('.tag').forEach((tag) => tag.remove());
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

const titleOf = (around) => around.querySelector('.line-title a, .plan-title a, .slot-title a') || document.querySelector('h1.title');

/** The elements that name hall and house: in a grid the heads of the column, on the page of a house its heading. */
function placesBeside(around, { venue, room }) {
  if (!venue) return [];
  if (around.matches('.slot')) return [`[data-hall="${room}"]`, `[data-house="${venue}"]`].map((head) => document.querySelector(head));
  const placed = around.querySelector('.line-place, .happening-place .place, .plan-place');
  const isInHouse = placed && placed.matches('.line-place') && !placed.querySelector('a');
  return isInHouse ? [room && placed, document.querySelector('h1')] : [placed];
}

function entryBeside(button) {
  const around = button.closest(AROUND);
  const title = titleOf(around);
  const [start, end = start] = [...around.querySelectorAll('time[datetime]')].map((time) => time.dateTime);
  const { star, venue = null, room = null } = button.dataset;
  const places = placesBeside(around, button.dataset).filter(Boolean);
  const place = places.map(bare).join(' · ');
  const house = place.split(' · ').pop();
  const marked = [title, ...places].flatMap((part) => [...part.querySelectorAll('[lang]')]);
  const langOf = (words) => (marked.find((part) => bare(part) === words) || document.documentElement).lang;
  return {
    number: Number(star), key: (title.href || location.href).replace(/[?#].*/, '').split('/').pop(),
    title: bare(title), lang: langOf(bare(title)), said: tongue, start, end,
    place, roomLang: langOf(place.slice(0, -house.length - 3)), house, houseLang: langOf(house),
    venue: venue && Number(venue), room: room && Number(room), release: Number(release),
    cancelled: around.classList.contains('is-cancelled'),
    sample: around.querySelector('.line-title .tag-sample, .plan-title .tag-sample, .slot-title .tag-sample') !== null ||
      (!title.href && document.querySelector('.kicker .tag-sample') !== null),
  };
}
