import { saveAs } from "#lib/api/client.ts";
import { mediaTypes, pdfOf } from "#lib/export/files-of.ts";
import type { CompletionRow } from "./api.ts";
import { certificatePaper } from "./certificate-paper.ts";

type Saved = {
  readonly row: CompletionRow;
  readonly course: string;
  readonly person: string;
  readonly clinic: string;
  /** Who entered it. */
  readonly by: string;
};

/** Makes the certificate of a completion, and hands it to the browser's downloads. */
export async function saveCertificate(saved: Saved): Promise<void> {
  const bytes = await pdfOf(certificatePaper(saved));
  saveAs(new Blob([bytes], { type: mediaTypes.pdf }), `certificate-${saved.row.completedOn}.pdf`);
}
