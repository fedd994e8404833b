import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { obtainPocketbase } from "../../../scripts/serving/server.mjs";
import { bundleForGoja } from "../../support/server/hooks-folder.ts";
import { cases } from "../../unit/ledger/cases.ts";

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "chaperone-goja-"));
  const entry = fileURLToPath(new URL("cases-in-goja.ts", import.meta.url));
  await bundleForGoja(entry, join(folder, "cases.js"));
  writeFileSync(
    join(folder, "cases.pb.js"),
    // biome-ignore lint/suspicious/noTemplateCurlyInString: PocketBase fills it in
    'const { failures } = require(`${__hooks}/cases.js`);\nconsole.log("RESULT" + JSON.stringify(failures($security.sha256)));\n',
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(`the ${cases(String).length} cases of the domain come out alike in PocketBase's engine`, async () => {
  const { stdout, stderr } = spawnSync(
    await obtainPocketbase(),
    [
      "migrate",
      "up",
      "--dev=false",
      "--dir",
      join(folder, "data"),
      "--hooksDir",
      folder,
      "--migrationsDir",
      join(folder, "none"),
    ],
    { encoding: "utf8", timeout: 60_000 },
  );
  const result = /RESULT(\[.*\])/.exec(stdout + stderr)?.[1];
  expect(JSON.parse(result ?? "null"), stdout + stderr).toEqual([]);
});
