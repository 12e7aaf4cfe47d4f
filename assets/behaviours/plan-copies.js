// The calendar copies that were published from this device, each with its deletion.
const copiesKey = `festoon-plan-copies:${week}`;
const copies = document.querySelector('.plan-copies');

function drawCopies() {
  const known = kept(copiesKey) || {};
  copies.hidden = Object.keys(known).length === 0;
  const list = copies.querySelector('ul');
  list.textContent = '';
  list.append(...Object.keys(known).map((key) => copyLine(key, known[key])));
}

function copyLine(key, { secret, action }) {
  const link = node('a', '', `${says.copy} ${key.slice(0, 6)}`);
  link.href = `/plans/${key}.ics`;
  const button = node('button', 'plain-button', says.delete);
  button.type = 'button';
  button.addEventListener('click', async () => {
    const said = copies.querySelector('.plan-said');
    said.textContent = (await isDeleted(action, secret)) ? '' : says.notDeleted;
    if (said.textContent) return;
    const left = kept(copiesKey) || {};
    delete left[key];
    keep(copiesKey, left);
    drawCopies();
  });
  return node('li', '', link, ' ', button);
}

/** A copy that is gone already counts as deleted. */
async function isDeleted(action, secret) {
  try {
    const answer = await fetch(action, { method: 'POST', body: new URLSearchParams({ secret }) });
    return answer.ok || answer.status === 404 || answer.status === 410;
  } catch {
    return false;
  }
}

if (copies) drawCopies();
