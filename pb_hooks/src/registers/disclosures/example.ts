import { instantAt } from "../../story/happening.ts";
import type { Staging } from "../../story/staging.ts";

/** One that was given, one that was refused, and one that was entered wrongly and taken back. */
export function planDisclosures(stage: Staging): void {
  const { calendar, ids } = stage;
  const day = (daysAgo: number) => instantAt(calendar.at(daysAgo, 12)).slice(0, 10);
  const decidedBy = ids.person("priya");
  stage.plan(calendar.at(26, 12), () => {
    stage.act("priya", "disclosures.add", {
      receiver: "police",
      organisation: "Kent Police",
      reference: "Crime number 46-2214",
      form: "order",
      askedOn: day(28),
      asked: "Who had the key of the bicycle shed on two evenings in October.",
      outcome: "given",
      minimum: "The key list of those two evenings alone; nothing of patients is in it.",
      given: "Two lines of the key list, with the other names blacked out.",
      others: "blurred",
      ground: "order",
      checked: "back",
      how: "hand",
      day: day(26),
      decidedBy,
    });
  });
  stage.plan(calendar.at(19, 15), () => {
    stage.act("ingrid", "disclosures.add", {
      receiver: "insurer",
      organisation: "Northgate Insurance",
      form: "letter",
      askedOn: day(21),
      asked: "All that is held about a claim.",
      outcome: "refused",
      minimum: "Nothing shows that the person agreed; the insurer was told what to send.",
      day: day(19),
      decidedBy,
    });
  });
  stage.plan(calendar.at(9, 11), () => {
    // One that the desk may answer by itself, one that waits for the lead since three days.
    stage.act("tom", "shares.record", {
      answers: {
        ...{
          asker: "family",
          verified: "known",
          purpose: "inform",
          what: "appointments",
          decision: "nothing",
        },
        ...{ capacity: "able", danger: "no" },
      },
      asked: "When the next appointment is.",
    });
  });
  stage.plan(calendar.at(3, 10), () => {
    stage.act("tom", "shares.record", {
      answers: {
        ...{ asker: "police", verified: "no", purpose: "crime", what: "whether", decision: "nothing" },
        ...{ law: "allows", danger: "no" },
      },
      organisation: "Kent Police",
      asked: "Whether somebody came on one day in November.",
    });
  });
  stage.plan(calendar.at(12, 10), () => {
    const { id } = stage.act("ingrid", "disclosures.add", {
      receiver: "police",
      organisation: "Kent Police",
      form: "order",
      askedOn: day(12),
      asked: "The same as before.",
      outcome: "given",
      minimum: "As before.",
      given: "As before.",
      others: "nobody",
      ground: "order",
      checked: "back",
      how: "hand",
      day: day(12),
      decidedBy,
    });
    stage.act(
      "ingrid",
      "disclosures.takeBack",
      { reason: "Entered twice." },
      { collection: "disclosures", id },
    );
  });
}
