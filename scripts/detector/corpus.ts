import { createHash } from "node:crypto";
import { existsSync, openAsBlob, readFileSync } from "node:fs";
import { join } from "node:path";
import { cellsOf } from "#domain/detector/columns";
import { sightingsIn, windowsOf } from "#domain/detector/evidence";
import { featureNames, signs } from "#domain/detector/features";
import { identifiesIn } from "#domain/detector/judge";
import { plainText } from "#domain/detector/plain-text";
import { sectionsOf } from "#domain/detector/sections";
import type { Reading } from "#domain/detector/verdict";
import type { Eyes } from "#reading/pictures/eyes";
import { read } from "#reading/read";
import { type Row, type Sample, type Table, taughtStratum, undominated } from "./table.ts";

/** A file of the corpus, read. */
export interface Document {
  readonly id: string;
  readonly file: string;
  readonly label: Sample["label"];
  readonly stratum: string;
  readonly format: string;
  readonly scan: boolean;
  readonly source: number;
  readonly reading: Reading;
  /** Milliseconds that reading took. */
  readonly readFor: number;
}

export interface Corpus {
  /** SHA-256 over its index and the invented papers. */
  readonly hash: string;
  readonly documents: readonly Document[];
}

/** Milliseconds that a file may take: nobody waits. */
const patience = 60_000;

/** Reads a labelled corpus; undefined where the folder holds none. */
export async function readCorpus(folder: string): Promise<Corpus | undefined> {
  const index = join(folder, "index.csv");
  if (!existsSync(index)) return undefined;
  const bytes = readFileSync(index);
  const [heading = "", ...lines] = bytes.toString("utf8").trim().split(/\r?\n/);
  const names = heading.split(",");
  const rows = lines.map((line) => {
    const cells = cellsOf(line, ",");
    return Object.fromEntries(names.map((name, place) => [name, cells[place] ?? ""]));
  });
  const sources = [...new Set(rows.map(({ repo = "" }) => repo))].sort();
  const documents: Document[] = [];
  for (const { id = "", file = "", label, stratum = "", format = "", render, repo = "" } of rows) {
    const begun = performance.now();
    const reading = await read(await openAsBlob(join(folder, file)), { milliseconds: patience });
    documents.push({
      id,
      file,
      label: label === "patient" ? "patient" : "harmless",
      stratum,
      format,
      scan: render === "scan",
      source: sources.indexOf(repo),
      reading,
      readFor: performance.now() - begun,
    });
  }
  documents.push(...(await taughtPapers(sources.length)));
  const hash = createHash("sha256").update(bytes);
  for (const [path] of taughtFiles) hash.update(readFileSync(path));
  return { hash: hash.digest("hex"), documents };
}

const invented = join(import.meta.dirname, "../../test/unit/detector/invented");
/** Invented papers that the model learns from beside the corpus: a heading `=== label name` or `=== name`, and the text. */
const taughtFiles: readonly (readonly [file: string, label?: Sample["label"]])[] = [
  [join(import.meta.dirname, "taught.txt")],
  ...[
    "wide-second",
    "others-first",
    "others-second",
    "mail-seen",
    "mail-unseen",
    "mail-later",
    "sources-first",
    "sources-second",
    "fresh-first",
  ].map((name) => [join(invented, `${name}.txt`)] as const),
  [join(invented, "patients.txt"), "patient"],
  [join(invented, "harmless.txt"), "harmless"],
];
/** Each author wrote in many manners: such parts of a file count as sources of their own. */
const manners = 3;

interface Paper {
  readonly label: Sample["label"];
  readonly file: string;
  readonly text: string;
  readonly source: number;
}

const papers = (): readonly Paper[] =>
  taughtFiles.flatMap(([path, label], place) =>
    readFileSync(path, "utf8")
      .split(/^=== /m)
      .slice(1)
      .map((paper, at): Paper => {
        const [title = ""] = paper.split("\n", 1);
        const [first = "", ...rest] = title.split(" ");
        return {
          label: label ?? (first === "patient" ? "patient" : "harmless"),
          file: label ? "paper.txt" : rest.join(" "),
          text: paper.slice(title.length + 1),
          source: place * manners + (at % manners),
        };
      }),
  );

async function taughtPapers(firstSource: number): Promise<readonly Document[]> {
  const documents: Document[] = [];
  for (const { label, file, text, source } of papers())
    documents.push({
      id: `I${String(documents.length + 1).padStart(4, "0")}`,
      file,
      label,
      stratum: taughtStratum,
      format: file.slice(file.lastIndexOf(".") + 1),
      scan: false,
      source: firstSource + source,
      reading: await read(new File([text], file), { milliseconds: patience }),
      readFor: 0,
    });
  return documents;
}

/** The same corpus with whatever could not be read read again, by eyes that look at pictures. */
export async function lookedAt(corpus: Corpus, folder: string, eyes: Eyes): Promise<Corpus> {
  const documents: Document[] = [];
  for (const one of corpus.documents) {
    if (!isUnread(one.reading)) {
      documents.push(one);
      continue;
    }
    const begun = performance.now();
    const reading = await read(await openAsBlob(join(folder, one.file)), { milliseconds: patience, eyes });
    documents.push({ ...one, reading, readFor: performance.now() - begun });
  }
  return { ...corpus, documents };
}

const isUnread = ({ unreadable, read: { done, of } }: Reading): boolean =>
  unreadable !== undefined || done < of;

const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** What the model sees of a text: the stretches that can speak for it. */
export function rowsOf(text: string): readonly Row[] {
  const rows: Row[] = [];
  for (const section of sectionsOf(plainText(text).text))
    for (const window of windowsOf(section, sightingsIn(section)))
      rows.push({ values: window.values.map(round), identifies: identifiesIn(window) });
  return undominated(rows, signs);
}

const sampleOf = ({ reading, file: _, readFor: __, ...one }: Document): Sample => ({
  ...one,
  unread: isUnread(reading),
  rows: rowsOf(reading.text),
});

export const tableFrom = ({ hash, documents }: Corpus): Table => ({
  corpus: hash,
  features: featureNames,
  samples: documents.map(sampleOf),
});
