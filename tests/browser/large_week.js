// A server with a week so large that a day is read in stretches and its grid in groups: forty-five halls on the first day, thirty on the second.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from './festoon.js';

const HEADINGS = ['活动名称', '英文名称', '日期', '开始时间', '结束时间', '场馆', '会场', '主办单位', '演讲嘉宾'];
const SUBJECTS = [
  ['未来网络', 'Future networks'], ['绿色制造', 'Green manufacturing'], ['细胞治疗', 'Cell therapy'], ['智能电网', 'Smart grids'],
  ['青年人才与城市的下一个十年：从实验室到街区', 'Young talent and the next ten years of the city: from the laboratory to the neighbourhood'],
];
const HALLS_OF_A_HOUSE = 5;
// So many days that their row is wider than a phone.
const LATER_DAYS = 9;

/** Days of the large week that are worth a walk. */
export const LARGEST_DAY = '2021-06-21';
export const DAY_OF_THIRTY_HALLS = '2021-06-22';

/** Imports and releases it, and serves it. */
export async function startLargeWeek(binary) {
  const data = mkdtempSync(join(tmpdir(), 'festoon-large-'));
  try {
    const file = join(data, 'large.csv');
    writeFileSync(file, [HEADINGS, ...rows()].map((row) => row.join(',')).join('\n'));
    execFileSync(binary, ['import', file, '--week', 'large', '--data', data], { stdio: 'pipe' });
    execFileSync(binary, ['release', 'large', '--reason', 'a walk', '--data', data], { stdio: 'pipe' });
    return await startServer(binary, 'serve', data);
  } catch (error) {
    rmSync(data, { recursive: true, force: true });
    throw error;
  }
}

function rows() {
  const rows = [];
  const hold = (date, hall, from, to) => {
    const number = rows.length + 1;
    const [zh, en] = SUBJECTS[number % SUBJECTS.length];
    const house = Math.floor(hall / HALLS_OF_A_HOUSE) + 1;
    rows.push([
      `${zh} ${number}`, `${en} ${number}`, date, from, to, `第${house}会展中心`, `${hall + 1}号厅`, `示例主办 ${house}`, `示例讲者 ${number}`,
    ]);
  };
  const day = (date, halls, hours) => {
    for (let hall = 0; hall < halls; hall += 1) {
      for (let hour = 0; hour < hours; hour += 1) hold(date, hall, clock(9 + hour, (hall % 2) * 30), clock(9 + hour, (hall % 2) * 30 + 25));
    }
    // It is on while everything else in its hall begins.
    hold(date, 1, '09:05', '13:00');
  };
  day(LARGEST_DAY, 45, 4);
  day(DAY_OF_THIRTY_HALLS, 30, 5);
  for (let at = 0; at < LATER_DAYS; at += 1) hold(`2021-07-0${at + 1}`, 0, '09:00', '09:45');
  return rows;
}

function clock(hour, minute) {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
