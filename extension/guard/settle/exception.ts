import { overrideReasons } from "#domain/ledger/mail-lists";
import type { ExceptionAnswer } from "../../answers.ts";
import type { ExceptionEars } from "../../dialog/exception.ts";
import { say } from "../../dialog/strings.ts";
import { digestOf, textMark } from "../../records/text-mark.ts";
import { send } from "../../send.ts";
import type { Recipients } from "../message/recipients.ts";
import type { HeldDocument } from "./judged.ts";

/** Largest file of which a digest is made in a page: what is larger goes by its other ways. */
const largest = 100_000_000;

/** One document and one address: of nothing else there are exceptions. */
interface One {
  readonly document: HeldDocument & { readonly content: File | string };
  readonly address: string;
}

/** What an exception would be for; undefined where it is more than one document, or not one address outside. */
export function oneForException(held: readonly HeldDocument[], { all }: Recipients): One | undefined {
  const [document, ...others] = held;
  const away = all.filter(({ group }) => group !== "own" && group !== "approved");
  const [recipient, ...further] = away;
  if (!document?.content || others.length > 0 || !recipient || further.length > 0) return undefined;
  if (recipient.group === "unknown" || !recipient.shown.includes("@")) return undefined;
  const { content } = document;
  if (typeof content !== "string" && content.size > largest) return undefined;
  return { document: { ...document, content }, address: recipient.shown };
}

/** Asks about it, each time by digests alone. */
export function exceptionEars({ document, address }: One, trace: string): ExceptionEars {
  const { content, name } = document;
  const digests = Promise.all([
    typeof content === "string" ? textMark(content) : content.arrayBuffer().then(digestOf),
    textMark(address),
  ]).then(([of, recipient]) => ({ document: of, recipient }));
  const told = async (ask: Promise<ExceptionAnswer>): Promise<ExceptionAnswer> =>
    ask.catch(() => ({ known: false, said: say("exception.unreachable") }));
  return {
    look: () => told(digests.then((both) => send("exception-look", both))),
    ask: ({ reason, sentence }) =>
      told(
        digests.then((both) =>
          send("exception-ask", {
            ...both,
            reason: overrideReasons.find((one) => one === reason) ?? "other",
            words: sentence,
            trace,
            ...(name === "" ? {} : { name: name.slice(0, 260) }),
          }),
        ),
      ),
    use: (id) => told(digests.then((both) => send("exception-use", { ...both, id, trace }))),
  };
}
