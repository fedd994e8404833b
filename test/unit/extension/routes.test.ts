import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { heldInFirefox, heldRoutes, storedRoutes, toldRoutes } from "../../support/mail/routes.ts";

const folder = join(import.meta.dirname, "../../e2e");

/** Routes of DESIGN.md 10 and issue 13, item 2, and what a test of each says of itself. */
const routes: Readonly<Record<string, RegExp>> = {
  "chosen file": /^chosen in an input of/,
  "dropped file": /^dropped$/,
  "dropped folder": /^dropped in a folder$|^a folder that holds/,
  "pasted file": /^pasted$/,
  "pasted image": /picture pasted|picture that the page reads from the clipboard/,
  "image in pasted markup": /picture within pasted markup/,
  "typed text": /^typed text$/,
  "detached input": /outside the document/,
  "closed shadow root": /closed shadow root/,
  showOpenFilePicker: /picked by handle/,
  "form.submit()": /^form\.submit\(\)$/,
  "forward with a stored letter": /stored letter goes unread|One from Drive|^one from Drive/,
  "re-opened draft": /^re-opened draft$/,
  "cloud picker": /^cloud picker$/,
  "share link": /^share link$/,
  "Ctrl+Enter": /^Ctrl\+Enter$|Send and at Ctrl\+Enter/,
  "Enter in a field": /^Enter in a/,
  "send menu": /^send menu$/,
  "scheduled send": /^scheduled send$/,
  "pop-out window": /window that the page opens/,
  "iframe composer": /^iframe composer|^a frame of/,
  "sendBeacon and fetch of a text": /^sendBeacon of|^fetch of/,
  "worker that was handed one": /^worker that was handed one$|hand it to a worker/,
  "form of the page": /^form of the page$/,
  "address with a text": /^address with a text$/,
};

/**
 * What no test of Firefox drives, and why. Made there are drops and pastes of files (an event by script, the rest as from
 * the desktop), for a headless Firefox has no drag session and no pictures on its clipboard; markup is pasted by keys.
 */
const notInFirefox: Readonly<Record<string, string>> = {
  "dropped folder": "no driver: a folder's entry comes from a drag of the desktop alone",
  showOpenFilePicker: "no such route: Firefox has no picker by handle",
};

/** What the tests of a browser say of themselves: texts that stand in their files, and the ways of shared pages. */
function said(isFirefox: boolean): string[] {
  const files = ["guard", "records", "story"].flatMap((part) =>
    readdirSync(join(folder, part)).map((name) => join(folder, part, name)),
  );
  const own = files.filter((file) => file.includes("firefox") === isFirefox);
  const titles = own.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/"([^"\n]+)"/g)].map(([, text = ""]) => text),
  );
  const held = isFirefox ? heldInFirefox.map((way) => heldRoutes[way]) : Object.values(heldRoutes);
  const told = isFirefox ? [] : Object.values(toldRoutes);
  return [...titles, ...held, ...told, ...Object.values(storedRoutes)];
}

test("each route out of a page is held by a test in Chromium, and in Firefox but for those that are named", () => {
  const [chromium, firefox] = [said(false), said(true)];
  const missing = (texts: string[]) =>
    Object.keys(routes).filter((route) => !texts.some((text) => routes[route]?.test(text)));
  const [none, notYet] = [missing(chromium), missing(firefox)];
  const mark = (is: boolean) => (is ? "yes" : "no").padEnd(9);
  const rows = Object.keys(routes).map(
    (route) =>
      `${route.padEnd(32)} ${mark(!none.includes(route))} ${notYet.includes(route) ? (notInFirefox[route] ?? "no") : "yes"}`,
  );
  console.info([`${"route".padEnd(32)} ${"Chromium".padEnd(9)} Firefox`, ...rows].join("\n"));
  expect(none).toEqual([]);
  expect(notYet).toEqual(Object.keys(notInFirefox));
});
