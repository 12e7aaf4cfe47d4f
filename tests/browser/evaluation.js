// The report on an evaluation as a file of its own, made by the built binary from the example: nothing that axe can see, no sideways scrolling and
// no error in either language, narrow and wide, light and dark; sliders that compute; and without script a switch of languages that works.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complaintsOfLook } from './look.js';
import { axeComplaints, watch } from './page_checks.js';

/** Complaints about the report of the example. */
export async function checkEvaluation(browser, binary, album) {
  const folder = mkdtempSync(join(tmpdir(), 'festoon-evaluation-'));
  const file = join(folder, 'report.html');
  const example = ['--framework', 'demo/indexes/framework.toml', '--data', 'demo/indexes/districts.csv'];
  execFileSync(binary, ['index', 'report', ...example, '--runs', '200', '--lang', 'en', '-o', file], { stdio: 'ignore' });
  const complaints = [];
  try {
    for (const width of [360, 1280, 2560]) {
      for (const colorScheme of ['light', 'dark']) {
        for (const lang of ['zh', 'en']) {
          const found = await looked(browser, file, { width, colorScheme, lang }, album);
          complaints.push(...found.map((what) => `the evaluation in ${lang} at ${width} px, ${colorScheme}: ${what}`));
        }
      }
    }
    complaints.push(...(await tried(browser, file)), ...(await withoutScript(browser, file)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return complaints;
}

async function looked(browser, file, { width, colorScheme, lang }, album) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  const complaints = watch(page);
  await page.goto(`file://${file}`);
  await page.locator(`label[for="language-${lang}"]`).click();
  await album.take(page, `evaluation-${lang}`, `${colorScheme}-${width}`);
  // What is folded must be as good as what is not.
  await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
  complaints.push(...(await complaintsOfLook(page)), ...(await axeComplaints(page)));
  const told = await page.locator('html').getAttribute('lang');
  if (!told.startsWith(lang)) complaints.push(`lang="${told}"`);
  await context.close();
  return complaints;
}

// The numbers of a table of the report itself: with the weights of a variant, sliders must give that variant's ranks.
async function tried(browser, file) {
  const page = await browser.newPage();
  await page.goto(`file://${file}`);
  const trying = page.locator('.in-en .trying').first();
  const ranks = () => trying.locator('.now').allTextContents();
  const variants = await trying.locator('details table').last().locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)));
  const ofVariant = (at) => variants.map((cells) => cells[at]);
  const complaints = [];
  const expect = (what, is, right) => {
    if (JSON.stringify(is) !== JSON.stringify(right)) complaints.push(`the evaluation’s sliders, ${what}: ${JSON.stringify(is)}, not ${JSON.stringify(right)}`);
  };
  expect('at first', await ranks(), ofVariant(0));
  const slider = trying.locator('input').first();
  await slider.focus();
  for (let step = 0; step < 50; step += 1) await page.keyboard.press('ArrowRight');
  expect('the first part doubled by keyboard', await ranks(), ofVariant(2));
  expect('the share that is said', await slider.getAttribute('aria-valuetext'), '66.7 %');
  await trying.locator('button[type=reset]').click();
  await page.waitForFunction(() => document.querySelector('.in-en .trying output').textContent === '50 %');
  expect('put back', await ranks(), ofVariant(0));
  await page.close();
  return complaints;
}

async function withoutScript(browser, file) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 900 } });
  const page = await context.newPage();
  await page.goto(`file://${file}`);
  const complaints = [];
  for (const [lang, words, other] of [['zh', '不用脚本，请看下面几种算好的方案', 'in-en'], ['en', 'see the variants computed below', 'in-zh']]) {
    await page.locator(`label[for="language-${lang}"]`).click();
    const said = await page.locator(`.in-${lang}`).innerText();
    if (!said.includes(words)) complaints.push(`the evaluation without script in ${lang}: does not say “${words}”`);
    if (await page.locator(`.${other}`).isVisible()) complaints.push(`the evaluation without script: ${other} is shown beside ${lang}`);
    if (await page.locator(`.in-${lang} .sliders`).first().isVisible()) complaints.push(`the evaluation without script in ${lang}: shows sliders that do nothing`);
  }
  await context.close();
  return complaints;
}
