import { strFromU8 } from "fflate";
import { judge } from "#domain/detector/judge";
import type { Reading } from "#domain/detector/verdict";
import { read } from "#reading/read";
import { eyesOfNode } from "../../../scripts/detect/eyes.ts";
import { blob } from "../detector/files.ts";

/** More than it takes; a loaded machine gets its time. */
const milliseconds = 120_000;

export const eyes = eyesOfNode();

/** As the extension and the command read: pictures are looked at. */
export const seeing = (bytes: string | Uint8Array): Promise<Reading> =>
  read(blob(bytes), { milliseconds, eyes });
/** As a place reads that looks at no pictures. */
export const blind = (bytes: string | Uint8Array): Promise<Reading> => read(blob(bytes), { milliseconds });

/** Whether the patient of `letter` was found. */
export const namesPatient = (reading: Reading): boolean =>
  judge(reading, {}).findings.some(({ ending }) => ending === "0018");

export const base64 = (bytes: string | Uint8Array): string =>
  btoa(typeof bytes === "string" ? bytes : strFromU8(bytes, true));

/** In lines of 76 letters, as mail has them. */
export const inLines = (letters: string): string => (letters.match(/.{1,76}/g) ?? []).join("\r\n");
