// Where the browser offers to put the guide on the home screen, a button at the foot of the page does; nothing asks by itself.
addEventListener("beforeinstallprompt", (offer) => {
  offer.preventDefault();
  const [words, foot] = [document.getElementById("device"), document.querySelector(".colophon")];
  if (!words || !words.content || !foot || foot.querySelector("[data-bar=install]")) return;
  const line = document.importNode(words.content.querySelector("[data-bar=install]"), true);
  line.querySelector("button").addEventListener("click", () => {
    line.remove();
    offer.prompt();
  });
  foot.append(line);
});
