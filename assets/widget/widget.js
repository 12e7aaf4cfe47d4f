// What other sites put on their pages: the next sessions of a week, right after the script's own element.
//
// It asks this guide's public interface alone, keeps nothing, and lives in a shadow tree: neither page's styles reach the other's.
// Colours are the browser's own and follow the host page's `color-scheme`. A host's policy may forbid styles: a constructed sheet
// needs no leave; without one the list is plain.
(() => {
  const WORDS = {
    zh: {
      tag: "zh-CN", region: "近期场次", all: "完整日程", empty: "没有即将开始的场次。", cancelled: "已取消", sample: "示例",
      failed: "日程暂时无法读取，请到指南中查看。", loading: "正在读取日程…", notice: "紧急通知", unsettled: "地点待定", sep: " · ",
    },
    en: {
      tag: "en-GB", region: "Next sessions", all: "Full programme", empty: "No upcoming sessions.", cancelled: "Cancelled",
      sample: "sample", failed: "The programme cannot be read right now. Please look in the guide.", loading: "Reading the programme…",
      notice: "Notice", unsettled: "Place to be announced", sep: " · ",
    },
  };
  const STYLE = `
    :host { display: block; margin-block: 1rem; font: inherit; line-height: 1.5; }
    section { background: Canvas; color: CanvasText; border: 1px solid color-mix(in srgb, CanvasText 25%, Canvas); border-radius: 8px; padding: .75rem 1rem; }
    p { margin: .5rem 0; }
    ul { list-style: none; margin: 0; padding: 0; }
    li { display: grid; grid-template-columns: 6.5em 1fr; gap: 0 .75em; padding: .5rem 0; border-block-start: 1px solid color-mix(in srgb, CanvasText 15%, Canvas); }
    li > * { grid-column: 2; overflow-wrap: anywhere; }
    li > time { grid-column: 1; font-variant-numeric: tabular-nums; }
    a { color: LinkText; display: inline-block; min-block-size: 24px; }
    .day { font-weight: 600; margin-block-end: .25rem; }
    .place { font-size: .9em; }
    .is-cancelled a { text-decoration: line-through; }
    .tag { font-size: .8em; border: 1px solid; border-radius: 4px; padding: 0 .35em; margin-inline-start: .5em; }
    .notice { border: 2px solid #c8372d; border-radius: 6px; padding: .25rem .6rem; }
    @media (max-width: 24rem) { li { display: block; } li > * { display: block; } }`;
  const EVERY = 5 * 60 * 1000;

  const script = document.currentScript || document.querySelector('script[src*="/widget.js"]');
  const base = new URL(script.src, document.baseURI).origin;

  const make = (name, words, lang) => {
    const element = document.createElement(name);
    if (words) element.textContent = words;
    if (lang) element.lang = lang;
    return element;
  };

  // Swedish dates are ISO dates.
  const today = (timeZone) => new Date().toLocaleDateString("sv-SE", { timeZone });

  class FestoonWeek extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return;
      const given = (this.given = this.given || {});
      this.lang = given.lang === "en" ? "en" : "zh";
      this.words = WORDS[this.lang];
      this.attachShadow({ mode: "open" });
      this.dress(given.nonce);
      this.region = this.shadowRoot.appendChild(make("section"));
      this.region.setAttribute("aria-label", this.words.region);
      this.region.append(make("p", this.words.loading));
      this.read();
      // Whoever stands on a link must not lose it.
      this.timer = setInterval(() => document.hidden || this.shadowRoot.activeElement || this.read(), EVERY);
    }

    disconnectedCallback() {
      clearInterval(this.timer);
    }

    dress(nonce) {
      try {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(STYLE);
        this.shadowRoot.adoptedStyleSheets = [sheet];
      } catch (_) {
        const style = make("style", STYLE);
        if (nonce) style.nonce = nonce;
        this.shadowRoot.append(style);
      }
    }

    ask(from) {
      const { week, activity, venue, day, limit } = this.given;
      const asked = new URLSearchParams();
      for (const [name, value] of Object.entries({ activity, venue, day, from, limit: limit || "10" })) if (value) asked.set(name, value);
      const address = `${base}/api/v1/weeks/${encodeURIComponent(week || "current")}/occurrences?${asked}`;
      return fetch(address, { credentials: "omit" }).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)));
    }

    read() {
      const { day } = this.given;
      this.ask(new Date().toISOString().slice(0, 17) + "00Z")
        // Of a past day everything is shown; of any other what is not over yet.
        .then((found) => (day && day < today(found.zone) ? this.ask() : found))
        .then((found) => this.show(found))
        // What was read before is better than nothing.
        .catch(() => this.isShown || this.region.replaceChildren(make("p", this.words.failed), this.wayOn()));
    }

    show({ week, notices, items }) {
      const parts = notices.map(({ text }) => {
        const notice = this.said("p", text);
        notice.className = "notice";
        notice.prepend(make("strong", this.words.notice, this.lang), " ");
        return notice;
      });
      let list, shown;
      for (const item of items) {
        const day = item.when && item.when.start.slice(0, 10);
        if (!list || day !== shown) {
          if (day) {
            const heading = make("p", this.date(day));
            heading.className = "day";
            parts.push(heading);
          }
          list = make("ul");
          parts.push(list);
          shown = day;
        }
        list.append(this.line(item));
      }
      if (items.length === 0) parts.push(make("p", this.words.empty));
      this.region.replaceChildren(...parts, this.wayOn(week));
      this.isShown = true;
    }

    line(item) {
      const line = make("li");
      if (item.when) {
        const time = make("time", `${item.when.start.slice(11, 16)}–${item.when.end.slice(11, 16)}`);
        time.dateTime = item.when.start;
        line.append(time);
      }
      const link = this.said("a", item.session.name);
      link.href = new URL(item.links.page[this.lang], base);
      const title = make("div");
      title.append(link);
      if (item.state === "cancelled") {
        line.className = "is-cancelled";
        title.append(this.mark(this.words.cancelled));
      }
      if (item.provenance === "sample") title.append(this.mark(this.words.sample));
      line.append(title);
      const place = make("span");
      place.className = "place";
      const names = [item.room, item.venue].filter(Boolean).map((one) => this.said("span", one.name));
      if (names.length === 0) names.push(this.words.unsettled);
      names.forEach((name, at) => place.append(at ? this.words.sep : "", name));
      line.append(place);
      return line;
    }

    mark(words) {
      const mark = make("span", words, this.lang);
      mark.className = "tag";
      return mark;
    }

    // In the reader's language, else in the other and marked with it.
    said(name, text) {
      const other = this.lang === "zh" ? "en" : "zh";
      return text[this.lang] ? make(name, text[this.lang]) : make(name, text[other], other);
    }

    date(day) {
      const form = { weekday: "short", day: "numeric", month: "long", timeZone: "UTC" };
      return new Date(`${day}T00:00:00Z`).toLocaleDateString(this.words.tag, form);
    }

    wayOn(week) {
      const paragraph = make("p");
      const link = make("a", this.words.all);
      link.href = `${base}${week ? `/w/${week}` : ""}/${this.lang}/programme`;
      paragraph.append(link);
      return paragraph;
    }
  }

  if (!customElements.get("festoon-week")) customElements.define("festoon-week", FestoonWeek);
  const place = () => {
    const element = document.createElement("festoon-week");
    element.given = Object.assign({ nonce: script.nonce }, script.dataset);
    // Nothing is shown in a head, so a script that stands there puts its list at the end of the page.
    if (script.closest("head")) document.body.append(element);
    else script.after(element);
  };
  if (script.closest("head") && !document.body) addEventListener("DOMContentLoaded", place);
  else place();
})();
