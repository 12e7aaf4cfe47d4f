// The plan as a link: shared by whatever the device offers, else copied, else selected; and a shared one taken over whole.
const away = document.querySelector('.plan-away');
const field = document.getElementById('share-link');

// The server reads so many numbers from one address; a copy takes more, and says so itself where it does not.
const MOST_IN_LINK = 200;

/** Puts the plan's link and numbers where the page offers them. */
function drawLink(numbers) {
  away.hidden = numbers.length === 0;
  const cut = away.querySelector('.plan-cut');
  cut.hidden = numbers.length <= MOST_IN_LINK;
  cut.textContent = cut.hidden ? '' : fill(says.linkHolds, { most: MOST_IN_LINK, all: numbers.length });
  field.value = `${new URL(planAddress, location.href).href}?o=${numbers.slice(0, MOST_IN_LINK).join('.')}`;
  away.querySelector('input[name="numbers"]').value = numbers.join('.');
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
  take.classList.remove('is-waiting');
  take.querySelector('[data-add-all]').addEventListener('click', () => {
    const entries = [...document.querySelectorAll('.plan-shared .star')].map(entryBeside);
    const isKept = changePlan((plan) => entries.forEach((entry) => entry.number in plan || (plan[entry.number] = entry)));
    take.querySelector('.plan-said').textContent = isKept ? says.addedAll : says.notKept;
  });
}
