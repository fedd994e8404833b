import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FileOrigins } from "../../../extension/guard/settle/file-origins.ts";
import { send } from "../../../extension/send.ts";

vi.mock("../../../extension/send.ts", () => ({ send: vi.fn() }));

const origin = (name: string) => ({
  trace: "a".repeat(15),
  provenance: {
    system: `cliniko:${name.length}`,
    how: "downloaded" as const,
    at: "2026-11-30T10:00:00.000Z",
  },
});
/** Knows each name that begins with "letter". */
const known = (name: string) => (name.startsWith("letter") ? origin(name) : null);

beforeEach(() => {
  vi.mocked(send).mockImplementation((_, data) =>
    Promise.resolve((data as { names: string[] }).names.map(known) as never),
  );
});
afterEach(() => void vi.mocked(send).mockReset());

test("files of a folder are asked for together, each name once, and each gets its own answer", async () => {
  const names = Array.from({ length: 450 }, (_, n) =>
    n % 10 === 0 ? `letter ${n}.pdf` : `rota ${n % 300}.txt`,
  );
  const origins = new FileOrigins(names);
  expect(await Promise.all(names.map((name) => origins.of(name)))).toEqual(names.map(known));
  const asked = vi.mocked(send).mock.calls.map(([, data]) => (data as { names: string[] }).names);
  expect(asked.length).toBe(2);
  expect(asked.every(({ length }) => length <= 200)).toBe(true);
  expect(new Set(asked.flat()).size).toBe(asked.flat().length);
});

test("a name that nobody can ask for is of no known origin, and a long one is known by its beginning", async () => {
  const long = `letter ${"x".repeat(400)}.pdf`;
  const origins = new FileOrigins(["", long]);
  expect(await origins.of("")).toBeNull();
  expect(await origins.of(long)).toEqual(origin(long.slice(0, 260)));
});

test.each([
  ["says no", () => Promise.reject(new Error("refused"))],
  ["never answers", () => new Promise<never>(() => {})],
])("a background that %s holds up no file", async (_, answer) => {
  vi.mocked(send).mockImplementation(answer);
  const origins = new FileOrigins(["letter.pdf", "rota.txt"]);
  expect(await Promise.all([origins.of("letter.pdf"), origins.of("rota.txt")])).toEqual([null, null]);
});
