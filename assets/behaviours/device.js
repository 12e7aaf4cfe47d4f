// The guide without a network: the worker is told what to keep, and a page that comes from what it keeps says how old it is.
// Where a browser knows no workers (WeChat's, a file, a page without https) the guide is an ordinary site.
const { release, worker, plan } = document.body.dataset;
const place = /^(.*\/)(zh|en)\/plan$/.exec(plan || "");

// What is said on a bar comes with the page, in its language.
function bar(name) {
  const words = document.getElementById("device");
  const told = words && words.content && words.content.querySelector(`[data-bar=${name}]`);
  return told ? document.importNode(told, true) : null;
}

function sayAge(saved) {
  const line = saved && bar("age");
  if (!line) return;
  const at = new Date(saved);
  const clock = `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
  const time = line.querySelector("time");
  time.dateTime = saved;
  time.textContent = place[2] === "zh"
    ? `${at.getMonth() + 1}月${at.getDate()}日 ${clock}`
    : `${clock} on ${at.toLocaleDateString("en-GB", { day: "numeric", month: "long" })}`;
  document.body.append(line);
  document.documentElement.classList.add("has-bar");
}

if (place && worker && window.isSecureContext && "serviceWorker" in navigator) {
  const { serviceWorker } = navigator;
  if (serviceWorker.controller && "MessageChannel" in window) {
    const channel = new MessageChannel();
    channel.port1.onmessage = (event) => sayAge(event.data);
    serviceWorker.controller.postMessage({ ask: "age" }, [channel.port2]);
  }
  addEventListener("load", () => {
    serviceWorker.register(worker, { updateViaCache: "none" })
      .then(() => serviceWorker.ready)
      .then(({ active }) => active.postMessage({ keep: { scope: place[1], lang: place[2], release: Number(release) } }))
      .catch(() => {});
  });
}
