// How a page looks: what can be measured of it, and a picture of every kind of page for whoever wants to look.
//
// Pictures go into a folder that is thrown away, unless FESTOON_PICTURES names one to keep; those that nobody will look at show the first
// screen alone.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SMALLEST_PX = 12;

/** A folder for pictures, and what to do with it in the end. */
export function openAlbum() {
  const kept = process.env.FESTOON_PICTURES;
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'festoon-pictures-'));
  mkdirSync(folder, { recursive: true });
  const seen = new Set();
  return {
    /** One of each kind of page in each setting; the kind and the setting make the name. */
    async take(page, kind, setting) {
      // The same page under its lasting address looks the same.
      if (kind.startsWith('/w/')) return;
      const name = `${kind}-${setting}`.replaceAll('*', 'one').replaceAll('?', '-chosen').replaceAll(/[^\w-]+/g, '_').replace(/^_/, '');
      if (seen.has(name)) return;
      seen.add(name);
      const reach = kept ? { clip: await sheetOf(page), fullPage: true } : {};
      await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 70, animations: 'disabled', ...reach });
    },
    count: () => seen.size,
    close: () => kept ?? rmSync(folder, { recursive: true, force: true }),
  };
}

/** The page as far as three screens down: what comes after looks like what came before. */
async function sheetOf(page) {
  const { width, height } = page.viewportSize();
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  return { x: 0, y: 0, width, height: Math.min(whole, 3 * height) };
}

/** What is wrong with how the page lies: wider than its window, letters too small to read, something over its head. */
export function complaintsOfLook(page) {
  return page.evaluate((smallest) => {
    const complaints = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) {
      const wide = [...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1);
      complaints.push(`is ${root.scrollWidth} px wide in ${root.clientWidth} px (${wide.slice(0, 3).map(nameOf).join('; ')})`);
    }

    const small = new Map();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const around = text.parentElement;
      if (text.data.trim() === '' || around.closest('script, style, template, noscript, .unseen')) continue;
      const box = around.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1 || getComputedStyle(around).visibility !== 'visible') continue;
      const scale = around instanceof SVGElement ? around.getScreenCTM().a : 1;
      const px = parseFloat(getComputedStyle(around).fontSize) * scale;
      if (px < smallest - 0.01) small.set(nameOf(around), px);
    }
    for (const [name, px] of [...small].slice(0, 5)) complaints.push(`letters of ${px.toFixed(1)} px, not ${smallest} (${name})`);

    const head = document.querySelector('.masthead');
    if (head !== null) {
      const { bottom } = head.getBoundingClientRect();
      const over = [...document.querySelectorAll('main, main *, .notices, .colophon *')].filter((one) => {
        const box = one.getBoundingClientRect();
        return box.width > 1 && box.height > 1 && box.top < bottom - 1 && one.closest('.unseen') === null;
      });
      if (over.length > 0) complaints.push(`lies over the head of the page: ${over.slice(0, 3).map(nameOf).join('; ')}`);
    }
    return complaints;

    function nameOf(element) {
      return `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} “${element.textContent.trim().slice(0, 24)}”`;
    }
  }, SMALLEST_PX);
}
