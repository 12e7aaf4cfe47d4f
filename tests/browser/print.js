// What comes out of a printer: nothing cut, no navigation, black on white whatever the screen's scheme, entries whole, and a code that
// leads back to the page. The code itself is read by a decoder in the guide's own tests.

// Between the margins of an A4 sheet, upright and across, at 96 px an inch.
const UPRIGHT = 672;
const ACROSS = 1046;

/** Complaints about a few pages on paper. */
export async function checkPrint(browser, origin, lang, album) {
  const complaints = [];
  const context = await browser.newContext({ colorScheme: 'dark' });
  const page = await context.newPage();
  await page.emulateMedia({ media: 'print' });
  const day = `/${lang}/programme/2021-06-22`;
  const firstOf = async (path, below) => {
    const [, key] = (await (await fetch(origin + path)).text()).match(new RegExp(`href="/${lang}/${below}/([^"/?#]+)"`)) ?? [];
    return `/${lang}/${below}/${key}`;
  };
  const stars = (await (await fetch(`${origin}${day}`)).text()).match(/data-star="\d+"/g).slice(0, 6).map((star) => Number(star.match(/\d+/)[0]));
  const paths = {
    day, grid: `${day}/grid`, session: await firstOf(day, 'sessions'), venue: await firstOf(`/${lang}/venues`, 'venues'),
    plan: `/${lang}/plan?o=${stars.join('.')}`,
  };
  for (const [kind, path] of Object.entries(paths)) {
    const complain = (what) => complaints.push(`${path} on paper: ${what}`);
    await page.setViewportSize({ width: kind === 'grid' ? ACROSS : UPRIGHT, height: 950 });
    const answer = await page.goto(origin + path, { waitUntil: 'load' });
    if (answer.status() !== 200) complain(`status ${answer.status()}`);
    await album.take(page, `print-${kind}-${lang}`, 'a4');
    for (const what of await page.evaluate(onPaper)) complain(what);
    const isOwn = kind === 'plan' && !(await page.locator('.plan-entry').count());
    if (isOwn) complain('the plan has no entries');

    const paper = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
    const sheets = [...paper.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => Number(width) > Number(height));
    if (sheets.length === 0) complain('there are no sheets');
    if (sheets.some((liesAcross) => liesAcross !== (kind === 'grid'))) complain(`sheets lie across: ${sheets}`);
  }
  await context.close();
  return complaints;
}

function onPaper() {
  const complaints = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) complaints.push(`${root.scrollWidth} px wide on ${root.clientWidth} px`);
  const isShown = (one) => one.getClientRects().length > 0;
  const idle = '.ways, .other-language, .to-search, .festoon-small, .views, .narrowing, .stretches, .neighbours, .colophon nav, .subscribe, .star, button';
  for (const one of [...document.querySelectorAll(idle)].filter(isShown)) complaints.push(`prints ${one.tagName} ${one.className}`);

  const dark = [root, document.body].map((one) => getComputedStyle(one).backgroundColor).filter((colour) => !['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)'].includes(colour));
  if (dark.length > 0) complaints.push(`is printed on ${dark}`);
  const ink = getComputedStyle(document.body).color;
  if (ink !== 'rgb(0, 0, 0)') complaints.push(`is printed in ${ink}`);

  const torn = [...document.querySelectorAll('.line, .slot, .plan-entry, .happening')].filter((one) => !getComputedStyle(one).breakInside.startsWith('avoid'));
  if (torn.length > 0) complaints.push(`${torn.length} entries may be torn between sheets`);

  const first = document.querySelector('.plan-day');
  if (first && getComputedStyle(first).breakInside !== 'auto') complaints.push('a long first day leaves the sheet under the heading empty');

  const code = document.querySelector('.qr');
  const head = document.querySelector('.masthead')?.getBoundingClientRect();
  const box = code?.getBoundingClientRect();
  if (!box || box.width < 85 || box.right > root.clientWidth || box.bottom > head.bottom + 1) complaints.push(`the code lies at ${JSON.stringify(box)}`);
  const brand = document.querySelector('.brand').getBoundingClientRect();
  const words = document.querySelector('.on-paper p')?.getBoundingClientRect();
  if (words && brand.right > words.left) complaints.push('the address of the code lies over the name of the week');
  return complaints;
}
