// A line to the server that can be cut and mended. A browser told to be offline still lets some workers through; a cut line does not.

import { connect, createServer } from 'node:net';

/** Another origin for the same server. */
export async function lineTo(origin) {
  const { port } = new URL(origin);
  const open = new Set();
  let [isCut, isSlow] = [false, false];
  const server = createServer((near) => {
    if (isCut) return near.destroy();
    if (isSlow) {
      open.add(near);
      return near.on('error', () => {});
    }
    const far = connect(Number(port), '127.0.0.1');
    for (const end of [near, far]) {
      open.add(end);
      end.on('error', () => {});
      end.on('close', () => { open.delete(end); near.destroy(); far.destroy(); });
    }
    return near.pipe(far).pipe(near);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => { isCut = true; for (const end of open) end.destroy(); };
  // Takes every question and answers none.
  const slow = () => { cut(); [isCut, isSlow] = [false, true]; };
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    cut,
    slow,
    mend: () => { cut(); [isCut, isSlow] = [false, false]; },
    close: () => { cut(); server.close(); },
  };
}
