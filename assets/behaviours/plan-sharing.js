// The plan as a link: shared by whatever the device offers, else copied, else selected; and a shared one taken over whole.
const away = document.querySelector('.plan-away');
const field = document.getElementById('share-link');

/** Puts the plan's link and numbers where the page offers them. */
function drawLink(numbers) {
  away.hidden = numbers.length === 0;
  const list = numbers.slice(0, 200).join('.');
  field.value = `${new URL(planAddress, location.href).href}?o=${list}`;
  away.querySelector('input[name="numbers"]').value = list;
}

async function share() {
  const said = away.querySelector('.plan-said');
  const link = { title: document.title, url: field.value };
  try {
    if (navigator.share) {
      await navigator.share(link);
      return;
    }
    await navigator.clipboard.writeText(link.url);
    said.textContent = says.copied;
  } catch (refusal) {
    if (refusal.name === 'AbortError') return;
    field.select();
    said.textContent = says.copyByHand;
  }
}

const shareButton = document.querySelector('[data-share]');
if (shareButton) shareButton.addEventListener('click', share);
if (field) field.addEventListener('focus', () => field.select());

const take = document.querySelector('.plan-take');
if (take) {
  take.hidden = false;
  take.querySelector('[data-add-all]').addEventListener('click', () => {
    for (const star of document.querySelectorAll('.plan-shared .star[aria-pressed="false"]')) star.click();
    take.querySelector('.plan-said').textContent = says.addedAll;
  });
}
