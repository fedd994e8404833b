/** A remark, a field or a link of a page, as PDF.js gives it (ISO 32000-1, 12.5). */
export type Note = Readonly<Record<string, unknown>>;

/** Choices of a field that are read. */
const optionsAtMost = 2_000;

/** What a field, a remark or a link says, one a line. */
export function wordsOfNote(note: Note): string[] {
  const { fieldValue: value, titleObj, contentsObj, richText, textContent, options } = note;
  const name = note.alternativeText || note.fieldName || "";
  const told = (one: unknown) => (one as { str?: string } | undefined)?.str ?? "";
  const lines = [
    ...(typeof value === "string" && value.trim() !== "" ? [`${name}: ${value}`] : []),
    ...(Array.isArray(value)
      ? [`${name}: ${value.filter((one) => typeof one === "string").join(", ")}`]
      : []),
    told(contentsObj) === ""
      ? ""
      : [told(titleObj), told(contentsObj)].filter((one) => one !== "").join(": "),
    told(richText),
    ...(Array.isArray(textContent) ? textContent.filter((one) => typeof one === "string") : []),
    ...(Array.isArray(options) ? options.slice(0, optionsAtMost).map(shownOption) : []),
    typeof note.alternativeText === "string" && !value ? note.alternativeText : "",
    saidBy(note.unsafeUrl ?? note.url),
  ];
  return lines.filter((line) => line.trim() !== "");
}

const shownOption = (option: unknown): string =>
  String((option as { displayValue?: unknown })?.displayValue ?? "");

/** An address holds words where it writes a message or asks for something; any other one only says where something is. */
function saidBy(address: unknown): string {
  if (typeof address !== "string" || !/%20|\+/.test(address)) return "";
  try {
    return decodeURIComponent(address.replaceAll("+", " "));
  } catch {
    return address;
  }
}

/** Remarks that carry films, sounds and models, which nothing here opens. */
const ofOthers: ReadonlySet<unknown> = new Set(["RichMedia", "Screen", "Movie", "Sound", "3D"]);

export const carriesOther = ({ subtype }: Note): boolean => ofOthers.has(subtype);

/** Under what name PDF.js gives the file that a remark carries. */
export const fileOf = ({ fileId }: Note): string[] => (typeof fileId === "string" ? [fileId] : []);
