import { isolate } from "../look/isolate.ts";
import type { DialogModel, Situation } from "./model.ts";
import { Spoken } from "./spoken.ts";

/** The dialog for a message in which nothing was seen, with many outside addresses where each is shown to all. */
export function composeOpenly({ clinic, recipients, openly = 0 }: Situation): DialogModel {
  const spoken = new Spoken();
  const value = recipients.all.map(({ shown }) => isolate(shown)).join(", ");
  return {
    clinic: clinic.name,
    narrow: false,
    title: spoken.say("title.sent"),
    seen: spoken.say("seen.openly", { n: openly }),
    facts: [{ label: spoken.say("fact.to"), value, aside: spoken.say("fact.outside") }],
    files: [],
    rule: { said: spoken.say("rule.openly") },
    first: { label: spoken.say("first.go-back"), act: "remove" },
    after: spoken.say("after.send-again"),
    rows: [{ label: spoken.say("row.openly"), hint: spoken.say("row.attach-hint"), act: "attach" }],
    recorded: spoken.say("recorded.text"),
    keys: spoken.keys,
  };
}
