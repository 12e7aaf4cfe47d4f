// The page after publishing a calendar copy: the device remembers how to delete it, because nobody else can.
for (const form of document.querySelectorAll('form[data-plan-copy]')) {
  const secret = form.querySelector('input[name="secret"]').value;
  // Where nothing can be kept, the page itself still offers the deletion.
  keep(copiesKey, { ...kept(copiesKey), [form.dataset.planCopy]: { secret, action: form.getAttribute('action') } });
}
