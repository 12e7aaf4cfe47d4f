// A visitor stars sessions: two that cannot both be reached, then plans at random, which the device and the server must judge alike.
// The link of a plan shows the same on another device, and the plan prints.

import { complaintsOf, watch } from './page_checks.js';

const RANDOM_PLANS = 20;
const SHAPE = '.plan-day h2, .plan-when, .plan-title a, .plan-place, .plan-trouble';

/** What is wrong with stars and plans in one language. */
export async function checkPlan(browser, origin, lang) {
  const complaints = [];
  const complain = (what) => complaints.push(`/${lang}/plan: ${what}`);
  const context = await browser.newContext({ viewport: { width: 360, height: 900 } });
  const page = await context.newPage();
  const seen = watch(page);
  await page.goto(`${origin}/${lang}/plan`);
  const hasRoads = (await fetch(`${origin}/roads.json`)).ok;
  if (!hasRoads) complain('/roads.json is not to be had: device and server cannot be held against each other');

  const everything = await everyEntry(origin, lang);
  const pair = hasRoads ? outOfReach(everything) : null;
  if (hasRoads && !pair) complain('no two sessions of the sample week are out of reach of each other');
  for (const { number, day } of pair ?? []) {
    await page.goto(origin + day);
    const star = page.locator(`button.star[data-star="${number}"]`).first();
    await star.click();
    if ((await star.getAttribute('aria-pressed')) !== 'true') complain(`the star of ${number} is not pressed`);
    const { width, height } = await star.boundingBox();
    if (Math.min(width, height) < 24) complain(`a star is ${width} × ${height} px`);
  }
  if (pair) {
    await page.goto(`${origin}/${lang}/sessions/${pair[0].key}`);
    const again = page.locator(`button.star[data-star="${pair[0].number}"]`);
    if ((await again.getAttribute('aria-pressed')) !== 'true') complain('what was starred on the day is not starred on its own page');
    await again.click();
    await again.click();
    const road = `${pair[1].road}`;
    const said = page.locator('.plan-says');
    const isSaid = await said.getByText(road).waitFor({ timeout: 5000 }).then(() => true, () => false);
    if (!isSaid) complain(`starring says “${await said.innerText()}”, not the ${road} minutes of road`);
    await page.goto(`${origin}/${lang}/plan`);
    await page.locator('.plan-trouble.is-grave').first().waitFor();
    const trouble = await page.locator('.plan-trouble.is-grave').first().innerText();
    if (!trouble.includes(road)) complain(`“${trouble}” does not say ${road} minutes`);
    if ((await page.locator('.plan-count').innerText()).trim() !== '2') complain('the count beside the way is not 2');
    complaints.push(...(await complaintsOf(page, null, 360)).map((what) => `/${lang}/plan, filled: ${what}`));
  }

  let troubles = 0;
  for (let n = 0; n < RANDOM_PLANS; n += 1) {
    const chosen = someOf(everything, 2 + (n % 12), n + (lang === 'zh' ? 0 : 1000));
    const difference = await differs(page, origin, lang, chosen, hasRoads);
    if (difference) complain(`plan ${n}: ${difference}`);
    troubles += await page.locator('.plan-trouble').count();
  }
  if (troubles < RANDOM_PLANS) complain(`only ${troubles} troubles in ${RANDOM_PLANS} plans: they say nothing`);

  const moved = await movedUntilSeen(page, origin, lang, everything[0]);
  if (moved) complain(moved);
  await differs(page, origin, lang, someOf(everything, 9, 7), false);

  const link = await page.locator('#share-link').inputValue();
  const own = await shapeOf(page);
  const other = await browser.newContext({ viewport: { width: 1280, height: 900 }, userAgent: WECHAT });
  const guest = await other.newPage();
  seen.push(...watch(guest));
  await guest.goto(link);
  if (hasRoads && own.join('\n') !== (await shapeOf(guest)).join('\n')) complain('the shared link shows something else');
  await guest.locator('[data-add-all]').click();
  await guest.mouse.move(0, 0);
  const count = await guest.evaluate(() => Object.keys(JSON.parse(localStorage.getItem(`festoon-plan:${document.body.dataset.week}`))).length);
  if (count !== (await guest.locator('.plan-entry').count())) complain(`${count} sessions were taken over`);
  complaints.push(...(await complaintsOf(guest, null, 1280)).map((what) => `/${lang}/plan, shared: ${what}`));
  await other.close();

  const unpublished = await publishedAndDeleted(page, origin, lang);
  if (unpublished) complain(unpublished);
  await page.locator('.plan-remove').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction((before) => document.querySelectorAll('.plan-entry').length === before - 1, own.filter((line) => line.startsWith('A ')).length);
  if (!(await page.evaluate(() => document.activeElement.matches('.plan-remove')))) complain('removing an entry loses the focus');
  await page.emulateMedia({ media: 'print' });
  if (await page.locator('.plan-remove, .plan-away, .plan-count').first().isVisible()) complain('buttons are printed');
  const paper = await page.pdf();
  if (paper.length < 5000) complain(`the printed plan has ${paper.length} bytes`);
  const damaged = await page.evaluate(() => localStorage.setItem(`festoon-plan:${document.body.dataset.week}`, '5'))
    .then(() => page.goto(`${origin}/${lang}/plan`)).then(() => page.locator('.plan-empty').isVisible());
  if (!damaged) complain('a damaged plan is not shown as an empty one');
  await context.close();
  // Going on before the icon, the roads or an answer's end have come breaks the request off. Without minutes of road the console says so, which is no fault of the plan.
  const isOurs = (what) => !/^request failed: .*(\/assets\/lamp-|\/roads\.json|\/deletion)/.test(what) && (hasRoads || !what.includes('404'));
  complaints.push(...seen.filter(isOurs));
  return complaints;
}

