import { milliseconds, policy } from "#domain/policy";
import { nextTry } from "#domain/work/reminders";
import { execute, objectsOf } from "../base/database.ts";
import { before, iso, stored } from "../base/time.ts";
import { checkpointWords } from "./checkpoint-mail.ts";

interface Waiting {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly address: string;
  readonly due: string;
  readonly claimed: string;
  readonly tries: number;
  readonly tryAt: string;
}

/** Mails in one minute: a mail server that hangs holds up the next ones only so long. */
const atOnce = 20;

/**
 * Sends what waits to be mailed. What fails is tried again, each time after twice as long, and shows until it goes.
 * Without a mail server nothing is lost: the same stands in the dashboard.
 */
export function sendDueMails(app: pb.App, nowMs: number): void {
  if (!app.settings().smtp.enabled) return;
  const now = stored(new Date(nowMs).toISOString());
  const rows = objectsOf<Waiting>(
    app,
    ["id", "kind", "subject", "address", "due", "claimed", "tries", "tryAt"],
    `SELECT r.id AS id, r.kind AS kind, r.subject AS subject, u.email AS address, r.due AS due, r.saidAt AS claimed, r.tries AS tries, r.tryAt AS tryAt
     FROM reminders r JOIN users u ON u.id = r."to"
     WHERE r.mail IN ('waiting', 'failing') AND r.tryAt <= {:now} AND u.active = TRUE AND u.email <> ''
     ORDER BY r.tryAt LIMIT ${atOnce}`,
    { now },
  );
  for (const row of rows) {
    if (!taken(app, row, nowMs)) continue;
    const tries = row.tries + 1;
    const sent = send(app, row.address, wordsOf(app, row));
    const next = sent ? undefined : nextTry(tries, Date.parse(iso(row.claimed || row.due)), nowMs);
    execute(
      app,
      `UPDATE reminders SET mail = {:mail}, tries = {:tries}, tryAt = {:tryAt}, sentAt = {:sentAt} WHERE id = {:id}`,
      {
        id: row.id,
        mail: sent ? "sent" : next === undefined ? "given-up" : "failing",
        tries,
        tryAt: next === undefined ? "" : stored(new Date(next).toISOString()),
        sentAt: sent ? now : "",
      },
    );
  }
}

function wordsOf(app: pb.App, { kind, subject }: Waiting): Words {
  if (kind === "checkpoint") return checkpointWords(app, subject);
  if (kind.startsWith("day-")) return day;
  return kind === "digest" ? digest : clock;
}

/** Takes a mail for this run: a mail server that hangs for minutes must not make the next run send it too. */
function taken(app: pb.App, { id, tryAt }: Waiting, nowMs: number): boolean {
  const later = stored(new Date(nowMs + milliseconds(policy.mailLastRetry)).toISOString());
  const update = "UPDATE reminders SET tryAt = {:later} WHERE id = {:id} AND tryAt = {:tryAt}";
  return execute(app, update, { id, tryAt, later }) === 1;
}

interface Words {
  readonly subject: string;
  readonly text: string;
}
const clock: Words = {
  subject: "Something waits for you in Chaperone",
  text: "Something waits for your decision in Chaperone, and a clock runs.",
};
const day: Words = {
  subject: "Something falls due in Chaperone",
  text: "Something that you hold in Chaperone falls due, or its day has passed.",
};
const digest: Words = {
  subject: "Your work today in Chaperone",
  text: "Something waits for you today in Chaperone.",
};

/** The whole mail, and where to sign in. Nobody is named in it. */
function send(app: pb.App, address: string, { subject, text }: Words): boolean {
  try {
    sendMail(app, address, subject, `${text}\n\nSign in to see it: ${$os.getenv("CHAPERONE_URL")}\n`);
    return true;
  } catch {
    app.logger().warn("a reminder could not be mailed");
    return false;
  }
}

/** @throws {Error} If the mail server does not take it. */
export function sendMail(app: pb.App, address: string, subject: string, text: string): void {
  const { senderAddress, senderName } = app.settings().meta;
  app.newMailClient().send(
    new MailerMessage({
      from: { address: senderAddress, name: senderName },
      to: [{ address }],
      subject,
      text,
    }),
  );
}

/**
 * How many mails have not gone out, for the first screen of whoever can mend it.
 *
 * @param hidden - Cases that this person is not shown, not even by a mail about one.
 */
export function mailsFailing(app: pb.App, hidden: readonly string[]): number {
  const select = `SELECT count(*) AS n FROM reminders WHERE mail IN ('failing', 'given-up') AND due > {:since}
     AND subject NOT IN (SELECT value FROM json_each({:hidden}))`;
  const since = stored(before(Date.now(), policy.weekOfFigures));
  const params = { since, hidden: JSON.stringify(hidden) };
  return Number(objectsOf<{ n: number }>(app, ["n"], select, params)[0]?.n ?? 0);
}
