import PocketBase, { ClientResponseError, LocalAuthStore } from "pocketbase";
import * as z from "zod/mini";
import { changedBy } from "#domain/act-answer";
import { connection } from "./connection.svelte.ts";
import { isAway, Problem, type ProblemCode } from "./problem.ts";

/** The one client. Its sign-in is shared by all tabs of this browser. */
export const pb = new PocketBase(window.location.origin, new LocalAuthStore("chaperone-session"));
pb.autoCancellation(false);

const codes: Readonly<Record<number, ProblemCode>> = {
  0: "server-unreachable",
  400: "not-fitting",
  401: "not-signed-in",
  403: "not-allowed",
  404: "not-found",
  409: "changed-meanwhile",
  429: "too-many-tries",
  507: "disk-full",
  // What stands before the server says it: the server itself is not there, or takes no more.
  502: "server-away",
  503: "server-away",
  504: "server-away",
};
/** Those whose own sentence says less than ours. */
const ownWords: readonly number[] = [0, 502, 504];

const apiError = z.object({
  message: z.optional(z.string()),
  data: z.optional(z.record(z.string(), z.unknown())),
  /** The row as it is, beside a 409. */
  current: z.optional(z.unknown()),
  changedBy: z.optional(z.array(changedBy)),
});
const fieldError = z.object({ message: z.string() });

function codeOf(status: number): ProblemCode {
  if (status === 0 && !navigator.onLine) return "not-connected";
  return codes[status] ?? "server-failed";
}

/** The server's refusal as a problem with its own sentence, and a message for each field it named. */
function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (!(thrown instanceof ClientResponseError)) throw thrown;
  const { message, data = {}, current, changedBy: by } = apiError.safeParse(thrown.response).data ?? {};
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(data)) {
    const error = fieldError.safeParse(value);
    if (error.success) fields[name] = error.data.message;
  }
  const code = codeOf(thrown.status);
  const says = code === "server-failed" || ownWords.includes(thrown.status) ? undefined : message;
  return new Problem(code, { fields, says: says || undefined, current, changedBy: by, cause: thrown });
}

export type Question = {
  readonly method?: "GET" | "POST";
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
};

/**
 * Asks one of Chaperone's own routes and parses the answer.
 *
 * @throws {Problem} If the server refuses, is away, or answers what `shape` doesn't know.
 */
export async function ask<Shape extends z.ZodMiniType>(
  shape: Shape,
  path: string,
  question: Question = {},
): Promise<z.infer<Shape>> {
  const answer = await send(path, question);
  return understand(shape, answer);
}

/** Parses an answer; one that doesn't fit is told as such, and its content goes nowhere. */
export function understand<Shape extends z.ZodMiniType>(shape: Shape, answer: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(answer);
  if (!parsed.success) throw new Problem("strange-answer", { cause: parsed.error });
  return parsed.data;
}

async function send(path: string, { method = "GET", query, body }: Question): Promise<unknown> {
  try {
    const sent = { method, query: { ...query }, body: body as object };
    return there(await pb.send(`/api/chaperone/${path}`, sent));
  } catch (thrown) {
    throw noticed(problemOf(thrown));
  }
}

/** Runs a call to PocketBase's own API under the same rules. */
export async function calling<T>(call: () => Promise<T>): Promise<T> {
  try {
    return there(await call());
  } catch (thrown) {
    throw noticed(problemOf(thrown));
  }
}

/** The server answered. */
function there<T>(answer: T): T {
  connection.answered();
  return answer;
}

/** A refused token ends the session here too; the frame then leads to the sign-in. */
function noticed(problem: Problem): Problem {
  if (isAway(problem)) connection.lost();
  else connection.answered();
  if (problem.code === "not-signed-in" && pb.authStore.token !== "") pb.authStore.clear();
  return problem;
}

/** A file from a route that needs the sign-in, by a question in the address or, with `body`, in the body. */
export async function file(path: string, query: Question["query"], body?: unknown): Promise<Blob> {
  const address = new URL(pb.buildURL(`/api/chaperone/${path}`));
  if (body !== undefined) return await (await answerAt(address, null, JSON.stringify(body))).blob();
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value !== undefined) address.searchParams.set(key, String(value));
  }
  return await blobAt(address);
}

/**
 * A protected file of a row, by a token of a few minutes.
 *
 * @throws {Problem} If its bytes are not those that were kept.
 */
export async function keptFile(
  row: { collectionName: string; id: string },
  { name, sha256 }: { name: string; sha256: string },
): Promise<Blob> {
  const token = await calling(() => pb.files.getToken());
  const kept = await blobAt(new URL(pb.files.getURL(row, name, { token })));
  const { digestOf } = await import("#lib/format/digest.ts");
  if (digestOf(new Uint8Array(await kept.arrayBuffer())) !== sha256) {
    throw new Problem("strange-answer", {
      says: "This file is not the one that was kept: it was changed behind the server\u2019s back. Tell the lead.",
    });
  }
  return kept;
}

/** Why a file is not handed out, in the server's own sentence where it is a refusal. */
async function refusalOf(answer: Response): Promise<Problem> {
  const code = codeOf(answer.status);
  if (code === "server-failed" || ownWords.includes(answer.status)) return new Problem(code);
  const { message, data = {} } = apiError.safeParse(await answer.json().catch(() => undefined)).data ?? {};
  const [first] = Object.values(data).flatMap((value) => fieldError.safeParse(value).data ?? []);
  return new Problem(code, { says: first?.message ?? message });
}

async function blobAt(address: URL): Promise<Blob> {
  return await (await answerAt(address)).blob();
}

async function answerAt(address: URL, signal: AbortSignal | null = null, body?: string): Promise<Response> {
  const headers = { Authorization: pb.authStore.token, ...(body && { "Content-Type": "application/json" }) };
  const asked = fetch(address, { headers, signal, ...(body && { method: "POST", body }) });
  const answer = await asked.catch((cause) => {
    throw noticed(new Problem(codeOf(0), { cause }));
  });
  if (!answer.ok) throw noticed(await refusalOf(answer));
  return answer;
}

/**
 * The bytes of a file from a route that needs the sign-in; undefined where there are more than `most`, and then the rest
 * is not read.
 */
export async function bytesUpTo(
  path: string,
  most: number,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { body } = await answerAt(new URL(pb.buildURL(`/api/chaperone/${path}`)), signal);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = body?.getReader();
  let bytes = 0;
  for (;;) {
    const some = await reader?.read().catch((cause) => {
      throw new Problem("server-unreachable", { cause });
    });
    if (some?.value === undefined) break;
    bytes += some.value.length;
    if (bytes > most) {
      await reader?.cancel();
      return undefined;
    }
    parts.push(some.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Fetches a file from a route that needs the sign-in, and hands it to the browser's downloads. */
export async function download(
  path: string,
  query: Question["query"],
  name: string,
  body?: unknown,
): Promise<Blob> {
  const saved = await file(path, query, body);
  saveAs(saved, name);
  return saved;
}

/** Hands a file to the browser's downloads. */
export function saveAs(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
