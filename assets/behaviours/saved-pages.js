// The page of what is saved on this device: lists it, and says so where it stands in for a page that is not.
const shown = document.querySelector("[data-offline]");

/** Every page that is kept, once, the days first, then what a visitor asks for next, then what is starred, then what was opened, the newest first. */
async function savedPages(scope, lang) {
  // While a new worker fetches, the old one keeps the same pages.
  const pages = new Map();
  for (const name of await caches.keys()) {
    const [kind, ofScope, ofLang] = name.split(" ");
    if (!["kept", "starred", "seen"].includes(kind) || ofScope !== scope || ofLang !== lang) continue;
    const cache = await caches.open(name);
    for (const [at, request] of (await cache.keys()).entries()) {
      const answer = await cache.match(request);
      const { pathname: href, search } = new URL(request.url);
      // What a filter left of a page is not another page.
      if (search || !(answer.headers.get("content-type") || "").startsWith("text/html")) continue;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      pages.set(href, { href, rank: rankOf(href, kind, `${scope}${lang}`), at: kind === "seen" ? -at : at, ...titleOf(page) });
    }
  }
  const inOrder = (a, b) => a.rank - b.rank || (a.rank === 0 ? a.href.localeCompare(b.href) : a.at - b.at);
  return [...pages.values()].sort(inOrder);
}

function rankOf(href, kind, home) {
  if (/\/programme\/\d/.test(href)) return 0;
  const first = [`${home}/plan`, `${home}/near`, home, `${home}/programme`].indexOf(href);
  return first >= 0 ? 1 + first : { starred: 5, seen: 6 }[kind] || 7;
}

/** What a page calls itself, without the week, which is every page's, and in which language where it is not the page's. */
function titleOf(page) {
  const week = document.title.slice(document.querySelector("h1").textContent.length);
  const title = week && page.title.endsWith(week) ? page.title.slice(0, -week.length) : page.title;
  const marked = page.querySelector("h1 [lang]");
  return { title, lang: marked ? marked.lang : "" };
}

function list(pages, here) {
  const line = ({ href, title, lang }) => {
    const [item, link] = [document.createElement("li"), document.createElement("a")];
    link.href = href;
    link.textContent = title;
    if (lang) link.lang = lang;
    item.append(link);
    return item;
  };
  const others = pages.filter(({ href }) => href !== here);
  shown.querySelector("[data-saved]").append(...others.map(line));
  for (const part of ["[data-saved]", "[data-saved-head]"]) shown.querySelector(part).hidden = others.length === 0;
  shown.querySelector("[data-nothing-saved]").hidden = others.length > 0;
}

if (shown) {
  const here = shown.dataset.offline;
  shown.querySelector("[data-not-saved]").hidden = location.pathname === here;
  const [, scope, lang] = /^(.*\/)(zh|en)\/offline$/.exec(here);
  const pages = "caches" in window ? savedPages(scope, lang) : Promise.resolve([]);
  pages.catch(() => []).then((found) => list(found, here));
}
