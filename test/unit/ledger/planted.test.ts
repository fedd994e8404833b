import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { namesAPatient } from "#domain/detector/screen";
import { weightsVersion } from "#domain/detector/weights";
import { isRefused, parseEvent } from "#domain/ledger/check-event";
import { health } from "#domain/ledger/event";
import { browserKinds } from "#domain/ledger/event-kinds";
import { keptAs } from "#domain/ledger/given/kept-as";
import { shownKeys } from "#domain/ledger/given/shown-keys";
import { isFitHealth, unfitField } from "#domain/ledger/given/unfit";
import { detectorForm, recordKinds, recordPages, takenOut } from "#domain/ledger/given/words";
import { referenceForms } from "#domain/sites/reference-forms";
import { shippedClinical } from "../../../extension/clinical/clinical.ts";
import { strings } from "../../../extension/dialog/strings.ts";
import {
  mustBeNowhere,
  plants,
  plantsAt,
  textsOfEvent,
  textsOfHealth,
  wholeEvents,
  wholeHealth,
  withAt,
} from "../../support/planted.ts";

const keyed = (text: string) => createHmac("sha256", "a key").update(text).digest("hex");

/** What the server keeps of an event, or the field that it is refused for; who was picked is known to the server alone. */
function kept(sent: object): { readonly kept?: string; readonly refused?: string } {
  const made = parseEvent(sent);
  if (isRefused(made)) return { refused: made.field };
  if (made.event.chosen !== undefined) return { refused: "chosen" };
  const unfit = unfitField(made.event, () => false);
  if (unfit) return { refused: unfit.field };
  if (namesAPatient(String(made.event.detail.sentence ?? ""))) return { refused: "detail.sentence" };
  const { event, detail } = keptAs(made, keyed);
  return { kept: JSON.stringify([event, detail]).toLowerCase() };
}

const events = wholeEvents((i) => `e1r2t3z4u5i6o${i}`, 10);

test.each(events.map((event) => [event.kind, event] as const))("a whole %s is kept as it is", (_, event) => {
  const { kept: text } = kept(event);
  expect(text).toContain(JSON.stringify(event).toLowerCase().slice(0, -1));
});

describe.each(events.map((event) => [event.kind, event] as const))("%s", (kind, event) => {
  test("nothing that is planted in any of its texts is kept", () => {
    const paths = textsOfEvent(kind);
    expect(paths.length).toBeGreaterThan(9);
    for (const path of paths) {
      for (const plant of plantsAt(path)) {
        const { kept: text, refused } = kept(withAt(event, path, plant));
        if (refused !== undefined) continue;
        for (const forbidden of mustBeNowhere)
          expect(text, `${path.join(".")}: ${plant.slice(0, 40)}`).not.toContain(
            JSON.stringify(forbidden).slice(1, -1).toLowerCase(),
          );
      }
    }
  });
});

test("nothing that is planted in what a browser tells of itself is taken", () => {
  const paths = textsOfHealth();
  expect(isFitHealth(health.parse(wholeHealth))).toBe(true);
  expect(paths.map((path) => path.join("."))).toEqual([
    "version",
    "adapters.0.id",
    "adapters.0.state",
    "adapters.0.misses.0.field",
  ]);
  for (const path of paths)
    for (const plant of plants) {
      const told = health.safeParse(withAt(wholeHealth, path, plant));
      expect(told.success && isFitHealth(told.data), `${path.join(".")}: ${plant}`).toBe(false);
    }
});

test("every kind that a browser may send is tried", () => {
  expect(events.map(({ kind }) => kind)).toEqual([...browserKinds]);
});

describe("the lists hold what the extension gives", () => {
  test("of each clinical system", () => {
    expect([...referenceForms.keys()]).toEqual(shippedClinical.map(({ id }) => id));
    for (const { id, reference, idForm, pages, acts } of shippedClinical) {
      const form = referenceForms.get(id);
      if (reference === "keyed") expect(form?.id, id).toBeUndefined();
      else expect(form?.id?.source, id).toBe(idForm.replaceAll("/", "\\/"));
      for (const { page, recordKind } of pages) {
        expect(recordPages, page).toContain(page);
        if (recordKind !== undefined) expect(recordKinds, recordKind).toContain(recordKind);
      }
      for (const { what } of acts) expect(takenOut, what).toContain(what);
    }
  });

  test("of the detector that judges today", () => {
    expect(weightsVersion).toMatch(detectorForm);
  });

  test("of each sentence", () => {
    for (const key of Object.keys(strings)) expect(shownKeys.has(key), key).toBe(true);
  });
});

describe("references", () => {
  const view = events.find(({ kind }) => kind === "record.view") as (typeof events)[number];
  test.each([
    ["cliniko:harbour.uk2", "1805465202989210063", "kept"],
    ["cliniko:harbour.uk2", "0123", "refused"],
    ["cliniko:harbour.uk2", "12-03-1961", "refused"],
    ["cliniko:harbour.uk2", "Agnieszka-Wojcik", "refused"],
    ["cliniko:harbour.uk2", "9434765919", "keyed"],
    ["cliniko:harbour.uk2", "9434765918", "kept"],
    ["openmrs:emr.example", "0f2c3a1e-1c2d-4e5f-8a9b-0c1d2e3f4a5b", "kept"],
    ["openmrs:emr.example", "48213", "refused"],
    ["orthanc:127.0.0.1:8042", `k1:${"0a".repeat(32)}`, "kept"],
    ["orthanc:127.0.0.1:8042", "0a1b2c3d-00000000-11111111-22222222-33333333", "refused"],
    ["unknown-records:emr.example", "48213", "refused"],
    ["of-nobody:emr.example", "48213", "refused"],
    ["of-nobody:emr.example", `k1:${"0a".repeat(32)}`, "refused"],
  ])("%s %s: %s", (system, recordRef, expected) => {
    const { item: _, ...detail } = view.detail as { item?: string };
    const answer = kept({ ...view, system, recordRef, detail });
    const became =
      answer.refused !== undefined
        ? "refused"
        : answer.kept?.includes(recordRef.toLowerCase())
          ? "kept"
          : "keyed";
    expect(became).toBe(expected);
  });

  test("what is keyed here is what the extension keys, so that both are one record", () => {
    const answer = kept({ ...view, recordRef: "9434765919" });
    expect(answer.kept).toContain(`k1:${keyed("record\n9434765919")}`);
    expect(answer.kept).toContain(`k1:${keyed("item\n9434765919\ntreatment-note\n12")}`);
  });

  test("a host that could name somebody is taken where the clinic names it itself", () => {
    const made = parseEvent({ ...view, system: "cliniko:agnieszka-wojcik" });
    if (isRefused(made)) throw new Error(made.field);
    expect(unfitField(made.event, () => false)).toEqual({ field: "system", reason: "invalid" });
    expect(unfitField(made.event, () => true)).toBeUndefined();
  });
});
