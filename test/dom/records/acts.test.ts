import { afterEach, describe, expect, test } from "vitest";
import type { ClinicalAdapter } from "#domain/sites/clinical-adapter";
import { type Ordinary, ofAnyPage } from "../../../extension/clinical/clicks.ts";
import { shippedClinical } from "../../../extension/clinical/clinical.ts";
import { cliniko } from "../../../extension/clinical/cliniko/adapter.ts";
import { actOf } from "../../../extension/records/acts.ts";
import { placeOf } from "../../../extension/records/route.ts";
import { ordinary } from "../../support/ordinary-clicks.ts";

afterEach(() => document.body.replaceChildren());

const isMarkup = (click: string): boolean => click.startsWith("<");

/** What a click on the markup's element, or on a link to the address, takes out on the page of the open record. */
function clickOn(adapter: ClinicalAdapter, { host, at, open }: Ordinary, click: string) {
  location.href = `https://${host}${at}`;
  document.body.innerHTML = isMarkup(click) ? click : "<a data-click>Patients</a>";
  const clicked = document.querySelector("[data-click]");
  if (!clicked) throw new Error(`nothing to click in ${click}`);
  if (!isMarkup(click)) clicked.setAttribute("href", click);
  return actOf(adapter, clicked, open);
}

const facts = (id: string): Ordinary => {
  const found = ordinary[id];
  if (!found) throw new Error(`test/support/ordinary-clicks.ts says nothing of ${id}`);
  return found;
};
const urlOf = ({ host, at }: Ordinary, address: string): URL => new URL(address, `https://${host}${at}`);
const actKey = ({ kind, what }: ClinicalAdapter["acts"][number]): string => `${kind} ${what}`;

/** What addresses like that of a file are called where they are pages. */
const pageNames = ["edit", "print", "preview", "pdf", "export", "new", "share", "delete", "versions"];

/** Addresses that lie around one that takes something out: above it, beside it, without its ending, as a page. */
function around(address: string): string[] {
  const [path = ""] = address.split(/[?#]/);
  const parts = path.split("/");
  const above = parts.map((_, i) => parts.slice(0, i).join("/")).filter((one) => one !== "");
  const bare = path.replace(/\/download$/, "").replace(/\.[a-z0-9]+$/, "");
  const pages = pageNames.map((name) => `${bare}/${name}`);
  return [...above, bare, `${bare}/`, `${bare}.html`, `${bare}?page=2`, `${path}/`, ...pages];
}

describe.each(shippedClinical.map((adapter) => [adapter.id, adapter] as const))(
  "clicks in %s",
  (id, adapter) => {
    test("each of its pages is among the ordinary ones, and each of its acts has what does it and what does not", () => {
      const page = facts(id);
      const reached = [page.at, ...page.pages].map((one) => placeOf(adapter, urlOf(page, one))?.page);
      for (const one of adapter.pages)
        expect(reached, `no address of ${one.page}, ${one.match}`).toContain(one);
      expect(Object.keys(page.acts).sort()).toEqual(adapter.acts.map(actKey).sort());
      for (const act of adapter.acts) {
        const { does, near } = page.acts[actKey(act)] ?? { does: [], near: [] };
        expect(near.length, actKey(act)).toBeGreaterThanOrEqual(3);
        for (const selector of act.click) {
          const clicked = does.some(({ click }) => {
            document.body.innerHTML = click;
            return document.querySelector("[data-click]")?.closest(selector);
          });
          expect(clicked, `nothing is clicked that fits ${selector}`).toBe(true);
        }
      }
    });

    test("what takes something out is told, of its own record", () => {
      for (const [key, { does }] of Object.entries(facts(id).acts)) {
        for (const { click, of } of does) {
          const act = clickOn(adapter, facts(id), click);
          expect(act && `${act.kind} ${act.what} ${act.id ?? ""}`, click).toBe(`${key} ${of}`);
        }
      }
    });

    test("no ordinary link or click is an act, whichever record is open", () => {
      const page = facts(id);
      const acts = Object.values(page.acts);
      const sure = new Set(acts.flatMap(({ does }) => does.map(({ click }) => click)));
      const all = [
        page.at,
        ...page.pages,
        ...page.links,
        ...page.clicks,
        ...ofAnyPage,
        ...acts.flatMap(({ near }) => near),
        ...[...sure, ...page.pages].filter((one) => !isMarkup(one)).flatMap(around),
      ].filter((one) => !sure.has(one));
      for (const click of all) expect(clickOn(adapter, page, click), click).toBeUndefined();
    });

    test("no address of a page is an act, and no address of an act is a page", () => {
      const page = facts(id);
      const matches = (address: string) =>
        adapter.acts.some(({ href }) => href && new RegExp(href).test(urlOf(page, address).pathname));
      for (const address of [page.at, ...page.pages]) expect(matches(address), address).toBe(false);
      for (const { click } of Object.values(page.acts).flatMap(({ does }) => does)) {
        if (!isMarkup(click)) expect(placeOf(adapter, urlOf(page, click)), click).toBeUndefined();
      }
    });

    test("an act by a link names its record in the pattern, or is of none", () => {
      for (const act of adapter.acts.filter(({ href }) => href !== undefined)) {
        const ids = facts(id).acts[actKey(act)]?.does.map(({ of }) => of) ?? [];
        expect(
          ids.every((of) => (of !== "") === act.href?.includes("(?<id>")),
          actKey(act),
        ).toBe(true);
      }
    });

    test.each([
      ['<a download="all.csv" href="blob:https://HOST/1">Save</a>', "file", undefined],
      ['<a download href="/help/manual.pdf">Manual</a>', "file", undefined],
      ['<a download href="data:text/csv,a">Save</a>', "file", undefined],
      ['<a download href="#">Save</a>', undefined, undefined],
      ['<a download href="https://other.example/x.pdf">Save</a>', undefined, undefined],
      ['<a download href="/help/manual.pdf"><button data-click>x</button></a>', undefined, undefined],
    ])("a link that saves a file, %s", (markup, what, of) => {
      const page = facts(id);
      const html = markup.replace("HOST", page.host);
      const act = clickOn(
        adapter,
        page,
        html.includes("data-click") ? html : html.replace("<a ", "<a data-click "),
      );
      expect(act?.what).toBe(what);
      expect(act?.id).toBe(of);
    });
  },
);

test("a link that saves a file of the open record is booked on it; of another one, on none", () => {
  const page = facts("cliniko");
  const link = (address: string) => `<a data-click download="x.html" href="${address}">Save</a>`;
  const saved = {
    kind: "record.download",
    what: "file",
    by: "link",
    file: expect.any(String),
    name: "x.html",
  };
  expect(clickOn(cliniko, page, link("/patients/17/medical_alerts"))).toEqual({ ...saved, id: "17" });
  expect(clickOn(cliniko, page, link("/patients/18"))).toEqual(saved);
});

test("the name under which the guard knows the file again is read off the link", () => {
  const named = '<a data-click href="/patients/17/attachments/77/download">Clinic letter.pdf</a>';
  expect(clickOn(cliniko, facts("cliniko"), named)?.name).toBe("Clinic letter.pdf");
  expect(clickOn(cliniko, facts("cliniko"), "/patients/17/letters/5.pdf")?.name).toBe("5.pdf");
});
