import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Patient } from "../people.ts";
import { docx } from "./docx.ts";
import { letterWords, rotaWords } from "./letter-words.ts";
import { pdf } from "./pdf.ts";

/** Paths of invented files that staff may attach, good and bad; all in one folder. */
export interface Letters {
  readonly folder: string;
  /** A clinic letter about the patient. */
  readonly pdf: string;
  readonly docx: string;
  readonly text: string;
  /** The same letter behind a password. */
  readonly locked: string;
  /** The letter's first 60 %: no cross-reference table, cut inside a stream. */
  readonly cut: string;
  readonly empty: string;
  /** 300 MB that begin like a PDF and hold nothing; sparse, so the disk stays free. */
  readonly huge: string;
  /** The letter as PDF, named as if it were plain text. */
  readonly renamed: string;
  /** A rota: a PDF that names no patient. */
  readonly rota: string;
  remove(): void;
}

const hugeBytes = 300 * 1024 * 1024;

/** Makes the files. Their names carry the family name, as real ones do, so that a leak of a name is found. */
export async function makeLetters(patient: Patient): Promise<Letters> {
  const folder = mkdtempSync(join(tmpdir(), "chaperone-letters-"));
  const words = letterWords(patient);
  const letter = await pdf(words);
  const save = (name: string, bytes: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const huge = join(folder, `${patient.family} scans.pdf`);
  const file = openSync(huge, "w");
  writeSync(file, "%PDF-1.7\n");
  ftruncateSync(file, hugeBytes);
  closeSync(file);
  return {
    folder,
    pdf: save(`${patient.family} clinic letter.pdf`, letter),
    docx: save(`${patient.family} clinic letter.docx`, docx(words)),
    text: save(`${patient.family} clinic letter.txt`, words.join("\n\n")),
    locked: save(`${patient.family} locked letter.pdf`, await pdf(words, "harbour")),
    cut: save(`${patient.family} cut letter.pdf`, letter.subarray(0, Math.floor(letter.length * 0.6))),
    empty: save(`${patient.family} nothing.pdf`, ""),
    huge,
    renamed: save(`${patient.family} notes.txt`, letter),
    rota: save("Rota.pdf", await pdf(rotaWords)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
