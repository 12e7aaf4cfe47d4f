// What everybody must read at once comes to pages that are open too, within ten seconds, and so does word of a new release.
// Nothing on the page moves for it: what comes late lies over its foot until it is read, then takes its place at the head.
const place = document.querySelector(".notices");
const { notices: address, week, release } = document.body.dataset;
const lang = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
const EVERY = 6000, RAREST = 60000, PATIENCE = 3000;
// There from the beginning, so that a screen reader knows it before words come into it.
const late = document.createElement("div");
late.className = "notices-late";
late.setAttribute("role", "status");
let tag = "", wait = EVERY, timer = 0, isAsking = false;

const element = (name, words, of) => {
  const made = document.createElement(name);
  made.textContent = words;
  if (of) made.className = of;
  return made;
};

const line = ({ number, text, said }) => {
  const made = element("p", "", "notice");
  made.dataset.number = number;
  const words = element("span", text[lang]);
  made.append(element("strong", place.dataset.notice), " ", words, " ", element("span", said[lang], "quiet"));
  return made;
};

const changed = () => {
  const made = element("p", "", "notice notice-changed");
  made.dataset.number = "changed";
  const link = element("a", place.dataset.changed);
  link.href = location.href.split("#")[0];
  made.append(link);
  return made;
};

// What came late has been read: it takes its place at the head.
const settle = () => {
  const [first, ...others] = late.querySelectorAll(".notice");
  place.append(first, ...others);
  place.hidden = false;
  late.textContent = "";
  // The button that had the focus is gone.
  first.tabIndex = -1;
  first.focus({ preventScroll: true });
};

const read = () => {
  const button = element("button", place.dataset.read, "plain-button");
  button.type = "button";
  button.addEventListener("click", settle);
  return button;
};

// What ended at the head is struck through and keeps its room until the page is loaded again.
const end = (line) => {
  line.classList.add("notice-over");
  line.append(element("span", ` ${place.dataset.over}`, "unseen"));
};

const show = (told) => {
  const wanted = told.notices.map(line);
  if (told.week !== week || String(told.release) !== release) wanted.push(changed());
  const there = [...document.querySelectorAll(".notice:not(.notice-over)")];
  const isIn = (among, one) => among.some((other) => other.dataset.number === one.dataset.number);
  for (const old of there.filter((one) => !isIn(wanted, one))) {
    if (late.contains(old)) old.remove();
    else end(old);
  }
  const come = wanted.filter((one) => !isIn(there, one));
  if (come.length) late.prepend(...come);
  const button = late.querySelector("button");
  const isEmpty = !late.querySelector(".notice");
  if (button && isEmpty) button.remove();
  if (!button && !isEmpty) late.append(read());
};

const ask = async () => {
  clearTimeout(timer);
  if (isAsking || document.hidden) return;
  isAsking = true;
  const stop = new AbortController();
  const giveUp = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const headers = tag ? { "If-None-Match": tag } : {};
    const answer = await fetch(address, { headers, cache: "no-store", signal: stop.signal });
    if (!answer.ok && answer.status !== 304) throw new Error(answer.status);
    if (answer.ok) {
      show(await answer.json());
      tag = answer.headers.get("etag") || "";
    }
    wait = EVERY;
  } catch (_) {
    wait = Math.min(wait * 2, RAREST);
  }
  clearTimeout(giveUp);
  isAsking = false;
  timer = setTimeout(ask, wait);
};

if (place && address && window.fetch && window.AbortController) {
  document.querySelector(".over-foot").append(late);
  document.addEventListener("visibilitychange", ask);
  addEventListener("online", ask);
  timer = setTimeout(ask, EVERY);
}
