/** What the register uses of PocketBase beyond `../pocketbase.d.ts`: files, mail, settings. */

declare namespace pb {
  interface Reader {
    close(): void;
  }

  interface File {
    name: string;
    originalName: string;
    readonly size: number;
    readonly reader: { open(): Reader };
  }

  interface RequestEvent {
    findUploadedFiles(key: string): File[];
  }

  /**
   * At PocketBase's own routes. Go embeds the request's event by pointer: its fields are reached through it alone.
   * `records` and `record` are rows that the rules let through, of a list and of one row; `subscriptions` are of a stream.
   */
  interface OwnRouteEvent {
    readonly requestEvent: RequestEvent;
    readonly collection?: Collection;
    readonly records?: Record[];
    readonly record?: Record;
    readonly subscriptions?: string[];
    next(): void;
  }
  interface Settings {
    meta: { appURL: string; appName: string; senderAddress: string; senderName: string };
    smtp: {
      enabled: boolean;
      host: string;
      port: number;
      username: string;
      password: string;
      tls: boolean;
    };
  }

  interface Record {
    /** Folder of a row's files inside the storage. */
    baseFilesPath(): string;
  }

  interface App {
    dataDir(): string;
    settings(): Settings;
    save(settings: Settings): void;
    newMailClient(): { send(message: MailerMessage): void };
  }
}

declare const $filesystem: { fileFromPath(path: string): pb.File };
declare const $http: {
  /** Throws where nothing answers within `timeout`, in whole seconds. */
  send(request: {
    url: string;
    method: "POST";
    headers: { readonly [name: string]: string };
    timeout: number;
  }): { readonly statusCode: number };
};

declare class MailerMessage {
  constructor(message: {
    from: { address: string; name: string };
    to: { address: string }[];
    subject: string;
    text: string;
  });
}
