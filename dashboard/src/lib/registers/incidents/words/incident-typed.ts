/** The number that somebody means by "INC-13", "inc 13" or "13"; undefined for all else. */
export function incidentTyped(text: string): number | undefined {
  const digits = /^\s*(?:inc[-\s]?)?([1-9]\d{0,5})\s*$/i.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
