import type { ChangedBy } from "#domain/api";

/** What can go wrong in words that say what happened, what was kept and what to do. */
export const told = {
  "server-unreachable": "The clinic’s server does not answer. Nothing was lost; try again in a moment.",
  "not-connected": "This computer is not connected to a network. Nothing was lost; try again once it is.",
  "server-away":
    "The clinic’s server is starting, stopping or busy. Nothing was lost; try again in a moment.",
  "not-signed-in": "You are signed out. Sign in again to continue.",
  "not-allowed": "Your role does not allow this.",
  "not-found": "This is no longer here.",
  "changed-meanwhile":
    "Somebody changed this while you had it open. Look at what it says now, then try again.",
  "too-many-tries": "Too many wrong tries. Wait 15 minutes, then try again.",
  "wrong-sign-in": "E-mail, password and code don’t fit together. The code changes every 30 seconds.",
  "link-over": "This link has been used or is too old. Ask for a new one.",
  "not-fitting": "Something in the form doesn’t fit. Nothing was saved.",
  "strange-answer":
    "The server’s answer was not understood. Nothing was changed here; reload the page, and if it stays, update Chaperone.",
  "disk-full":
    "The server’s disk is full: nothing can be kept until whoever runs it frees some space. Nothing was changed.",
  "server-failed":
    "The server answers, but could not do this. Nothing was changed; try again, then look in its log.",
} as const;
export type ProblemCode = keyof typeof told;

/** Whether the server was not there to be asked, which ends by itself. */
export const isAway = (thrown: unknown): boolean =>
  thrown instanceof Problem && ["server-unreachable", "not-connected", "server-away"].includes(thrown.code);

/** Messages by field, as the server or the form gave them. */
export type FieldMessages = Readonly<Record<string, string>>;

/** Something a person can act on: a code, its sentence, and messages for single fields. All else is a bug. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly code: ProblemCode;
  readonly fields: FieldMessages;
  /** The row as it is now, where a change met another one. */
  readonly current: unknown;
  /** Who changed it since it was seen, the newest first. */
  readonly changedBy: readonly ChangedBy[];

  constructor(
    code: ProblemCode,
    more: {
      fields?: FieldMessages;
      says?: string;
      current?: unknown;
      changedBy?: readonly ChangedBy[];
      cause?: unknown;
    } = {},
  ) {
    super(more.says ?? told[code], { cause: more.cause });
    this.code = code;
    this.fields = more.fields ?? {};
    this.current = more.current;
    this.changedBy = more.changedBy ?? [];
  }
}

/** The sentence for whatever was thrown. */
export const sentenceFor = (thrown: unknown): string =>
  thrown instanceof Problem ? thrown.message : told["server-failed"];
