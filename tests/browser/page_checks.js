// What must hold on any page.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { complaintsOfLook } from './look.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Notes errors from now on; a page that is meant to be missing may say that it is. */
export function watch(page) {
  const seen = [];
  page.on('console', (message) => {
    const expected = message.text().includes('404') && page.url().includes('no-such-page');
    if (message.type() === 'error' && !expected) seen.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => seen.push(`script: ${error.message}`));
  page.on('requestfailed', (request) => {
    // Whoever goes on to another page gives up what the one before was still asking for.
    const givenUp = request.failure()?.errorText === 'net::ERR_ABORTED';
    if (!givenUp) seen.push(`request failed: ${request.url()}`);
  });
  return seen;
}

/** What is wrong with the page as it stands. */
export async function complaintsOf(page, answer, width) {
  const complaints = [];
  const missing = page.url().includes('no-such-page');
  if (answer !== null && answer.status() !== (missing ? 404 : 200)) complaints.push(`status ${answer.status()}`);
  if (answer !== null && !answer.headers()['content-security-policy']) complaints.push('no content security policy');

  complaints.push(...(await complaintsOfLook(page)));

  const unseen = await page.evaluate(() => [...document.querySelectorAll('[data-star]')].filter((star) => star.getClientRects().length === 0).length);
  if (unseen > 0) complaints.push(`${unseen} stars are not shown`);

  const narrow = await page.evaluate(() => [...document.querySelectorAll('body :lang(zh)')].filter((one) => getComputedStyle(one).fontVariantEastAsian !== 'normal').length);
  if (narrow > 0) complaints.push(`${narrow} Chinese texts have narrow commas`);

  const lang = await page.locator('html').getAttribute('lang');
  const path = new URL(page.url()).pathname.replace(/^\/w\/[^/]+/, '');
  const wanted = path.startsWith('/zh') ? 'zh-CN' : path.startsWith('/en') ? 'en' : lang;
  if (lang !== wanted) complaints.push(`lang="${lang}", not "${wanted}"`);

  complaints.push(...(await axeComplaints(page)));
  return complaints;
}

/** What axe says of a page. */
export async function axeComplaints(page) {
  // The debugger evaluates outside the page's policy, which therefore stays as strict as it is.
  await page.evaluate(axeSource);
  // Only what is wrong is described in full: to describe all that is right takes as long again.
  const found = await page.evaluate((rules) => window.axe.run(document, { runOnly: rules, resultTypes: ['violations'] }), RULES);
  return found.violations.map((violation) => {
    const places = violation.nodes.slice(0, 3).map((node) => node.target.join(' ')).join('; ');
    return `${violation.id}: ${violation.help} (${places})`;
  });
}
