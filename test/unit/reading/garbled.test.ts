import { describe, expect, test } from "vitest";
import { isGarbled } from "#reading/formats/pdf/garbled";

/** Invented, of a house’s own week. */
const texts = {
  English:
    "The desk opens at eight and the phones at nine. Please leave the keys of the store with whoever is on the late shift, and sign the sheet by the door when you go.",
  Welsh:
    "Mae’r ddesg yn agor am wyth ac mae’r ffonau yn agor am naw. Gadewch yr allweddi gyda phwy bynnag sydd ar y sifft hwyr, ac arwyddwch y daflen ger y drws.",
  Polish:
    "Recepcja jest czynna od ósmej, a telefony od dziewiątej. Proszę zostawić klucze do magazynu osobie z późnej zmiany i podpisać listę przy drzwiach.",
  Turkish:
    "Danışma sekizde, telefonlar dokuzda açılır. Lütfen depo anahtarlarını geç vardiyada kim varsa ona bırakın ve çıkarken kapıdaki listeyi imzalayın.",
  Somali:
    "Miiska hore wuxuu furmaa siddeedda, taleefannada waxaa la furaa sagaalka. Fadlan furayaasha u dhiib qofka habeenkii shaqeeya oo liiska saxiix.",
  numbers:
    "01/12/2026 09:00 Room 1 09:30 Room 2 10:00 Room 3 10:30 Room 4 £45.00 £60.00 £75.00 £90.00 £120.00 £45.00",
  bullets: "\uf0b7 Keys\n\uf0b7 Sheets\n\uf0b7 Towels\n\uf0b7 Couch rolls\n\uf0a8 done\n\uf0a8 not done",
  Arabic:
    "تفتح الاستقبال في الثامنة والهواتف في التاسعة. يرجى ترك مفاتيح المخزن مع من يعمل في الوردية المتأخرة.",
} as const;

const shifted = (text: string, by: number) =>
  [...text]
    .map((sign) => (/[A-Za-z]/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) + by) : sign))
    .join("");
/** Each letter for another one, as a map made for another font gives. */
const swapped = (text: string) =>
  text.replace(/[a-z]/gi, (sign) => {
    const from = "abcdefghijklmnopqrstuvwxyz";
    return "qwzrtpsdfghjklcvbnmxaeiouy"[from.indexOf(sign.toLowerCase())] ?? sign;
  });

describe("a text layer that is not what the page shows", () => {
  test.each(Object.entries(texts))("%s is one that is", (_, text) => {
    expect(isGarbled(text)).toBe(false);
  });
  test.each([
    ["glyphs instead of letters", shifted(texts.English, -29)],
    ["letters shifted", shifted(texts.English, 1)],
    ["letters swapped", swapped(texts.English)],
    ["marks of what could not be decoded", texts.English.replace(/[eat]/g, "\ufffd")],
    ["places for private use", texts.English.replace(/[a-z]/g, "\ue020")],
  ])("%s are none", (_, text) => {
    expect(isGarbled(text)).toBe(true);
  });
});
