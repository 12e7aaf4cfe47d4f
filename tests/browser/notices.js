// Two people have a page open; the office posts a notice, releases anew and withdraws the notice. Both must hear of each within ten
// seconds, without anything on their pages jumping.

import { execFileSync } from 'node:child_process';
import { complaintsOf, watch } from './page_checks.js';

const MOST_SECONDS = 10;
const WEEK = 'jiangning-2021';
const SAID = { zh: '台风预警：今天的户外活动全部取消。', en: 'Typhoon warning: all outdoor events of today are cancelled.' };
const CHANGED = { zh: '日程已更新', en: 'The programme has changed' };

/** What is wrong with how open tabs hear of it. */
export async function checkNotices(browser, festoon) {
  const office = (...words) => execFileSync(festoon.binary, [...words, '--data', festoon.data], { stdio: 'pipe' });
  const complaints = [];
  const tabs = [];
  for (const lang of ['zh', 'en']) {
    const context = await browser.newContext({ viewport: { width: 360, height: 900 }, colorScheme: lang === 'zh' ? 'light' : 'dark' });
    const page = await context.newPage();
    const seen = watch(page);
    await page.goto(`${festoon.origin}/${lang}/programme`);
    await page.evaluate(() => {
      window.jumped = 0;
      const add = (list) => list.getEntries().forEach((entry) => (window.jumped += entry.hadRecentInput ? 0 : entry.value));
      new PerformanceObserver(add).observe({ type: 'layout-shift' });
    });
    tabs.push({ lang, context, page, seen });
  }

  // Waits for all tabs at once, from when the command has answered.
  const within = async (what, wait) => {
    const began = Date.now();
    await Promise.all(tabs.map(async (tab) => {
      const is = await wait(tab).then(() => true, () => false);
      const seconds = ((Date.now() - began) / 1000).toFixed(1);
      if (is) console.log(`${what}: in the open ${tab.lang} tab after ${seconds} s`);
      else complaints.push(`${what}: not in the open ${tab.lang} tab within ${MOST_SECONDS} s`);
    }));
  };
  const timeout = MOST_SECONDS * 1000;
  const banner = ({ page }, words, state) => page.locator('.notice', { hasText: words }).waitFor({ state, timeout });

  const jumped = async () => {
    for (const { lang, page } of tabs) {
      const by = await page.evaluate(() => window.jumped);
      if (by > 0) complaints.push(`the open ${lang} tab jumped by ${by}`);
    }
  };

  office('notice', 'post', WEEK, '--zh', SAID.zh, '--en', SAID.en);
  await within('a notice', (tab) => banner(tab, SAID[tab.lang], 'visible'));
  await jumped();
  for (const { lang, page, context } of tabs) {
    complaints.push(...(await complaintsOf(page, null, 360)).map((what) => `a late notice in ${lang}: ${what}`));
    const fresh = await context.newPage();
    await fresh.goto(`${festoon.origin}/w/${WEEK}/${lang}`);
    if (!(await fresh.locator('.notices').innerText()).includes(SAID[lang])) complaints.push(`a new ${lang} page lacks the notice`);
    complaints.push(...(await complaintsOf(fresh, null, 360)).map((what) => `a page under a notice in ${lang}: ${what}`));
    if (process.env.FESTOON_PICTURES) {
      await page.screenshot({ path: `${process.env.FESTOON_PICTURES}/late-${lang}.png` });
      await fresh.screenshot({ path: `${process.env.FESTOON_PICTURES}/fresh-${lang}.png` });
    }
    await fresh.close();
    await page.locator('.notices-late button').click();
    if (await page.locator('.notices-late .notice').count()) complaints.push(`a notice that was read still lies over the ${lang} page`);
    // Whoever says that they have read it moves it themselves, and a busy machine may show that late.
    await page.waitForTimeout(500);
    await page.evaluate(() => (window.jumped = 0));
  }

  office('edit', 'session/fnc-welcome', 'title_en', 'Welcome, everybody', '--reason', 'a walk');
  office('release', WEEK, '--reason', 'a walk');
  await within('a release', (tab) => banner(tab, CHANGED[tab.lang], 'visible'));
  office('notice', 'withdraw', WEEK, '1');
  await within('a withdrawal', (tab) => tab.page.locator('.notice-over', { hasText: SAID[tab.lang] }).waitFor({ timeout }));

  await jumped();
  for (const { lang, page, context, seen } of tabs) {
    await page.locator('.notice-changed a').click();
    await page.waitForLoadState('load');
    if (await page.locator('.notice').count()) complaints.push(`a reloaded ${lang} page still says that the programme has changed`);
    // A question that was under way when the page was left is cut off.
    const cut = `request failed: ${festoon.origin}/notices.json`;
    complaints.push(...seen.filter((what) => what !== cut).map((what) => `an open ${lang} tab: ${what}`));
    await context.close();
  }
  return complaints;
}
