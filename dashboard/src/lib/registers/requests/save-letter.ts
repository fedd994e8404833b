import type { Letter } from "#domain/registers/requests/letter";
import { saveAs } from "#lib/api/client.ts";
import { sentenceFor } from "#lib/api/problem.ts";
import { docxOf, mediaTypes, pdfOf } from "#lib/export/files-of.ts";
import type { Paper } from "#lib/export/paper.ts";
import { toast } from "#lib/state/toast.svelte.ts";

/** A letter as a paper of the clinic; the clinic adds who it goes to, so that no file is made with a name. */
export const letterPaper = (letter: Letter, clinic: string, reference: string, nowMs: number): Paper => ({
  title: letter.title,
  subject: reference,
  author: clinic,
  madeAtMs: nowMs,
  foot: [
    `${clinic} · ${reference}`,
    letter.rights.length > 0
      ? "Keep this letter: it says what you can do if you do not agree."
      : "Write this reference on whatever you send us.",
  ],
  blocks: [
    ...letter.text.filter((text) => text !== "").map((text) => ({ is: "paragraph", text }) as const),
    ...(letter.list.length > 0 ? [{ is: "list", items: letter.list } as const] : []),
    ...(letter.rights.length > 0
      ? ([
          { is: "heading", level: 2, text: "What you can do" },
          { is: "list", items: letter.rights },
        ] as const)
      : []),
  ],
});

/** Hands a letter to the browser's downloads, and says so, or why not. */
export async function saveLetter(paper: Paper, name: string, as: "docx" | "pdf"): Promise<void> {
  try {
    const bytes = as === "pdf" ? await pdfOf(paper) : await docxOf(paper);
    saveAs(new Blob([bytes], { type: mediaTypes[as] }), `${name}.${as}`);
    toast.say(`The ${as.toUpperCase()} is in your downloads.`);
  } catch (thrown) {
    toast.say(sentenceFor(thrown));
  }
}
