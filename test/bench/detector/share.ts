const z = 1.96;

/** 95 % Wilson interval of a share, 0 to 1. */
export function wilson(some: number, all: number): readonly [low: number, high: number] {
  if (all === 0) return [0, 1];
  const p = some / all;
  const middle = (p + (z * z) / (2 * all)) / (1 + (z * z) / all);
  const half = (z / (1 + (z * z) / all)) * Math.sqrt((p * (1 - p)) / all + (z * z) / (4 * all * all));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

const percent = (value: number) => (100 * value).toFixed(1);

/** "88.3 % (81.0 to 93.0), 98 of 111". */
export function share(some: number, all: number): string {
  if (all === 0) return "-";
  const [low, high] = wilson(some, all);
  return `${percent(some / all)} % (${percent(low)} to ${percent(high)}), ${some} of ${all}`;
}

/** The value that a part of all lies under. */
export function under(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
}
