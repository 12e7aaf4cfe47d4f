// A page of another site puts the next sessions on itself, under a policy that allows it nothing but our script and our interface.

import { createServer } from 'node:http';
import { complaintsOf, watch } from './page_checks.js';

const WORDS = {
  zh: { region: '近期场次', empty: '没有即将开始的场次', failed: '日程暂时无法读取' },
  en: { region: 'Next sessions', empty: 'No upcoming sessions', failed: 'The programme cannot be read right now' },
};

/** What is wrong with the list on a page of another origin, in a language. */
export async function checkWidget(browser, origin, lang, colorScheme) {
  const host = await hostPage(origin);
  const context = await browser.newContext({ viewport: { width: 360, height: 900 }, colorScheme });
  const complaints = [];
  try {
    const at = (query) => `${host.origin}/${lang}?${query}`;

    const { page, seen, answer } = await open(context, at('day=2021-06-22&limit=6'));
    await page.locator('festoon-week li').first().waitFor({ timeout: 15000 }).catch(() => complaints.push('no list appeared'));
    const found = await page.evaluate(() => {
      const shadow = document.querySelector('festoon-week').shadowRoot;
      const text = (element) => element.textContent.trim();
      return {
        region: shadow.querySelector('section').getAttribute('aria-label'),
        lines: shadow.querySelectorAll('li').length,
        time: text(shadow.querySelector('li time')),
        links: [...shadow.querySelectorAll('a')].map((link) => link.href),
        isDressed: getComputedStyle(shadow.querySelector('section')).borderTopStyle === 'solid',
        background: getComputedStyle(shadow.querySelector('section')).backgroundColor,
        follows: document.querySelector('main > p.before').nextElementSibling.localName,
        cookies: document.cookie,
      };
    });
    if (found.region !== WORDS[lang].region) complaints.push(`the region is called “${found.region}”`);
    if (found.lines !== 6) complaints.push(`${found.lines} lines, not 6`);
    if (!/^\d\d:\d\d–\d\d:\d\d$/.test(found.time)) complaints.push(`a time is written “${found.time}”`);
    if (!found.links.every((link) => link.startsWith(origin) && link.includes(`/${lang}/`))) complaints.push(`links lead to ${found.links.join(' ')}`);
    if (!found.isDressed) complaints.push('the list is not dressed');
    if ((colorScheme === 'dark') === (found.background === 'rgb(255, 255, 255)')) complaints.push(`${colorScheme}, but on ${found.background}`);
    if (found.follows !== 'script') complaints.push('the script moved');
    if (found.cookies !== '') complaints.push('a cookie was set');
    complaints.push(...seen, ...(await complaintsOf(page, answer, 360)));
    if (process.env.FESTOON_PICTURES) await page.screenshot({ path: `${process.env.FESTOON_PICTURES}/widget-${lang}-${colorScheme}.png` });
    await page.close();

    // Half past midnight in the week's zone, where it is still the day before in UTC: the day is over, and all of it is shown.
    const after = await open(context, at('day=2021-06-22&limit=6'), undefined, '2021-06-22T16:30:00Z');
    await after.page.locator('festoon-week li').first().waitFor({ timeout: 15000 }).catch(() => complaints.push('a day that is over is empty'));
    complaints.push(...after.seen);
    await after.page.close();
    const before = await open(context, at('day=2021-06-22&limit=6'), undefined, '2021-06-22T15:30:00Z');
    const none = before.page.locator('festoon-week section').getByText(WORDS[lang].empty);
    await none.waitFor({ timeout: 15000 }).catch(() => complaints.push('a day that is nearly over still shows what has ended'));
    await before.page.close();

    // A storm: a notice that nobody has put into Chinese yet, and what is called off.
    const stormy = await open(context, at('day=2021-06-22&limit=2'), storm);
    await stormy.page.locator('festoon-week .notice').waitFor({ timeout: 15000 }).catch(() => complaints.push('no notice appeared'));
    const top = stormy.page.locator('festoon-week section > :first-child');
    if (!(await top.innerText()).includes('Halls A and B are closed.')) complaints.push('the notice does not stand first');
    if ((await top.getAttribute('lang')) !== (lang === 'zh' ? 'en' : null)) complaints.push('the notice is not marked with its language');
    if ((await stormy.page.locator('festoon-week li.is-cancelled .tag').count()) < 1) complaints.push('nothing says that it is cancelled');
    complaints.push(...stormy.seen, ...(await complaintsOf(stormy.page, null, 360)));
    if (process.env.FESTOON_PICTURES) await stormy.page.screenshot({ path: `${process.env.FESTOON_PICTURES}/widget-${lang}-${colorScheme}-storm.png` });
    await stormy.page.close();

    // The sample week is over, so nothing is next; a week that is not there cannot be read. Both leave a way on.
    for (const [query, state] of [['', 'empty'], ['week=nowhere', 'failed']]) {
      const { page, seen } = await open(context, at(query));
      const region = page.locator('festoon-week section');
      await region.getByText(WORDS[lang][state]).waitFor({ timeout: 15000 }).catch(() => complaints.push(`${state}: not said`));
      if ((await region.locator('a').count()) !== 1) complaints.push(`${state}: no way on`);
      complaints.push(...(await complaintsOf(page, null, 360)).map((what) => `${state}: ${what}`));
      if (state === 'empty') complaints.push(...seen);
      await page.close();
    }
  } finally {
    await context.close();
    await host.stop();
  }
  return complaints;
}

/** The answer as it would be in a storm. */
async function storm(route) {
  const answer = await route.fetch();
  const found = await answer.json();
  found.notices = [{ number: 1, text: { zh: null, en: 'Halls A and B are closed.' }, posted: '2021-06-22T08:00:00+08:00', ends: null }];
  // A day that has passed is asked about and has nothing next.
  if (found.items.length > 0) found.items[0].state = 'cancelled';
  await route.fulfill({ response: answer, json: found });
}

async function open(context, address, change, now) {
  const page = await context.newPage();
  // A clock is the whole context's, so whoever asks for none gets the present back.
  await page.clock.setFixedTime(now ? new Date(now) : new Date());
  if (change) await page.route('**/api/v1/**', change);
  const seen = watch(page);
  const answer = await page.goto(address);
  return { page, seen, answer };
}

/** A server of somebody else: another port is another origin. */
function hostPage(origin) {
  const policy = `default-src 'none'; img-src data:; script-src ${origin}; connect-src ${origin}`;
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://host');
    const lang = pathname.slice(1);
    const given = [...searchParams].map(([name, value]) => ` data-${name}="${value}"`).join('');
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy });
    response.end(`<!doctype html><html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><title>Host</title>
      <meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
      <link rel="icon" href="data:,"></head><body><main><h1>Host</h1><p class="before">Host</p><script
      src="${origin}/widget.js" data-lang="${lang}"${given} async></script></main></body></html>`);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const stop = () => new Promise((done) => { server.close(done); server.closeAllConnections(); });
      resolve({ origin: `http://127.0.0.1:${server.address().port}`, stop });
    });
  });
}
