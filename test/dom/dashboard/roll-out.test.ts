import { type Component, flushSync, mount, unmount } from "svelte";
import { afterEach, expect, test } from "vitest";
import { whyNot } from "#domain/may-act";
import type { AboutPackage } from "#domain/rollout/about-package";
import { collectedByKind } from "#domain/rollout/collected";
import { permissions } from "#domain/rollout/permissions";
import type { Paper } from "#lib/export/paper.ts";
import { assessmentPaper } from "#lib/roll-out/assessment-paper.ts";
import { RollOutDraft } from "#lib/roll-out/draft.svelte.ts";
import { interestsPaper } from "#lib/roll-out/interests-paper.ts";
import { itPaper } from "#lib/roll-out/it-paper.ts";
import { listPaper } from "#lib/roll-out/list-paper.ts";
import { noticePaper } from "#lib/roll-out/notice-paper.ts";
import PolicyFiles from "#lib/roll-out/policy-files.svelte";
import { readRollOut } from "#lib/roll-out/read-roll-out.ts";
import RollOutForm from "#lib/roll-out/roll-out-form.svelte";

const id = "abcdefghijklmnopabcdefghijklmnop";
const about: AboutPackage = {
  version: "0.1.0",
  serverUrl: "https://chaperone.harbour.example",
  hosts: [],
  chromium: { id, sha256: "a".repeat(64) },
  firefox: { sha256: "b".repeat(64) },
};
const clinic = {
  sites: [
    { host: "mail.harbour.example", adapter: "roundcube" },
    { host: "records.harbour.example", adapter: "openemr" },
  ],
};
const of = { clinic: "Harbour Physio", nowMs: Date.parse("2026-11-30T09:00:00Z"), day: "30 November 2026" };

let mounted: ReturnType<typeof mount>[] = [];
function show(component: unknown, props: object): void {
  mounted.push(mount(component as Component, { target: document.body, props: props as never }));
  flushSync();
}
afterEach(async () => {
  await Promise.all(mounted.map((one) => unmount(one)));
  mounted = [];
});
const type = (field: string, value: string) => {
  const control = document.querySelector<HTMLInputElement>(field);
  if (!control) throw new Error(`no ${field}`);
  control.value = value;
  control.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
};
/** All words of a paper. */
const wordsOf = (paper: Paper): string => JSON.stringify(paper);

test("only those who pair browsers roll out, and nobody who is not signed in", async () => {
  const may = (["staff", "manager", "dpo", "auditor"] as const).filter(
    (role) => whyNot({ id: "a".repeat(15), role, outside: false }, "browsers.code") === undefined,
  );
  expect(may).toEqual(["manager", "dpo"]);
  await expect(readRollOut()).rejects.toMatchObject({ status: 403 });
});

test("what this server hands out is taken from it, and only webmail is named as such", () => {
  const draft = new RollOutDraft(clinic, "https://chaperone.harbour.example", about);
  expect(draft.asked).toEqual({
    serverUrl: "https://chaperone.harbour.example",
    mailHosts: ["mail.harbour.example"],
    chrome: { by: "server", id },
    edge: { by: "server", id },
    firefox: { by: "server" },
  });
});

test("a server that hands out nothing offers the stores, each field says what mends it, and then there are files", () => {
  const draft = new RollOutDraft(clinic, "https://chaperone.harbour.example", undefined);
  show(RollOutForm, { draft, hasOwn: false });
  const options = [...document.querySelectorAll("#chrome option")].map(({ textContent }) => textContent);
  expect(options).toEqual(["No file for it", "The store"]);
  draft.chrome = "store";
  flushSync();
  type("#chrome-id", "no id");
  type("#mail-hosts", "mail.harbour.example/inbox");
  expect(draft.asked).toBeUndefined();
  expect(document.querySelector("#chrome-id-error")?.textContent).toContain("32 letters");
  expect(document.querySelector("#mail-hosts")?.getAttribute("aria-invalid")).toBe("true");
  type("#chrome-id", id);
  type("#mail-hosts", "mail.harbour.example, post.harbour.example");
  expect(document.querySelector("[id$=-error]")).toBeNull();
  expect(draft.asked?.mailHosts).toEqual(["mail.harbour.example", "post.harbour.example"]);
  if (!draft.asked) throw new Error("nothing is asked");
  show(PolicyFiles, { asked: draft.asked });
  const named = [...document.querySelectorAll("button")].map((one) => one.getAttribute("aria-label"));
  expect(named).toEqual([
    "Save chaperone-chrome.reg for Chrome, Windows",
    "Save chaperone-chrome.json for Chrome, Linux",
  ]);
});

test("the templates say that they are templates, what is collected by kind, and which law was only heard of", () => {
  const held = {
    held: [
      {
        what: "Which record",
        where: "Access log",
        form: "Its number",
        why: "To know who looked",
        kept: "24 months",
        columns: [],
        rows: 1,
        oldest: "",
      },
    ],
    nothing: [],
    unclassed: [],
  };
  for (const paper of [assessmentPaper(of, held), interestsPaper(of)]) {
    const words = wordsOf(paper);
    expect(words).toContain("A template");
    for (const { what } of collectedByKind()) expect(words).toContain(what);
    expect(words).toContain("Second-hand: check before use");
  }
  expect(wordsOf(assessmentPaper(of, held))).toContain("Its number. To know who looked");
  expect(wordsOf(assessmentPaper(of, held))).toContain("patients in its browsers is not covered here");
  const list = wordsOf(listPaper(of));
  for (const said of [
    "A template",
    "the key that made them",
    "erased on the server after 180",
    "One person whose name is known, and not the birthday",
    "that is unpaired or revoked erases it",
    "Art 9(1) and 35(1)",
    "it is entered under Settings before there can be a list",
  ])
    expect(list).toContain(said);
});

test("the sheet for the IT firm names every permission and each file, and no secret", () => {
  const { asked } = new RollOutDraft(clinic, about.serverUrl, about);
  if (!asked) throw new Error("nothing is asked");
  const words = wordsOf(itPaper(of, asked, about));
  for (const { name } of permissions) expect(words).toContain(name);
  for (const name of ["chaperone-chrome.reg", "chaperone-edge.reg", "policies.json"])
    expect(words).toContain(name);
  expect(words).toContain(about.chromium.sha256);
  expect(words).toContain("ESR alone");
  expect(words).not.toContain("PRIVATE KEY");
});

test("the printed notice is the very text that is shown, in its version", () => {
  const paper = noticePaper(of, { text: "Why. Patients trust us.\n\nHow long. 24 months.", number: 3 });
  expect(paper.title).toContain("version 3");
  expect(paper.blocks.slice(1)).toEqual([
    { is: "paragraph", text: "Why. Patients trust us." },
    { is: "paragraph", text: "How long. 24 months." },
  ]);
});
