import { initAll } from "../govuk/govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

// An address that ends in the place it came from (#main) takes the focus from what went wrong: it goes back there.
const wrong = document.querySelector(".govuk-error-summary:not([data-disable-auto-focus])");
if (wrong && location.hash) {
  window.addEventListener("load", () => { wrong.tabIndex = -1; wrong.focus(); });
}

// A form that takes long says so every few seconds: nobody need wonder whether it was sent, or send it twice.
const FIRST = 2000, AFTER = 5000;

function tellOfWaiting(form) {
  const begun = Date.now(), told = document.createElement("p");
  told.setAttribute("role", "status");
  form.append(told);
  const tell = () => {
    const seconds = Math.round((Date.now() - begun) / 1000);
    told.textContent = `Still working, ${seconds} seconds so far. Keep this page open.`;
    waiting = setTimeout(tell, AFTER);
  };
  let waiting = setTimeout(tell, FIRST);
  window.addEventListener("pagehide", () => { clearTimeout(waiting); told.remove(); }, { once: true });
}

for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener("submit", () => tellOfWaiting(form));
}
