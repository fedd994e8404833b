/** A stretch of a document as the model sees it. */
export interface Row {
  /** Values in the order of `featureNames`, rounded to four digits. */
  readonly values: readonly number[];
  /** Whether it says who somebody is, so that it can be strong. */
  readonly identifies: boolean;
}

/** A labelled document as numbers. It holds no word of the document, nor who published it. */
export interface Sample {
  /** Its name in the corpus. */
  readonly id: string;
  readonly label: "patient" | "harmless";
  readonly stratum: string;
  readonly format: string;
  /** Whether the text was put into a picture. */
  readonly scan: boolean;
  /** Number of its source, so that no source is on both sides of a fold. */
  readonly source: number;
  /** Whether some of it could not be read. */
  readonly unread: boolean;
  readonly rows: readonly Row[];
}

/** Stratum of an invented paper, from which is learned and which stands in no figure. */
export const taughtStratum = "I0_invented";
export const isTaught = ({ stratum }: Pick<Sample, "stratum">): boolean => stratum === taughtStratum;

/** A table of features: who made it, of which corpus, and its samples. */
export interface Table {
  /** SHA-256 over the corpus's index, which holds the hash of each file. */
  readonly corpus: string;
  readonly features: readonly string[];
  readonly samples: readonly Sample[];
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** The table as text: a line a document, a line for each of its stretches with `place:value` of what is not 0. */
export function tableText({ corpus, features, samples }: Table): string {
  const lines = [`corpus ${corpus}`, `features ${features.join(" ")}`];
  for (const one of samples) {
    const marks = [one.scan && "scan", one.unread && "unread"].filter(Boolean).join(" ");
    lines.push(`${one.id} ${one.label} ${one.stratum} ${one.format} ${one.source} ${marks}`.trim());
    for (const { values, identifies } of one.rows) {
      const cells = values.flatMap((value, place) =>
        round(value) === 0 ? [] : [`${place}:${round(value)}`],
      );
      lines.push(` ${[identifies ? "i" : "-", ...cells].join(" ")}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

/** @throws {Error} where the text is no table. */
export function tableOf(text: string): Table {
  const [corpus = "", features = "", ...lines] = text.trimEnd().split("\n");
  if (!corpus.startsWith("corpus ") || !features.startsWith("features "))
    throw new Error("no table of features");
  const names = features.slice(9).split(" ");
  const samples: (Omit<Sample, "rows"> & { rows: Row[] })[] = [];
  for (const line of lines) {
    if (line.startsWith(" ")) {
      const [mark, ...cells] = line.trim().split(" ");
      const values: number[] = names.map(() => 0);
      for (const cell of cells) {
        const [place = "0", value = "0"] = cell.split(":");
        values[Number(place)] = Number(value);
      }
      samples[samples.length - 1]?.rows.push({ values, identifies: mark === "i" });
    } else {
      const [id = "", label, stratum = "", format = "", source, ...marks] = line.split(" ");
      samples.push({
        id,
        label: label === "patient" ? "patient" : "harmless",
        stratum,
        format,
        source: Number(source),
        scan: marks.includes("scan"),
        unread: marks.includes("unread"),
        rows: [],
      });
    }
  }
  return { corpus: corpus.slice(7), features: names, samples };
}

/**
 * Leaves out every stretch that another one of the document beats in all features, each by its sign: whatever the weights, it
 * is never the one that speaks for the document.
 */
export function undominated(rows: readonly Row[], signs: readonly number[]): readonly Row[] {
  const unlike = rows.filter(
    (row, place) => !rows.some((other, before) => before < place && isSame(row, other)),
  );
  return unlike.filter((row) => !unlike.some((other) => other !== row && beats(other, row, signs)));
}

const isSame = (one: Row, other: Row) =>
  one.identifies === other.identifies && one.values.every((value, place) => value === other.values[place]);
const beats = (one: Row, other: Row, signs: readonly number[]) =>
  Number(one.identifies) >= Number(other.identifies) &&
  one.values.every((value, place) => (value - (other.values[place] ?? 0)) * (signs[place] ?? 1) >= 0);
