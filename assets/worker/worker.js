// The guide in a mall without a signal: keeps the days, of long ones as many stretches as there is room for, the plan, the pages of what
// is in the plan and what was opened, week by week, and hands them out when the network does not answer within three seconds. Before this stands `GUIDE`, written
// by the server: the files that every page needs, and by what the addresses of a week begin with, which week it is, its release and the
// pages to keep in each language, the most needed first.
// Another release is another text of this file, and so another worker: it fetches everything anew before it takes over, the newest of
// what was opened too, and then the old one's caches go; where one file is missing, the old one stays. Never kept: errors, forms,
// checks, searches, copies of plans, and whatever a later version puts at new addresses.

const PATIENCE = 3000;
const MOST_SEEN = 80;
const MOST_CARRIED = 20;
// Of pages kept ahead, compressed; the files of every page come to it.
const MOST_BYTES = 230_000;
// The pages of starred sessions and their houses, compressed. A day's plan is some ten sessions in half as many houses; with the rest that
// is kept ahead it stays under 400 kB, which a visitor who pays for data does not notice.
const MOST_STARRED_BYTES = 90_000;
const SIZE = "x-kept-bytes";
// What messengers write behind an address that is passed on, in a name that the guide uses as well.
const MESSENGERS = ["singlemessage", "groupmessage", "timeline"];
const KEPT_PAGES = ["", "programme", "activities", "sessions", "people", "venues", "near", "plan", "figures", "accessibility", "offline"];
const DONE = "/kept-whole";
const SHELL = `shell ${GUIDE.shell.name}`;

// Another week may become the current one, at the same addresses and with the same number of its release.
function cacheName(kind, { scope, lang }) {
  const { week, release } = GUIDE.weeks[scope];
  return `${kind} ${scope} ${lang} ${week} ${release} ${GUIDE.shell.name}`;
}

self.addEventListener("install", (event) => event.waitUntil(renew().then(() => self.skipWaiting())));

self.addEventListener("activate", (event) => event.waitUntil(forgetOthers().then(() => self.clients.claim())));

self.addEventListener("message", (event) => {
  const { keep, starred } = event.data;
  const place = keep || starred;
  if (!place) return;
  if (!isOf(GUIDE.weeks[place.scope], place)) self.registration.update().catch(() => {});
  else event.waitUntil(inTurn(() => (keep ? keepPages(keep) : keepStarred(starred))));
});

let turn = Promise.resolve();

/** One after the other, so that what was starred last is what is kept. */
function inTurn(work) {
  turn = turn.then(work).catch(() => {});
  return turn;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (GUIDE.shell.files.includes(url.pathname)) event.respondWith(fromShell(request));
  if (request.mode === "navigate" && FRONT_DOOR.test(url.pathname)) event.respondWith(frontDoor(event, url));
  const place = placeOf(url);
  if (!place) return;
  if (request.mode === "navigate" && place.lang) event.respondWith(page(event, place, url));
  else if (place.isRoads) event.respondWith(roads(event, place));
});

const FRONT_DOOR = /^\/(w\/[^/]+\/?)?$/;

/** Where no language is named, the server asks the browser; without it, so do we, and lead to a home that is kept. */
async function frontDoor(event, url) {
  const network = fetch(event.request);
  network.catch(() => {});
  const scope = url.pathname.replace(/\/?$/, "/");
  const asked = (self.navigator.languages || []).map((tag) => tag.slice(0, 2).toLowerCase());
  for (const lang of [...asked.filter((each) => each === "zh" || each === "en"), "zh", "en"]) {
    const home = `${scope}${lang}`;
    if (await matchIn([["kept", { scope, lang }]], home)) return inTime(network, Response.redirect(home, 302));
  }
  return network;
}

/** In which week and language an address is, and under which noun; nothing for what is of no week. */
function placeOf(url) {
  const [, scope, rest] = /^(\/(?:w\/[^/]+\/)?)(.*)$/.exec(url.pathname);
  if (rest === "roads.json") return { scope, isRoads: true };
  const [lang, noun = ""] = rest.split("/");
  return lang === "zh" || lang === "en" ? { scope, lang, noun } : null;
}

/** The network first; what is kept if that fails, is broken or takes too long; else the page that says what there is. */
async function page(event, place, url) {
  const network = fetch(event.request);
  event.waitUntil(network.then((answer) => remember(place, url, answer.clone()), () => {}));
  const kept = await find(place, url);
  if (!kept) return network.catch(() => offlinePage(place));
  return inTime(network, kept);
}

async function inTime(network, kept) {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, null));
  const timely = await Promise.race([network.catch(() => null), late]);
  return timely && timely.status < 500 ? timely : kept;
}

