// The search answers while somebody types. What is typed with an input method is only looked for once it is a word.
const form = document.querySelector(".search-form");
const results = document.querySelector("#results");
if (form && results && window.fetch && window.AbortController && window.URLSearchParams) {
  const field = form.querySelector("[name=q]");
  const said = document.querySelector("#search-said");
  const language = document.querySelector(".other-language");
  let isComposing = false;
  let waiting = 0;
  let last = field.value.trim();
  let older = null;

  const ask = async () => {
    const typed = field.value.trim();
    if (isComposing || typed === last) return;
    last = typed;
    if (older) older.abort();
    const own = new AbortController();
    older = own;
    const asked = new URLSearchParams(new FormData(form));
    if (!typed) asked.delete("q");
    const query = asked.toString() ? "?" + asked : "";
    asked.set("part", "results");
    try {
      const answer = await fetch(form.action + "?" + asked, { signal: own.signal });
      if (!answer.ok) return;
      results.innerHTML = await answer.text();
      const { said: words, title } = results.firstElementChild.dataset;
      said.textContent = words;
      document.title = title;
      history.replaceState(null, "", form.action + query);
      language.href = language.href.split("?")[0] + query;
    } catch (problem) {
      // Aborted, or no network: the form itself still works.
      if (older === own) last = null;
    }
  };
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 120);
  };

  field.addEventListener("compositionstart", () => { isComposing = true; });
  field.addEventListener("compositionend", () => { isComposing = false; soon(); });
  field.addEventListener("input", soon);
}
