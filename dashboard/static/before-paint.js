// Runs before the first paint. The content policy allows no inline script, and no part of the app is here yet.
{
  const page = document.documentElement;

  // A dark screen never flashes white.
  const chosen = localStorage.getItem("chaperone-theme");
  if (chosen === "light" || chosen === "dark") page.dataset.theme = chosen;

  // Whoever is signed in sees the frame at once, everybody else a plain page; the app takes both over.
  const plain = /^\/(?:sign-in|setup|enrol)(?:\/|$)/.test(location.pathname);
  const signedIn = (localStorage.getItem("chaperone-session") ?? "").includes('"token":"');
  page.dataset.shell = plain || !signedIn ? "plain" : "house";
  addEventListener("DOMContentLoaded", () => {
    const shell = document.querySelector("#shell main");
    shell?.querySelector("a")?.setAttribute("href", location.href);
    if (page.dataset.shell === "plain" || location.pathname !== "/") return;
    const title = document.createElement("h1");
    title.textContent = "Today";
    shell?.prepend(title);
  });

  // The app itself could not be fetched: what would say so is not here.
  addEventListener("unhandledrejection", () => {
    page.dataset.broken = "";
  });
}
