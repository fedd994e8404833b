import * as z from "zod/mini";

const refusal = z.object({ data: z.record(z.string(), z.object({ code: z.string(), message: z.string() })) });

/** A refusal of the server: the first field that it names, and its sentence, which holds nothing that was typed. */
export interface Refusal {
  readonly field: string;
  readonly code: string;
  readonly said: string;
}

/** @returns undefined for what is no refusal of a field. */
export function refusalOf(body: unknown): Refusal | undefined {
  const read = refusal.safeParse(body);
  const [first] = read.success ? Object.entries(read.data.data) : [];
  return first && { field: first[0], code: first[1].code, said: first[1].message };
}
