import { createHmac } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { fakeLocks, fakeStorage } from "./fake-storage.ts";

const { storage, empty } = fakeStorage();
vi.mock("wxt/browser", () => ({ browser: { storage } }));
vi.stubGlobal("navigator", { locks: fakeLocks() });
const referenceKey = "07".repeat(32);
const policy = vi.fn(async () => ({ referenceKey }) as { referenceKey: string } | null);
vi.mock("../../../extension/policy/held-policy.ts", () => ({ currentPolicy: policy }));

const { fileOrigins, knownSizes, provenance, whereFrom } = await import(
  "../../../extension/records/provenance.ts"
);
const { addBytes, addMark, comparedName } = await import("../../../extension/records/marks.ts");

const keyed = (text: string) =>
  createHmac("sha256", Buffer.from(referenceKey, "hex")).update(text).digest("hex");
const system = "cliniko:harbour.uk2";
const text = "ab".repeat(32);
const trace = "a".repeat(15);
const downloaded = (name: string, at = Date.now(), of = trace) =>
  addMark({ trace: of, system, at, how: "downloaded", name: keyed(comparedName(name)) });

beforeEach(() => {
  empty();
  policy.mockResolvedValue({ referenceKey });
});

test("each file of a folder gets its own answer: what was downloaded minutes ago, and nothing else", async () => {
  const at = Date.now();
  await downloaded("Old.pdf", at - 16 * 60_000);
  await downloaded("Siân Rees letter.pdf", at);
  const names = ["rota.txt", "siân rees letter (1).pdf", "Old.pdf", "Siân Rees letter.docx"];
  const known = { trace, provenance: { system, how: "downloaded", at: new Date(at).toISOString() } };
  expect(await fileOrigins({ names })).toEqual([null, known, null, null]);
});

test("a text is known by its words alone, and a file's name is none", async () => {
  await addMark({ trace, system, at: Date.now(), how: "copied", text: keyed(text) });
  expect(await provenance({ text })).toMatchObject({ trace, provenance: { how: "copied" } });
  expect(await provenance({ text: "cd".repeat(32) })).toBeNull();
  expect(await fileOrigins({ names: [text] })).toEqual([null]);
});

test("without a mark, or without a policy, nothing is known of any", async () => {
  expect(await fileOrigins({ names: ["a.pdf", "b.pdf"] })).toEqual([null, null]);
  expect(await provenance({ text })).toBeNull();
  await downloaded("a.pdf");
  policy.mockResolvedValue(null);
  expect(await fileOrigins({ names: ["a.pdf"] })).toEqual([null]);
});

test("a file is known by its bytes for a week, whatever it is called; by a name for minutes", async () => {
  const day = 86_400_000;
  const key = "k".repeat(15);
  const bytes = "ef".repeat(32);
  const mark = {
    trace,
    system: "Cliniko",
    from: system,
    ref: "1805465202989210063",
    how: "downloaded",
  } as const;
  await addMark({ ...mark, at: Date.now() - 6 * day, key, name: keyed("letter.pdf") });
  expect(await knownSizes()).toEqual({ sizes: [] });
  await addBytes(key, { bytes: keyed(bytes), size: 4_096, kind: "application/pdf" });
  await addBytes("z".repeat(15), { bytes: keyed("ab".repeat(32)), size: 1, kind: "text/plain" });
  expect(await knownSizes()).toEqual({ sizes: [4_096] });
  expect(await provenance({ bytes })).toMatchObject({ trace, provenance: { how: "downloaded" } });
  expect(await fileOrigins({ names: ["letter.pdf"] })).toEqual([null]);
  expect(await whereFrom({ digest: bytes, name: "holiday.pdf" })).toEqual({ system, ref: mark.ref });
  expect(await provenance({ bytes: "cd".repeat(32) })).toBeNull();
});

test("after a week nothing is known of it", async () => {
  const bytes = "ef".repeat(32);
  const at = Date.now() - 7 * 86_400_000 - 1;
  await addMark({ trace, system, at, how: "downloaded", bytes: keyed(bytes), size: 4_096 });
  expect(await provenance({ bytes })).toBeNull();
  expect(await knownSizes()).toEqual({ sizes: [] });
});
