import type { Cell } from "./compliance.ts";
import { daysAfter } from "./validity.ts";

/**
 * By when somebody has to complete something that is due soon or is late.
 *
 * @param before - In how many days it has to be due to be told.
 * @returns Civil date of the last day in time, '' where it has none; undefined while nothing has to be told.
 */
export function owedOf({ state, due }: Cell, today: string, before: number): string | undefined {
  if (state === "late") return due;
  const runs = state === "ending" || state === "grace" || state === "back";
  return runs && due !== "" && due <= daysAfter(today, before) ? due : undefined;
}
