import { Budget, Unreadable } from "../../budget.ts";
import { beforeTheEnd, opened } from "./open.ts";

/** Fields that are looked at, and letters of each that are taken. */
const fieldsAtMost = 500;
const lettersAtMost = 4_000;

/**
 * What stands in the fields of a PDF’s form, by their names: texts as they are, of boxes "yes" where one is ticked. Nothing
 * of the file is run or drawn.
 *
 * @param milliseconds - After which it is given up.
 * @throws {Unreadable} `unknown-kind` for what is no PDF, `locked`, `damaged`, `timed-out`, and `empty` without a form.
 */
export async function readPdfFields(file: Blob, milliseconds: number): Promise<Map<string, string>> {
  const head = new Uint8Array(await file.slice(0, 5).arrayBuffer());
  if (String.fromCharCode(...head) !== "%PDF-") throw new Unreadable("unknown-kind");
  const budget = new Budget({ milliseconds });
  const task = await opened(file, undefined);
  try {
    const pdf = await beforeTheEnd(task.promise, budget);
    const fields = (await beforeTheEnd(pdf.getFieldObjects(), budget)) as Fields | null;
    if (!fields) throw new Unreadable("empty");
    const entries = fields instanceof Map ? [...fields] : Object.entries(fields);
    return new Map(
      entries.slice(0, fieldsAtMost).flatMap(([name, parts]) => {
        const value = saidIn(parts);
        return value === "" ? [] : [[name, value.slice(0, lettersAtMost)] as const];
      }),
    );
  } catch (problem) {
    if (problem instanceof Unreadable) throw problem;
    const isLocked = problem instanceof Error && problem.name === "PasswordException";
    throw new Unreadable(isLocked ? "locked" : "damaged");
  } finally {
    task.destroy().catch(() => undefined);
  }
}

interface Part {
  readonly type?: unknown;
  readonly value?: unknown;
}
type Fields = Map<string, readonly Part[]> | Record<string, readonly Part[]>;

function saidIn(parts: readonly Part[]): string {
  for (const { type, value } of parts) {
    if (typeof value !== "string") continue;
    if (type === "checkbox" || type === "radiobutton") return value === "Off" || value === "" ? "" : "yes";
    if (value !== "") return value;
  }
  return "";
}
