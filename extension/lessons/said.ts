import type { Reply } from "../pairing/server.ts";
import { refusalOf } from "../reports/refusal.ts";

import { lessonWords } from "./words.ts";

/** The server's own sentence where it refused, which holds nothing that was typed. */
export const saidIn = (reply: Reply): string =>
  reply.kind === "unreachable"
    ? lessonWords.unreachable
    : (refusalOf(reply.body)?.said ?? lessonWords.unreachable);
