/**
 * Says of each file what the detector holds of it: one line of JSON a file on standard output, in a stable order.
 *
 *   npm run -s detect -- [--seconds N] [--why] PATH...
 *
 * `--why` adds each kind's part in the score to a line.
 *
 * Exit code 0: all were judged (a file that can't be read is judged `unreadable`); 1: something that was named or found
 * was not, which standard error says; 2: called in a wrong way.
 */
import { once } from "node:events";
import { constants } from "node:os";
import { parseArgs } from "node:util";
import { runMain } from "../base/refusal.mjs";
import { type Judged, notRead, reasonOf } from "./judged.ts";
import { Pool } from "./pool.ts";
import { filesAt, shown } from "./walk.ts";

const usage = "Use: npm run -s detect -- [--seconds N] [--why] PATH...";

/** Seconds that a file may take where the call doesn't say: more than the extension's, for nobody waits. */
const secondsUsual = 30;
const secondsAtMost = 3_600;
/** Files of one call. */
const filesAtMost = 1_000_000;
/** Verdicts that wait for a slower one before them. */
const aheadAtMost = 1_000;

await runMain(() => {
  const given = options();
  if (given) return detect(given.paths, given.seconds * 1_000, given.why);
  console.error(usage);
  return 2;
});

function options(): { paths: readonly string[]; seconds: number; why: boolean } | undefined {
  try {
    const { values, positionals: paths } = parseArgs({
      allowPositionals: true,
      options: {
        seconds: { type: "string", default: String(secondsUsual) },
        why: { type: "boolean", default: false },
      },
    });
    const seconds = /^\d{1,4}$/.test(values.seconds) ? Number(values.seconds) : 0;
    return paths.length > 0 && seconds >= 1 && seconds <= secondsAtMost
      ? { paths, seconds, why: values.why }
      : undefined;
  } catch {
    return undefined;
  }
}

async function detect(paths: readonly string[], milliseconds: number, why: boolean): Promise<number> {
  const pool = new Pool(milliseconds, why);
  process.on("exit", () => pool.end());
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  // Whoever read the output has enough, as `head` does.
  process.stdout.on("error", () => process.exit(1));
  const ahead: { readonly path: Buffer; readonly judged: Promise<Judged> }[] = [];
  let whole = true;
  const say = (sentence: string) => {
    console.error(sentence);
    whole = false;
  };
  const printFirst = async () => {
    const first = ahead.shift();
    if (first) await print(line(first.path, await first.judged));
  };
  for (const { path, problem } of found(paths, say)) {
    ahead.push({ path, judged: problem ? Promise.resolve(notRead(problem)) : pool.judge(path) });
    if (ahead.length >= aheadAtMost) await printFirst();
  }
  while (ahead.length > 0) await printFirst();
  pool.end();
  return whole ? 0 : 1;
}

function* found(paths: readonly string[], say: (sentence: string) => void) {
  let files = 0;
  for (const path of paths) {
    try {
      for (const file of filesAt(Buffer.from(path), say)) {
        if (++files > filesAtMost)
          return say(`There are more than ${filesAtMost} files: the others were not judged.`);
        yield file;
      }
    } catch (problem) {
      const name = shown(Buffer.from(path));
      const reason = reasonOf(problem);
      say(
        reason === "not-there" ? `There is no file or folder ${name}.` : `${name} can't be read (${reason}).`,
      );
    }
  }
}

/** `fileHex` gives the bytes of a name that is not UTF-8, which `file` can't say. */
function line(path: Buffer, judged: Judged): string {
  const file = path.toString();
  const hex = Buffer.from(file).equals(path) ? {} : { fileHex: path.toString("hex") };
  return `${JSON.stringify({ file, ...judged, ...hex })}\n`;
}

async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}
