import type { Cell } from "./compliance.ts";

/**
 * By when somebody has to complete something that is due soon or is late.
 *
 * @param soon - Civil date: what is due after it is not told yet.
 * @returns Civil date of the last day in time, '' where it has none; undefined while nothing has to be told.
 */
export function owedOf({ state, due }: Cell, soon: string): string | undefined {
  if (state === "late") return due;
  const runs = state === "ending" || state === "grace" || state === "back";
  return runs && due !== "" && due <= soon ? due : undefined;
}
