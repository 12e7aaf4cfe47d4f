// Other weights of a reader's own: the scores of the report computed anew, by the rule the report itself uses.
const known = document.getElementById("evaluation-scores");
const indexes = known ? JSON.parse(known.textContent) : [];

const mean = (below, power) => {
  const whole = below.reduce((sum, [weight]) => sum + weight, 0);
  if (!(whole > 0) || (power !== 1 && below.some(([, x]) => x <= 0))) return null;
  const averaged = (of) => below.reduce((sum, [weight, x]) => sum + weight * of(x), 0) / whole;
  if (power === 1) return averaged((x) => x);
  return power === 0 ? Math.exp(averaged(Math.log)) : averaged((x) => x ** power) ** (1 / power);
};

// Whatever stands below a node comes after it.
const scored = (nodes, weights, unit) => {
  const scores = nodes.map((node) => (node.scores ? node.scores[unit] : null));
  for (let at = nodes.length - 1; at >= 0; at -= 1) {
    if (nodes[at].scores) continue;
    const below = [];
    nodes.forEach(({ parent }, child) => {
      if (parent === at && scores[child] !== null && weights[child] > 0) below.push([weights[child], scores[child]]);
    });
    scores[at] = mean(below, nodes[at].power);
  }
  return scores[0];
};

const ranked = (scores) =>
  scores.map((score) => (score === null ? null : 1 + scores.filter((other) => other !== null && other - score > 1e-9 * Math.max(1, Math.abs(score))).length));

for (const trying of document.querySelectorAll(".trying")) {
  const known = indexes[Number(trying.dataset.index)];
  if (!known) continue;
  const { nodes, ranks: published } = known;
  const form = trying.querySelector(".sliders");
  const outcome = trying.querySelector(".outcome");
  const sliders = [...form.querySelectorAll("input")];
  const rows = [...form.querySelectorAll("tbody tr")];
  const sign = trying.dataset.percent;
  const percent = (share) => `${Number((100 * share).toFixed(1))}${sign}`;

  const show = () => {
    // A slider that was not moved stands for the exact weight, which it may not be able to show.
    const weights = nodes.map(({ weight }) => weight);
    for (const slider of sliders) {
      if (slider.value !== slider.defaultValue) weights[Number(slider.dataset.node)] = Number(slider.value) / 100;
    }
    for (const slider of sliders) {
      const node = Number(slider.dataset.node);
      const level = nodes.reduce((sum, { parent }, at) => (parent === nodes[node].parent ? sum + weights[at] : sum), 0);
      const said = level > 0 ? percent(weights[node] / level) : "—";
      slider.nextElementSibling.textContent = said;
      slider.setAttribute("aria-valuetext", said);
    }
    const scores = rows.map((_, unit) => scored(nodes, weights, unit));
    const ranks = ranked(scores);
    let moved = 0;
    rows.forEach((row, unit) => {
      const [rank, score] = [ranks[unit], scores[unit]];
      const climbed = rank === null || published[unit] === null ? 0 : published[unit] - rank;
      if (climbed !== 0) moved += 1;
      row.querySelector(".now").textContent = rank === null ? "—" : `${rank}${climbed === 0 ? "" : climbed > 0 ? ` ▲ ${climbed}` : ` ▼ ${-climbed}`}`;
      row.querySelector(".score").textContent = score === null ? "—" : score.toFixed(2).replace("-", "−");
    });
    const first = rows.filter((_, unit) => ranks[unit] === 1).map((row) => row.querySelector("th").textContent).join(", ");
    const { same, moving, noWeights } = trying.dataset;
    const said = first === "" ? noWeights : moved === 0 ? same : moving.replace("{count}", () => String(moved)).replace("{first}", () => first);
    if (outcome.textContent !== said) outcome.textContent = said;
  };

  trying.querySelector(".needs-script").hidden = true;
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
}

// Whoever reads the page aloud is told which language stands in front.
for (const choice of document.querySelectorAll(".language")) {
  const tell = () => {
    if (choice.checked) document.documentElement.lang = choice.id === "language-zh" ? "zh-CN" : "en";
  };
  choice.addEventListener("change", tell);
  tell();
}
