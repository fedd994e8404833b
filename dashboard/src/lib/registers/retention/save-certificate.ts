import { certificate, certificateName } from "#domain/registers/retention/places";
import { saveAs } from "#lib/api/client.ts";
import { Problem } from "#lib/api/problem.ts";
import { mediaTypes, pdfOf } from "#lib/export/files-of.ts";
import { certificatePaper } from "#lib/export/papers/certificate-paper.ts";
import { sha256Of } from "#lib/format/digest.ts";
import { readPlaces } from "./api.ts";

/**
 * The certificate of a destruction as a PDF, into the browser's downloads.
 *
 * @throws {Problem} Where what is kept is not what its hash is of.
 */
export async function saveCertificate(id: string, number: number): Promise<void> {
  const { certificate: text, hash } = await readPlaces(id);
  if (text === null) throw new Problem("not-found");
  if (sha256Of(text) !== hash)
    throw new Problem("strange-answer", {
      says: "This certificate is not the one that was kept: it was changed behind the server’s back. Tell the lead.",
    });
  const paper = certificatePaper(certificate.parse(JSON.parse(text)), hash);
  const bytes = await pdfOf(paper);
  saveAs(new Blob([bytes], { type: mediaTypes.pdf }), `${certificateName(number)}.pdf`);
}
