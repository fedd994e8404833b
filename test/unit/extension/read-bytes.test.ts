import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const sent = vi.hoisted(() => vi.fn(async (_: string, __: object): Promise<unknown> => null));
vi.mock("../../../extension/send.ts", () => ({ send: sent }));

const { readBytes } = await import("../../../extension/records/read-bytes.ts");
const { BytesOrigins } = await import("../../../extension/guard/settle/bytes-origins.ts");

const letter = "Dear Dr Moss, thank you for seeing our patient.";
const sha256 = createHash("sha256").update(letter).digest("hex");
const pdf = { "content-type": "application/pdf; charset=binary" };
const answered = (answer: () => Response | Promise<Response>) => vi.stubGlobal("fetch", vi.fn(answer));
const read = () => readBytes("https://records.example/letters/5.pdf", new AbortController().signal);

beforeEach(() => {
  sent.mockReset();
});
afterEach(() => void vi.unstubAllGlobals());

test("a download is read once more, by the browser's own copy and from its own host alone", async () => {
  answered(() => new Response(letter, { headers: pdf }));
  expect(await read()).toEqual({ bytes: sha256, size: letter.length, kind: "application/pdf" });
  expect(vi.mocked(fetch).mock.calls[0]?.[1]).toMatchObject({
    mode: "same-origin",
    redirect: "error",
    cache: "force-cache",
  });
});

test.each([
  [
    "a page that asks to sign in",
    () => new Response("<p>Sign in</p>", { headers: { "content-type": "text/html" } }),
  ],
  ["an error", () => new Response(letter, { status: 404, headers: pdf })],
  ["nothing", () => new Response("", { headers: pdf })],
  ["more than is read", () => new Response(letter, { headers: { ...pdf, "content-length": "60000000" } })],
  ["another host", () => Promise.reject(new TypeError("redirect"))],
])("%s is no file that is known again", async (_, answer) => {
  answered(answer);
  expect(await read()).toBeUndefined();
});

test("only a file of a size that was downloaded is read, and is known by its bytes under any name", async () => {
  const origin = { trace: "a".repeat(15), provenance: { system: "Cliniko", how: "downloaded", at: "" } };
  sent.mockImplementation(async (name, data) => {
    if (name === "known-sizes") return { sizes: [letter.length] };
    return (data as { bytes: string }).bytes === sha256 ? origin : null;
  });
  const origins = new BytesOrigins();
  const other = new File(["short"], "5.pdf");
  const reading = vi.spyOn(other, "arrayBuffer");
  expect(await origins.of(new File([letter], "holiday pictures.pdf"))).toEqual(origin);
  expect(await origins.of(other)).toBeNull();
  expect(reading).not.toHaveBeenCalled();
  expect(sent.mock.calls.filter(([name]) => name === "known-sizes")).toHaveLength(1);
});

test("a background that does not answer holds up no file", async () => {
  sent.mockRejectedValue(new Error("gone"));
  expect(await new BytesOrigins().of(new File([letter], "5.pdf"))).toBeNull();
});
