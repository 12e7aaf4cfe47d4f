// A copy is published by a form. With script it is sent aside, so that without a network this page stays where it is and says so.
const publishing = document.querySelector('.plan-publish');
const ENOUGH = 20000;

async function publish() {
  const [button, said] = [publishing.querySelector('button'), publishing.querySelector('.plan-said')];
  const stop = window.AbortController && new AbortController();
  const late = setTimeout(() => stop && stop.abort(), ENOUGH);
  said.textContent = '';
  button.disabled = true;
  try {
    const body = new URLSearchParams(new FormData(publishing));
    const answer = await fetch(publishing.action, { method: 'POST', body, ...(stop ? { signal: stop.signal } : {}) });
    if (answer.redirected) location.assign(answer.url);
    // What was refused is a page, which says why; to be refused again costs nothing.
    else publishing.submit();
  } catch {
    said.textContent = says.notPublished;
  } finally {
    clearTimeout(late);
    button.disabled = false;
  }
}

if (publishing && window.URLSearchParams) {
  publishing.addEventListener('submit', (event) => {
    event.preventDefault();
    publish();
  });
}
