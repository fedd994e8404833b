import { partEnd } from "#domain/detector/sections";
import type { Reading, UnreadableReason } from "#domain/detector/verdict";
import type { Taken } from "./taken.ts";

const isWhole = ({ unreadable }: Pick<Reading, "unreadable">) =>
  unreadable === undefined || unreadable === "empty";

/** What a file says by itself, as a reading. */
export function alone({ format, text, read, unreadable, missed }: Taken): Reading {
  return {
    text,
    format,
    read: read ?? { unit: "part", done: unreadable === undefined ? 1 : 0, of: 1 },
    ...(unreadable && { unreadable }),
    ...(missed && missed.length > 0 && { missed }),
  };
}

/** One reading of a file that holds others; it is whole only where every part is. Pages stay counted as pages. */
export function joined(taken: Taken, parts: readonly Reading[]): Reading {
  const own = alone(taken);
  const texts = [own.text, ...parts.map(({ text }) => text)].filter((one) => one.trim() !== "");
  const all = [own, ...parts];
  const unreadable: UnreadableReason | undefined = all.find((part) => !isWhole(part))?.unreadable;
  const done = parts.filter(isWhole).length;
  const counted = own.read.unit === "part" ? own.read : { done: isWhole(own) ? 1 : 0, of: 1 };
  return {
    text: texts.join(partEnd),
    format: own.format,
    read:
      own.read.unit === "page"
        ? own.read
        : { unit: "part", done: counted.done + done, of: counted.of + parts.length },
    ...(unreadable && { unreadable }),
    ...(own.missed && { missed: own.missed }),
  };
}
