import { milliseconds, policy } from "#domain/policy";

/** What came back from the clinic's server. `problem` is PocketBase's own error body. */
export type Reply =
  | { readonly kind: "answer"; readonly status: number; readonly body: unknown; readonly headers: Headers }
  | { readonly kind: "unreachable" };

interface Call {
  readonly method?: "GET" | "POST";
  readonly body?: unknown;
  readonly token?: string;
  readonly headers?: Record<string, string>;
}

/**
 * Calls a route of Chaperone. A network error, a redirect, silence, and whatever is not JSON (a hotel's sign-in page)
 * are all `unreachable`: the server itself did not answer.
 */
export async function callServer(server: string, path: string, call: Call = {}): Promise<Reply> {
  try {
    const response = await fetch(`${server}/api/chaperone/${path}`, {
      method: call.method ?? "GET",
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(milliseconds(policy.serverAnswersWithin)),
      headers: {
        ...(call.body === undefined ? {} : { "content-type": "application/json" }),
        ...(call.token ? { authorization: call.token } : {}),
        ...call.headers,
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    });
    if (response.status === 304 || response.status === 204)
      return { kind: "answer", status: response.status, body: null, headers: response.headers };
    return {
      kind: "answer",
      status: response.status,
      body: await response.json(),
      headers: response.headers,
    };
  } catch {
    return { kind: "unreachable" };
  }
}

/** Whether an error came from PocketBase itself and not from something between us and it. */
export function isOurError(body: unknown, status: number): boolean {
  return typeof body === "object" && body !== null && (body as { status?: unknown }).status === status;
}
