import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Chromium } from "../../support/browser/chromium.ts";
import { dropFiles } from "../../support/browser/gestures.ts";
import { closing } from "../../support/closing.ts";
import { letterWords } from "../../support/files/letter-words.ts";
import { pairedChromium, startGuardClinic, startMailPages } from "../../support/mail/guard-clinic.ts";
import { type GuardPage, guardPage } from "../../support/mail/guard-page.ts";
import { describeWith } from "../../support/need.ts";
import { ellery } from "../../support/people.ts";
import { until } from "../../support/server/loopback.ts";

interface Walked {
  readonly drops: number;
  readonly done: number;
  readonly paths: string[];
  readonly folders: string[];
  readonly texts: Readonly<Record<string, string>>;
}

const many = 120;
const letter = letterWords(ellery).join("\n\n");
const plain = (n: number): string => `Rota of week ${n}: the desk is open from nine to five.`;

describeWith(["chromium", "extension"])("what is dropped on a page that walks entries", () => {
  const things = closing();
  let url: string;
  let chromium: Chromium;
  let on: GuardPage;
  let disk: string;

  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(disk, path)), { recursive: true });
    writeFileSync(join(disk, path), text);
  };
  const walked = () => on.page.evaluate("got") as Promise<Walked>;
  const drop = (zone: string, ...paths: readonly string[]) =>
    dropFiles(
      on.page,
      on.page.locator(`#${zone}`),
      paths.map((path) => join(disk, path)),
    );
  const arrived = (drops = 1) =>
    until("the page to have walked it", async () => {
      const all = await walked();
      return all.done >= drops ? all : null;
    });

  beforeAll(async () => {
    const pages = things.open(await startMailPages());
    const { clinic } = things.open(await startGuardClinic([{ host: pages.host, adapter: "unknown-mail" }]));
    chromium = things.open(await pairedChromium(clinic, "Office"));
    disk = mkdtempSync(join(tmpdir(), "chaperone-folders-"));
    things.later(() => rmSync(disk, { recursive: true, force: true }));
    write("rota.txt", plain(0));
    write("week/monday.txt", plain(1));
    write("week/more/tuesday.txt", plain(2));
    write("week/more/deep/wednesday.txt", plain(3));
    mkdirSync(join(disk, "week/nothing"));
    write("mixed/rota.txt", plain(4));
    write("mixed/in/rota too.txt", plain(5));
    write("mixed/in/Ellery letter.txt", letter);
    mkdirSync(join(disk, "mixed/in/Ellery scans"));
    for (let n = 1; n <= many; n += 1) write(`many/rota ${n}.txt`, plain(n));
    mkdirSync(join(disk, "bare"));
    url = pages.url;
  });
  beforeEach(async () => {
    on = guardPage(await chromium.context.newPage());
    await on.page.goto(`${url}/walks.html`);
    return () => on.page.close();
  });

  const week = ["/week/monday.txt", "/week/more/deep/wednesday.txt", "/week/more/tuesday.txt"];
  const weekFolders = ["/week", "/week/more", "/week/more/deep", "/week/nothing"];

  test.each(["entries", "handles", "both"])("%s: a harmless file arrives", async (zone) => {
    await drop(zone, "rota.txt");
    expect((await arrived()).texts).toEqual({ "/rota.txt": plain(0).slice(0, 40) });
  });

  test.each(["entries", "handles", "both"])(
    "%s: a harmless folder arrives whole, beside a file that stands after it",
    async (zone) => {
      await drop(zone, "week", "rota.txt");
      const all = await arrived();
      expect([...all.paths].sort()).toEqual(["/rota.txt", ...week]);
      expect([...all.folders].sort()).toEqual(weekFolders);
      expect(all.texts["/week/more/deep/wednesday.txt"]).toBe(plain(3).slice(0, 40));
      expect(all.drops).toBe(1);
    },
  );

  test("a page that knows no folders finds their files in `files`", async () => {
    await drop("files", "week", "rota.txt");
    const all = await arrived();
    expect([...all.paths].sort()).toEqual(["/monday.txt", "/rota.txt", "/tuesday.txt", "/wednesday.txt"]);
  });

  /** What of a folder was not read within the budget, as on a busy machine, is held and goes on once it was read. */
  const allOf = (count: number) =>
    until("every file of the folder", async () => {
      const { paths, done, drops } = await walked();
      if (done === drops && paths.length >= count) return paths;
      if ((await on.dialog.seen())?.controls.includes("Keep checking"))
        await on.dialog.press("Keep checking");
      return null;
    });

  test.each(["entries", "handles"])(
    "%s: a folder of 120 files arrives whole, each file once",
    async (zone) => {
      await drop(zone, "many");
      const all = Array.from({ length: many }, (_, n) => `/many/rota ${n + 1}.txt`);
      expect([...(await allOf(many))].sort()).toEqual(all.sort());
      expect(await on.dialog.seen()).toBeNull();
    },
  );

  test("a folder that holds nothing arrives", async () => {
    await drop("entries", "bare");
    expect(await arrived()).toMatchObject({ folders: ["/bare"], paths: [], drops: 1 });
  });

  test("of a folder with a letter the rest arrives, and the page finds no trace of the letter", async () => {
    await drop("entries", "mixed");
    const { text } = await on.dialog.opened();
    expect(text).toContain("Ellery letter.txt");
    expect([...(await arrived()).paths].sort()).toEqual(["/mixed/in/rota too.txt", "/mixed/rota.txt"]);
    await on.dialog.press("Remove it");
    await on.dialog.noticed("Removed.");
    expect(JSON.stringify(await walked())).not.toContain("Ellery");
  });

  test("a letter that goes on after all arrives where it lay", async () => {
    await drop("entries", "mixed");
    await on.dialog.opened();
    await on.sendAnyway();
    const { paths, texts } = await arrived(2);
    expect([...paths].sort()).toEqual([
      "/mixed/in/Ellery letter.txt",
      "/mixed/in/rota too.txt",
      "/mixed/rota.txt",
    ]);
    expect(texts["/mixed/in/Ellery letter.txt"]).toBe(letter.slice(0, 40));
  });
});
