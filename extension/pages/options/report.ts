import type { Status } from "../../policy/status.ts";

/** What helps to find out why something does not work: versions, site names, states and counts, and nothing else. */
export function report({ version, paired }: Status, userAgent: string): string {
  const facts = {
    version,
    userAgent,
    paired: paired !== null,
    ...(paired && {
      holder: paired.policy.browser.holder,
      device: paired.policy.browser.device,
      recording: paired.recording.on ? "on" : paired.recording.why,
      sites: paired.sites,
      waiting: paired.waiting,
      refused: paired.refused,
      trouble: paired.trouble?.kind ?? "none",
      serverSilentSince: paired.silentSince === null ? "" : new Date(paired.silentSince).toISOString(),
      listOfPatients: paired.list,
      logMatches: paired.chainBroken === null,
    }),
  };
  return `${JSON.stringify(facts, null, 2)}\n`;
}
