import * as z from "zod/mini";

/** What mail and clinical adapters have in common, each with its bound: an adapter may come from the clinic's server. */

/** No line break and no other control character. */
const printed = /^[ -~\u00a0-\u1fff\u2010-\u2027\u2030-\uffff]+$/;

/** Of an adapter; stands in events and in the clinic's list of sites. */
export const adapterId = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(40));

/** Counts up with each change of an adapter's facts. */
export const adapterVersion = z.int().check(z.minimum(1), z.maximum(10_000));

/**
 * One CSS selector or a list of them, as a page's own style sheets have them: no line break, no rule, no comment. Whether a
 * browser can read it only a browser tells; what it can't read finds nothing and is told as missed.
 */
export const selector = z
  .string()
  .check(z.minLength(1), z.maxLength(300), z.regex(printed), z.regex(/^[^{}<;\\`]+$/), z.regex(/[^\s,]/));

/** What a product or a page of the clinic's own is called: one line. */
export const adapterName = z
  .string()
  .check(z.minLength(1), z.maxLength(60), z.regex(printed), z.regex(/^[^<>]+$/));

/** Hosts that are watched without being named: exact, or `.suffix`, never a part of a name. */
export const hosts = z
  .array(z.string().check(z.regex(/^\.?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/), z.maxLength(120)))
  .check(z.maxLength(20));

/** Where something is written on a matched element: its text, its value, or a named attribute. */
export const read = z.string().check(z.regex(/^(?:text|value|@[a-z][a-z0-9-]*)$/), z.maxLength(40));

/**
 * Anchored, short, and without a quantifier on a group that holds one: it ends in time on every address. Whether a browser
 * can read it only a browser tells.
 */
export const addressPattern = z.string().check(
  z.maxLength(320),
  z.regex(/^\^[\s\S]*\$$/),
  z.refine((text) => !/[+*}]\)[+*{]/.test(text), "nested quantifier"),
);
