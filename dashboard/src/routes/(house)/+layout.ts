import { redirect } from "@sveltejs/kit";
import { knowOwn } from "#domain/detector/screening/own-words";
import { type Day, type Frame, readFrame } from "#lib/api/frame.ts";
import { isAway, Problem } from "#lib/api/problem.ts";
import { signInAddress } from "#lib/sign-in-address.ts";
import { registersOff } from "#lib/state/registers-off.svelte.ts";
import { session } from "#lib/state/session.svelte.ts";
import { zone } from "#lib/state/zone.svelte.ts";
import type { LayoutLoad } from "./$types";

/** What the frame shows on every page: the person, the clinic, and how much of it is seen today. */
export const load: LayoutLoad = async ({ url, untrack, depends }) => {
  depends("chaperone:frame");
  const { signIn, first } = untrack(() => ({ signIn: signInAddress(url), first: url.pathname === "/" }));
  if (session.person === null) redirect(307, signIn);
  try {
    const { person, clinic, today, own, release, day } = await readFrame(first);
    session.know(person);
    zone.set(clinic.timeZone);
    registersOff.set(clinic.registersOff);
    knowOwn(() => own);
    const frame = { clinic, today, release };
    last = { person: person.id, frame };
    return { ...frame, along: new Along(day) };
  } catch (thrown) {
    // A person deactivated meanwhile has no sign-in any more.
    if (thrown instanceof Problem && thrown.code === "not-signed-in") {
      await session.signOut();
      redirect(307, signIn);
    }
    // The frame stays as it was last read, and says so (routes/(house)/+layout.svelte).
    if (isAway(thrown) && last?.person === session.person?.id && last) {
      return { ...last.frame, along: new Along(null) };
    }
    throw thrown;
  }
};

/** What was read last, and for whom. */
let last: { person: string; frame: Omit<Frame, "person" | "day" | "own"> } | undefined;

/** What came with the frame for the first screen: good for the page that opens with it, and for no later one. */
class Along {
  #day: Day | null;

  constructor(day: Day | null) {
    this.#day = day;
  }

  /** @returns null where nothing came, or where it was taken before. */
  take(): Day | null {
    const day = this.#day;
    this.#day = null;
    return day;
  }
}
