import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface RoundcubeOptions {
  readonly imap: number;
  readonly smtp: number;
  /** The composer writes rich text: TinyMCE, whose body is an iframe. */
  readonly html: boolean;
  /** The composer opens in a window of its own. */
  readonly extwin: boolean;
}

const text = (value: string) => `'${value.replace(/[\\']/g, "\\$&")}'`;

/**
 * A whole configuration of Debian's Roundcube away from /etc, which `ROUNDCUBE_CONFIG_DIR` points at. Debian's
 * own defaults are copied beside it because Roundcube reads them from the same folder.
 */
export function writeRoundcubeConfig(folder: string, options: RoundcubeOptions): void {
  for (const part of ["config", "temp", "logs"]) mkdirSync(join(folder, part), { recursive: true });
  for (const file of ["defaults.inc.php", "mimetypes.php"]) {
    copyFileSync(join("/etc/roundcube", file), join(folder, "config", file));
  }
  writeFileSync(join(folder, "config", "mime.types"), "");
  const settings: Record<string, string | number | boolean> = {
    db_dsnw: `sqlite:///${folder}/roundcube.sqlite?mode=0640`,
    imap_host: `127.0.0.1:${options.imap}`,
    smtp_host: `127.0.0.1:${options.smtp}`,
    smtp_user: "",
    smtp_pass: "",
    des_key: "invented-key-of-24-chars",
    cipher_method: "AES-256-CBC",
    product_name: "Webmail",
    temp_dir: join(folder, "temp"),
    log_dir: join(folder, "logs"),
    mime_types: join(folder, "config", "mime.types"),
    skin: "elastic",
    language: "en_GB",
    enable_spellcheck: false,
    session_samesite: "Lax",
    // Cookies know no ports: without names of their own, two Roundcubes on 127.0.0.1 sign each other out.
    session_name: `roundcube_sessid_${options.imap}`,
    session_auth_name: `roundcube_sessauth_${options.imap}`,
    htmleditor: options.html ? 1 : 0,
    compose_extwin: options.extwin,
    draft_autosave: 0,
    drafts_mbox: "Drafts",
    sent_mbox: "Sent",
    trash_mbox: "Trash",
  };
  const lines = Object.entries(settings).map(
    ([name, value]) => `$config['${name}'] = ${typeof value === "string" ? text(value) : value};`,
  );
  const php = ["<?php", "$config = [];", "$config['plugins'] = [];", ...lines, ""].join("\n");
  writeFileSync(join(folder, "config", "config.inc.php"), php);
}
