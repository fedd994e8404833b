import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ExtensionFiles } from "../../../scripts/front/extension-files.mjs";
import { pathOf } from "../need.ts";
import { builtExtension } from "./built-extension.ts";

/** Where a browser of Debian's looks for the policy of the machine: the folder that is laid over, and the file in it. */
const places = {
  chromium: { over: "/etc/chromium", file: "policies/managed/chaperone.json" },
  firefox: { over: "/usr/share/firefox-esr/distribution", file: "policies.json" },
} as const;

/** Whether this machine lets a test give a browser a policy of its own, without touching the machine's: by a mount that only its process sees. */
export const mayManage = (): boolean =>
  spawnSync("unshare", ["--mount", "mount", "-t", "tmpfs", "none", "/mnt"]).status === 0;

/**
 * A program that starts the browser under this policy. The folder of the machine's policy is laid over for its process
 * alone.
 *
 * @param folder - Where program and policy are written.
 */
export function managedBrowser(browser: keyof typeof places, folder: string, policy: string): string {
  const { over, file } = places[browser];
  const own = join(folder, `policy-of-${browser}`);
  if (existsSync(over)) cpSync(over, own, { recursive: true });
  mkdirSync(dirname(join(own, file)), { recursive: true });
  writeFileSync(join(own, file), policy);
  const program = join(folder, `managed-${browser}`);
  const words = [
    "#!/bin/sh",
    `exec unshare --mount sh -c 'mount --bind "$0" ${over} && exec "$@"' '${own}' '${pathOf(browser)}' "$@"`,
  ];
  writeFileSync(program, `${words.join("\n")}\n`);
  chmodSync(program, 0o755);
  return program;
}

/** A server that hands out what a clinic's own does, of a folder, and a data folder for it. */
export async function handingOut() {
  const folder = mkdtempSync(join(tmpdir(), "chaperone-managed-"));
  const data = join(folder, "data");
  mkdirSync(join(data, "pb"), { recursive: true });
  mkdirSync(join(data, "keys"), { mode: 0o700 });
  // The command asks for a clinic's folder; what lies in its database is not looked at.
  writeFileSync(join(data, "pb", "data.db"), "");
  const files = new ExtensionFiles(join(data, "extension"), { secure: false });
  const server = createServer((req, res) => {
    if (!files.serve(req, res, new URL(req.url ?? "/", "http://here").pathname)) res.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    folder,
    url,
    /** `npm run package -- --data …`, as an operator types it. */
    pack(hosts: readonly string[]): void {
      const built = dirname(builtExtension("chrome"));
      const more = hosts.flatMap((host) => ["--mail-host", host]);
      execFileSync(
        process.execPath,
        ["scripts/package.ts", "--data", data, "--url", url, "--built", built, ...more],
        {
          stdio: "pipe",
        },
      );
    },
    about: () => fetch(`${url}/extension/about.json`).then((answer) => answer.json()),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
