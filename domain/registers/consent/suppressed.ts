import * as z from "zod/mini";
import { keyed, recordRef, systemName } from "../../base/forms.ts";

/** Body of `POST /suppressed`: addresses of a mailing list, keyed in the browser. */
export const suppressedBody = z.strictObject({
  addresses: z.array(keyed).check(z.minLength(1), z.maxLength(1_000)),
});
export const suppressedAnswer = z.object({ suppressed: z.array(z.string()), most: z.int() });

/** Body of `POST /record-decisions`. */
export const recordBody = z.strictObject({ recordRef, system: systemName });

/** An address as it is keyed: blanks and capitals make no difference, nor how a number is parted. */
export const mailingText = (typed: string): string => {
  const text = typed.normalize("NFC").replace(/\s+/g, "").toLowerCase();
  return text.includes("@")
    ? `mailing\n${text}`
    : `mailing\n${text.replace(/^(?:\+44|0044)\(?0?\)?/, "0").replace(/\D/g, "")}`;
};
