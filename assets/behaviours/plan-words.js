// The plan's sentences, filled as the server fills them. `planWords` stands before this in the file that is served: both
// languages, from one source.
const tongue = document.documentElement.lang.slice(0, 2);
const says = planWords[tongue] || planWords.en;

const fill = (wording, slots) => wording.replace(/\{(\w+)\}/g, (_, name) => slots[name]);
/** The same in pieces, of which some may be elements: for `append`. */
const pieces = (wording, slots) => wording.split(/\{(\w+)\}/).map((piece, at) => (at % 2 ? slots[piece] : piece));
const counted = ([one, many], number) => (number === 1 ? one : many).replace('{}', number);
// Stamps carry the week's offset, so the clock of the week stands in them.
const clock = (stamp) => stamp.slice(11, 16);

function onDay(wording, date) {
  const [, m, d] = date.split('-').map(Number);
  const weekday = says.weekdays[new Date(`${date}T00:00Z`).getUTCDay()];
  return fill(wording, { weekday, d, month: says.months[m - 1], m });
}

const nameOfDay = (stamp) => onDay(says.day, stamp.slice(0, 10));

/** When it ends, as somebody says it who knows when it begins. */
function endOf({ start, end }) {
  const [first, last] = [start, end].map((stamp) => Date.parse(`${stamp.slice(0, 10)}T00:00Z`));
  const days = (last - first) / 86400000;
  if (days === 0) return clock(end);
  return days === 1 ? fill(says.nextDay, { clock: clock(end) }) : `${onDay(says.shortDay, end.slice(0, 10))} ${clock(end)}`;
}

const timesOf = (entry) =>
  Date.parse(entry.start) < Date.parse(entry.end) ? `${clock(entry.start)}–${endOf(entry)}` : clock(entry.start);

/** Words as they stand, or marked as being of another language than the page. */
function inTongue(words, lang) {
  if (!lang || !words || lang.startsWith(tongue)) return words;
  const marked = document.createElement('span');
  marked.lang = lang;
  marked.textContent = words;
  return marked;
}

/** A collision as the pieces of one sentence. */
const sentence = ({ kind, from, to, road, gap }) =>
  pieces(says[kind], {
    a: inTongue(from.title, from.lang), b: inTongue(to.title, to.lang), a_times: timesOf(from), b_times: timesOf(to), end: endOf(from),
    start: clock(to.start), from: inTongue(from.house, from.houseLang), to: inTongue(to.house, to.houseLang), road, gap,
  });