/** The minutes of road, which the plan asks for: the network first as well. */
async function roads(event, place) {
  const network = fetch(event.request);
  const kept = await matchIn(["zh", "en"].map((lang) => ["kept", { ...place, lang }]), event.request.url);
  return kept ? inTime(network, kept) : network;
}

async function fromShell(request) {
  return (await caches.match(request, { cacheName: SHELL })) || fetch(request);
}

async function find(place, url) {
  if (!GUIDE.weeks[place.scope] || !KEPT_PAGES.includes(place.noun)) return undefined;
  const kinds = ["seen", "starred", "kept"].map((kind) => [kind, place]);
  const question = questionOf(place, url);
  const exact = await matchIn(kinds, url.pathname + question);
  if (exact || question === "" || place.noun !== "programme") return exact;
  // Filters are the server's to answer: the whole day stands in, and says so.
  const day = url.searchParams.get("day");
  for (const address of [day && `${url.pathname}/${day}`, url.pathname, url.pathname.replace(/\/grid$/, "")]) {
    const whole = address && (await matchIn(kinds, address));
    if (whole) return new Response((await whole.text()).replace("<body ", "<body data-whole "), { headers: whole.headers });
  }
  return undefined;
}

/** What of a query makes another page. Messengers and campaigns add words of their own, which do not. */
function questionOf({ noun }, url) {
  const known = { programme: [...GUIDE.filters, "day", "group"], plan: ["o", "part"], near: ["at", "from"] }[noun] || [];
  const means = ([name, value]) => known.includes(name) && value !== "" && !(name === "from" && MESSENGERS.includes(value));
  const question = new URLSearchParams([...url.searchParams].filter(means)).toString();
  return question && `?${question}`;
}

async function offlinePage(place) {
  const ways = [place.lang, "zh", "en"].map((lang) => ({ ...place, lang }));
  for (const way of GUIDE.weeks[place.scope] ? ways : []) {
    const found = await matchIn([["kept", way]], `${way.scope}${way.lang}/offline`);
    if (found) return found;
  }
  return Response.error();
}

async function matchIn(names, address) {
  for (const [kind, place] of names) {
    if (!GUIDE.weeks[place.scope]) continue;
    const found = await caches.match(address, { ignoreVary: true, cacheName: cacheName(kind, place) });
    if (found) return found;
  }
  return undefined;
}

/** Keeps a page that was opened, the newest eighty; those that are always kept are brought up to date. */
async function remember(place, url, answer) {
  if (!isKeepable(answer) || !KEPT_PAGES.includes(place.noun)) return;
  const week = GUIDE.weeks[place.scope];
  const copy = await copyOf(answer);
  if (!isOf(week, copy)) {
    await self.registration.update();
    return;
  }
  const question = questionOf(place, url);
  if (week.pages[place.lang].includes(url.pathname)) {
    if (question === "") await (await caches.open(cacheName("kept", place))).put(url.pathname, copy.answer);
    return;
  }
  const starred = await caches.open(cacheName("starred", place));
  if (question === "" && (await starred.match(url.pathname))) await starred.put(url.pathname, copy.answer);
  else await putSeen(place, url.pathname + question, copy.answer);
}

/** As the newest of what was opened; the oldest make room. */
async function putSeen(place, address, answer) {
  const seen = await caches.open(cacheName("seen", place));
  await seen.delete(address);
  await seen.put(address, answer);
  const known = await seen.keys();
  await Promise.all(known.slice(0, Math.max(0, known.length - MOST_SEEN)).map((old) => seen.delete(old)));
}

