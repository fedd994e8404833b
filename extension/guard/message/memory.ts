import type { HeldDocument } from "../settle/judged.ts";
import type { Recipients } from "./recipients.ts";

/** A document about a patient, or an unread one, that was let into a message, and the recipients for whom it was. */
export interface LetIn {
  readonly document: HeldDocument;
  readonly recipients: Recipients;
  /** The message's part of the page; undefined where none was found: then it counts for every message. */
  readonly root: Element | undefined;
  /** Of the attempt: what is asked again in the same message belongs to the same incident. */
  readonly trace: string;
}

/** Let in, and perhaps gone with the message, as far as that can be seen from outside. */
interface Kept extends LetIn {
  readonly gone: boolean;
}

/** What the guard knows of the files on this page. It lives as long as the page and never leaves it. */
export class Memory {
  readonly #seen = new Set<string>();
  #letIn: Kept[] = [];

  add(letIn: LetIn): void {
    const { name } = letIn.document;
    // What is let in again is asked about anew: what was gone under this name is not in the message any more.
    this.#letIn = this.#letIn.filter((one) => one.document.name !== name || !(one.gone || isMoved(one)));
    this.#letIn.push({ ...letIn, gone: false });
  }

  /**
   * What was let into the message at this part of the page. Pages draw a message anew, or refuse to send it and leave it
   * where it was: what may be gone is still in it while its name is shown.
   *
   * @param shown - Attachments that the message lists.
   */
  letInto(root: Element, shown: readonly string[] = []): readonly LetIn[] {
    return this.#letIn.filter((one) => {
      const here = !one.root || one.root === root;
      if (here && !one.gone) return true;
      return (here || isMoved(one)) && shown.some((name) => isShownAs(one.document.name, name));
    });
  }

  /** The trace of the message at this part of the page; undefined before anything was let into it. */
  traceOf(root: Element | undefined): string | undefined {
    return this.#letIn.find((one) => !one.gone && one.root === root)?.trace;
  }

  /**
   * The message was sent, as far as the guard can tell, to these recipients; one without any stays where it is. The next
   * message at this place starts anew.
   */
  sent(root: Element, recipients: Recipients): void {
    if (recipients.all.length === 0) return;
    this.#letIn = this.#letIn.map((one) =>
      one.root && one.root !== root && one.root.isConnected ? one : { ...one, recipients, gone: true },
    );
  }

  /** A file that was judged and is in the message now. */
  saw(name: string): void {
    this.#seen.add(name);
  }

  /** Whether an attachment that the page shows is one that went through the guard. Pages shorten long names with dots. */
  knows(shown: string): boolean {
    return [...this.#seen].some((name) => isShownAs(name, shown));
  }
}

/** Its part of the page was drawn anew, or is gone. */
const isMoved = ({ root }: LetIn): boolean => root !== undefined && !root.isConnected;

function isShownAs(name: string, shown: string): boolean {
  const own = plain(name);
  const wanted = plain(shown.replace(/…|\.{3}/g, gap));
  const [head = "", tail = ""] = wanted.split(gap);
  if (own === "") return false;
  return wanted.includes(gap) ? own.startsWith(head) && own.endsWith(tail) : wanted.includes(own);
}

/** Stands for the part that a page left out; a sign that no file name holds. */
const gap = "\uE000";

/** Servers change spaces and signs in names: letters and digits are what counts. */
const plain = (name: string): string =>
  name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\uE000]+/gu, "");
