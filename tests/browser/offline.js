// A reader opens the guide, loses the network in a mall, reads on, is told how old it is, and comes back.

import { lineTo } from './line.js';
import { complaintsOf, watch } from './page_checks.js';

const MOST_KEPT_BYTES = 400_000;
const KEPT_WHOLE = '/kept-whole';
const WECHAT = 'Mozilla/5.0 (Linux; Android 10; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/86.0 Mobile Safari/537.36 MicroMessenger/8.0';

/** What is wrong without a network, in one language. */
export async function checkOffline(browser, server, lang) {
  const line = await lineTo(server);
  const { origin } = line;
  const context = await browser.newContext({ viewport: { width: 360, height: 900 } });
  const page = await context.newPage();
  const complaints = [];
  const complain = (what) => complaints.push(`/${lang} offline: ${what}`);
  try {
    await page.goto(`${origin}/${lang}`, { waitUntil: 'load' });
    if (!(await until(page, keptWhole, KEPT_WHOLE))) complain('nothing was kept within 20 s');
    const { addresses, files } = await page.evaluate(keptAddresses, KEPT_WHOLE);
    const days = addresses.filter((address) => /\/programme\/\d{4}-\d{2}-\d{2}$/.test(address));
    if (days.length < 2) complain(`only ${days.length} days are kept`);
    if (addresses.some((address) => !address.startsWith(`/${lang}`) && address !== '/roads.json')) complain(`kept besides: ${addresses}`);
    const bytes = await compressedSize(origin, [...addresses, ...files]);
    console.log(`worker, ${lang}: ${addresses.length} pages and ${files.length} files are kept, ${bytes} bytes compressed`);
    if (bytes > MOST_KEPT_BYTES) complain(`${bytes} bytes are kept ahead`);

    const [session, star] = await page.evaluate(async (address) => {
      const html = await (await fetch(address)).text();
      return [/href="([^"]*\/sessions\/[^"]+)"/, /data-star="(\d+)"/].map((wanted) => (wanted.exec(html) || [])[1]);
    }, days[0]);
    await visitForbidden(page, origin, lang, star, complain);
    const starred = await starOne(page, origin + days[1], complain);
    const ahead = await compressedSize(origin, [...addresses, ...files, ...(await starredAddresses(page))]);
    if (ahead > MOST_KEPT_BYTES) complain(`${ahead} bytes are kept ahead with what is starred`);

    line.cut();
    complaints.push(...(await withoutSignal(page, { origin, lang, days, starred })).map((what) => `/${lang} offline: ${what}`));
    await page.goto(origin + days[1], { waitUntil: 'load' });
    const seen = watch(page);
    await page.locator('.over-foot > .bar[data-bar=age]').waitFor({ timeout: 5000 }).catch(() => complain('a kept day does not say how old it is'));
    const told = await page.locator('.bar[data-bar=age]').innerText().catch(() => '');
    const wanted = lang === 'zh' ? /^这是 (\d+月\d+日) (\d\d:\d\d) 存下的内容/ : /^Saved at (\d\d:\d\d) on (\d+ \w+)\./;
    if (!wanted.test(told)) complain(`the bar says “${told}”`);
    const stamp = await page.locator('.bar[data-bar=age] time').getAttribute('datetime');
    const inWeek = new Date(Date.parse(stamp) + 8 * 3600_000).toISOString().slice(11, 16);
    if (!told.includes(inWeek)) complain(`“${told}” is not ${stamp} by the week's clock, ${inWeek}`);
    complaints.push(...(await complaintsOf(page, null, 360)).map((what) => `${days[1]} offline: ${what}`));
    complaints.push(...seen.filter((what) => !/ERR_(EMPTY_RESPONSE|CONNECTION)/.test(what) && !what.startsWith('request failed')).map((what) => `${days[1]} offline: ${what}`));

    complaints.push(...(await stackedWrongly(page)).map((what) => `${days[1]} offline: ${what}`));

    if (!addresses.includes(`/${lang}/plan`)) complain('the plan is not kept');
    await page.goto(`${origin}/${lang}/plan`, { waitUntil: 'load' });
    if ((await page.locator('.plan-own').count()) !== 1 || (await page.locator('[data-not-saved]').count()) > 0) complain('the plan is not shown');

    await page.goto(origin + session, { waitUntil: 'load' });
    await page.locator('[data-not-saved]:not([hidden])').waitFor({ timeout: 5000 }).catch(() => complain('a page that is not kept is not said to be'));
    await page.locator('[data-saved] a').first().waitFor({ timeout: 5000 }).catch(() => complain('nothing is listed as saved'));
    const listed = await page.locator('[data-saved] a').evaluateAll((links) => links.map((link) => [link.getAttribute('href'), link.textContent]));
    complaints.push(...listedWrongly(listed, lang, days, starred).map((what) => `/${lang}/offline, offline: ${what}`));
    complaints.push(...(await complaintsOf(page, null, 360)).map((what) => `/${lang}/offline, offline: ${what}`));

    line.mend();
    await page.goto(`${origin}/${lang}/plan`, { waitUntil: 'load' });
    await page.locator('.plan-remove').click();
    if (!(await until(page, isNotStarred, starred.session))) complain('what is not starred any more is kept as starred');
    if (!(await page.evaluate(async (address) => Boolean(await caches.match(address)), starred.session))) complain('what is not starred any more is gone at once');
    const answer = await page.goto(origin + session, { waitUntil: 'load' });
    if (answer.status() !== 200 || (await page.locator('.bar[data-bar=age]').count()) > 0) complain('with the network again, a page is not fresh');
    if (!(await until(page, async (address) => Boolean(await caches.match(address)), session))) complain('a page that was opened is not kept');
    line.cut();
    await page.goto(origin + session, { waitUntil: 'load' });
    await page.locator('.bar[data-bar=age]').waitFor({ timeout: 5000 }).catch(() => complain('a page that was opened is not shown'));

    line.mend();
    line.slow();
    await page.goto(origin + days[0], { waitUntil: 'load', timeout: 15_000 });
    await page.locator('.bar[data-bar=age]').waitFor({ timeout: 5000 }).catch(() => complain('a kept day does not stand in for a slow network'));
    if (addresses.includes('/roads.json')) {
      const isThere = page.evaluate(async () => Array.isArray((await (await fetch('/roads.json')).json()).minutes));
      const late = page.waitForTimeout(8000).then(() => false);
      if (!(await Promise.race([isThere, late]))) complain('the kept minutes of road do not stand in for a slow network');
    }

    const never = await page.evaluate(keptForbidden);
    if (never.length > 0) complain(`kept although it must not be: ${never}`);
  } catch (error) {
    complain(`broke off: ${error.message}`);
  } finally {
    await context.close();
    line.close();
  }
  return complaints;
}

