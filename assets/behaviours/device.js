// The guide without a network: the worker is told what to keep, and a page that comes from what it keeps says how old it is.
// Where a browser knows no workers (WeChat's, a file, a page without https) the guide is an ordinary site.
const { week, release, worker, plan, kept, whole } = document.body.dataset;
const place = /^(.*\/)(zh|en)\/plan$/.exec(plan || "");

// The worker writes into a page that it keeps from when it is, and whether it stands in for what a filter would have left of it. What is said of that comes with the page, in its language.
function sayAge() {
  const words = document.getElementById("device");
  const line = document.importNode(words.content.querySelector("[data-bar=age]"), true);
  const time = line.querySelector("time");
  time.dateTime = kept;
  time.textContent = moment(new Date(kept), time.dataset.zone);
  line.querySelector("[data-whole]").hidden = whole === undefined;
  line.querySelector("button").addEventListener("click", () => {
    line.remove();
    document.documentElement.classList.remove("has-bar");
  });
  document.querySelector(".over-foot").append(line);
  document.documentElement.classList.add("has-bar");
}

/** In the week's zone, like every other clock of the guide. */
function moment(at, zone) {
  const isChinese = place[2] === "zh";
  const wanted = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", day: "numeric", month: isChinese ? "numeric" : "long" };
  const parts = new Intl.DateTimeFormat("en-GB", { ...wanted, timeZone: zone || undefined }).formatToParts(at);
  const part = (type) => parts.find((each) => each.type === type).value;
  const clock = `${part("hour")}:${part("minute")}`;
  return isChinese ? `${Number(part("month"))}月${part("day")}日 ${clock}` : `${clock} on ${part("day")} ${part("month")}`;
}

// The page that stands in for others has no age of its own to tell.
if (place && kept && !document.querySelector("[data-offline]")) sayAge();

if (place && worker && window.isSecureContext && "serviceWorker" in navigator) {
  const { serviceWorker } = navigator;
  addEventListener("load", () => {
    serviceWorker.register(worker, { updateViaCache: "none" })
      .then(() => serviceWorker.ready)
      .then(({ active }) => active.postMessage({ keep: { scope: place[1], lang: place[2], week, release: Number(release) } }))
      .catch(() => {});
  });
}
