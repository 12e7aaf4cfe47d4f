// The pages of what is starred are kept ahead on the device, the soonest first, so that they open in a mall without a signal. The worker
// says how many there is room for; where a browser knows no workers, they are read with a network like all others.
const inGuide = /^(.*\/)(zh|en)\/plan$/.exec(planAddress || '');

function keepAhead() {
  const entries = Object.values(readPlan()).filter(({ gone }) => !gone).sort(inOrder);
  const isOver = ({ end }) => Boolean(end) && Date.parse(end) < Date.now();
  const sessions = [...entries.filter((entry) => !isOver(entry)), ...entries.filter(isOver)].map(({ key }) => key);
  const [, scope, lang] = inGuide;
  const starred = { scope, lang, week, release: Number(release), sessions: [...new Set(sessions)] };
  navigator.serviceWorker.ready.then(({ active }) => active.postMessage({ starred })).catch(() => {});
}

if (inGuide && window.isSecureContext && 'serviceWorker' in navigator) {
  document.addEventListener('plan-changed', keepAhead);
  addEventListener('load', keepAhead);
}
