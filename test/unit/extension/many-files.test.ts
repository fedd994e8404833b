import { expect, test } from "vitest";
import type { Answer, Request } from "../../../extension/detector/messages.ts";
import { serve } from "../../../extension/detector/serve.ts";
import { Check } from "../../../extension/guard/settle/check.ts";
import { isFine, type JudgeAt, type Judged, type Judges } from "../../../extension/guard/settle/judged.ts";

/** A desk whose detector works in this thread: the same that a worker runs. */
function deskHere(): Judges {
  const answers = new Map<number, (answer: Answer) => void>();
  let hear: (event: MessageEvent<Request>) => void = () => {};
  serve({
    postMessage: (answer) => answers.get(answer.id)?.(answer),
    addEventListener: (_, listener) => {
      hear = listener;
    },
  });
  let last = 0;
  const judge = (what: File | string, { context }: JudgeAt): Promise<Judged> =>
    new Promise((resolve) => {
      const id = ++last;
      answers.set(
        id,
        (answer) => "verdict" in answer && resolve({ kind: "verdict", verdict: answer.verdict }),
      );
      hear({ data: { id, what, context, milliseconds: 20_000 } } as MessageEvent<Request>);
    });
  return { judge };
}

test("a folder of 500 small files is read to the last one: none is turned away for the others", async () => {
  const documents = Array.from({ length: 500 }, (_, n) => ({
    kind: "file" as const,
    name: "",
    content: new File([`Rota of week ${n}: the desk is open from nine to five.`], `rota ${n}.txt`),
  }));
  const check = new Check(deskHere(), documents, performance.now() + 60_000);
  const judged = await check.finished;
  expect(judged.filter((one) => !isFine(one))).toEqual([]);
  expect(check.done).toBe(500);
});

test("what was stopped asks for nothing more", async () => {
  let asked = 0;
  const desk: Judges = {
    judge: async () => {
      asked += 1;
      if (asked === 1) check.stop();
      return { kind: "late" };
    },
  };
  const check: Check = new Check(
    desk,
    Array.from({ length: 100 }, () => ({ kind: "text" as const, name: "", content: "a" })),
    performance.now() + 60_000,
  );
  await check.finished;
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThanOrEqual(12);
});

test("what the clinic’s policy says of judging reaches every document", async () => {
  const asked: unknown[] = [];
  const desk: Judges = {
    judge: async (_, { context }) => {
      asked.push(context);
      return { kind: "late" };
    },
  };
  const text = { kind: "text" as const, name: "", content: "a" };
  const origin = {
    trace: "",
    provenance: { system: "cliniko:a.uk1", at: "2026-11-24T10:32:00.000Z", how: "copied" as const },
  };
  const documents = [text, { ...text, origin }] as ConstructorParameters<typeof Check>[1];
  await new Check(desk, documents, performance.now() + 60_000, { staffPapers: false }).finished;
  expect(asked).toEqual([{ staffPapers: false }, { staffPapers: false, provenance: origin.provenance }]);
});
