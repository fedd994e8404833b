import { OpenRedaction } from "@openredaction/openredaction";
import { Redactor } from "@redactpii/node";
import { validate } from "nhs-number-validator";
import type { Document } from "../../../scripts/detector/corpus.ts";
import { presidio } from "./presidio.ts";
import { share, wilson } from "./share.ts";

/** Signs of a document that a peer is given: some of them take minutes for a megabyte. */
const signsAtMost = 60_000;

/** The kinds that a peer found in a text, one for each finding. */
type Peer = readonly [name: string, find: (text: string) => readonly string[] | Promise<readonly string[]>];

/** Ways to make one number of findings; each peer is given the one that serves it best. */
const measures: readonly (readonly [name: string, (kinds: readonly string[], text: string) => number])[] = [
  ["findings", (kinds) => kinds.length],
  ["different kinds", (kinds) => new Set(kinds).size],
  [
    "findings for each 100 words",
    (kinds, text) => (100 * kinds.length) / Math.max(40, text.split(/\s+/).length),
  ],
];

const tenDigits = /(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/g;
const health = /\b(?:patient|diagnosis|treatment|clinic|hospital|medication|symptoms?|GP|consultant)\b/i;

const peers: readonly Peer[] = [
  ["@openredaction/openredaction 1.0.4", openRedaction()],
  ["@redactpii/node 1.0.17", redactPii()],
  [
    "nhs-number-validator 1.1.2 and a keyword within 300 signs",
    (text) =>
      [...text.matchAll(tenDigits)]
        .filter(
          ({ 0: number, index }) =>
            validate(number.replace(/\D/g, "")) &&
            /\bNHS\b|patient/i.test(text.slice(Math.max(0, index - 300), index + 300)),
        )
        .map(() => "nhs-number"),
  ],
  [
    "rule: two identifiers and a health word",
    (text) =>
      health.test(text)
        ? [
            ...new Set(
              text.match(
                /\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d\b|\b\d{3} \d{3} \d{4}\b|\b[A-Z]{1,2}\d{1,2} ?\d[A-Z]{2}\b/g,
              ),
            ),
          ].slice(1)
        : [],
  ],
];

function openRedaction(): Peer[1] {
  const shield = new OpenRedaction();
  return async (text) => (await shield.detect(text)).detections.map(({ type }) => type);
}

function redactPii(): Peer[1] {
  const redactor = new Redactor();
  return (text) => redactor.redact(text).match(/\b(?:PERSON_NAME|[A-Z]{2,20}(?:_[A-Z]{2,20}){1,3})\b/g) ?? [];
}

/** Harmless documents that a peer may flag where its threshold is set: it gets its best one. */
const allowances = [0.01, 0.06] as const;

/** Each peer's recall of unstructured patients' documents at its best threshold, and its speed, on the same texts. */
export async function compare(documents: readonly Document[], withPresidio: boolean) {
  const read = documents.filter(
    ({ reading, stratum }) => reading.text.trim() !== "" && !stratum.startsWith("P3"),
  );
  const answers = [];
  console.log(
    `\nPeers, on the ${read.length} unstructured documents that have a text (first ${signsAtMost} signs of each)`,
  );
  const python = withPresidio ? await presidio() : undefined;
  if (withPresidio && !python)
    console.log("Presidio is not installed (presidio.ts says how): it is left out");
  const all: readonly Peer[] = python
    ? [...peers, [`presidio-analyzer with ${python.model}`, (text) => python.find(text)]]
    : peers;
  for (const [name, find] of all) {
    const begun = performance.now();
    const found: { readonly isPatient: boolean; readonly kinds: readonly string[]; readonly text: string }[] =
      [];
    for (const { reading, label } of read) {
      const text = reading.text.slice(0, signsAtMost);
      found.push({ isPatient: label === "patient", kinds: await find(text), text });
    }
    const speed = found.reduce((sum, { text }) => sum + text.length, 0) / 1e3 / (performance.now() - begun);
    console.log(`${name}, ${speed.toFixed(2)} million signs a second`);
    for (const allowed of allowances) {
      const tried = measures.map(([measure, score]) => ({
        measure,
        ...best(
          found.map(({ isPatient, kinds, text }) => ({ isPatient, score: score(kinds, text) })),
          allowed,
        ),
      }));
      const [top] = tried.sort((one, other) => other.right - one.right);
      if (!top) continue;
      console.log(
        `   at most ${100 * allowed} % false, by ${top.measure}: finds ${share(top.right, top.patients)}; false ${share(top.wrong, top.harmless)}`,
      );
      answers.push({ name, speed, allowed, ...top, interval: wilson(top.right, top.patients) });
    }
  }
  python?.end();
  return answers;
}

function best(scores: readonly { readonly isPatient: boolean; readonly score: number }[], allowed: number) {
  const patients = scores.filter(({ isPatient }) => isPatient);
  const harmless = scores.filter(({ isPatient }) => !isPatient);
  const thresholds = [...new Set(scores.map(({ score }) => score))]
    .filter((one) => one > 0)
    .sort((a, b) => a - b);
  const over = (some: typeof scores, threshold: number) =>
    some.filter(({ score }) => score >= threshold).length;
  const threshold = thresholds.find((one) => over(harmless, one) <= harmless.length * allowed);
  const [right, wrong] =
    threshold === undefined ? [0, 0] : [over(patients, threshold), over(harmless, threshold)];
  return { right, wrong, patients: patients.length, harmless: harmless.length };
}
