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

    const session = await page.evaluate(async (address) => {
      const html = await (await fetch(address)).text();
      return (/href="([^"]*\/sessions\/[^"]+)"/.exec(html) || [])[1];
    }, days[0]);

    line.cut();
    await page.goto(origin + days[1], { waitUntil: 'load' });
    const seen = watch(page);
    await page.locator('body > .bar[data-bar=age]').waitFor({ timeout: 5000 }).catch(() => complain('a kept day does not say how old it is'));
    const told = await page.locator('.bar[data-bar=age]').innerText().catch(() => '');
    const wanted = lang === 'zh' ? /^离线显示：这是 \d+月\d+日 \d\d:\d\d 存下的内容/ : /^Offline: saved at \d\d:\d\d on \d+ \w+\./;
    if (!wanted.test(told)) complain(`the bar says “${told}”`);
    complaints.push(...(await complaintsOf(page, null, 360)).map((what) => `${days[1]} offline: ${what}`));
    complaints.push(...seen.filter((what) => !/ERR_(EMPTY_RESPONSE|CONNECTION)/.test(what) && !what.startsWith('request failed')).map((what) => `${days[1]} offline: ${what}`));

    if (addresses.includes(`/${lang}/plan`)) {
      await page.goto(`${origin}/${lang}/plan`, { waitUntil: 'load' });
      if ((await page.locator('h1').count()) !== 1 || (await page.locator('[data-not-saved]').count()) > 0) complain('the plan is not shown');
    }

    await page.goto(origin + session, { waitUntil: 'load' });
    await page.locator('[data-not-saved]:not([hidden])').waitFor({ timeout: 5000 }).catch(() => complain('a page that is not kept is not said to be'));
    await page.locator('[data-saved] a').first().waitFor({ timeout: 5000 }).catch(() => complain('nothing is listed as saved'));
    const listed = await page.locator('[data-saved] a').count();
    if (listed < days.length) complain(`${listed} pages are listed as saved`);
    complaints.push(...(await complaintsOf(page, null, 360)).map((what) => `/${lang}/offline, offline: ${what}`));

    line.mend();
    const answer = await page.goto(origin + session, { waitUntil: 'load' });
    if (answer.status() !== 200 || (await page.locator('.bar[data-bar=age]').count()) > 0) complain('with the network again, a page is not fresh');
    if (!(await until(page, async (address) => Boolean(await caches.match(address)), session))) complain('a page that was opened is not kept');
    line.cut();
    await page.goto(origin + session, { waitUntil: 'load' });
    await page.locator('.bar[data-bar=age]').waitFor({ timeout: 5000 }).catch(() => complain('a page that was opened is not shown'));

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

/** In WeChat's browser nothing breaks, and a calendar says how it is opened. */
export async function checkWeChat(browser, origin, lang) {
  const context = await browser.newContext({ viewport: { width: 360, height: 900 }, userAgent: WECHAT, isMobile: true });
  // Its older versions know no workers.
  await context.addInitScript(() => { delete Navigator.prototype.serviceWorker; });
  const page = await context.newPage();
  const seen = watch(page);
  const complaints = [];
  await page.goto(`${origin}/${lang}`, { waitUntil: 'load' });
  await page.locator('.colophon a[href*=".ics"]').first().click();
  const hint = page.locator('body > .bar[data-bar=outside]');
  await hint.waitFor({ timeout: 3000 }).catch(() => complaints.push('nothing says how a calendar is opened'));
  if (!new URL(page.url()).pathname.startsWith(`/${lang}`)) complaints.push(`it led to ${page.url()}`);
  complaints.push(...seen, ...(await complaintsOf(page, null, 360)));
  await hint.locator('button').click({ timeout: 3000 }).catch(() => complaints.push('the hint cannot be closed'));
  if ((await hint.count()) > 0) complaints.push('the hint stays');
  await context.close();
  return complaints.map((what) => `/${lang} in WeChat: ${what}`);
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
  const forbidden = /\/(check|search|plans|notices\.json)(\/|\?|$)/;
  const found = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) if (forbidden.test(new URL(url).pathname)) found.push(url);
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
