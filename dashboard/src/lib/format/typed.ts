/** Domains as people type them, in lower case and each once. */
export const domainsOf = (typed: string): string[] => [
  ...new Set(
    typed
      .toLowerCase()
      .split(/[\s,;]+/)
      .map((domain) => domain.replace(/^@/, ""))
      .filter(Boolean),
  ),
];

/** A host out of what people paste: a whole address gives its host, with the port only for this very machine. */
export function hostOf(typed: string): string {
  const text = typed.trim().toLowerCase();
  try {
    const { hostname, host } = new URL(/^[a-z]+:\/\//.test(text) ? text : `https://${text}`);
    if (text.startsWith(".")) return text;
    return /^(?:127\.0\.0\.1|localhost)$/.test(hostname) ? host : hostname;
  } catch {
    return text;
  }
}
