import type { Draft } from "../reviews/item.ts";
import { quietly } from "../reviews/item.ts";
import { type HoldFacts, type HoldPurpose, holdPurposes, holdState } from "./hold.ts";

export interface ReviewedHold extends HoldFacts {
  readonly id: string;
  readonly what: string;
  readonly purpose: HoldPurpose;
  readonly reviewOn: string;
  readonly authoriser: string;
}

/**
 * What is held: one line while each was looked at in time; a hold whose day of review has passed is an item of its own.
 *
 * @param today - Civil date at the clinic.
 */
export function holdItems(holds: readonly ReviewedHold[], today: string): Draft[] {
  const running = holds.filter((hold) => ["runs", "outlives"].includes(holdState(hold, today)));
  if (holds.length === 0) return [];
  const late = running.filter(({ reviewOn }) => reviewOn < today);
  const longer = running.filter((hold) => holdState(hold, today) === "outlives").length;
  const figures = [
    { name: "Run", value: String(running.length) },
    { name: "Past their end, cause open", value: String(longer) },
    { name: "Not looked at in time", value: String(late.length) },
  ];
  return [
    quietly("holds", { figures, lines: [], people: [] }),
    ...late.slice(0, 20).map(
      (hold): Draft => ({
        key: "holds",
        subject: hold.id,
        title: `Held: ${hold.what}`,
        facts: {
          figures: [{ name: "To be looked at by", value: hold.reviewOn }],
          lines: [{ name: "Held for", words: holdPurposes[hold.purpose] }],
          people: [{ as: "Authorised by", user: hold.authoriser }],
        },
        concerned: [],
        quiet: false,
        open: "Nobody has looked whether it is still needed",
      }),
    ),
  ];
}
