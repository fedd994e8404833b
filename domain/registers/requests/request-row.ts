import * as z from "zod/mini";
import { ages, channels, requesters, requestKinds } from "./kinds.ts";
import { requestStates } from "./machine.ts";

/** A request as its list shows it: never who asks. Days are civil dates, times instants; '' where there is none. */
export const requestRow = z.object({
  id: z.string(),
  version: z.int(),
  number: z.int(),
  kind: z.enum(requestKinds),
  requester: z.enum(requesters),
  age: z.enum(ages),
  channel: z.enum(channels),
  receivedOn: z.string(),
  receivedAt: z.string(),
  doubt: z.string(),
  system: z.string(),
  recordRef: z.string(),
  renews: z.string(),
  handler: z.string(),
  /** The professional whose opinion is waited for. */
  askedOf: z.string(),
  state: z.enum(requestStates),
  outcome: z.string(),
  /** Last day to answer; the far future where nothing runs. */
  limitOn: z.string(),
  /** Why and since when the clock stands. */
  stands: z.string(),
  endedOn: z.string(),
  by: z.string(),
  at: z.string(),
});
export type RequestRow = z.infer<typeof requestRow>;

/** "REQ-31"; a complaint is "COM-6". */
export const nameOfRequest = ({ kind, number }: Pick<RequestRow, "kind" | "number">): string =>
  `${kind === "complaint" ? "COM" : "REQ"}-${number}`;

/** One entry behind a request. */
export const stepRow = z.object({
  kind: z.string(),
  data: z.record(z.string(), z.string()),
  at: z.string(),
  by: z.string(),
});

/** `GET /request?id`: one request, what was entered of it, and whether the reader works the case. */
export const requestAnswer = z.object({
  request: requestRow,
  /** What is asked for, as it was screened. */
  wants: z.string(),
  steps: z.array(stepRow),
  works: z.boolean(),
  /** Whether a name is held, and was not cleared. */
  named: z.boolean(),
  nation: z.enum(["england", "wales", "scotland", "northern-ireland"]),
  legalForm: z.string(),
  today: z.string(),
});
export type RequestAnswer = z.infer<typeof requestAnswer>;

/** `GET /request-name?id`: read by those who work the case alone. */
export const requestNameAnswer = z.object({ name: z.string(), reach: z.string(), until: z.string() });

/** `GET /request-looks?id`: on which days the record was looked at here, for which purpose, and by how many. */
export const looksAnswer = z.object({
  looks: z.array(z.object({ day: z.string(), why: z.string(), times: z.int(), who: z.array(z.string()) })),
  /** Days from which the log reaches, and whether it holds more than is listed. */
  since: z.string(),
  more: z.boolean(),
});
export type Looks = z.infer<typeof looksAnswer>;
