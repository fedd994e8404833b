/** @typedef {{ data: string, host: string, port: number }} Where */

/**
 * What PocketBase says when it cannot run, and the sentence for it.
 * @type {readonly [RegExp, (where: Where) => string][]}
 */
const faults = [
  [
    /address already in use|only one usage of each socket/i,
    ({ host, port }) =>
      `Port ${port} on ${host} is taken by another program: stop it, or choose another with --port.`,
  ],
  [/disk is full|no space left/i, () => "The disk is full: free some space and start again."],
  [
    /not a database|malformed|disk image|corrupt/i,
    ({ data }) => `The database in ${data} is broken: restore the folder from your backup.`,
  ],
  [
    /readonly database|read-only|permission denied|unable to open database/i,
    ({ data }) => `The folder ${data} cannot be written: give another with --data, or change its rights.`,
  ],
  [
    /database is locked/i,
    ({ data }) => `Another program holds the database in ${data}: stop it and start again.`,
  ],
  [
    /message authentication failed/i,
    ({ data }) =>
      `The keys in ${data} are not the ones it was made with: restore the keys folder from your backup.`,
  ],
  [
    /failed to apply migration/i,
    ({ data }) => `The data in ${data} could not be brought to this version and was left as it was`,
  ],
];

/**
 * The one sentence for a server that ended.
 * @param {string} said all that it printed
 * @param {Where} where
 */
export function serverFault(said, where) {
  for (const [words, say] of faults) if (words.test(said)) return say(where);
  const line = plainLines(said).find((text) => /error|panic|fail/i.test(text)) ?? plainLines(said).at(-1);
  return `The server stopped: ${line?.replace(/^(panic: )?(Error: )?/, "") ?? "it did not say why"}`;
}

/** PocketBase's own banner and first-run invitation, colours, and the inside of stack traces. */
const noise =
  /Server started at|^[├└]─|_\/#\/pbinstal|^\(!\)|^\s+at |^goroutine |^\t|\.go:\d+|^\S+\(.*\)$|^$/;

/** Where in a hook an error was thrown: ` at checkTriggers (/srv/pb_hooks/server.js:155:31(57))`. */
const place = / at (?:\S+ \()?\S+:\d+:\d+\(\d+\).*$/;

/**
 * The lines of PocketBase's output that a person can use, without date and colour.
 * @param {string} text
 */
export function plainLines(text) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
  const uncoloured = text.replace(/\u001b\[[\d;]*m/g, "");
  const lines = uncoloured
    .split(/\r?\n/)
    .map((line) => line.replace(/^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /, "").replace(place, ""));
  return lines.filter((line) => !noise.test(line)).map((line) => line.trim());
}

/**
 * The last thing that a console command said, as a sentence.
 * @param {string} text
 * @returns {string | undefined}
 */
export function serverSaid(text) {
  return plainLines(text)
    .at(-1)
    ?.replace(/^Error: /, "");
}