const WECHAT =
  'Mozilla/5.0 (Linux; Android 12; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/107.0 Mobile Safari/537.36 XWEB/5235 MMWEBSDK/20230504 MicroMessenger/8.0.37';

/** Every session with a star on the days' pages, as the server gives it to devices, with its day's page and the minutes of road. */
async function everyEntry(origin, lang) {
  const overview = await (await fetch(`${origin}/${lang}/programme`)).text();
  const days = new Set([...overview.matchAll(/href="([^"?]*\/programme\/[\d-]+)"/g)].map(([, href]) => href));
  const found = new Map();
  for (const day of days) {
    const html = await (await fetch(origin + day)).text();
    for (const [, number] of html.matchAll(/data-star="(\d+)"/g)) found.set(number, day);
  }
  const entries = [];
  const list = [...found.keys()];
  for (let from = 0; from < list.length; from += 200) {
    const part = list.slice(from, from + 200).join('.');
    entries.push(...(await (await fetch(`${origin}/${lang}/plan?o=${part}&part=entries`)).json()).entries);
  }
  const { minutes = [] } = await fetch(`${origin}/roads.json`).then((answer) => answer.json(), () => ({})).catch(() => ({}));
  return entries.map((entry) => ({ ...entry, minutes, day: found.get(String(entry.number)) }));
}

/** Two sessions one after the other, of which the second cannot be reached. */
function outOfReach(entries) {
  const instant = Date.parse;
  for (const from of entries) {
    for (const to of entries) {
      const road = from.minutes[from.venue]?.[to.venue];
      const gap = (instant(to.start) - instant(from.end)) / 60000;
      if (from.venue !== to.venue && gap > 0 && gap < road && !from.cancelled && !to.cancelled) return [from, { ...to, road }];
    }
  }
  return null;
}

/** Some of a list that stand close together, the same for the same seed: sessions of about one time are in each other's way. */
function someOf(list, count, seed) {
  let state = (seed + 1) * 2654435761;
  const below = (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  const near = 40;
  const from = below(Math.max(1, list.length - near));
  return Array.from({ length: count }, () => list[from + below(Math.min(near, list.length))]);
}

/** Puts a plan on the device; says how its page differs from the one the server makes of the same numbers. */
async function differs(page, origin, lang, chosen, hasRoads) {
  const [week, release] = await page.evaluate(() => [document.body.dataset.week, document.body.dataset.release]);
  const plan = Object.fromEntries(chosen.map(({ minutes, day, ...entry }) => [entry.number, { ...entry, said: lang, release: Number(release) }]));
  await page.evaluate(([key, kept]) => localStorage.setItem(key, JSON.stringify(kept)), [`festoon-plan:${week}`, plan]);
  await page.goto(`${origin}/${lang}/plan`);
  await page.locator('.plan-entry').first().waitFor();
  const device = await shapeOf(page);
  const answer = await page.context().request.get(`${origin}/${lang}/plan?o=${Object.keys(plan).join('.')}`);
  const server = await page.evaluate(
    ([html, shape]) => [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll(shape)].map((each) => `${each.tagName} ${each.textContent.trim()}`),
    [await answer.text(), SHAPE],
  );
  if (!hasRoads || device.join('\n') === server.join('\n')) return null;
  const at = device.findIndex((line, index) => line !== server[index]);
  return `the device says “${device[at]}”, the server “${server[at]}”`;
}

/** An entry kept of an earlier release, at another time: the page says when it was, until its owner has seen that. */
async function movedUntilSeen(page, origin, lang, { minutes, day, ...entry }) {
  const old = { ...entry, start: entry.start.replace(/T../, 'T03'), end: entry.start.replace(/T../, 'T04'), said: lang, release: 0 };
  await page.evaluate(
    ([number, kept]) => localStorage.setItem(`festoon-plan:${document.body.dataset.week}`, JSON.stringify({ [number]: kept })),
    [entry.number, old],
  );
  await page.goto(`${origin}/${lang}/plan`);
  const change = page.locator('.plan-change');
  await change.waitFor({ timeout: 5000 }).catch(() => null);
  if ((await change.count()) !== 1) return 'what moved is not marked';
  if (!(await change.innerText()).includes(` 03:`)) return `“${await change.innerText()}” does not say when it was`;
  await page.reload();
  await change.waitFor();
  await page.locator('.plan-seen').click();
  await page.waitForFunction(() => !document.querySelector('.plan-change'));
  await page.reload();
  await page.locator('.plan-entry').waitFor();
  return (await change.count()) === 0 ? null : 'what was seen is marked again';
}

/** A calendar copy is published, remembered on the plan's page and deleted there. */
async function publishedAndDeleted(page, origin, lang) {
  await page.locator('.plan-publish button').click();
  await page.locator('form[data-plan-copy]').waitFor({ timeout: 5000 }).catch(() => null);
  if ((await page.locator('form[data-plan-copy]').count()) !== 1) return `publishing leads to ${page.url()}: “${await page.locator('h1').innerText()}”`;
  const published = page.url();
  if (!/\/plans\/[0-9a-f]{32}\?lang=/.test(published)) return `publishing leads to ${published}`;
  await page.reload();
  if ((await page.locator('form[data-plan-copy]').count()) !== 1) return 'the page about a copy cannot be loaded again';
  const known = await page.evaluate(() => Object.keys(JSON.parse(localStorage.getItem(`festoon-plan-copies:${document.body.dataset.week}`))).length);
  if (known !== 1) return `after loading the page again there are ${known} copies`;
  await page.goto(`${origin}/${lang}/plan`);
  const copy = page.locator('.plan-copies li');
  if ((await copy.count()) !== 1) return 'the device does not remember the copy';
  const address = await copy.locator('a').evaluate((link) => link.href);
  if (!(await fetch(address)).ok) return `${address} is not to be had`;
  await copy.locator('button').click();
  await page.waitForFunction(() => document.querySelector('.plan-copies').hidden, null, { timeout: 5000 }).catch(() => null);
  const { status } = await fetch(address);
  return status === 404 ? null : `the deleted copy answers ${status}`;
}

const shapeOf = (page) =>
  page.evaluate((shape) => [...document.querySelectorAll(shape)].map((each) => `${each.tagName} ${each.textContent.trim()}`), SHAPE);
