/** Whether one version of the extension is later than another, as browsers compare them: number by number. */
export function isLater(one: string, other: string): boolean {
  const [mine, theirs] = [one, other].map((version) => version.split(".").map(Number));
  for (let at = 0; at < 4; at++) {
    const difference = (mine?.[at] ?? 0) - (theirs?.[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** The version after one, by its fourth number: "0.1.0" is followed by "0.1.0.1". */
export function nextVersion(version: string): string {
  const numbers = version.split(".").map(Number);
  return [0, 1, 2, 3].map((at) => (numbers[at] ?? 0) + (at === 3 ? 1 : 0)).join(".");
}
