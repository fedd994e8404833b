import * as z from "zod/mini";

/** Id of a row, as PocketBase makes them. */
export const rowId = z.string().check(z.regex(/^[a-z0-9]{15}$/));
