import type { KeptAnswer } from "#domain/work/whole";
import { concernedWords } from "./witness-rows.ts";

export interface KeptLine {
  readonly state: "green" | "red" | "grey";
  readonly text: string;
}

/** What the comparison of something kept says, a line for each thing that was found in it. */
export function keptLines({ found, keys, mistyped, concerned, last }: KeptAnswer): KeptLine[] {
  const lines: KeptLine[] = [
    ...found.map((one) => lineOf(one, last)),
    ...keys.map(
      ({ code, same }): KeptLine =>
        same
          ? { state: "green", text: "The log is still signed with the same key." }
          : { state: "red", text: `The log is signed with another key than ${code}: the key was changed.` },
    ),
    ...mistyped.map(
      (code): KeptLine => ({
        state: "grey",
        text: `There is a slip in ${code}: compare it letter by letter.`,
      }),
    ),
    ...(concerned ? [{ state: "red", text: concernedWords(concerned) } as const] : []),
  ];
  if (lines.length > 0) return lines;
  return [
    {
      state: "grey",
      text: "Nothing in this text can be compared: no code, no hash with its entry, no signed head.",
    },
  ];
}

function lineOf({ seq, is }: KeptAnswer["found"][number], last: number): KeptLine {
  if (is === "agrees")
    return { state: "green", text: `It agrees: entry ${seq} and all before it stand as you kept them.` };
  if (is === "below")
    return {
      state: "grey",
      text: `Entry ${seq} lies before the log’s first one: nothing can be said of it.`,
    };
  const texts = {
    differs: `It does not agree: another entry stands at ${seq} now.`,
    beyond: `It does not agree: the log ends at entry ${last}, and you kept entry ${seq}.`,
    gone: `It does not agree: entry ${seq} is missing.`,
    "other-key": `Entry ${seq} agrees, and was signed with another key than the one in use: the key was changed.`,
    "not-signed": `The signature beside entry ${seq} does not fit: what you kept was changed, or never was this server’s.`,
  } as const;
  return { state: "red", text: texts[is] };
}
