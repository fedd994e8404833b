/**
 * Letters of names in the United Kingdom that WinAnsiEncoding lacks: Welsh, Polish, Turkish, Romanian, Hungarian, Czech. A
 * reader draws in a field only what its font’s encoding names; what is typed is kept in the file whatever it draws.
 */
const letters = [..."ŴŵŶŷĄąĆćĘęŁłŃńŚśŹźŻżĞğİıŞşĂăȘșȚțŐőŰűČčĚěŘřŮů"];

/** Codes that are given up for them: those without a sign, and signs that nobody types into a form. */
const codes = [
  ...[0x81, 0x82, 0x83, 0x86, 0x87, 0x88, 0x89, 0x8b, 0x8d, 0x8f, 0x90, 0x95, 0x98, 0x99, 0x9b, 0x9d],
  ...[0xa1, 0xa2, 0xa4, 0xa5, 0xa6, 0xa8, 0xa9, 0xaa, 0xab, 0xac, 0xae, 0xaf, 0xb1, 0xb2, 0xb3, 0xb4],
  ...[0xb5, 0xb6, 0xb7, 0xb8, 0xb9, 0xba, 0xbb, 0xbc, 0xbd, 0xbe, 0xd7, 0xf7],
];

/** A letter’s name by its number, which every reader knows (Adobe Glyph List Specification, 2). */
const nameOf = (letter: string): string =>
  `uni${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

const signs = new Map(codes.map((code, i) => [code, letters[i] ?? ""]));

/** As a font’s encoding says its differences (ISO 32000-1, 9.6.6). */
const differences = [...signs].flatMap(([code, letter]) => [code, nameOf(letter)]);

/** Widths of Helvetica’s letters from the blank to the tilde, in thousandths of its size, by Adobe’s metrics of the font. */
const widths = [
  ...[278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278],
  ...[556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556],
  ...[1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778],
  ...[667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556],
  ...[333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556],
  ...[556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584],
];
/** The same of signs that are no letter with a mark. */
const others: Readonly<Record<string, number>> = {
  ...{ "€": 556, "„": 333, "…": 1000, "‘": 222, "’": 222, "“": 333, "”": 333, "–": 556, "—": 1000 },
  ...{ Œ: 1000, œ: 944, "£": 556, "§": 556, "°": 400, "¿": 611, Æ: 1000, Ð: 722, Ø: 778, Þ: 667 },
  ...{ ß: 611, æ: 889, ð: 556, ø: 611, þ: 556, ı: 278, Ł: 556, ł: 222 },
};

function widthOf(sign: string): number {
  const known = others[sign];
  if (known !== undefined) return known;
  const [base = " ", ...marks] = sign.normalize("NFD");
  // A mark stands broader than the dot that it replaces.
  if (base === "i" && marks.length > 0) return 278;
  return widths[base.charCodeAt(0) - 32] ?? 278;
}

const first = 32;
const last = 255;
const western = new TextDecoder("windows-1252");

/** What a font of a field says of itself beside its name: Helvetica, with these letters too. */
export const fontTyped = {
  differences,
  firstChar: first,
  lastChar: last,
  widths: Array.from({ length: last - first + 1 }, (_, i) =>
    widthOf(signs.get(first + i) ?? western.decode(new Uint8Array([first + i]))),
  ),
  /** Helvetica’s own, by the same metrics. */
  descriptor: {
    ...{ Type: "FontDescriptor", FontName: "Helvetica", Flags: 32, FontBBox: [-166, -225, 1000, 931] },
    ...{ ItalicAngle: 0, Ascent: 718, Descent: -207, CapHeight: 718, StemV: 88 },
  },
} as const;
