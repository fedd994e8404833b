import { beforeEach, describe, expect, test } from "vitest";
import { judge } from "#domain/detector/judge";
import { allStand, namingWords, takeOut } from "../../../extension/guard/message/take-out.ts";

const letter =
  "Dear Dr Moss, Mrs Rosalind Ellery (NHS number 999 100 5919, born 14/03/1961) was seen for her shoulder. Please treat her with ibuprofen.";
const verdictOn = (text: string) =>
  judge({ text, format: "text", read: { unit: "byte", done: text.length, of: text.length } }, {});
const instead = "[left out]";
const page = (html: string): Element[] => {
  document.body.innerHTML = html;
  return [...document.querySelectorAll("input, textarea, [contenteditable]")];
};

/** What a browser does for `insertText`: it writes over the selection and tells of it. */
function execCommand(command: string, _: boolean, text: string): boolean {
  const field = document.activeElement as HTMLTextAreaElement | HTMLElement;
  if (command !== "insertText") return false;
  if ("setRangeText" in field) {
    field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, "end");
  } else {
    const range = document.getSelection()?.getRangeAt(0);
    range?.deleteContents();
    range?.insertNode(document.createTextNode(text));
  }
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: text }));
  return true;
}

beforeEach(() => {
  Object.assign(document, { execCommand });
});

test("what names the patient is taken out, and what is left names nobody by a number or a birthday", () => {
  const { findings, strength } = verdictOn(letter);
  expect(strength).toBe("strong");
  const words = namingWords(letter, findings);
  expect(words.join(" ")).toContain("999 100 5919");
  expect(words.join(" ")).not.toContain("ibuprofen");
  const [field] = page("<textarea></textarea>") as [HTMLTextAreaElement];
  field.value = letter;
  expect(allStand([field], words)).toBe(true);
  expect(takeOut([field], words, instead)).toBe(true);
  expect(field.value).toContain("Please treat her with ibuprofen.");
  expect(field.value).not.toMatch(/999 100 5919|14\/03\/1961/);
  const left = verdictOn(field.value);
  // A clinical note counts as one without its identifiers too (issue 12): nothing says who it is about any more.
  const kinds = left.findings.map(({ kind }) => kind);
  for (const kind of ["nhs-number", "date-of-birth"] as const) expect(kinds).not.toContain(kind);
});

test("of a name the least is taken out, and not the sentence that it stands in", () => {
  const text = "Mrs Rosalind Ellery, NHS number 999 100 5919, born 14/03/1961, was seen for her shoulder.";
  expect(namingWords(text, verdictOn(text).findings)).toEqual([
    "Mrs Rosalind Ellery",
    "born 14/03/1961",
    "999 100 5919",
  ]);
});

describe("each field is written over as by typing, so that its editor hears of it", () => {
  test.each([
    ["a subject", `<input value="About 999 100 5919, again 999 100 5919">`, 2],
    ["an editor", `<div contenteditable="true" tabindex="0">About 999 100 5919</div>`, 1],
    [
      "a word over several parts",
      `<div contenteditable="true" tabindex="0">About <b>999 1</b>00 59<i>19</i></div>`,
      1,
    ],
    [
      "blanks that do not break",
      `<div contenteditable="true" tabindex="0">About 999&nbsp;100&nbsp;5919</div>`,
      1,
    ],
  ])("%s", (_, html, times) => {
    const fields = page(html);
    const heard: string[] = [];
    document.body.addEventListener("input", (event) => heard.push((event as InputEvent).inputType));
    expect(takeOut(fields, ["999 100 5919"], instead)).toBe(true);
    const [field] = fields as [HTMLInputElement];
    expect((field.value ?? field.textContent).split(instead)).toHaveLength(times + 1);
    expect(heard).toEqual(Array(times).fill("insertText"));
  });
});

test("where the browser does not type, a line is still written and told of", () => {
  Object.assign(document, { execCommand: () => false });
  const [field] = page(`<input value="About 999 100 5919">`) as [HTMLInputElement];
  let heard = 0;
  field.addEventListener("input", () => {
    heard += 1;
  });
  expect(takeOut([field], ["999 100 5919"], instead)).toBe(true);
  expect([field.value, heard]).toEqual([`About ${instead}`, 1]);
});

test("an editor that takes no typing keeps its words, and that is said", () => {
  Object.assign(document, { execCommand: () => false });
  const fields = page(`<div contenteditable="true">About 999 100 5919</div>`);
  expect(takeOut(fields, ["999 100 5919"], instead)).toBe(false);
});

test("words that don’t stand in the fields any more are not offered", () => {
  expect(allStand(page(`<input value="About the patient">`), ["999 100 5919"])).toBe(false);
  expect(allStand([], [])).toBe(false);
});
