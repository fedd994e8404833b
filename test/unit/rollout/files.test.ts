import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rollOut } from "../../../domain/rollout/asked.ts";
import { notOffered, policyFiles, warnings } from "../../../domain/rollout/files.ts";
import { chromiumLines, firefoxLines } from "../../../domain/rollout/lines.ts";
import { chromiumUpdates, firefoxUpdates } from "../../../domain/rollout/own-files.ts";

const id = "abcdefghijklmnopabcdefghijklmnop";
const harbour = rollOut.parse({
  serverUrl: "https://chaperone.harbour.example",
  mailHosts: ["mail.harbour.example", ".post.example:8443"],
  chrome: { by: "server", id },
  edge: { by: "store", id },
  firefox: { by: "server" },
});
const textOf = (browser: string, system: string): string =>
  policyFiles(harbour).find((one) => one.browser === browser && one.system === system)?.text ?? "";

test("each browser and system has a file, or a word why there is none", () => {
  const told = [...policyFiles(harbour), ...notOffered].map(({ browser, system }) => `${browser} ${system}`);
  const all = ["chrome", "edge", "firefox"].flatMap((browser) =>
    ["windows", "linux", "mac"].map((system) => `${browser} ${system}`),
  );
  expect(told.toSorted()).toEqual(all.toSorted());
  expect(policyFiles({ serverUrl: harbour.serverUrl, mailHosts: [] })).toEqual([]);
});

test("Chrome on Linux: installed from the clinic's server and kept, what the extension reads, each side door shut", () => {
  const policy = JSON.parse(textOf("chrome", "linux"));
  expect(policy).toMatchObject({
    ExtensionSettings: {
      [id]: {
        installation_mode: "force_installed",
        update_url: "https://chaperone.harbour.example/extension/update.xml",
        override_update_url: true,
      },
    },
    "3rdparty": {
      extensions: {
        [id]: {
          serverUrl: "https://chaperone.harbour.example",
          mailHosts: ["mail.harbour.example", ".post.example:8443"],
        },
      },
    },
  });
  for (const { name, value } of chromiumLines) expect(policy[name]).toEqual(value);
});

test("what the extension reads is what its schema names", () => {
  const schema = JSON.parse(readFileSync("extension/public/schema.json", "utf8"));
  const { "3rdparty": managed } = JSON.parse(textOf("chrome", "linux"));
  expect(Object.keys(managed.extensions[id]).toSorted()).toEqual(Object.keys(schema.properties).toSorted());
});

test("Windows: one text for an object, numbers for a yes, a list as a key of its own that is emptied first", () => {
  const lines = textOf("edge", "windows").split("\r\n");
  const edge = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge";
  expect(lines[0]).toBe("Windows Registry Editor Version 5.00");
  expect(lines).toContain('"BrowserGuestModeEnabled"=dword:00000000');
  expect(lines).toContain('"IncognitoModeAvailability"=dword:00000001');
  const installs = lines.find((line) => line.startsWith('"ExtensionSettings"='))?.slice(20) ?? "";
  expect(JSON.parse(JSON.parse(installs))).toEqual({
    [id]: {
      installation_mode: "force_installed",
      update_url: "https://edge.microsoft.com/extensionwebstorebase/v1/crx",
      toolbar_pin: "force_pinned",
    },
  });
  const hosts = `${edge}\\3rdparty\\extensions\\${id}\\policy\\mailHosts`;
  expect(lines.slice(lines.indexOf(`[-${hosts}]`))).toEqual([
    `[-${hosts}]`,
    "",
    `[${hosts}]`,
    '"1"="mail.harbour.example"',
    '"2"=".post.example:8443"',
    "",
  ]);
});

test("Firefox: the unsigned file only with the preference of the ESR, which a signed one goes without", () => {
  const { policies } = JSON.parse(textOf("firefox", "linux"));
  expect(policies.ExtensionSettings["chaperone@clinic.example"]).toMatchObject({
    installation_mode: "force_installed",
    install_url: "https://chaperone.harbour.example/extension/chaperone.xpi",
  });
  expect(policies.Preferences["xpinstall.signatures.required"]).toEqual({ Value: false, Status: "locked" });
  for (const { name, value } of firefoxLines) expect(policies[name]).toEqual(value);
  const signed = { ...harbour, firefox: { by: "signed", address: "https://files.example/c.xpi" } } as const;
  const own = policyFiles(signed).find(({ browser }) => browser === "firefox")?.text ?? "";
  expect(own).not.toContain("Preferences");
  expect(JSON.parse(own).policies.ExtensionSettings["chaperone@clinic.example"].install_url).toBe(
    "https://files.example/c.xpi",
  );
  expect(warnings(harbour).join(" ")).toMatch(/joined to a domain.*ESR alone/);
  expect(warnings({ ...signed, chrome: { by: "store", id } })).toEqual([]);
});

test.each([
  { serverUrl: "http://chaperone.harbour.example" },
  { serverUrl: "https://a.example/path" },
  { serverUrl: 'https://a.example"' },
  { serverUrl: "https://a.example\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE]" },
  { serverUrl: "https://amy:secret@a.example" },
  { serverUrl: "javascript:alert(1)" },
  { serverUrl: "https://a.example<updatecheck/>" },
  { mailHosts: ["*.example"] },
  { mailHosts: ["mail.example/inbox"] },
  { mailHosts: ["MAIL.example\n"] },
  { mailHosts: Array.from({ length: 21 }, (_, n) => `m${n}.example`) },
  { chrome: { by: "server", id: "ABCDEFGHIJKLMNOPABCDEFGHIJKLMNOP" } },
  { chrome: { by: "server", id: `${id}]` } },
  { chrome: { by: "somewhere", id } },
  { firefox: { by: "signed", address: "http://files.example/c.xpi" } },
  { firefox: { by: "signed", address: 'https://files.example/c"d.xpi' } },
  { more: true },
])("what is no address, host or id is refused: %j", (wrong) => {
  expect(rollOut.safeParse({ ...harbour, ...wrong }).success).toBe(false);
});

test("the update files name this server alone", () => {
  const xml = chromiumUpdates(harbour.serverUrl, id, "0.1.0");
  expect(xml).toContain(`appid="${id}"`);
  expect(xml).toContain(
    'codebase="https://chaperone.harbour.example/extension/chaperone.crx" version="0.1.0"',
  );
  expect(JSON.parse(firefoxUpdates(harbour.serverUrl, "0.1.0", "0".repeat(64)))).toEqual({
    addons: {
      "chaperone@clinic.example": {
        updates: [
          {
            version: "0.1.0",
            update_link: "https://chaperone.harbour.example/extension/chaperone.xpi",
            update_hash: `sha256:${"0".repeat(64)}`,
          },
        ],
      },
    },
  });
});
