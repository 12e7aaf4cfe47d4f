// The page of what is saved on this device: lists it, and says so where it stands in for a page that is not.
const shown = document.querySelector("[data-offline]");

async function savedPages(scope, lang) {
  // While a new worker fetches, the old one keeps the same pages.
  const pages = new Map();
  for (const name of await caches.keys()) {
    const [kind, ofScope, ofLang] = name.split(" ");
    if (!["kept", "seen"].includes(kind) || ofScope !== scope || ofLang !== lang) continue;
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const answer = await cache.match(request);
      if (!(answer.headers.get("content-type") || "").startsWith("text/html")) continue;
      const { title } = new DOMParser().parseFromString(await answer.text(), "text/html");
      const href = new URL(request.url).pathname + new URL(request.url).search;
      pages.set(href, { href, title });
    }
  }
  return [...pages.values()];
}

function list(pages, here) {
  const line = ({ href, title }) => {
    const [item, link] = [document.createElement("li"), document.createElement("a")];
    link.href = href;
    link.textContent = title;
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
