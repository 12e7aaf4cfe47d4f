// Walks every kind of page of the built binary in a real browser, in both languages, narrow and wide, light and dark.
//
// What must hold on each: no console error, nothing the content security policy had to stop, no violation of
// WCAG 2.2 AA that axe can see, no sideways scrolling, no letters too small to read, nothing over the head of the page,
// and the same words without script.
// It finds pages by following links, a few of each kind, so a new page is walked without being named here.

import { chromium } from 'playwright-core';
import { startFestoon } from './festoon.js';
import { startLargeWeek } from './large_week.js';
import { checkLargeWeek } from './large.js';
import { openAlbum } from './look.js';
import { complaintsOf, watch } from './page_checks.js';
import { crawl, kindOf } from './crawl.js';
import { checkNotices } from './notices.js';
import { checkEvaluation } from './evaluation.js';
import { checkUpload } from './upload.js';
import { checkWidget } from './widget.js';
import { checkOffline, checkWeChat } from './offline.js';
import { checkFirstVisit } from './first_visit.js';
import { checkPlan } from './plan.js';
import { checkPrint } from './print.js';
import { checkSearch } from './search.js';

const WIDTHS = [360, 1280];
const SCHEMES = ['light', 'dark'];

const binary = process.env.FESTOON_BIN ?? 'target/debug/festoon';
const festoon = await startFestoon(binary);
const large = await startLargeWeek(binary);
const album = openAlbum();
const browser = await chromium.launch({
  executablePath: process.env.FESTOON_BROWSER ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});

let complaints = [];
let visits = 0;
try {
  const pages = await crawl(festoon.origin);
  for (const lang of ['zh', 'en']) {
    if (!pages.some((page) => page.startsWith(`/${lang}`))) complaints.push(`no page in ${lang} was found`);
  }

  for (const width of WIDTHS) {
    for (const colorScheme of SCHEMES) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      for (const path of pages) {
        const page = await context.newPage();
        const seen = watch(page);
        const answer = await page.goto(festoon.origin + path, { waitUntil: 'load' });
        const found = await complaintsOf(page, answer, width);
        await album.take(page, kindOf(path), `${colorScheme}-${width}`);
        complaints.push(...[...seen, ...found].map((what) => `${path} at ${width} px, ${colorScheme}: ${what}`));
        visits += 1;
        await page.close();
      }
      await context.close();
      complaints.push(...(await checkLargeWeek(browser, large.origin, width, colorScheme, album)));
      visits += 11;
    }
  }

  const scriptless = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 900 } });
  for (const path of pages) {
    const page = await scriptless.newPage();
    await page.goto(festoon.origin + path);
    const words = (await page.locator('main').innerText().catch(() => '')).trim();
    if (words.length < 20) complaints.push(`${path} without script: nothing to read in <main>`);
    visits += 1;
    await page.close();
  }
  await scriptless.close();

  for (const lang of ['zh', 'en']) {
    for (const javaScriptEnabled of [true, false]) {
      const found = await checkUpload(browser, festoon.origin, lang, javaScriptEnabled);
      complaints.push(...found.map((what) => `/${lang}/check, script ${javaScriptEnabled ? 'on' : 'off'}: ${what}`));
      visits += 1;
    }
  }
  for (const lang of ['zh', 'en']) {
    for (const colorScheme of SCHEMES) {
      const found = await checkWidget(browser, festoon.origin, lang, colorScheme);
      complaints.push(...found.map((what) => `the widget in ${lang}, ${colorScheme}: ${what}`));
      visits += 3;
    }
  }

  complaints.push(...(await checkFirstVisit(browser, festoon.origin)));
  visits += 2;
  complaints.push(...(await checkNotices(browser, festoon)));
  visits += 1;
  complaints.push(...(await checkEvaluation(browser, binary, album)));
  visits += 14;
  for (const lang of ['zh', 'en']) {
    complaints.push(...(await checkPlan(browser, festoon.origin, lang)));
    complaints.push(...(await checkPrint(browser, festoon.origin, lang, album)));
    complaints.push(...(await checkOffline(browser, festoon.origin, lang)), ...(await checkWeChat(browser, festoon.origin, lang)));
    complaints.push(...(await checkSearch(browser, festoon.origin, lang)));
    visits += 12;
  }
  console.log(`walked ${pages.length} addresses, ${visits} visits, ${album.count()} pictures`);
} catch (error) {
  complaints.push(`the walk broke off: ${error.stack ?? error}`);
} finally {
  await browser.close();
  await festoon.stop();
  await large.stop();
  album.close();
}

complaints = [...new Set(complaints)];
for (const complaint of complaints.slice(0, 60)) console.log(complaint);
console.log(`complaints: ${complaints.length}`);
process.exitCode = complaints.length === 0 ? 0 : 1;
