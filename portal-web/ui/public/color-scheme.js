// Before the first paint: the remembered choice of light or dark, else the system's. A file of its own, since the
// content security policy allows no script inside the page.
(function () {
  var choice = null;
  try {
    choice = localStorage.getItem("quittance-color-scheme");
  } catch {
    // Storage may be switched off; the system's choice holds then.
  }
  var dark = choice === "dark" || (choice !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
})();
