import { gunzipSync } from "fflate";
import { type Budget, Unreadable } from "../budget.ts";
import type { Eyes, Grey, Tesseract, TesseractApi } from "./eyes.ts";

/** Words that were made out in a picture. */
export interface Words {
  readonly text: string;
  /** Words that were made out for sure, and all that look like words. */
  readonly sure: number;
  readonly seen: number;
  /** Letters in sure words of three letters and more, and in all: marks that are no writing come out as short words. */
  readonly solid: number;
  readonly letters: number;
}

/** Confidence of a word, in percent, from which it is kept, and from which it is sure. */
const keptFrom = 30;
const sureFrom = 60;
/** Tesseract's engine of neural nets alone. */
const netsOnly = 1;

interface Running {
  readonly module: Tesseract;
  readonly api: TesseractApi;
}

const running = new WeakMap<Eyes, Promise<Running>>();
/** `performance.now()` at which the picture in work is given up. */
let ends = Number.POSITIVE_INFINITY;

async function started(eyes: Eyes): Promise<Running> {
  const { start, wasm, letters } = await eyes.engine();
  const module = await start({
    wasmBinary: wasm,
    print: () => undefined,
    printErr: () => undefined,
    // Called between words: what is thrown here ends the work, and the module with it.
    TesseractProgress: () => {
      if (performance.now() > ends) throw new Unreadable("timed-out");
    },
  });
  for (const [language, packed] of Object.entries(letters))
    module.FS.writeFile(`${language}.traineddata`, gunzipSync(packed));
  const api = new module.TessBaseAPI();
  if (api.Init(null, Object.keys(letters).join("+"), netsOnly) !== 0) throw new Unreadable("picture");
  return { module, api };
}

/**
 * The words of a picture.
 *
 * @throws {Unreadable} `timed-out` when the budget ends first, `picture` where no recogniser can be started.
 */
export async function recognise(grey: Grey, eyes: Eyes, budget: Budget): Promise<Words> {
  let run = running.get(eyes);
  if (run === undefined) {
    run = started(eyes);
    running.set(eyes, run);
  }
  try {
    const { module, api } = await run;
    budget.check();
    ends = performance.now() + budget.left;
    module.FS.writeFile("/input", asPgm(grey));
    api.SetImageFile(1, 0);
    api.Recognize(null);
    const words = wordsOf(api.GetTSVText(0));
    api.Clear();
    return words;
  } catch (problem) {
    // Whatever state it is in now, the next picture gets a fresh one.
    running.delete(eyes);
    throw problem instanceof Unreadable ? problem : new Unreadable("picture");
  }
}

/** The plainest format of grey pictures there is (Netpbm P5). */
function asPgm({ width, height, shades }: Grey): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const bytes = new Uint8Array(head.length + shades.length);
  bytes.set(head);
  bytes.set(shades, head.length);
  return bytes;
}

/** Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
function wordsOf(table: string): Words {
  const lines: string[] = [];
  let last = "";
  let sure = 0;
  let seen = 0;
  let solid = 0;
  let letters = 0;
  for (const row of table.split("\n")) {
    const cells = row.split("\t");
    const word = (cells[11] ?? "").trim();
    if (cells[0] !== "5" || word === "") continue;
    const confidence = Number(cells[10]);
    seen++;
    letters += word.length;
    if (confidence >= sureFrom) sure++;
    if (confidence >= sureFrom && /[\p{L}\p{N}]{3}/u.test(word)) solid += word.length;
    if (confidence < keptFrom) continue;
    const line = cells.slice(1, 5).join(".");
    if (line === last) lines[lines.length - 1] += ` ${word}`;
    else lines.push(word);
    last = line;
  }
  return { text: lines.join("\n"), sure, seen, solid, letters };
}