/** Stars a session that the test opens nowhere else; gives its page and its house's, once they are kept, which this waits for. */
async function starOne(page, day, complain) {
  await page.goto(day, { waitUntil: 'load' });
  const line = page.locator('.line:has(button.star[data-star])').last();
  await line.locator('button.star').click();
  const session = await line.locator('.line-title a').getAttribute('href');
  if (!(await until(page, isStarred, session))) complain(`${session} is starred, and its page is not kept`);
  // The worker keeps the house after the session: what counts is that it comes, not that it is there at once.
  await until(page, hasStarredHouse);
  const houses = (await starredAddresses(page)).filter((address) => address.includes('/venues/'));
  if (houses.length !== 1) complain(`the houses of one starred session are ${houses}`);
  return { session, house: houses[0] };
}

async function isStarred(address) {
  for (const name of await caches.keys()) {
    if (name.startsWith('starred ') && (await (await caches.open(name)).match(address))) return true;
  }
  return false;
}

async function hasStarredHouse() {
  const names = (await caches.keys()).filter((name) => name.startsWith('starred '));
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return requests.flat().some(({ url }) => new URL(url).pathname.includes('/venues/'));
}

async function isNotStarred(address) {
  const names = (await caches.keys()).filter((name) => name.startsWith('starred '));
  const found = await Promise.all(names.map(async (name) => (await caches.open(name)).match(address)));
  return found.every((each) => !each);
}

async function starredAddresses(page) {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('starred '));
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
}

