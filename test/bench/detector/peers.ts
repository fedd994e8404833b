import { OpenRedaction } from "@openredaction/openredaction";
import { Redactor } from "@redactpii/node";
import { validate } from "nhs-number-validator";
import type { Document } from "../../../scripts/detector/corpus.ts";
import { share, wilson } from "./share.ts";

/** Signs of a document that a peer is given: some of them take minutes for a megabyte. */
const signsAtMost = 60_000;

/** How strongly a peer says that a text holds somebody's data: what it found, counted. */
type Peer = readonly [name: string, count: (text: string) => number | Promise<number>];

const tenDigits = /(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/g;
const health = /\b(?:patient|diagnosis|treatment|clinic|hospital|medication|symptoms?|GP|consultant)\b/i;

const peers: readonly Peer[] = [
  ["@openredaction/openredaction 1.0.4", openRedaction()],
  ["@redactpii/node 1.0.17", redactPii()],
  [
    "nhs-number-validator 1.1.2 and a keyword within 300 signs",
    (text) =>
      [...text.matchAll(tenDigits)].filter(
        ({ 0: number, index }) =>
          validate(number.replace(/\D/g, "")) &&
          /\bNHS\b|patient/i.test(text.slice(Math.max(0, index - 300), index + 300)),
      ).length,
  ],
  [
    "rule: two identifiers and a health word",
    (text) =>
      health.test(text)
        ? new Set(
            text.match(/\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d\b|\b\d{3} \d{3} \d{4}\b|\b[A-Z]{1,2}\d{1,2} ?\d[A-Z]{2}\b/g),
          ).size - 1
        : 0,
  ],
];

function openRedaction(): Peer[1] {
  const shield = new OpenRedaction();
  return async (text) => (await shield.detect(text)).detections.length;
}

function redactPii(): Peer[1] {
  const redactor = new Redactor();
  return (text) => (redactor.redact(text).match(/\b(?:PERSON_NAME|[A-Z]{2,20}(?:_[A-Z]{2,20}){1,3})\b/g) ?? []).length;
}

/** Harmless documents that a peer may flag where its threshold is set: it gets its best one. */
const allowances = [0.01, 0.06] as const;

/** Each peer's recall of unstructured patients' documents at its best threshold, and its speed, on the same texts. */
export async function compare(documents: readonly Document[]) {
  const read = documents.filter(({ reading, stratum }) => reading.text.trim() !== "" && !stratum.startsWith("P3"));
  const answers = [];
  console.log(`\nPeers, on the ${read.length} unstructured documents that have a text (first ${signsAtMost} signs of each)`);
  for (const [name, count] of peers) {
    const begun = performance.now();
    const scores: { readonly isPatient: boolean; readonly score: number }[] = [];
    let signs = 0;
    for (const { reading, label } of read) {
      const text = reading.text.slice(0, signsAtMost);
      signs += text.length;
      scores.push({ isPatient: label === "patient", score: await count(text) });
    }
    const seconds = (performance.now() - begun) / 1_000;
    const speed = signs / 1e6 / seconds;
    console.log(`${name}, ${speed.toFixed(2)} million signs a second`);
    for (const allowed of allowances) answers.push({ name, speed, ...best(scores, allowed) });
  }
  return answers;
}

function best(scores: readonly { readonly isPatient: boolean; readonly score: number }[], allowed: number) {
  const patients = scores.filter(({ isPatient }) => isPatient);
  const harmless = scores.filter(({ isPatient }) => !isPatient);
  const thresholds = [...new Set(scores.map(({ score }) => score))].filter((one) => one > 0).sort((a, b) => a - b);
  for (const threshold of thresholds) {
    const wrong = harmless.filter(({ score }) => score >= threshold).length;
    if (wrong > harmless.length * allowed) continue;
    const right = patients.filter(({ score }) => score >= threshold).length;
    console.log(
      `   at most ${100 * allowed} % false: finds ${share(right, patients.length)}; false ${share(wrong, harmless.length)}`,
    );
    return { allowed, threshold, recall: right / patients.length, interval: wilson(right, patients.length), wrong };
  }
  console.log(`   at most ${100 * allowed} % false: no threshold keeps to it`);
  return { allowed, threshold: null, recall: 0, interval: wilson(0, patients.length), wrong: 0 };
}
