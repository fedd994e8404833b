/** HMAC-SHA-256 of a text's UTF-8 bytes with the clinic's reference key, in lower-case hex. Each engine gives its own. */
export type Hmac = (text: string) => string | Promise<string>;

/**
 * Whom a clinical system shows as signed in, as it is keyed: outer and doubled blanks and capitals make no difference.
 *
 * @example
 * signInText("  Tom  Reed "); // "tom reed"
 */
export const signInText = (shown: string): string =>
  shown.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();

/** `account` of an event: who the clinical system shows, without the name. Extension and dashboard key it alike. */
export const keyedAccount = async (shown: string, hmac: Hmac): Promise<string> =>
  `k1:${await hmac(`account\n${signInText(shown)}`)}`;

/** `detail.item` there: which note, letter or file of the record. Of two records or kinds of page no two are alike. */
export const keyedItem = async (
  { id, page, item }: { readonly id: string; readonly page: string; readonly item: string },
  hmac: Hmac,
): Promise<string> => `k1:${await hmac(`item\n${id}\n${page}\n${item}`)}`;

const recordText = (id: string): string => `record\n${id}`;

/** `recordRef` where the vendor's id is or derives from an identifier (DESIGN.md 5). */
export const keyedRecord = async (id: string, hmac: Hmac): Promise<string> =>
  `k1:${await hmac(recordText(id))}`;

/** The same on the server, whose engine waits for nothing. */
export const keyedRecordNow = (id: string, keyed: (text: string) => string): string =>
  `k1:${keyed(recordText(id))}`;
