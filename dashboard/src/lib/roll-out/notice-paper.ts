import type { Notice } from "#lib/api/notices.ts";
import type { Paper } from "#lib/export/paper.ts";
import { type Of, paperOf, words } from "./template.ts";

/** The notice in force, to hang up and to hand out; it is the very text that is shown on the screens. */
export const noticePaper = (of: Of, { text, number }: Pick<Notice, "text" | "number">): Paper =>
  paperOf(of, `What is recorded about the team (version ${number})`, [
    ...text.split(/\n{2,}/).map((paragraph) => words(paragraph)),
  ]);
