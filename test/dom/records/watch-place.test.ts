import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { cliniko } from "../../../extension/clinical/cliniko/adapter.ts";
import { watchPlace } from "../../../extension/records/watch-place.ts";

const { happyDOM } = window as unknown as { happyDOM: { setURL(url: string): void } };
const host = "https://harbour.uk2.cliniko.com";
const first = "/patients/1805465202989210063";
const second = "/patients/1805465202989217718";
const record = `<main><h1>Rosalind Ellery</h1><p>${"Physiotherapy for the shoulder. ".repeat(4)}</p></main>`;
const changed = `<div class="v2"><span>${"Physiotherapy for the shoulder. ".repeat(4)}</span></div>`;
const signIn = `<h1>Sign in</h1><form action="/users/sign_in"></form>`;
const seconds = (count: number): void => void vi.advanceTimersByTime(count * 1_000);

let told: string[] = [];
let over = new AbortController();
let visibility: DocumentVisibilityState = "visible";
let ready: DocumentReadyState = "complete";

/** Watches from here on; what is told stands in `told`, each with the end of its address. */
function watch(): void {
  const ending = (id: string | undefined): string => (id ?? "list").slice(-4);
  const places = watchPlace(
    cliniko,
    {
      onPlace: (place) => told.push(`at ${place ? ending(place.id) : "nothing"}`),
      onSeen: (place) => told.push(`seen ${place.id === undefined ? place.page.page : ending(place.id)}`),
      onMissing: (place) => told.push(`missing ${ending(place.id)}`),
      onFound: (shown) => told.push(`found ${shown}`),
    },
    over.signal,
  );
  expect(places.current()?.id).toBeDefined();
}
function go(path: string, html = record): void {
  happyDOM.setURL(`${host}${path}`);
  document.body.innerHTML = html;
  (navigation as EventTarget).dispatchEvent(new Event("currententrychange"));
}
function show(state: DocumentVisibilityState): void {
  visibility = state;
  document.dispatchEvent(new Event("visibilitychange"));
}
const seen = (): string[] => told.filter((one) => !one.startsWith("at "));
const pageshow = (persisted: boolean): void =>
  void dispatchEvent(Object.assign(new Event("pageshow"), { persisted }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("navigation", new EventTarget());
  [told, over, visibility, ready] = [[], new AbortController(), "visible", "complete"];
  vi.spyOn(document, "visibilityState", "get").mockImplementation(() => visibility);
  vi.spyOn(document, "readyState", "get").mockImplementation(() => ready);
  go(first);
});
afterEach(() => {
  over.abort();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("what is seen", () => {
  test("a record that is on the screen for a second and a half, once", () => {
    watch();
    seconds(1.4);
    expect(seen()).toEqual([]);
    seconds(600);
    expect(seen()).toEqual(["seen 0063"]);
  });

  test("of records that somebody flicks through, to and fro, the one where they stop", () => {
    watch();
    for (const path of [second, first, second, first, second]) {
      seconds(1.2);
      go(path);
    }
    expect(seen()).toEqual([]);
    seconds(2);
    expect(seen()).toEqual(["seen 7718"]);
  });

  test("a tab in the background never, and in front of it only what it shows then, for as long as ever", () => {
    visibility = "hidden";
    watch();
    seconds(120);
    go(second);
    seconds(120);
    expect(seen()).toEqual([]);
    show("visible");
    seconds(1.4);
    show("hidden");
    seconds(60);
    show("visible");
    seconds(1.4);
    expect(seen()).toEqual([]);
    seconds(0.2);
    expect(seen()).toEqual(["seen 7718"]);
  });

  test("a record that is drawn late from when it stands there, a form to sign in or a list never", () => {
    go(first, "<p>…</p>");
    watch();
    seconds(9);
    document.body.innerHTML = record;
    seconds(1);
    expect(seen()).toEqual([]);
    seconds(1);
    expect(seen()).toEqual(["seen 0063"]);
    go(second, signIn);
    seconds(120);
    go("/patients");
    seconds(120);
    expect(seen()).toEqual(["seen 0063"]);
  });

  test("a record out of the browser's memory anew, as another page was in between, and no other document", () => {
    watch();
    seconds(2);
    pageshow(false);
    seconds(2);
    expect(told).toEqual(["at 0063", "seen 0063"]);
    pageshow(true);
    seconds(2);
    expect(told).toEqual(["at 0063", "seen 0063", "at 0063", "seen 0063"]);
  });

  test("a search once, and not again where the browser shows its results out of memory", () => {
    watch();
    go("/patients?q=ellery");
    seconds(2);
    pageshow(true);
    seconds(60);
    expect(seen()).toEqual(["seen patients"]);
  });
});

describe("a page that has changed", () => {
  test("is told within a minute where nothing that is known is on it, once", () => {
    go(first, changed);
    watch();
    seconds(14);
    expect(seen()).toEqual([]);
    seconds(20);
    expect(seen()).toEqual(["missing 0063"]);
    seconds(600);
    expect(seen()).toEqual(["missing 0063"]);
  });

  test("beneath a record that was seen: within a minute too, and that it is there again", () => {
    watch();
    seconds(30);
    document.body.innerHTML = changed;
    seconds(45);
    document.body.innerHTML = record;
    seconds(10);
    expect(seen()).toEqual(["seen 0063", "missing 0063", "found record"]);
  });

  test.each([
    [
      "the document has not come in full",
      () => {
        ready = "interactive";
        return changed;
      },
    ],
    ["a spinner turns", () => `<div class="Spinner__wheel">…</div>${changed}`],
    ["it says to be busy", () => `<div aria-busy="true">${changed}</div>`],
    ["next to nothing stands on it", () => "<p>Loading</p>"],
  ])("is not one that is slow: %s", (_, slow) => {
    go(first, slow());
    watch();
    seconds(90);
    expect(seen()).toEqual([]);
    [ready, document.body.innerHTML] = ["complete", record];
    seconds(10);
    expect(seen()).toEqual(["seen 0063"]);
  });

  test("is counted from when it has come in full, and a spinner that never stops is no way out", () => {
    go(first, `<div class="spinner">…</div>${changed}`);
    watch();
    seconds(40);
    document.querySelector(".spinner")?.remove();
    seconds(10);
    expect(seen()).toEqual([]);
    seconds(10);
    expect(seen()).toEqual(["missing 0063"]);
    go(second, `<div class="spinner">…</div>${changed}`);
    seconds(310);
    expect(seen()).toEqual(["missing 0063", "missing 7718"]);
  });

  test("is none where somebody has to sign in first, or that nobody looks at", () => {
    go(first, signIn);
    watch();
    seconds(120);
    visibility = "hidden";
    go(second, changed);
    seconds(120);
    expect(seen()).toEqual([]);
  });
});
