import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

const root = join(import.meta.dirname, "../../..");
/** Its own Python, made by hand: `python3 -m venv .cache/presidio && .cache/presidio/bin/pip install presidio-analyzer`. */
const python = join(root, ".cache/presidio/bin/python");

export interface Presidio {
  /** The language model of spaCy that it uses. */
  readonly model: string;
  find(text: string): Promise<readonly string[]>;
  end(): void;
}

/** Microsoft Presidio with its recognisers for the United Kingdom on; undefined where it isn't installed. */
export async function presidio(): Promise<Presidio | undefined> {
  if (!existsSync(python)) return undefined;
  const child = spawn(python, [join(import.meta.dirname, "presidio.py")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<unknown> => {
    const { value, done } = await lines.next();
    if (done) throw new Error("Presidio ended without an answer");
    return JSON.parse(value) as unknown;
  };
  const { model } = (await answer()) as { readonly model: string };
  return {
    model,
    find: async (text) => {
      child.stdin.write(`${JSON.stringify(text)}\n`);
      return (await answer()) as readonly string[];
    },
    end: () => child.stdin.end(),
  };
}
