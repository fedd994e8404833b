import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChild } from "../child.ts";
import { answers, onFreePort } from "../server/loopback.ts";
import { type Sent, startMailServers } from "./mail-servers.ts";
import { writeRoundcubeConfig } from "./roundcube-config.ts";

export type { Sent } from "./mail-servers.ts";

/** A real Roundcube over real IMAP and SMTP, all on loopback. */
export interface Webmail {
  /** Address of the sign-in page, with a closing slash. */
  readonly url: string;
  /** Host and port, as the clinic's policy names a site. */
  readonly host: string;
  readonly user: string;
  readonly password: string;
  /** What arrived at the SMTP server, in order. */
  readonly sent: Sent[];
  /** Folder of logs, uploads and database; gone after `stop`. */
  readonly folder: string;
  stop(): Promise<void>;
}

export interface WebmailOptions {
  /** Mail address that signs in. */
  readonly user: string;
  /** Messages that lie in the inbox, as raw RFC 5322 text. */
  readonly inbox?: readonly string[];
  readonly html?: boolean;
  readonly extwin?: boolean;
}

/** One worker: with more, parallel requests race on the session and lose attachments (SITES.md C). */
const php = [
  ...["upload_max_filesize=25M", "post_max_size=30M", "memory_limit=256M", "session.gc_probability=0"],
  ...["display_errors=0", "log_errors=1"],
].flatMap((setting) => ["-d", setting]);

/** Gives the browser Roundcube's files to keep. */
const files = join(import.meta.dirname, "roundcube-files.php");

/** Starts Debian's Roundcube; two may run side by side. Needs `roundcube-core roundcube-sqlite3 php-cli php-sqlite3`. */
export async function startWebmail(options: WebmailOptions): Promise<Webmail> {
  const folder = mkdtempSync(join(tmpdir(), "chaperone-webmail-"));
  const password = "correct horse";
  const mail = await startMailServers(options.user, password, options.inbox);
  writeRoundcubeConfig(folder, {
    imap: mail.imap,
    smtp: mail.smtp,
    html: options.html ?? false,
    extwin: options.extwin ?? false,
  });
  const clean = () => rmSync(folder, { recursive: true, force: true });
  try {
    const { port, child } = await onFreePort(
      "Roundcube",
      (free) =>
        startChild(
          "php",
          [
            ...php,
            ...["-d", `session.save_path=${folder}/temp`, "-d", `error_log=${folder}/logs/php.log`],
            ...["-S", `127.0.0.1:${free}`, "-t", "/var/lib/roundcube/public_html", files],
          ],
          { log: join(folder, "logs", "http.log"), env: { ROUNDCUBE_CONFIG_DIR: join(folder, "config") } },
        ),
      (free) => answers(`http://127.0.0.1:${free}/`),
    );
    return {
      url: `http://127.0.0.1:${port}/`,
      host: `127.0.0.1:${port}`,
      user: options.user,
      password,
      sent: mail.sent,
      folder,
      async stop() {
        await Promise.all([child.stop(), mail.stop()]);
        clean();
      },
    };
  } catch (error) {
    await mail.stop();
    clean();
    throw error;
  }
}
