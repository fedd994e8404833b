/** What the hooks about people and browsers use of PocketBase beyond `../pocketbase.d.ts`. */

declare namespace pb {
  interface Record {
    tokenKey(): string;
    refreshTokenKey(): void;
    setRandomPassword(): string;
    /** Columns and values as they are written to the database. */
    dbExport(app: App): { [column: string]: unknown };
  }

  interface App {
    runAllMigrations(): void;
    subscriptionsBroker(): { clients(): { [id: string]: Client }; unregister(clientId: string): void };
  }

  interface RequestEvent {
    get(key: string): unknown;
    set(key: string, value: unknown): void;
    requestInfo(): {
      body: { [field: string]: unknown };
      query: { [name: string]: string };
      headers: { [name: string]: string };
      auth: Record | null;
    };
  }

  interface Settings {
    trustedProxy: { headers: string[]; useLeftmostIP: boolean };
    superuserIPs: string[];
  }

  /** Go embeds the request's event by pointer: its methods are here, its fields are not. */
  interface AuthRequestEvent extends Pick<RequestEvent, "app" | "next" | "get" | "realIP"> {
    record: Record;
    collection: Collection;
    authMethod: string;
  }

  /** Before a password is compared; `record` is null where nobody has what was typed. */
  interface PasswordRequestEvent extends Pick<RequestEvent, "app" | "next" | "realIP"> {
    record: Record | null;
    collection: Collection;
  }
}

/** Go's time.Location: UTC where the name is unknown. */
interface Timezone {
  string(): string;
}

declare class DateTime {
  constructor(text?: string);
  time(): { in(zone: Timezone): { format(layout: string): string } };
}
