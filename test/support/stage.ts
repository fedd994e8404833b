import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Chromium, launchChromium } from "./browser/chromium.ts";
import { launchPlainBrowser, type PlainBrowser } from "./browser/plain-browser.ts";
import { type Orthanc, startOrthanc } from "./clinical/orthanc.ts";
import type { closing } from "./closing.ts";
import { type Letters, makeLetters } from "./files/letters.ts";
import { startWebmail, type Webmail } from "./mail/webmail.ts";
import { ellery, marchbanks } from "./people.ts";
import { startServer, type TestServer } from "./server/server.ts";

/** All that the story needs around the clinic, each the real thing. */
export interface Stage {
  readonly server: TestServer;
  readonly orthanc: Orthanc;
  /** Orthanc's id of the invented patient whose letter it is. */
  readonly patientUuid: string;
  readonly webmail: Webmail;
  readonly letters: Letters;
  /** Browser of those at the dashboard. */
  readonly office: PlainBrowser;
  /** Browser with the extension. */
  readonly staff: Chromium;
  /** Folder for what is kept of the server: its log, backups, exports. */
  readonly kept: string;
}

export async function startStage(things: ReturnType<typeof closing>): Promise<Stage> {
  const kept = mkdtempSync(join(tmpdir(), "chaperone-story-"));
  things.later(() => rmSync(kept, { recursive: true, force: true }));
  const [server, orthanc, webmail, letters, office, staff] = await Promise.all([
    startServer().then(things.open),
    startOrthanc().then(things.open),
    startWebmail({ user: "maya@harbour.example" }).then(things.open),
    makeLetters(ellery).then(things.open),
    launchPlainBrowser().then(things.open),
    launchChromium().then(things.open),
  ]);
  const { patientUuid } = await orthanc.addPatient(ellery);
  await orthanc.addPatient(marchbanks);
  return { server, orthanc, patientUuid, webmail, letters, office, staff, kept };
}
