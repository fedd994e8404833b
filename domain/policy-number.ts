/** A number of law or policy: what it is, in which unit, and who says so. No such number stands anywhere else. */
export interface PolicyNumber {
  readonly amount: number;
  readonly unit:
    | "second"
    | "minute"
    | "hour"
    | "day"
    | "working day"
    | "month"
    | "year"
    | "event"
    | "byte"
    | "character"
    | "try"
    | "millisecond";
  readonly source: string;
  /** Day from which it applies, where the source gives one. */
  readonly from?: string;
}

/** Several amounts of one kind, ascending. */
export interface PolicyNumbers extends Omit<PolicyNumber, "amount"> {
  readonly amounts: readonly number[];
}

const msPerUnit = {
  millisecond: 1,
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
} as const;

/**
 * A span of the policy in milliseconds.
 *
 * @throws {RangeError} If the number is no span of fixed length (months and years are not).
 */
export function milliseconds(number: PolicyNumber): number {
  const factor = (msPerUnit as Record<string, number>)[number.unit];
  if (factor === undefined) throw new RangeError(`${number.unit} has no fixed length`);
  return number.amount * factor;
}
