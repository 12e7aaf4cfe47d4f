// The page after publishing a calendar copy: the device remembers how to delete it, because nobody else can.
for (const form of document.querySelectorAll('form[data-plan-copy]')) {
  const secret = form.querySelector('input[name="secret"]');
  if (!secret) continue;
  const copiesKey = `festoon-plan-copies:${document.body.dataset.week}`;
  try {
    const copies = JSON.parse(localStorage.getItem(copiesKey)) || {};
    copies[form.dataset.planCopy] = { secret: secret.value, action: form.getAttribute('action') };
    localStorage.setItem(copiesKey, JSON.stringify(copies));
  } catch {
    // Where nothing can be kept, the page itself still offers the deletion.
  }
}
