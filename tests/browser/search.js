// Somebody finds a session by typing how it sounds: while they type where there is script, and by the form where there is none.

import { complaintsOf, watch } from './page_checks.js';

const TYPED = ['rengongzhineng', 'rgzn'];
const FOUND = /人工智能/;
const SAID = { zh: /共 \d+ 条结果/, en: /\d+ results?/ };

/** What is wrong with how something is found by its sound in a language. */
export async function checkSearch(browser, origin, lang) {
  const complaints = [];
  for (const javaScriptEnabled of [true, false]) {
    for (const typed of TYPED) {
      const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 900 } });
      const page = await context.newPage();
      const seen = watch(page);
      await page.goto(`${origin}/${lang}/search`);
      const found = await (javaScriptEnabled ? typing(page, lang, typed) : asking(page, typed));
      complaints.push(...[...seen, ...found].map((what) => `${typed} at /${lang}/search, script ${javaScriptEnabled ? 'on' : 'off'}: ${what}`));
      await context.close();
    }
  }
  return complaints;
}

/** With script: results without a reload, their number announced, the address and the title as after one. */
async function typing(page, lang, typed) {
  const complaints = [];
  await page.evaluate(() => (window.isSamePage = true));
  await page.locator('#q').pressSequentially(typed, { delay: 20 });
  await page.locator('#results .hit-title a').first().waitFor({ timeout: 5000 });
  await page.waitForFunction((typed) => location.search === `?q=${typed}`, typed, { timeout: 5000 });
  if (!(await page.evaluate(() => window.isSamePage === true))) complaints.push('the page was loaded anew');
  const said = await page.locator('#search-said').innerText();
  if (!SAID[lang].test(said)) complaints.push(`announced as “${said}”`);
  if (!(await page.title()).includes(typed)) complaints.push(`the title is “${await page.title()}”`);
  complaints.push(...(await complaintsOf(page, null, 360)));
  if (process.env.FESTOON_PICTURES) await page.screenshot({ path: `${process.env.FESTOON_PICTURES}/search-${lang}-${typed}.png` });
  complaints.push(...(await clicking(page)));
  return complaints;
}

/** Without script: the form. */
async function asking(page, typed) {
  await page.locator('#q').fill(typed);
  await page.locator('.search-form button').click();
  await page.waitForURL((url) => url.searchParams.get('q') === typed);
  const complaints = (await page.locator('meta[name=robots]').count()) === 1 ? [] : ['not told once to search engines that it is not to be listed'];
  if (!(await page.title()).includes(typed)) complaints.push(`the title is “${await page.title()}”`);
  complaints.push(...(await clicking(page)));
  return complaints;
}

/** A session that is heard so leads to its page. */
async function clicking(page) {
  const hit = page.locator('section[aria-labelledby=sessions] .hit-title a, section[aria-labelledby=activities] .hit-title a').first();
  if ((await hit.count()) === 0) return ['no session and no activity was found'];
  const marked = await page.locator('#results mark').allInnerTexts();
  const title = (await hit.innerText()).trim();
  await hit.click();
  await page.waitForURL(/\/(sessions|activities)\//);
  const heading = (await page.locator('h1').innerText()).trim();
  const complaints = heading.includes(title) ? [] : [`“${title}” led to “${heading}”`];
  if (!marked.some((words) => FOUND.test(words))) complaints.push(`what is marked is ${marked.slice(0, 3).join(', ')}`);
  return complaints;
}
