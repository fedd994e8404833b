import type { ClinicalAdapter } from "#domain/sites/clinical-adapter";
import type { GuardPolicy } from "../answers.ts";
import { Desk } from "../guard/desk.ts";
import { settlingOrTold } from "../guard/settling.ts";
import type { CoverState } from "../policy/coverage.ts";
import { send } from "../send.ts";
import { tellLook } from "../tell-look.ts";
import { Banner } from "./banner.ts";
import { isDrawn, rowsOf } from "./drawn.ts";
import { watchMailLinks } from "./mail-links.ts";
import type { Place } from "./route.ts";
import { shownPeople } from "./shown-people.ts";
import { shownPerson } from "./signed-in.ts";
import { about, teller } from "./teller.ts";
import { watchActs } from "./watch-acts.ts";
import { watchMailButtons } from "./watch-mail-buttons.ts";
import { type Places, watchPlace } from "./watch-place.ts";

/** What this record's page shows by which an address is known to be its patient's. */
async function tellPeople(adapter: string, id: string): Promise<void> {
  try {
    const people = await shownPeople(document.querySelector<HTMLElement>("main") ?? document.body);
    if (people) await send("record-shown", { adapter, id, ...people });
  } catch {
    // No crypto without https, or nobody to tell: nothing is known of this record.
  }
}

/** How often a page is looked at for another person signed in, in milliseconds. */
const personEvery = 3_000;
/** Milliseconds that a verdict on a link's text may take; nothing waits for it. */
const judgeWithin = 5_000;

/**
 * Tells the background what happens with records in this frame, until `signal` aborts. What the page shows is read,
 * nothing is kept here, and nothing on the page is held up but a button that sends by e-mail and is not approved.
 */
export function watchRecord(
  adapter: ClinicalAdapter,
  policy: () => GuardPolicy | undefined,
  signal: AbortSignal,
): Places {
  let person: string | undefined;
  let missing: Place | undefined;
  const tell = teller(adapter);
  const cover = (state: CoverState): void => {
    send("coverage", { adapter: adapter.id, state }).catch(() => undefined);
  };
  const banner = new Banner(signal);
  const places = watchPlace(
    adapter,
    {
      onPlace(place) {
        send("place", { adapter: adapter.id, ...(place?.id ? { id: place.id } : {}) }).catch(() => undefined);
        // A page to search on waits for a search, which may never come.
        if (place?.id === undefined) cover("idle");
        banner.left();
      },
      onSeen(place) {
        const { kind, page } = place.page;
        person = shownPerson(adapter);
        const results = rowsOf(place.page);
        tell({ ...about(place), kind, page, ...(results === undefined ? {} : { results }) });
        cover("watching");
        tellLook(adapter.id, { found: ["page"], missed: [] });
        if (place.id === undefined) return;
        banner.seen();
        if (place.page.recordKind === "patient") void tellPeople(adapter.id, place.id);
      },
      onFound(now) {
        cover(now === "record" ? "watching" : "idle");
        if (now === "record") tellLook(adapter.id, { found: ["page"], missed: [] });
      },
      onMissing(place) {
        cover("blind");
        if (missing !== place) tellLook(adapter.id, { found: [], missed: ["page"] });
        missing = place;
      },
    },
    signal,
  );
  watchActs(adapter, places.current, tell, signal);
  const shown = (): Place | undefined => {
    const place = places.current();
    return place?.id !== undefined && isDrawn(place.page) ? place : undefined;
  };
  watchMailButtons(
    {
      approved: () => policy()?.mailButtons,
      shown,
      tell,
      ask: async ({ name }) => {
        const now = policy();
        if (!now) return true;
        const settles = await settlingOrTold();
        return settles ? settles.mailButton(name, adapter.id, now, signal) : false;
      },
    },
    signal,
  );
  const desk = new Desk();
  const judge = (text: string) =>
    desk.judge(text, { context: {}, progress() {}, signal, until: performance.now() + judgeWithin });
  watchMailLinks(places.current, tell, judge, signal);
  // A page may change who is signed in without another address.
  const every = setInterval(() => {
    if (document.visibilityState !== "visible" || !places.current()) return;
    const now = shownPerson(adapter);
    if (now === undefined || now === person) return;
    // A page that names its person late has named whoever saw it already.
    const isAnother = person !== undefined;
    person = now;
    if (isAnother) places.seenAnew();
  }, personEvery);
  signal.addEventListener("abort", () => clearInterval(every), { once: true });
  return places;
}
