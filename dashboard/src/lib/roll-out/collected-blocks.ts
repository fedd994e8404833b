import { type LawRule, sourceWords, sureWords } from "#domain/law/rule";
import { carriedByEach, collectedByKind } from "#domain/rollout/collected";
import type { HeldAnswer } from "#domain/work/held";
import type { Block } from "#lib/export/paper.ts";
import { heading, list, words } from "./template.ts";

/** What the browsers send, by kind, and what each of them carries. */
export const sentBlocks = (): Block[] => [
  heading("What the browsers send"),
  {
    is: "table",
    head: ["When", "What is told", "Kept"],
    shares: [3, 7, 2],
    rows: collectedByKind().map(({ what, fields, kept }) => [what, fields.join("; "), `${kept} months`]),
  },
  words(`Each of them says beside that: ${carriedByEach().join("; ")}.`),
  words(
    "Never sent: what a document or message says, its name, an address of a recipient, other web pages, keys, pictures of a screen, how long somebody looked at a page, how fast somebody works.",
  ),
];

/** What the server can hold about patients, as it answers now. */
export const heldBlocks = ({ held }: HeldAnswer): Block[] => [
  heading("What the server can hold about patients"),
  {
    is: "table",
    head: ["What", "In which form, and why", "Kept"],
    shares: [3, 6, 3],
    rows: held.map(({ what, form, why, kept }) => [what, `${form}. ${why}`, kept]),
  },
];

/** The law that was considered, with its source and how sure we are of it. */
export const lawBlocks = (rules: readonly LawRule[]): Block[] => [
  heading("Law and guidance that was considered"),
  {
    is: "table",
    head: ["What", "Source", "How sure"],
    shares: [6, 4, 2],
    rows: rules.map((rule) => [
      rule.text,
      sourceWords(rule.source),
      rule.policy ? "Guidance, not law" : sureWords[rule.sure],
    ]),
  },
];

/** What keeps it small, each a thing that the program does by itself. */
export const measures = (): Block =>
  list(
    "Files and messages are read in the browser; no content leaves it for the server.",
    "No view is recorded until the decision, the team’s views and a notice are recorded, and the person has been shown that notice.",
    "On a worker’s own device nothing is recorded unless the lead allows it with a reason.",
    "Only pages that the clinic names are watched; other sites are not seen.",
    "Whoever reads the log is in the log, and each person sees their own entries and who read them.",
    "Nothing is decided by a machine: an entry is a question, asked by a person.",
    "Entries end by themselves after their period; the lead can have one erased, with a second person.",
  );