/** Keeps the pages of these sessions and of their houses, as many as there is room for from the first; the others age like what was opened. */
async function keepStarred({ scope, lang, sessions }) {
  const place = { scope, lang };
  const cache = await caches.open(cacheName("starred", place));
  const wanted = new Set();
  let room = MOST_STARRED_BYTES;
  const take = async (address) => {
    if (wanted.has(address)) return "";
    const held = await cache.match(address);
    const page = held || (await fetchedOf(GUIDE.weeks[scope], address));
    const bytes = page ? Number(page.headers.get(SIZE)) : 0;
    if (!page || bytes > room) return "";
    room -= bytes;
    wanted.add(address);
    if (!held) await cache.put(address, page.clone());
    return page.text();
  };
  for (const key of sessions) {
    const html = await take(`${scope}${lang}/sessions/${key}`);
    for (const [, house] of html.matchAll(/<a class="place" href="([^"#?]+)/g)) await take(house);
  }
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (wanted.has(pathname)) continue;
    await putSeen(place, pathname, await cache.match(pathname));
    await cache.delete(pathname);
  }
}

/** A page of this release as it is now; nothing where it is not to be had. */
async function fetchedOf(week, address) {
  const copy = await fetched(address).catch(() => null);
  return copy && isOf(week, copy) ? copy.answer : null;
}

/** Keeps what a reader of a week and language needs most, once: all of it but what there is no room for, or it is tried again. */
async function keepPages({ scope, lang }) {
  const name = cacheName("kept", { scope, lang });
  if (await caches.match(DONE, { cacheName: name })) return;
  const cache = await caches.open(name);
  const week = GUIDE.weeks[scope];
  let [bytes, leftOut] = [0, 0];
  for (const address of week.pages[lang]) {
    const copy = await fetched(address);
    const isRoads = address.endsWith("/roads.json");
    // There may be no minutes of road.
    if (isRoads && !copy) continue;
    if (!copy || (!isRoads && !isOf(week, copy))) throw new Error(`${address} is of another release`);
    if (bytes + copy.bytes <= MOST_BYTES) {
      bytes += copy.bytes;
      await cache.put(address, copy.answer);
    } else {
      leftOut += 1;
    }
    // One may be too large by itself; after the second there is no room for what is less needed, and it is not even fetched.
    if (leftOut > 1) break;
  }
  await cache.put(DONE, new Response(""));
}

/** A file as it is now, null if there is none. All else is an error: a hole must not replace what an older worker kept whole. */
async function fetched(address) {
  const answer = await fetch(address, { cache: "no-cache" });
  if (answer.status === 404) return null;
  if (!isKeepable(answer)) throw new Error(`${address} is answered with ${answer.status}`);
  return copyOf(answer);
}

/** An answer to keep, and of which week and release it says it is. A page says from when it is, to be read when it is shown again. */
async function copyOf(answer) {
  const headers = new Headers(answer.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  const isPage = (headers.get("content-type") || "").startsWith("text/html");
  const body = isPage ? await answer.text() : await answer.blob();
  const [, week, release] = (isPage && /<body data-week="([^"]*)" data-release="(\d+)"/.exec(body)) || [];
  const said = isPage ? body.replace("<body ", `<body data-kept="${new Date().toISOString()}" `) : body;
  // Not every way tells the length of what it compressed; a page is then about a fifth.
  const bytes = Number(answer.headers.get("content-length")) || Math.ceil((isPage ? body.length : body.size) / 5);
  headers.set(SIZE, bytes);
  return { week, release: Number(release), bytes, answer: new Response(said, { headers }) };
}

const isOf = (known, { week, release }) => known !== undefined && known.week === week && known.release === release;

const isKeepable = (answer) => answer.ok && !answer.redirected && answer.type === "basic" && !/no-store/.test(answer.headers.get("cache-control") || "");

/** The files of every page, and whatever the worker before this one kept, in its newest release. */
async function renew() {
  const shell = await caches.open(SHELL);
  for (const address of GUIDE.shell.files) {
    const copy = await fetched(address);
    if (!copy) throw new Error(`${address} is not there`);
    await shell.put(address, copy.answer);
  }
  const names = await caches.keys();
  for (const name of names) {
    const [kind, scope, lang] = name.split(" ");
    if (kind === "kept" && GUIDE.weeks[scope]) await keepPages({ scope, lang });
  }
  for (const name of names) await carryOver(name);
}

/** What is starred and the newest pages that were opened, fetched anew; one that is gone, or not to be had now, is no reason to stay with an old release. */
async function carryOver(name) {
  const [kind, scope, lang, week] = name.split(" ");
  const known = GUIDE.weeks[scope];
  if (!["seen", "starred"].includes(kind) || !known || known.week !== week || name === cacheName(kind, { scope, lang })) return;
  const [old, now] = await Promise.all([caches.open(name), caches.open(cacheName(kind, { scope, lang }))]);
  const requests = await old.keys();
  for (const { url } of kind === "seen" ? requests.slice(-MOST_CARRIED) : requests) {
    const page = await fetchedOf(known, url);
    if (page) await now.put(url, page);
  }
}

async function forgetOthers() {
  const ours = ["shell", "kept", "starred", "seen"];
  const isOld = (name) => {
    const [kind, scope, lang] = name.split(" ");
    if (!ours.includes(kind)) return false;
    if (kind === "shell") return name !== SHELL;
    return !GUIDE.weeks[scope] || name !== cacheName(kind, { scope, lang });
  };
  await Promise.all((await caches.keys()).filter(isOld).map((name) => caches.delete(name)));
}
