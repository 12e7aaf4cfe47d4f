// The check form with a script: files may be dropped, are listed before they are sent, and a skeleton stands in while
// the report is made. Without it the form works as it is.
class CheckForm extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.files = this.querySelector("input[name=files]");
    this.drop = this.querySelector(".drop");
    this.addEventListener("dragover", (event) => this.over(event, true));
    this.addEventListener("dragleave", (event) => this.over(event, false));
    this.addEventListener("drop", (event) => this.dropped(event));
    this.addEventListener("change", () => this.list());
    this.form.addEventListener("submit", (event) => this.send(event));
    // Coming back by the back button finds the form, not the skeleton.
    addEventListener("pageshow", () => this.working(false));
    this.list();
  }

  over(event, isOver) {
    event.preventDefault();
    this.drop.classList.toggle("is-over", isOver);
  }

  dropped(event) {
    this.over(event, false);
    const transfer = new DataTransfer();
    for (const file of [...this.files.files, ...event.dataTransfer.files]) transfer.items.add(file);
    this.files.files = transfer.files;
    this.list();
  }

  list() {
    const line = ({ name, size }) => {
      const item = document.createElement("li");
      const [label, kib] = [document.createElement("span"), document.createElement("span")];
      label.textContent = name;
      kib.textContent = `${Math.ceil(size / 1024).toLocaleString("en")} KiB`;
      item.append(label, kib);
      return item;
    };
    const chosen = this.querySelector(".chosen");
    chosen.textContent = "";
    chosen.append(...[...this.files.files].map(line));
    this.querySelector(".check-problem").hidden = !this.isTooLarge();
  }

  isTooLarge() {
    const chosen = [...this.querySelectorAll("input[type=file]")].flatMap((input) => [...input.files]);
    return chosen.reduce((sum, { size }) => sum + size, 0) > Number(this.dataset.most);
  }

  send(event) {
    if (this.isTooLarge()) {
      event.preventDefault();
      this.list();
      return;
    }
    this.working(true);
  }

  working(isWorking) {
    this.form.hidden = isWorking;
    this.querySelector(".skeleton").hidden = !isWorking;
  }
}

customElements.define("check-form", CheckForm);
