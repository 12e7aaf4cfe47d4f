// A week so large that a day is cut: its list, a stretch of it, its grid and the second group of its halls, as any other page is looked at;
// and that heads of times and halls stay in sight, and the row of days begins at the day shown.

import { DAY_OF_THIRTY_HALLS, LARGEST_DAY } from './large_week.js';
import { complaintsOf, watch } from './page_checks.js';

const LATE_DAY = '2021-07-08';

/** What is wrong with the large week at one width and in one scheme. */
export async function checkLargeWeek(browser, origin, width, colorScheme, album) {
  const complaints = [];
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  for (const lang of ['zh', 'en']) {
    const day = `/${lang}/programme/${LARGEST_DAY}`;
    const stretch = (await linksOf(origin + day, 'stretches'))[1];
    const group = (await linksOf(`${origin}${day}/grid`, 'stretches'))[1];
    if (!stretch || !group) complaints.push(`${day} is not cut: stretch ${stretch}, group ${group}`);
    const pages = { list: day, stretch, grid: `${day}/grid`, group };
    for (const [kind, path] of Object.entries(pages)) {
      if (!path) continue;
      const page = await context.newPage();
      const seen = watch(page);
      const answer = await page.goto(origin + path, { waitUntil: 'load' });
      const found = await complaintsOf(page, answer, width);
      await album.take(page, `large-${kind}-${lang}`, `${colorScheme}-${width}`);
      complaints.push(...[...seen, ...found].map((what) => `${path} of the large week at ${width} px, ${colorScheme}: ${what}`));
      await page.close();
    }
  }
  if (colorScheme === 'light') complaints.push(...(await checkHeads(context, origin)), ...(await checkRail(context, origin)));
  await context.close();
  return complaints.map((what) => (what.includes(' px') ? what : `${what} (${width} px)`));
}

async function linksOf(address, list) {
  const html = await (await fetch(address)).text();
  const [, within = ''] = html.match(new RegExp(`class="${list}"([\\s\\S]*?)</nav>`)) ?? [];
  return [...within.matchAll(/href="([^"]*)"/g)].map(([, href]) => href.replaceAll('&amp;', '&'));
}

/** Scrolls a grid of thirty halls both ways: times and halls must still be read, and the page itself must not have moved. */
async function checkHeads(context, origin) {
  const complaints = [];
  const path = `/zh/programme/${DAY_OF_THIRTY_HALLS}/grid`;
  const page = await context.newPage();
  await page.goto(origin + path);
  const halls = await page.locator('.grid-hall').count();
  if (halls !== 30) complaints.push(`${path} has ${halls} halls, not 30`);
  const seen = await page.evaluate(async () => {
    const frame = document.querySelector('.grid-frame');
    frame.scrollIntoView({ block: 'start' });
    frame.scrollTo({ left: 1500, top: 400, behavior: 'instant' });
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const box = frame.getBoundingClientRect();
    const isOver = (selector, x, y) => document.elementFromPoint(box.left + x, box.top + y)?.closest(selector) !== null;
    const time = document.querySelector('.grid-time').getBoundingClientRect();
    const heads = document.querySelector('.grid thead').getBoundingClientRect();
    return {
      moved: [frame.scrollLeft, frame.scrollTop],
      time: time.left - box.left,
      heads: heads.top - box.top,
      corner: isOver('.grid-corner', 20, 12),
      house: isOver('.grid-house', time.width + 60, 12),
      hall: isOver('.grid-hall', time.width + 60, heads.height - 8),
      clock: isOver('.grid-time', 20, heads.height + 60),
      sideways: window.scrollX,
    };
  });
  if (seen.moved.some((by) => by < 50)) complaints.push(`${path}: the grid scrolls by ${seen.moved} only`);
  if (Math.abs(seen.time) > 2 || Math.abs(seen.heads) > 2) complaints.push(`${path}: heads move away by ${seen.time} and ${seen.heads} px`);
  for (const head of ['corner', 'house', 'hall', 'clock']) {
    if (!seen[head]) complaints.push(`${path}: the ${head} is not in sight when the grid is scrolled`);
  }
  if (seen.sideways !== 0) complaints.push(`${path}: the page scrolls sideways`);
  await page.close();
  return complaints;
}

async function checkRail(context, origin) {
  const complaints = [];
  const page = await context.newPage();
  for (const path of [`/en/programme/${LATE_DAY}`, `/en/programme/${LATE_DAY}/grid`]) {
    await page.goto(origin + path, { waitUntil: 'load' });
    const seen = await page.evaluate(() => {
      const here = document.querySelector('.festoon-small .is-here').getBoundingClientRect();
      return { left: here.left, right: here.right, window: document.documentElement.clientWidth, down: window.scrollY };
    });
    if (seen.left < 0 || seen.right > seen.window) complaints.push(`${path}: the day shown lies at ${seen.left}–${seen.right} of the row of days`);
    if (seen.down !== 0) complaints.push(`${path}: the page itself moved`);
  }
  for (const path of [`/en/programme/${LATE_DAY}`, '/en/programme', '/en']) {
    await page.goto(origin + path, { waitUntil: 'load' });
    const over = await page.evaluate(() => [...document.querySelectorAll('.rail-label')].filter((label) => label.scrollWidth > label.clientWidth + 1).length);
    if (over > 0) complaints.push(`${path}: the words of ${over} days lie over those of the next`);
  }
  await page.close();
  return complaints;
}
