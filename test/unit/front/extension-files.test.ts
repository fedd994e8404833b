import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ownFiles, ownFolder } from "../../../domain/rollout/own-files.ts";
import { freePort } from "../../../scripts/base/port.mjs";
import { Front } from "../../../scripts/front/front.mjs";
import { newSecrets } from "../../../scripts/front/secrets.mjs";

const folder = mkdtempSync(join(tmpdir(), "chaperone-handed-out-"));
const extension = join(folder, "extension");
let front: Front;
let url = "";
beforeAll(async () => {
  const port = await freePort("127.0.0.1");
  // Nothing listens there: what is asked of PocketBase fails, and nothing here asks it.
  const target = { host: "127.0.0.1", port: 1 };
  const common = { secrets: newSecrets(), pages: join(folder, "pages"), spool: join(folder, "spool") };
  front = new Front({ ...common, target, extension, face: { secure: false }, believes: () => false });
  await front.open({ host: "127.0.0.1", port });
  url = `http://127.0.0.1:${port}${ownFolder}`;
});
afterAll(async () => {
  await front.close();
  rmSync(folder, { recursive: true });
});
const get = (name: string, init: RequestInit = {}) => fetch(`${url}/${name}`, init);

test("nothing is handed out before it was made, and at once when it was", async () => {
  for (const name of Object.values(ownFiles)) {
    expect((await get(name)).status).toBe(name === ownFiles.about ? 204 : 404);
  }
  mkdirSync(extension);
  for (const name of Object.values(ownFiles)) writeFileSync(join(extension, name), `one ${name}`);
  for (const name of Object.values(ownFiles)) {
    const answer = await get(name);
    expect([answer.status, await answer.text()]).toEqual([200, `one ${name}`]);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  }
});

test("a file that was fetched is not sent again until it is another", async () => {
  const tag = (await get(ownFiles.crx)).headers.get("etag") ?? "";
  const again = await get(ownFiles.crx, { headers: { "If-None-Match": tag } });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  expect((await (await get(ownFiles.crx, { method: "HEAD" })).text()).length).toBe(0);
  writeFileSync(join(extension, ownFiles.crx), "the next version");
  const changed = await get(ownFiles.crx, { headers: { "If-None-Match": tag } });
  expect([changed.status, await changed.text()]).toEqual([200, "the next version"]);
});

test.each([
  "extension.key",
  "../keys/extension.key",
  "..%2Fkeys%2Fextension.key",
  "chaperone.crx.half",
  "chaperone.crx/",
  "constructor",
  "update.xml%00",
])("nothing else is: %s", async (name) => {
  mkdirSync(join(folder, "keys"), { recursive: true });
  for (const at of ["keys", "extension"]) writeFileSync(join(folder, at, "extension.key"), "secret");
  writeFileSync(join(extension, "chaperone.crx.half"), "half");
  expect((await get(name)).status).toBe(404);
});

test("nobody puts anything there", async () => {
  expect((await get(ownFiles.crx, { method: "PUT", body: "mine" })).status).toBe(404);
  expect((await get(ownFiles.crx, { method: "POST", body: "mine" })).status).toBe(404);
});
