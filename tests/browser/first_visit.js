// What a first visit to a page loads, up to `load`, and whether anything on it moves.

const MOST_BYTES = 60_000;

/** One first visit in a browser that has never been here, on a slower processor and a line like this if told so. */
export async function firstVisit(browser, address, poor) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  if (poor !== undefined) {
    await line.send('Network.emulateNetworkConditions', poor.line);
    await line.send('Emulation.setCPUThrottlingRate', { rate: poor.slower });
  }
  let bytes = 0;
  let requests = 0;
  let loaded = false;
  const foreign = [];
  line.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith(new URL(address).origin) && request.url.startsWith('http')) foreign.push(request.url);
    if (!loaded) requests += 1;
  });
  line.on('Network.loadingFinished', ({ encodedDataLength }) => { if (!loaded) bytes += encodedDataLength; });
  await page.addInitScript(() => {
    window.seen = { largest: 0, shift: 0 };
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.seen.largest = entry.startTime; })
      .observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.seen.shift += entry.value; })
      .observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(address, { waitUntil: 'load' });
  loaded = true;
  await page.waitForTimeout(1500);
  const seen = await page.evaluate(() => ({ ...window.seen, load: performance.timing.loadEventEnd - performance.timing.navigationStart }));
  await context.close();
  return { ...seen, bytes, requests, foreign };
}

/** Complaints about what a first visit to a day costs. Sizes and shifts are the same on any machine; times are for the bench. */
export async function checkFirstVisit(browser, origin) {
  const complaints = [];
  for (const path of ['/zh/programme/2021-06-22', '/en/programme/2021-06-24']) {
    const seen = await firstVisit(browser, origin + path);
    console.log(`${path}: ${seen.bytes} bytes in ${seen.requests} requests up to load`);
    if (seen.bytes >= MOST_BYTES) complaints.push(`${path}: a first visit loads ${seen.bytes} bytes, not under ${MOST_BYTES}`);
    if (seen.foreign.length > 0) complaints.push(`${path}: asks other hosts: ${seen.foreign.join(', ')}`);
    if (seen.shift > 0) complaints.push(`${path}: what is on the page moves by ${seen.shift}`);
  }
  return complaints;
}