/** What is asked of a guide in a mall: what is starred, a filtered day, the front door, a copy for the calendar. */
async function withoutSignal(page, { origin, lang, days, starred }) {
  const found = [];
  const isOld = () => page.locator('.bar[data-bar=age]').waitFor({ timeout: 5000 }).then(() => true, () => false);
  for (const address of [starred.session, starred.house, `${starred.session}?from=timeline&utm_source=x`]) {
    await page.goto(origin + address, { waitUntil: 'load' });
    if (!(await isOld())) found.push(`${address} is starred and cannot be opened`);
  }

  await page.goto(`${origin}${days[0]}?kind=talk&venue=`, { waitUntil: 'load' });
  const said = (await isOld()) ? await page.locator('.bar[data-bar=age]').innerText() : '';
  if (!said.includes(lang === 'zh' ? '筛选要联网' : 'Filters need a network')) found.push(`a filtered day says “${said}”`);
  if ((await page.locator('.timetable .line').count()) === 0) found.push('a filtered day shows nothing');
  await page.goto(origin + days[0], { waitUntil: 'load' });
  if ((await isOld()) && (await page.locator('[data-whole]:visible').count()) > 0) found.push('a whole day speaks of filters');

  await page.goto(`${origin}/`, { waitUntil: 'load' });
  if (new URL(page.url()).pathname !== `/${lang}`) found.push(`/ leads to ${page.url()}`);

  await page.goto(`${origin}/${lang}/plan`, { waitUntil: 'load' });
  await page.locator('.plan-publish button').click();
  const told = page.locator('.plan-publish .plan-said');
  await told.getByText(lang === 'zh' ? '发布要联网' : 'Publishing needs a network').waitFor({ timeout: 5000 })
    .catch(async () => found.push(`publishing a copy leads to ${page.url()}`));
  if ((await page.locator('.plan-own .plan-entry').count()) !== 1) found.push('after publishing in vain the plan is lost');
  return found;
}

/** Days in their order, then the plan and what is near, what is starred, what was read; each once, and none with a query. */
function listedWrongly(listed, lang, days, starred) {
  const found = [];
  const addresses = listed.map(([href]) => href);
  if (new Set(addresses).size !== addresses.length) found.push(`listed twice: ${addresses}`);
  const noise = addresses.filter((href) => href.includes('?') || !href.startsWith(`/${lang}`));
  if (noise.length > 0) found.push(`listed besides: ${noise}`);
  const order = [...days, `/${lang}/plan`, `/${lang}/near`, `/${lang}`, `/${lang}/programme`, starred.session];
  const asListed = addresses.filter((href) => order.includes(href));
  if (asListed.join() !== order.join()) found.push(`${asListed} are listed, not ${order}`);
  const long = listed.filter(([href, title]) => href !== `/${lang}` && / · .*(创新周|Week)/.test(title));
  if (long.length > 0) found.push(`titles name the week: ${long.map(([, title]) => title)}`);
  return found;
}

/** In WeChat's browser nothing breaks, and a calendar says how it is opened. */
export async function checkWeChat(browser, origin, lang) {
  const context = await browser.newContext({ viewport: { width: 360, height: 900 }, userAgent: WECHAT, isMobile: true });
  // Its older versions know no workers, and none of what came to browsers after 2020.
  await context.addInitScript(() => {
    delete Navigator.prototype.serviceWorker;
    for (const { prototype } of [Element, Document, DocumentFragment]) delete prototype.replaceChildren;
    delete Array.prototype.at;
    delete String.prototype.replaceAll;
    delete window.structuredClone;
  });
  const page = await context.newPage();
  const seen = watch(page);
  const complaints = [];
  await page.goto(`${origin}/${lang}`, { waitUntil: 'load' });
  await page.locator('.colophon a[href*=".ics"]').first().click();
  const hint = page.locator('.over-foot > .bar[data-bar=outside]');
  await hint.waitFor({ timeout: 3000 }).catch(() => complaints.push('nothing says how a calendar is opened'));
  if (!new URL(page.url()).pathname.startsWith(`/${lang}`)) complaints.push(`it led to ${page.url()}`);
  complaints.push(...seen, ...(await complaintsOf(page, null, 360)));
  await hint.locator('button').click({ timeout: 3000 }).catch(() => complaints.push('the hint cannot be closed'));
  if ((await hint.count()) > 0) complaints.push('the hint stays');

  const overview = await (await fetch(`${origin}/${lang}/programme`)).text();
  await page.goto(origin + /href="([^"?]*\/programme\/\d{4}-\d{2}-\d{2})"/.exec(overview)[1], { waitUntil: 'load' });
  for (const at of [0, 1]) await page.locator('button.star[data-star]').nth(at).click();
  await page.goto(`${origin}/${lang}/plan`, { waitUntil: 'load' });
  await page.locator('.plan-own .plan-entry').nth(1).waitFor({ timeout: 5000 }).catch(() => complaints.push('a plan of two sessions is not drawn'));
  complaints.push(...seen, ...(await complaintsOf(page, null, 360)).map((what) => `/${lang}/plan, filled: ${what}`));
  await context.close();
  return complaints.map((what) => `/${lang} in WeChat: ${what}`);
}

