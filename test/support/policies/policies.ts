import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ClaimState } from "#domain/registers/policy-map/states";
import { root } from "../../../scripts/base/root.mjs";

/** A sentence of an invented policy with the state that a careful reader gives it. */
export interface Told {
  readonly kind: "sentence" | "item" | "row";
  readonly state: ClaimState;
  readonly text: string;
}

type Part =
  | { readonly is: "title" | "heading"; readonly text: string }
  | { readonly is: "paragraph" | "item" | "row"; readonly told: Told[] };

export interface InventedPolicy {
  readonly name: string;
  readonly tuned: boolean;
  readonly parts: readonly Part[];
  readonly told: readonly Told[];
}

/** In the order in which they are measured; what the names say is told in the folder's README.md. */
export const policyNames = [
  "untuned-1-physio",
  "untuned-2-dental",
  "untuned-3-psychology",
  "tuned-1-osteopath",
  "tuned-2-cctv",
  "tuned-3-confidentiality",
] as const;

export const policyNamed = (name: (typeof policyNames)[number]): InventedPolicy =>
  policyIn(join(root, "test/support/policies", `${name}.txt`), name);

/** A policy of a file of that form, wherever it lies. */
export function policyIn(file: string, name: string): InventedPolicy {
  const text = readFileSync(file, "utf8");
  const parts: Part[] = [];
  let open: Told[] | undefined;
  for (const line of text.split("\n")) {
    const heading = /^(=|#) (.*)$/.exec(line);
    const told = toldIn(line);
    if (heading) parts.push({ is: heading[1] === "=" ? "title" : "heading", text: heading[2] ?? "" });
    else if (told?.kind === "sentence" && open) open.push(told);
    else if (told) {
      const own = [told];
      parts.push(told.kind === "sentence" ? { is: "paragraph", told: own } : { is: told.kind, told: own });
      open = told.kind === "sentence" ? own : undefined;
      continue;
    }
    if (!told) open = undefined;
  }
  const all = parts.flatMap((part) => ("told" in part ? part.told : []));
  return { name, tuned: name.startsWith("tuned"), parts, told: all };
}

function toldIn(line: string): Told | undefined {
  const found = /^(- |row )?(screen|test|people|none|wrong|says)\| (.*)$/.exec(line);
  if (!found) return undefined;
  const [, mark = "", state, text = ""] = found;
  const kind = mark === "- " ? "item" : mark === "row " ? "row" : "sentence";
  return { kind, state: state as ClaimState, text };
}

const cells = (text: string) => text.split(" ; ");
/** As the reader of tables writes a row: its first cell, a colon, the others. */
export const rowText = (text: string): string => {
  const [first = "", ...rest] = cells(text);
  return `${first}: ${rest.join("; ")}`;
};

/** The policy as Markdown. */
export function asMarkdown({ parts }: InventedPolicy): string {
  let rows = 0;
  return parts
    .map((part) => {
      if ("text" in part) return `\n${part.is === "title" ? "#" : "##"} ${part.text}\n`;
      if (part.is === "item") return `- ${part.told[0]?.text}`;
      if (part.is === "paragraph") {
        rows = 0;
        return `\n${part.told.map(({ text }) => text).join(" ")}\n`;
      }
      const row = cells(part.told[0]?.text ?? "");
      rows += 1;
      const head = ["Type of record", "Period", "From"].slice(0, row.length);
      const before = rows === 1 ? `| ${head.join(" | ")} |\n|${"---|".repeat(row.length)}\n` : "";
      return `${before}| ${row.join(" | ")} |`;
    })
    .join("\n");
}

/** The same as a letter-like text cut at a margin, with a foot on each page. */
export function asPlainText({ parts, name }: InventedPolicy, width = 88): string {
  const lines: string[] = [];
  for (const part of parts) {
    if ("text" in part) lines.push("", part.text, "");
    else if (part.is === "row") lines.push(cells(part.told[0]?.text ?? "").join("\t"));
    else if (part.is === "item") lines.push(...wrapped(`\u2022 ${part.told[0]?.text}`, width));
    else lines.push(...wrapped(part.told.map(({ text }) => text).join(" "), width), "");
  }
  const out: string[] = [];
  for (const [i, line] of lines.entries()) {
    out.push(line);
    if (i % 40 === 39) out.push("", `${name} policy        Page ${(i + 1) / 40} of 4`, "\f");
  }
  return out.join("\n");
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
