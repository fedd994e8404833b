/** A run of text of a PDF page, as PDF.js gives it; `transform` ends with its place, from the page's lower left. */
interface Run {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

interface Line {
  readonly y: number;
  readonly runs: Run[];
}

const isRun = (item: object): item is Run => "str" in item;
const x = (run: Run) => run.transform[4] ?? 0;
const y = (run: Run) => run.transform[5] ?? 0;
const upright = ({ transform }: Run) => Math.abs(transform[1] ?? 0) < 0.01 && (transform[0] ?? 0) > 0;

/** Share of a letter's height by which two runs of one line may differ, as small capitals and forms do. */
const lineTolerance = 0.4;
/** Share of a letter's height from which a gap divides words, and from which it divides columns. */
const wordGap = 0.15;
const columnGap = 1.2;

/**
 * The text of a page in its lines as a person sees them: a form's label and its value stand on one line, whatever the
 * order in which the file draws them. Turned text keeps the file's order.
 */
export function laidOut(items: readonly object[]): string {
  const runs = items.filter(isRun).filter(({ str, hasEOL }) => str !== "" || hasEOL);
  if (!runs.every((run) => run.str.trim() === "" || upright(run)))
    return runs.map(({ str, hasEOL }) => str + (hasEOL ? "\n" : "")).join("");
  const words = runs.filter(({ str }) => str.trim() !== "").sort((one, other) => y(other) - y(one));
  const lines: Line[] = [];
  for (const run of words) {
    const last = lines[lines.length - 1];
    if (last && last.y - y(run) <= lineTolerance * (run.height || 8)) last.runs.push(run);
    else lines.push({ y: y(run), runs: [run] });
  }
  return lines.map(lineText).join("\n");
}

function lineText({ runs }: Line): string {
  runs.sort((one, other) => x(one) - x(other));
  let text = "";
  let reached: number | undefined;
  for (const run of runs) {
    const gap = reached === undefined ? 0 : x(run) - reached;
    const height = run.height || 8;
    if (gap > columnGap * height) text += "\t";
    else if (gap > wordGap * height) text += " ";
    text += run.str;
    reached = x(run) + run.width;
  }
  return text;
}
