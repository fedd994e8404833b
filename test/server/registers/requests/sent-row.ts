import { idFrom } from "#domain/base/new-id";
import { behindTheBack } from "../../people/database.ts";
import type { Cast } from "../incidents/cast.ts";

/** What lies of the public form, past the form itself: for tests of what becomes of it. Its id. */
export function newSent(server: Cast["server"], daysAgo = 0): string {
  const id = idFrom((bytes) => crypto.getRandomValues(bytes));
  const at = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
  const day = (ahead: number) => new Date(Date.parse(at) + ahead * 86_400_000).toISOString().slice(0, 10);
  behindTheBack(
    server,
    `INSERT INTO sent_requests (id, kind, whom, way, name, forName, born, reach, wants, receivedOn, receivedAt, limitOn,
      state, request, why, reason, "by", "at", clearedAt, version)
     VALUES (?, 'access', 'patient', 'post', 'Siân Ní Bhriain', '', '1980-03-01', '12 Heol Fawr', ?, ?, ?, ?, 'waiting',
      '', '', '', '', '', '', 1)`,
    ...[id, "A copy of my notes, please.", day(0), at.replace("T", " "), day(30)],
  );
  return id;
}

/** What is said when it is accepted. */
export const acceptData = {
  kind: "access",
  requester: "patient",
  age: "adult",
  doubt: "yes",
  wants: "A copy of the notes.",
};
