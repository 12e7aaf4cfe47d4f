// Finds the pages of a site by following links from the door, a few of each kind.

const OF_EACH_KIND = 2;
const DOORS = [
  '/', '/zh', '/en', '/zh/check', '/en/check', '/en/no-such-page', '/zh/no-such-page',
  '/w/jiangning-2021', '/w/jiangning-2021/zh', '/w/jiangning-2021/en',
];

/** Paths of pages, at most `OF_EACH_KIND` of each kind and language. */
export async function crawl(origin) {
  const waiting = [...DOORS];
  const known = new Set(waiting);
  const taken = new Map();
  const pages = [];
  while (waiting.length > 0) {
    const path = waiting.shift();
    const count = taken.get(kindOf(path)) ?? 0;
    if (count >= OF_EACH_KIND) continue;

    const answer = await fetch(origin + path);
    if (!(answer.headers.get('content-type') ?? '').startsWith('text/html')) continue;
    taken.set(kindOf(path), count + 1);
    pages.push(path);
    for (const link of linksIn(await answer.text(), origin + path)) {
      if (link.origin === origin && !known.has(link.pathname + link.search)) {
        known.add(link.pathname + link.search);
        waiting.push(link.pathname + link.search);
      }
    }
  }
  return pages;
}

/** `/zh/activities/future-network` is of the kind `/zh/activities/*`, whether below `/w/{week}` or not. */
export function kindOf(path) {
  const [place, query] = path.split('?');
  const [week = ''] = place.match(/^\/w\/[^/]+/) ?? [];
  const [, lang = '', noun = '', ...rest] = place.slice(week.length).split('/');
  return `${week}/${lang}/${noun}${rest.map(() => '/*').join('')}${query === undefined ? '' : '?'}`;
}

function linksIn(html, from) {
  const links = [];
  for (const [, href] of html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)) {
    const address = href.replaceAll('&amp;', '&').replace(/#.*$/, '');
    if (address !== '' && URL.canParse(address, from)) links.push(new URL(address, from));
  }
  return links;
}
