/** The part of hoodiecrow-imap 2.1.0 that the tests use; the package ships no types. */
declare module "hoodiecrow-imap" {
  import type { Server } from "node:net";

  interface Folder {
    "special-use"?: string;
    messages?: readonly { raw: string }[];
    separator?: string;
    folders?: Record<string, Folder>;
  }

  interface ImapServer {
    readonly server: Server;
    listen(port: number, host: string, ready: () => void): void;
    close(done: () => void): void;
  }

  export default function hoodiecrow(options: {
    plugins: readonly string[];
    users: Record<string, { password: string }>;
    storage: Record<string, Folder>;
  }): ImapServer;
}
