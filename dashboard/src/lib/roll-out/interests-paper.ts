import { monitoringRules } from "#domain/law/monitoring";
import type { Paper } from "#lib/export/paper.ts";
import { lawBlocks, measures, sentBlocks } from "./collected-blocks.ts";
import { heading, isTemplate, type Of, open, paperOf, words } from "./template.ts";

/** The assessment of legitimate interests as a template, filled with what is collected. */
export const interestsPaper = (of: Of): Paper =>
  paperOf(of, "Legitimate interests assessment: watching over patients’ records", [
    { is: "paragraph", text: isTemplate, look: "muted" },
    heading("1. Purpose"),
    words(
      "The interest is to keep patients’ information confidential, and to be able to show who looked at it. It is the clinic’s, its patients’ and its staff’s.",
    ),
    open("What would happen without it"),
    heading("2. Necessity"),
    words(
      "The clinical system’s own log, training and rules are looked at first: what they show, and what they do not.",
    ),
    open("What the clinical system’s own log shows, and why that is not enough"),
    open("Why a less intrusive way would not do"),
    ...sentBlocks(),
    heading("3. Balance"),
    open("What staff expect, and what the team said when it was asked"),
    open("Who may be harmed by it, and how"),
    words("What keeps it small:"),
    measures(),
    ...lawBlocks(monitoringRules),
    heading("Decision"),
    open("Advice of the data protection officer, and the date"),
    open("The interest outweighs, or does not, and why; by whom, and the date"),
    open("To be looked at again on"),
  ]);
