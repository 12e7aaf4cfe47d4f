// The filters of the clash report. Severity and rule filter without this script; person, host and file need it.
for (const report of document.querySelectorAll(".clash-report")) {
  const form = report.querySelector(".filters");
  if (!form) continue;
  const cards = [...report.querySelectorAll(".finding")];
  const groups = [...report.querySelectorAll(".group")];
  const status = report.querySelector(".shown");
  const nothing = report.querySelector(".nothing-shown");
  const selects = [...form.querySelectorAll("select")];
  const chosen = (name) => form.querySelector(`input[name$="-${name}"]:checked`)?.value ?? "";

  const filter = () => {
    const [severity, rule] = [chosen("severity"), chosen("rule")];
    for (const card of cards) {
      const { dataset } = card;
      card.hidden =
        (severity !== "" && dataset.severity !== severity) ||
        (rule !== "" && dataset.rule !== rule) ||
        selects.some(({ value, dataset: { filter } }) => value !== "" && !dataset[filter].split(" ").includes(value));
    }
    for (const group of groups) group.hidden = !group.querySelector(".finding:not([hidden])");
    const left = cards.filter((card) => !card.hidden).length;
    status.textContent = `${left} / ${cards.length} ${report.dataset.shown}`;
    nothing.hidden = left > 0;
  };

  // A link from the timeline must find its finding, whatever is filtered.
  const reveal = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (!target || !target.hidden || !report.contains(target)) return;
    form.reset();
    filter();
    target.scrollIntoView();
  };

  form.querySelector(".choices").hidden = false;
  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", reveal);
  filter();
}
