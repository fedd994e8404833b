import { vi } from "vitest";

/**
 * Runs before each file of a worker that several files share: what the file before has left in its modules, its stubs, the
 * clock, the address and the document is gone.
 */
vi.resetModules();
vi.unstubAllGlobals();
vi.unstubAllEnvs();
vi.useRealTimers();
vi.resetConfig();
if (typeof document !== "undefined") {
  const { happyDOM } = window as unknown as { happyDOM: { setURL(url: string): void } };
  happyDOM.setURL("http://localhost:3000/");
  document.documentElement.innerHTML = "<head></head><body></body>";
  localStorage.clear();
  sessionStorage.clear();
}
