// The guide in a mall without a signal: keeps the days, the plan and what was opened, week by week, and hands them out when the network
// does not answer within three seconds. Before this stands `GUIDE`, written by the server: the files that every page needs, and for
// every week, by what its addresses begin with, its release and the pages to keep in each language, the most needed first.
// Another release is another text of this file, and so another worker: it fetches everything anew before it takes over, and then the
// old one's caches go. Never kept: errors, forms, checks, searches, copies of plans, and whatever a later version puts at new addresses.

const PATIENCE = 3000;
const MOST_SEEN = 80;
const MOST_BYTES = 370 * 1024;
const KEPT_PAGES = ["", "programme", "activities", "sessions", "people", "venues", "near", "plan", "figures", "accessibility", "offline"];
const DONE = "/kept-whole";
const SHELL = `shell ${GUIDE.shell.name}`;

const cacheName = (kind, { scope, lang }) => `${kind} ${scope} ${lang} ${GUIDE.weeks[scope].release} ${GUIDE.shell.name}`;
const ages = new Map();

self.addEventListener("install", (event) => event.waitUntil(renew().then(() => self.skipWaiting())));

self.addEventListener("activate", (event) => event.waitUntil(forgetOthers().then(() => self.clients.claim())));

self.addEventListener("message", (event) => {
  const { ask, keep } = event.data;
  if (ask === "age" && event.ports[0]) event.ports[0].postMessage(ages.get(event.source.id) || null);
  if (!keep) return;
  const week = GUIDE.weeks[keep.scope];
  if (!week || week.release !== keep.release) self.registration.update().catch(() => {});
  else event.waitUntil(keepPages(keep).catch(() => {}));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (GUIDE.shell.files.includes(url.pathname)) event.respondWith(fromShell(request));
  const place = placeOf(url);
  if (!place) return;
  if (request.mode === "navigate" && place.lang) event.respondWith(page(event, place, url));
  else if (place.isRoads) event.respondWith(roads(event, place));
});

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
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, null));
  const timely = await Promise.race([network.catch(() => null), late]);
  if (timely && timely.status < 500) return timely;
  tellAge(event.resultingClientId, kept);
  return kept;
}

/** The minutes of road, which the plan asks for: the network first as well. */
async function roads(event, place) {
  const network = fetch(event.request);
  const kept = await matchIn(["zh", "en"].map((lang) => ["kept", { ...place, lang }]), event.request.url);
  return kept ? network.catch(() => kept) : network;
}

async function fromShell(request) {
  return (await caches.match(request, { cacheName: SHELL })) || fetch(request);
}

function find(place, url) {
  if (!GUIDE.weeks[place.scope] || !KEPT_PAGES.includes(place.noun)) return undefined;
  return matchIn([["seen", place], ["kept", place]], url.href);
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
  const week = GUIDE.weeks[place.scope];
  if (!isKeepable(answer) || !KEPT_PAGES.includes(place.noun)) return;
  if (!week || week.release !== releaseOf(answer)) {
    await self.registration.update();
    return;
  }
  if (week.pages[place.lang].includes(url.pathname)) {
    if (url.search === "") await put(await caches.open(cacheName("kept", place)), url.pathname, answer);
    return;
  }
  const seen = await caches.open(cacheName("seen", place));
  await put(seen, url.pathname + url.search, answer);
  const known = await seen.keys();
  await Promise.all(known.slice(0, Math.max(0, known.length - MOST_SEEN)).map((old) => seen.delete(old)));
}

/** Keeps what a reader of a week and language needs most, once. */
async function keepPages({ scope, lang }) {
  const name = cacheName("kept", { scope, lang });
  if (await caches.match(DONE, { cacheName: name })) return;
  const cache = await caches.open(name);
  await fill(cache, GUIDE.weeks[scope].pages[lang]);
  await cache.put(DONE, new Response(""));
}

/** Files into a cache, as long as there is room; what is not there is left out, and a network that fails ends it. */
async function fill(cache, addresses) {
  let bytes = 0;
  for (const address of addresses) {
    const answer = await fetch(address, { cache: "no-cache" });
    bytes += Number(answer.headers.get("content-length")) || 0;
    if (isKeepable(answer) && bytes < MOST_BYTES) await put(cache, address, answer);
  }
}

async function put(cache, address, answer) {
  const headers = new Headers(answer.headers);
  headers.set("x-saved", new Date().toISOString());
  headers.delete("content-encoding");
  headers.delete("content-length");
  await cache.put(address, new Response(await answer.blob(), { headers }));
}

const isKeepable = (answer) => answer.ok && !answer.redirected && answer.type === "basic" && !/no-store/.test(answer.headers.get("cache-control") || "");

const releaseOf = (answer) => Number((/"(\d+)-/.exec(answer.headers.get("etag") || "") || [])[1]);

function tellAge(client, kept) {
  if (ages.size > 50) ages.clear();
  ages.set(client, kept.headers.get("x-saved"));
}

/** The files of every page, and whatever the worker before this one kept, in its newest release. */
async function renew() {
  await fill(await caches.open(SHELL), GUIDE.shell.files);
  for (const name of await caches.keys()) {
    const [kind, scope, lang] = name.split(" ");
    if (kind === "kept" && GUIDE.weeks[scope]) await keepPages({ scope, lang });
  }
}

async function forgetOthers() {
  const ours = ["shell", "kept", "seen"];
  const isOld = (name) => {
    const [kind, scope, lang] = name.split(" ");
    if (!ours.includes(kind)) return false;
    if (kind === "shell") return name !== SHELL;
    return !GUIDE.weeks[scope] || name !== cacheName(kind, { scope, lang });
  };
  await Promise.all((await caches.keys()).filter(isOld).map((name) => caches.delete(name)));
}
