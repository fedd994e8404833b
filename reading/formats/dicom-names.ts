/** Character sets of names by the term that a file gives (DICOM PS3.3, C.12.1.1.2), as decoders call them. */
const decoders: Readonly<Record<string, string>> = {
  "ISO_IR 100": "windows-1252",
  "ISO_IR 101": "iso-8859-2",
  "ISO_IR 109": "iso-8859-3",
  "ISO_IR 110": "iso-8859-4",
  "ISO_IR 144": "iso-8859-5",
  "ISO_IR 127": "iso-8859-6",
  "ISO_IR 126": "iso-8859-7",
  "ISO_IR 138": "iso-8859-8",
  "ISO_IR 148": "iso-8859-9",
  "ISO_IR 13": "shift_jis",
  "ISO_IR 166": "windows-874",
  "ISO_IR 192": "utf-8",
  GB18030: "gb18030",
  GBK: "gbk",
};
/** What changes the character set within a value (PS3.5, 6.1.2.5.3): a sign of control, and up to three signs behind it. */
const control = "\u001b";
const escapes = new RegExp(`${control}(?:\\$[BA@]|\\$?[()\\-.,][A-Z0-9@])`, "g");
/** Sets that are changed to within a value, by what stands behind the sign. */
const changed: readonly (readonly [signs: string, label: string])[] = [
  ["$B", "iso-2022-jp"],
  ["$@", "iso-2022-jp"],
  ["$)C", "euc-kr"],
  ["$)A", "gbk"],
];

/** A value's bytes in its file's character set; what changes the set within it is followed where it is known. */
export function dicomText(bytes: Uint8Array, charset: string): string {
  const plain = new TextDecoder("windows-1252").decode(bytes);
  const named = charset.split("\\").map((term) => term.trim().replace(/^ISO 2022 IR /, "ISO_IR "));
  const told = changed.find(([signs]) => plain.includes(control + signs))?.[1];
  const label = told ?? decoders[named.find((term) => term !== "") ?? ""] ?? "windows-1252";
  const text = new TextDecoder(label).decode(bytes);
  return text.replace(escapes, "").replaceAll("\u0000", " ").replace(/\s+/g, " ").trim();
}
