// Before the first paint, so that a dark screen never flashes white. The content policy allows no inline script.
const chosen = localStorage.getItem("chaperone-theme");
if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
