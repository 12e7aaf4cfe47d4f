// An organiser drops two rows into /check and reads that Ada is in two places.

import { complaintsOf, watch } from './page_checks.js';

const CSV = [
  '活动名称,英文名称,日期,开始时间,结束时间,场馆,会场,主办单位,演讲嘉宾',
  '未来网络主旨报告,Future Networks Keynote,2021-06-21,10:00,11:00,会展中心,1号厅,紫金研究院,艾达',
  '绿色制造圆桌讨论,Green Making Round Table,2021-06-21,10:30,11:30,科技馆,2号厅,方山大学,艾达',
].join('\n');

/** What is wrong with the report that comes back. */
export async function checkUpload(browser, origin, lang, javaScriptEnabled) {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 900 } });
  const page = await context.newPage();
  const seen = watch(page);
  await page.goto(`${origin}/${lang}/check`);
  const chooser = page.locator('input[type=file]').first();
  await chooser.setInputFiles({ name: 'host.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) });
  await page.locator('form:has(input[type=file]) [type=submit], form:has(input[type=file]) button:not([type=button])').first().click();
  await page.waitForLoadState('load');
  const main = page.locator('main');
  const arrived = await main.getByText('艾达').first().waitFor({ state: 'attached', timeout: 15000 }).then(() => true, () => false);

  const complaints = [...seen];
  if (!arrived) complaints.push('the findings do not name the person in two places');
  const words = await main.innerText();
  for (const needed of ['host.csv', '10:00']) {
    if (!words.includes(needed)) complaints.push(`the findings do not say “${needed}”`);
  }
  if (javaScriptEnabled) complaints.push(...(await complaintsOf(page, null, 360)));
  await context.close();
  return complaints;
}
