import { saveAs } from "#lib/api/client.ts";
import { sentenceFor } from "#lib/api/problem.ts";
import { mediaTypes, pdfOf } from "#lib/export/files-of.ts";
import type { FormPaper } from "#lib/export/form-paper.ts";
import { toast } from "#lib/state/toast.svelte.ts";

/** Hands a paper to the browser's downloads as a PDF, and says so, or why not. */
export async function savePaper(paper: FormPaper, name: string): Promise<void> {
  try {
    saveAs(new Blob([await pdfOf(paper)], { type: mediaTypes.pdf }), `${name}.pdf`);
    toast.say("The PDF is in your downloads.");
  } catch (thrown) {
    toast.say(sentenceFor(thrown));
  }
}
