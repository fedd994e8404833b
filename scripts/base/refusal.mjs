/** What stops a script for a reason its user can act on: shown as one sentence, without a stack trace. */
export class Refusal extends Error {}

/** Sentences for the faults of a machine that may come up anywhere. */
const systemFaults = {
  ENOSPC: (/** @type {NodeJS.ErrnoException} */ e) =>
    `The disk is full${at(e)}: free some space and start again.`,
  EDQUOT: (/** @type {NodeJS.ErrnoException} */ e) => `The disk quota is used up${at(e)}: free some space.`,
  EROFS: (/** @type {NodeJS.ErrnoException} */ e) => `This place cannot be written${at(e)}: it is read-only.`,
  EACCES: (/** @type {NodeJS.ErrnoException} */ e) => `You may not read or write this place${at(e)}.`,
  EPERM: (/** @type {NodeJS.ErrnoException} */ e) => `The system does not permit this${at(e)}.`,
  EMFILE: () => "Too many files are open on this machine: close some programs or raise the limit.",
};

/** @param {NodeJS.ErrnoException} error */
function at(error) {
  return error.path ? ` (${error.path})` : "";
}

/**
 * The one sentence for an error.
 * @param {unknown} error
 */
export function sentence(error) {
  if (error instanceof Refusal) return error.message;
  const fault = /** @type {NodeJS.ErrnoException} */ (error);
  const say = fault?.code ? systemFaults[/** @type {keyof typeof systemFaults} */ (fault.code)] : undefined;
  if (say) return say(fault);
  return `Something unexpected stopped this: ${fault?.message ?? error}`.split("\n", 1)[0];
}

/**
 * Runs a script's main function; a failure becomes one sentence on stderr and exit code 1.
 * @param {() => Promise<number | void> | number | void} main its return value is the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(sentence(error));
    if (process.env.CHAPERONE_DEBUG) console.error(error);
    process.exitCode = 1;
  }
}
