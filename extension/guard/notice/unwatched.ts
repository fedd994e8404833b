import { standingBar } from "../../dialog/bar.ts";
import { sayEarly } from "../../dialog/early-strings.ts";
import { type Notice, type NoticeWords, notify } from "../../dialog/notices.ts";
import { send } from "../../send.ts";
import { isOrphaned } from "../orphaned.ts";
import type { Standing } from "../standing.ts";
import { stage } from "./stage.ts";

/** Asked on the document by another world of ours: whether a bar stands in it. It is answered by cancelling. */
const question = "chaperone-bar";

/** Whether a bar stands on this page, of this script or of the next version's. */
export const barStands = (): boolean => !document.dispatchEvent(new Event(question, { cancelable: true }));

/** Says in the page itself that a page which the clinic named is not watched, for as long as it is not. */
export class UnwatchedBar {
  #bar: Notice | undefined;
  #said = "";
  #held: Notice | undefined;

  /** Shows, changes or takes away the bar, as the guard stands. One frame of those that share a surface speaks. */
  show(standing: Standing): void {
    const words = wordsOf(standing);
    if (stage().host.ownerDocument !== document || (words?.said ?? "") === this.#said) return;
    this.#bar?.close();
    // A bar that an update has orphaned gives way to this one.
    barStands();
    this.#bar = words && standingBar(stage(), words);
    this.#said = words?.said ?? "";
    document.removeEventListener(question, this.#here);
    if (words) document.addEventListener(question, this.#here);
  }

  readonly #here = (event: Event): void => {
    if (isOrphaned()) this.#bar?.close();
    else event.preventDefault();
  };

  /** Says that a file was not let in, and what to do. */
  tellHeld(standing: Standing): void {
    this.#held?.close();
    const said = sayEarly(standing.mode === "late" ? "held.late" : "held.unpaired");
    const way = wordsOf(standing)?.link;
    this.#held = notify(stage(), { said, ...(way && { link: way }), untilClosed: true });
  }
}

function wordsOf({ mode, why }: Standing): NoticeWords | undefined {
  if (mode === "late") {
    const pressed = (): void => window.location.reload();
    return {
      said: sayEarly("unwatched.late"),
      more: sayEarly("unwatched.late-more"),
      link: { label: sayEarly("updated.reload"), pressed },
    };
  }
  if (mode !== "unpaired") return undefined;
  if (why === "no-rules")
    return { said: sayEarly("unwatched.no-rules"), more: sayEarly("unwatched.unpaired-more") };
  return { said: sayEarly("unwatched.unpaired"), more: sayEarly("unwatched.unpaired-more"), link: pairLink };
}

/** A page of ours opens in its own tab: the draft stays. */
export const pairLink: NoticeWords["link"] = {
  label: sayEarly("unwatched.pair"),
  pressed: () => void send("open-page", { page: "pair" }).catch(() => undefined),
};
