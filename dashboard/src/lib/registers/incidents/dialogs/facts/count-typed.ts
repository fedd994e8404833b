/** A count as the register keeps it: -1 while it is not known. */
export const countText = (count: number): string => (count < 0 ? "" : String(count));

/** @returns -1 for nothing typed, undefined for what is no whole number up to ten million. */
export function countFrom(typed: string): number | undefined {
  const text = typed.trim().replaceAll(/[\s,]/g, "");
  if (text === "") return -1;
  return /^\d{1,8}$/.test(text) && Number(text) <= 10_000_000 ? Number(text) : undefined;
}
