import * as z from "zod/mini";

/** A day of the calendar, `2026-11-20`; whether that month has it is for the handler to say. */
export const civilDate = z.string().check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/));
