// The built binary as a server on a free port, for as long as a test needs it.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Starts it with the sample week and waits for its first answer. */
export function startFestoon(binary) {
  return startServer(binary, 'demo', mkdtempSync(join(tmpdir(), 'festoon-walk-')));
}

/** Starts `demo` or `serve` with a folder, which is removed when it stops, and waits for its first answer. */
export async function startServer(binary, command, data) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const named = command === 'serve' ? ['--origin', origin] : [];
  const child = spawn(binary, [command, '--listen', `127.0.0.1:${port}`, '--data', data, ...named], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (bytes) => (said += bytes));
  child.stderr.on('data', (bytes) => (said += bytes));
  const ended = new Promise((resolve) => child.once('exit', resolve));

  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`${binary} ended with ${child.exitCode}:\n${said}`);
    const answer = await fetch(`${origin}/en`).catch(() => null);
    if (answer !== null) return { origin, binary, data, stop: () => stop(child, ended, data) };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop(child, ended, data);
  throw new Error(`${binary} did not answer within 30 s:\n${said}`);
}

async function stop(child, ended, data) {
  if (child.exitCode === null) child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(late);
  rmSync(data, { recursive: true, force: true });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
