import * as z from "zod/mini";

/** Rows on a page of a register's list. */
export const listPageRows = 50;

/** `GET /list?of&before&limit`: one page; each register knows the shape of its own rows and figures. */
export const listAnswer = <Row extends z.ZodMiniType>(row: Row) =>
  z.object({
    asOf: z.string(),
    /** Civil date at the clinic. */
    today: z.string(),
    rows: z.array(row),
    /** What `before` must be for the next page; null at the end. */
    next: z.nullable(z.string()),
    figures: z.record(z.string(), z.union([z.number(), z.string()])),
  });
