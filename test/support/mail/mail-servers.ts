import type { AddressInfo, Server, Socket } from "node:net";
import hoodiecrow from "hoodiecrow-imap";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** A message that left the webmail, as the SMTP server took it. */
export interface Sent {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
  readonly mail: Email;
}

export interface MailServers {
  readonly imap: number;
  readonly smtp: number;
  /** Grows while messages leave. */
  readonly sent: Sent[];
  stop(): Promise<void>;
}

const listening = (server: Server) => (server.address() as AddressInfo).port;

/** What hoodiecrow must speak for Roundcube to sign in, list, and file what was sent. */
const plugins = [
  "ID",
  "SASL-IR",
  "AUTH-PLAIN",
  "NAMESPACE",
  "IDLE",
  "ENABLE",
  "CONDSTORE",
  "LITERALPLUS",
  "UNSELECT",
  "SPECIAL-USE",
  "CREATE-SPECIAL-USE",
  "MOVE",
];

const special = (use: string) => ({ "special-use": `\\${use}` });

/** A real IMAP mailbox and a real SMTP server in this process, on ports that the system chose. */
export async function startMailServers(
  user: string,
  password: string,
  inbox: readonly string[] = [],
): Promise<MailServers> {
  const sent: Sent[] = [];
  const sockets = new Set<Socket>();
  const imap = hoodiecrow({
    plugins,
    users: { [user]: { password } },
    storage: {
      INBOX: { messages: inbox.map((raw) => ({ raw })) },
      "": {
        separator: "/",
        folders: { Drafts: special("Drafts"), Sent: special("Sent"), Trash: special("Trash") },
      },
    },
  });
  imap.server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => imap.listen(0, "127.0.0.1", resolve));
  const smtp = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    size: 50_000_000,
    async onData(stream, session, done) {
      const parts: Buffer[] = [];
      for await (const part of stream) parts.push(part as Buffer);
      const raw = Buffer.concat(parts);
      const { mailFrom, rcptTo } = session.envelope;
      sent.push({
        from: mailFrom ? mailFrom.address : "",
        to: rcptTo.map((one) => one.address),
        raw,
        mail: await PostalMime.parse(raw),
      });
      done();
    },
  });
  smtp.on("error", () => {});
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", () => resolve()));
  return {
    imap: listening(imap.server),
    smtp: listening(smtp.server as Server),
    sent,
    async stop() {
      const closed = Promise.all([
        new Promise((resolve) => imap.close(() => resolve(undefined))),
        new Promise((resolve) => smtp.close(() => resolve(undefined))),
      ]);
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
