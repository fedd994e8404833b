import * as z from "zod/mini";

/** Fifteen characters made by the client; the form of a tombstone (`t` and 14 digits) is refused. */
export const eventId = z.string().check(z.regex(/^(?!t\d{14}$)[a-z0-9]{15}$/));

/** An instant in UTC as every part of Chaperone writes it: `2026-11-24T09:30:00.000Z`. */
export const instant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/));

/** A keyed reference: `k1:` and HMAC-SHA-256 in hex, made with the clinic's reference key. */
export const keyed = z.string().check(z.regex(/^k1:[0-9a-f]{64}$/));

/** `adapter:tenant`, for example `cliniko:harbour.uk2`. */
export const systemName = z.string().check(z.regex(/^[a-z0-9-]+:[a-z0-9.:[\]_-]+$/), z.maxLength(120));

/** A vendor's own id, to its last digit, or a keyed reference. Never a name. */
export const recordRef = z.union([z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/)), keyed]);
