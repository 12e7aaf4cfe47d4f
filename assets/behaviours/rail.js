// The row of days on a phone begins at the day shown; nothing else on the page moves.
const here = document.querySelector(".festoon-small .rail-day.is-here");
const rail = here && here.parentElement;
if (rail && rail.scrollWidth > rail.clientWidth) {
  rail.scrollLeft = here.offsetLeft - rail.offsetLeft - (rail.clientWidth - here.offsetWidth) / 2;
}