/** Opens what must not be kept: a search, a check, a plan as a link, and a published copy with the page that hands it out. */
async function visitForbidden(page, origin, lang, star, complain) {
  const visited = [`/search?q=AI`, '/check', `/plan?o=${star}`];
  for (const address of visited) {
    const answer = await page.goto(`${origin}/${lang}${address}`, { waitUntil: 'load' });
    if (answer.status() !== 200) complain(`${address} is answered with ${answer.status()}`);
  }
  const copy = await page.evaluate(async ([address, numbers]) => {
    const published = await (await fetch(address, { method: 'POST', body: new URLSearchParams({ numbers }) })).text();
    const [path] = /\/plans\/[^"]+?\.ics/.exec(published) || [];
    return path && (await fetch(path)).status === 200 ? path : null;
  }, [`/${lang}/plan`, star]);
  if (!copy) complain('no copy of a plan was published');
  await page.evaluate(async () => (await fetch(document.body.dataset.notices)).text());
  // What the worker makes of an answer it does after the page has it.
  await page.waitForTimeout(500);
}

/** Puts a late notice and what a star says beside the bar that is there: each can be read and closed, and the bar closes. */
async function stackedWrongly(page) {
  const found = [];
  await page.evaluate(() => {
    document.querySelector('.plan-says').textContent = 'A. '.repeat(60);
    document.querySelector('.notices-late').innerHTML = '<p class="notice"><strong>!</strong> <span>Notice</span></p><button type="button" class="plain-button">OK</button>';
  });
  const boxes = [];
  for (const part of ['.notices-late', '.plan-says', '.bar[data-bar=age]']) boxes.push(await page.locator(part).boundingBox());
  const isApart = boxes.every((box, at) => box.height > 20 && (at === 0 || boxes[at - 1].y + boxes[at - 1].height <= box.y + 0.5));
  if (!isApart) found.push(`what lies over the foot hides another: ${JSON.stringify(boxes)}`);
  await page.locator('.notices-late button').click({ trial: true, timeout: 2000 }).catch(() => found.push('the button of a late notice cannot be reached'));
  await page.locator('.bar[data-bar=age] button').click({ timeout: 2000 }).catch(() => found.push('the bar cannot be closed'));
  if ((await page.locator('.over-foot .bar').count()) > 0) found.push('the bar stays');
  return found;
}

/** Asks the page until it says yes; a promise would be a yes to `waitForFunction`. */
async function until(page, question, about) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await page.evaluate(question, about)) return true;
    await page.waitForTimeout(200);
  }
  return false;
}

async function keptWhole(marker) {
  if (!('serviceWorker' in navigator) || !navigator.serviceWorker.controller) return false;
  return Boolean(await caches.match(marker));
}

async function keptAddresses(marker) {
  const found = { addresses: [], files: [] };
  for (const name of await caches.keys()) {
    const requests = await (await caches.open(name)).keys();
    const paths = requests.map(({ url }) => new URL(url).pathname).filter((path) => path !== marker);
    if (name.startsWith('shell ')) found.files.push(...paths);
    if (name.startsWith('kept ')) found.addresses.push(...paths);
  }
  return found;
}

async function keptForbidden() {
  const forbidden = /\/(check|search|plans|notices\.json)(\/|\?|$)|\/plan\?/;
  const found = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) if (forbidden.test(url)) found.push(url);
  }
  return found;
}

/** As it comes over the wire. */
async function compressedSize(origin, paths) {
  let bytes = 0;
  for (const path of paths) {
    const answer = await fetch(origin + path, { headers: { 'accept-encoding': 'gzip' } });
    const said = Number(answer.headers.get('content-length'));
    bytes += said > 0 ? said : (await answer.arrayBuffer()).byteLength;
  }
  return bytes;
}
