import { saveAs } from "#lib/api/client.ts";
import { mediaTypes, pdfOf } from "#lib/export/files-of.ts";
import { freezeRegister } from "#lib/export/frozen.ts";
import { breachRegisterPaper } from "#lib/export/papers/breach-register-paper.ts";
import { registerCsv } from "#lib/export/register-csv.ts";
import { exportRegister } from "#lib/registers/incidents/files.ts";

/**
 * The register of all breaches (Art 33(5)), as far as the reader may see it, into the browser's downloads.
 *
 * @param confidential - With the confidential ones that the reader keeps.
 */
export async function saveRegister(format: "pdf" | "csv" | "json", confidential: boolean): Promise<void> {
  const register = await exportRegister(confidential);
  const { text, value, hash } = freezeRegister(register);
  const parts = {
    csv: () => registerCsv(value),
    json: () => text,
    pdf: () => pdfOf(breachRegisterPaper(value, hash)),
  };
  const content = await parts[format]();
  saveAs(
    new Blob([content], { type: mediaTypes[format] }),
    `breach-register-${register.asOf.slice(0, 10)}.${format}`,
  );
}
