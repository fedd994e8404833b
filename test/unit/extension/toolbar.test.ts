import { describe, expect, test } from "vitest";
import { isOffline, toolbarFor } from "../../../extension/policy/toolbar.ts";

const calm = {
  ...{ paired: true, ruled: true, listTrouble: false },
  offline: false,
  waiting: 0,
  approvedSystem: "Cliniko",
  frames: [],
};
const watching = { state: "watching", held: 0 } as const;
const late = { state: "late", held: 0 } as const;
const blind = { state: "blind", held: 0 } as const;

describe("the toolbar shows the worst state", () => {
  test.each([
    [
      "unpaired over all",
      { ...calm, paired: false, offline: true, waiting: 3, frames: [blind] },
      "unpaired",
      "!",
      "Chaperone: this page is not watched, as this browser is not paired. Ask the manager",
    ],
    [
      "rules that can't be read over all else, and it is not said that it is not paired",
      { ...calm, ruled: false, offline: true, waiting: 3, frames: [blind] },
      "unpaired",
      "!",
      "Chaperone: the clinic’s rules can’t be read in this browser. Ask the manager",
    ],
    [
      "unpaired, on a page that nobody named",
      { ...calm, paired: false },
      "unpaired",
      "",
      "Chaperone: this browser is not paired",
    ],
    [
      "late over offline",
      { ...calm, offline: true, waiting: 3, frames: [late, watching] },
      "blind",
      "!",
      "Chaperone: this page is not watched yet. Reload it",
    ],
    [
      "held over blind",
      { ...calm, frames: [{ state: "blind", held: 2 }, watching] },
      "held",
      "2",
      "Chaperone: a letter is held, waiting for you",
    ],
    [
      "blind over offline",
      { ...calm, offline: true, waiting: 3, frames: [blind] },
      "blind",
      "",
      "Chaperone: this page is not watched. Send patient documents through Cliniko",
    ],
    [
      "a list of patients that is not asked over offline",
      { ...calm, listTrouble: true, offline: true, waiting: 3, frames: [watching] },
      "blind",
      "!",
      "Chaperone: the clinic’s list of patients can’t be asked here, or is an older one. Letters that only name a patient may pass",
    ],
    [
      "a list that is not asked says nothing where nothing is watched",
      { ...calm, listTrouble: true },
      "on",
      "",
      "Chaperone: nothing to watch on this page",
    ],
    [
      "offline over on",
      { ...calm, offline: true, waiting: 12, frames: [watching] },
      "offline",
      "12",
      "Chaperone: 12 events waiting for the server",
    ],
    [
      "many waiting",
      { ...calm, offline: true, waiting: 250 },
      "offline",
      "99+",
      "Chaperone: 250 events waiting for the server",
    ],
    ["on", { ...calm, frames: [watching] }, "on", "", "Chaperone: watching this page"],
    ["nothing to watch", calm, "on", "", "Chaperone: nothing to watch on this page"],
  ] as const)("%s", (_, facts, state, badge, title) => {
    expect(toolbarFor(facts)).toEqual({ state, badge, title });
  });

  test("offline is said after five minutes of silence", () => {
    expect(isOffline(null, 1_000_000)).toBe(false);
    expect(isOffline(1_000_000, 1_000_000 + 299_999)).toBe(false);
    expect(isOffline(1_000_000, 1_000_000 + 300_000)).toBe(true);
  });
});
