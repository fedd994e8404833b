/**
 * How many JavaScript engines PocketBase keeps. Each grows to 60-90 MB once it was used, and a call takes more than one:
 * a hook inside a hook takes another. One call too many would make a further engine for itself alone, which is the
 * dearest of all.
 */
export const engines = 12;

/** Calls that are let through to them at once, and how many of these may be strangers'. */
export const turns = { all: 4, strangers: 2 };
