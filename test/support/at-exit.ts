const cleanings = new Set<() => void>();
let listening = false;

function clean(): void {
  for (const one of cleanings) one();
  cleanings.clear();
}

/**
 * Runs when this process ends, whichever way. Vitest ends its workers with SIGTERM, which tells nobody on `exit`.
 *
 * @param cleaning - Must be done when it returns: nothing waits for a promise any more.
 */
export function atExit(cleaning: () => void): void {
  cleanings.add(cleaning);
  if (listening) return;
  listening = true;
  process.on("exit", clean);
  process.on("SIGTERM", () => {
    clean();
    process.exit(143);
  });
}
