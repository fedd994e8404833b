import type { Component } from "svelte";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { WaitingErasure } from "#domain/ledger/erasure";
import { partIsMissing } from "#lib/missing-part.ts";
import AskedErasures from "#lib/today/asked-erasures.svelte";
import { asked, changedBehind, close, control, fill, press, send, serveActs, show, text } from "./acting.ts";
import Held from "./held.svelte";
import { Live } from "./live.svelte.ts";

afterEach(close);

const erasure: WaitingErasure = {
  id: "erasure00000001",
  seq: 7,
  kind: "record.view",
  person: "Tom Reed",
  occurredAt: "2026-10-25T08:00:00.000Z",
  ground: "Recorded by mistake",
  state: "asked",
  mine: false,
  askedBy: "Priya Raman",
  askedAt: "2026-10-25T09:00:00.000Z",
  until: "2026-11-01T09:00:00.000Z",
  decidedBy: "",
  reason: "",
  version: 1,
};
const showFor = async (component: unknown, props: object) => await show(component as Component<never>, props);

describe("a dialog whose code comes after the press", () => {
  it("acts upon the row as it stood when the button was pressed, and tells what changed meanwhile", async () => {
    const live = new Live(erasure);
    serveActs(
      () => live.value,
      ({ version }) => version,
    );
    await showFor(AskedErasures, {
      get erasures() {
        return [live.value];
      },
      ondone: () => undefined,
    });
    await press("Keep it");
    // Its code is not here yet; the page is read anew meanwhile.
    expect(document.querySelector("form")).toBe(null);
    await changedBehind(live, { ...erasure, decidedBy: "Ingrid Holm", version: 2 });
    const came = () => document.querySelector("form") ?? document.querySelector("[data-missing-part]");
    await vi.waitUntil(() => came() !== null, { timeout: 60_000 });
    expect(document.querySelector("[data-missing-part]")).toBe(null);
    await vi.waitUntil(() => text().includes("Somebody changed this while you had it open."));
    expect(text()).toContain("who decided: nothing →, now “Ingrid Holm”");
    await fill("#ask", "It is needed.");
    await send(() => asked.length === 1);
    expect(asked[0]).toMatchObject({ action: "events.keep", id: erasure.id, version: 1 });
  });

  it("says so when it could not be fetched, with a way to reload and a way to leave it", async () => {
    const ended = vi.fn();
    const load = () => Promise.reject(new TypeError("Failed to fetch dynamically imported module"));
    await showFor(Held, { load, onend: ended });
    await vi.waitUntil(() => document.querySelector("[data-missing-part]") !== null);
    expect(text()).toContain(partIsMissing);
    expect(control("[data-missing-part] button").textContent).toContain("Reload the page");
    await press("Leave it");
    expect(ended).toHaveBeenCalledOnce();
  });
});
