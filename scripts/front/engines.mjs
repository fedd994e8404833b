/**
 * How many JavaScript engines PocketBase keeps. Each grows to 60-90 MB once it was used, and a call takes more than one:
 * a hook inside a hook takes another. One call too many would make a further engine for itself alone, which is the
 * dearest of all.
 */
export const engines = 12;

/**
 * Calls that are let through to them at once, and how many of these may be strangers'. An engine that works takes a whole
 * core, so more at once than cores and one only makes each of them later.
 */
export const turns = { all: 3, strangers: 1 };

/**
 * How PocketBase collects its garbage (https://pkg.go.dev/runtime): of an ingest's time a fifth went into it. Twice as
 * much is left to gather before it looks, up to so much memory; from there on it looks as often as it must.
 */
export const collecting = { GOGC: "200", GOMEMLIMIT: "700MiB" };

/**
 * The same for a console command, which is over before there is much to gather: a fifth of its time went into it.
 */
export const collectingInCommand = { GOGC: "off", GOMEMLIMIT: "400MiB" };
