// What a first visit to a day of the sample week costs on a poor line and a slow phone, in Chromium: four times slower
// processor, 1.6 Mbit/s, 150 ms. Prints bytes up to `load`, the largest contentful paint and the layout shift; medians of five.
//
//   cargo build --release && node bench/first_load.mjs
//
// Wants `npm ci` in tests/browser, which ./test does.

import { chromium } from '../tests/browser/node_modules/playwright-core/index.mjs';
import { startFestoon } from '../tests/browser/festoon.js';
import { firstVisit } from '../tests/browser/first_visit.js';

const ROUNDS = 5;
const POOR = { slower: 4, line: { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 } };
const PAGES = ['/zh/programme/2021-06-22', '/en/programme/2021-06-22', '/zh', '/zh/sessions/fnc-welcome', '/zh/venues'];

const festoon = await startFestoon(process.env.FESTOON_BIN ?? 'target/release/festoon');
const browser = await chromium.launch({
  executablePath: process.env.FESTOON_BROWSER ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});

try {
  for (const path of PAGES) {
    const visits = [];
    for (let round = 0; round < ROUNDS; round += 1) visits.push(await firstVisit(browser, festoon.origin + path, POOR));
    const median = (of) => visits.map(of).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
    const foreign = [...new Set(visits.flatMap((seen) => seen.foreign))];
    console.log(
      `${path}: ${(median((seen) => seen.bytes) / 1000).toFixed(1)} kB in ${median((seen) => seen.requests)} requests up to load,`,
      `largest contentful paint ${median((seen) => seen.largest).toFixed(0)} ms, load ${median((seen) => seen.load).toFixed(0)} ms,`,
      `layout shift ${Math.max(...visits.map((seen) => seen.shift))}, other hosts ${foreign.length}`,
    );
  }
} finally {
  await browser.close();
  await festoon.stop();
}
