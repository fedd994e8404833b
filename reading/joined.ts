import { partEnd } from "#domain/detector/sections";
import type { Reading } from "#domain/detector/verdict";

/** One reading of a file that holds others; it is whole only where every part is. */
export function joined(format: string, text: string, parts: readonly Reading[]): Reading {
  const texts = [text, ...parts.map((part) => part.text)].filter((one) => one.trim() !== "");
  const whole = parts.filter(({ unreadable }) => unreadable === undefined || unreadable === "empty").length;
  const unreadable = parts.find(
    (part) => part.unreadable !== undefined && part.unreadable !== "empty",
  )?.unreadable;
  return {
    text: texts.join(partEnd),
    format,
    read: { unit: "part", done: whole, of: parts.length },
    ...(unreadable && { unreadable }),
  };
}
