import type { HeldDocument } from "./judged.ts";
import type { Recipients } from "./recipients.ts";

/** A document about a patient, or an unread one, that was let into a message, and the recipients for whom it was. */
export interface LetIn {
  readonly document: HeldDocument;
  readonly recipients: Recipients;
  /** The message's part of the page; undefined where none was found: then it counts for every message. */
  readonly root: Element | undefined;
}

/** What the guard knows of the files on this page. It lives as long as the page and never leaves it. */
export class Memory {
  readonly #seen = new Set<string>();
  #letIn: LetIn[] = [];

  add(letIn: LetIn): void {
    this.#letIn.push(letIn);
  }

  /** What was let into the message at this part of the page. */
  letInto(root: Element): LetIn[] {
    return this.#letIn.filter((one) => !one.root || one.root === root);
  }

  /** The message has gone: the next one at this place starts anew. */
  forget(root: Element): void {
    const here = this.letInto(root);
    this.#letIn = this.#letIn.filter((one) => !here.includes(one));
  }

  /** A file that was judged and is in the message now. */
  saw(name: string): void {
    this.#seen.add(plain(name));
  }

  /** Whether an attachment that the page shows is one that went through the guard. Pages shorten long names with dots. */
  knows(shown: string): boolean {
    const wanted = plain(shown.replace(/…|\.{3}/g, gap));
    const [head = "", tail = ""] = wanted.split(gap);
    for (const name of this.#seen) {
      if (wanted.includes(gap) ? name.startsWith(head) && name.endsWith(tail) : wanted.includes(name))
        return true;
    }
    return false;
  }
}

/** Stands for the part that a page left out; a sign that no file name holds. */
const gap = "\uE000";

/** Servers change spaces and signs in names: letters and digits are what counts. */
const plain = (name: string): string =>
  name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\uE000]+/gu, "");
