/** One font file, and which characters it is loaded for. Fontsource ships fonts cut by script; we put them together. */
export interface Face {
  readonly id: string;
  /** A class of characters for a regular expression; '' for those that every paper needs. */
  readonly scripts: string;
  readonly files: { readonly normal: string; readonly bold: string };
}

const sans = (script: string) => ({
  normal: `@fontsource/noto-sans/files/noto-sans-${script}-400-normal.woff`,
  bold: `@fontsource/noto-sans/files/noto-sans-${script}-600-normal.woff`,
});
const arabic = "@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic";
const hebrew = "@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew";
/** Arrows and the like, that Noto Sans leaves to other families; it comes with pdf.js. */
const symbols = "pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf";
/** One weight is enough for pictures. */
const emoji = "@fontsource/noto-emoji/files/noto-emoji-emoji-400-normal.woff";

/** In the order in which they are asked for a character. */
export const faces: readonly Face[] = [
  { id: "latin", scripts: "", files: sans("latin") },
  {
    id: "latin-ext",
    scripts: "\\u0100-\\u02ff\\u1d00-\\u1eff\\u2020-\\u2021\\u20a0-\\u20c0\\u2113\\u2c60-\\u2c7f",
    files: sans("latin-ext"),
  },
  { id: "vietnamese", scripts: "\\u0300-\\u036f\\u1ea0-\\u1ef9\\u20ab", files: sans("vietnamese") },
  { id: "greek", scripts: "\\p{Script=Greek}", files: sans("greek") },
  { id: "greek-ext", scripts: "\\u1f00-\\u1fff", files: sans("greek-ext") },
  { id: "cyrillic", scripts: "\\p{Script=Cyrillic}\\u2116", files: sans("cyrillic") },
  {
    id: "cyrillic-ext",
    scripts: "\\u0460-\\u052f\\u1c80-\\u1c8a\\u2de0-\\u2dff\\ua640-\\ua69f",
    files: sans("cyrillic-ext"),
  },
  { id: "devanagari", scripts: "\\p{Script=Devanagari}", files: sans("devanagari") },
  {
    id: "arabic",
    scripts: "\\p{Script=Arabic}\\u060c\\u061b\\u061f\\u0660-\\u0669\\u0640\\u064b-\\u065f",
    files: { normal: `${arabic}-400-normal.woff`, bold: `${arabic}-600-normal.woff` },
  },
  {
    id: "hebrew",
    scripts: "\\p{Script=Hebrew}\\u20aa",
    files: { normal: `${hebrew}-400-normal.woff`, bold: `${hebrew}-600-normal.woff` },
  },
  { id: "symbols", scripts: "\\u2190-\\u22ff\\u25a0-\\u25ff", files: { normal: symbols, bold: symbols } },
  {
    id: "emoji",
    scripts: "\\u2190-\\u2bff\\u3030-\\u303d\\u3297\\u3299\\ufe0f\\u{1f000}-\\u{1faff}",
    files: { normal: emoji, bold: emoji },
  },
];

/** The faces that a text needs. */
export const facesFor = (text: string): Face[] =>
  faces.filter(({ scripts }) => scripts === "" || new RegExp(`[${scripts}]`, "u").test(text));

/** Font files by their names in `faces`. */
export type FontFiles = ReadonlyMap<string, Uint8Array>;
