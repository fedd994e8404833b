import type { Block, Paper } from "#lib/export/paper.ts";

/** What stands on every template, first and at the foot. */
export const isTemplate =
  "A template: it says what Chaperone collects. Whether that is lawful here is decided by the clinic, with its data protection officer.";

/** Who and when a paper is of. */
export interface Of {
  readonly clinic: string;
  readonly nowMs: number;
  /** The day in words. */
  readonly day: string;
}

export const heading = (text: string): Block => ({ is: "heading", level: 2, text });
export const words = (text: string): Block => ({ is: "paragraph", text });
export const list = (...items: string[]): Block => ({ is: "list", items });

/** What the clinic has to write itself. */
export const open = (question: string): Block => ({
  is: "facts",
  rows: [[question, "…………………………………………………"]],
});

/** A paper of the clinic's with this title. */
export const paperOf = ({ clinic, nowMs, day }: Of, title: string, blocks: readonly Block[]): Paper => ({
  title,
  subject: title,
  author: clinic,
  madeAtMs: nowMs,
  foot: [`${clinic} · ${title}`, `As of ${day}`],
  blocks: [{ is: "paragraph", text: clinic, look: "strong" }, ...blocks],
});
