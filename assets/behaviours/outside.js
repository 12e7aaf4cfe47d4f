// WeChat's browser opens no calendar: whoever taps one there is told how to get out, instead of meeting an empty page.
const leadsToCalendar = (link) => link.protocol === "webcal:" || /\.ics$/.test(link.pathname);

if (/MicroMessenger/i.test(navigator.userAgent)) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[href]");
    const words = document.getElementById("device");
    if (!link || !leadsToCalendar(link) || !words || !words.content) return;
    event.preventDefault();
    if (document.querySelector(".over-foot > [data-bar=outside]")) return;
    const hint = document.importNode(words.content.querySelector("[data-bar=outside]"), true);
    const close = hint.querySelector("button");
    close.addEventListener("click", () => {
      hint.remove();
      link.focus();
    });
    document.querySelector(".over-foot").append(hint);
    close.focus();
  });
}
