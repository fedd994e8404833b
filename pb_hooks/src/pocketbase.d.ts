/**
 * The few of PocketBase's JavaScript globals that our hooks use, typed by hand from 0.40's own types.d.ts (0.8 MB, not
 * kept here). Everything runs synchronously in goja: there is no Node, no DOM, no promise to wait for.
 */

declare namespace pb {
  interface Query {
    bind(params: { [name: string]: unknown }): Query;
    /** Throws where no row answers. */
    one(into: object): void;
    all(into: object): void;
    rows(): { next(): boolean; scanStruct(into: object): void; close(): void };
    execute(): { rowsAffected(): number };
  }

  interface Database {
    newQuery(sql: string): Query;
  }

  interface Collection {
    readonly id: string;
    readonly name: string;
    readonly type: "base" | "auth" | "view";
    readonly fields: { fieldNames(): string[]; getByName(name: string): Field | null };
  }

  interface Field {
    type(): string;
    getName(): string;
  }

  interface Record {
    readonly id: string;
    collection(): Collection;
    original(): Record;
    isNew(): boolean;
    get(field: string): unknown;
    getRaw(field: string): unknown;
    getString(field: string): string;
    getBool(field: string): boolean;
    getInt(field: string): number;
    getFloat(field: string): number;
    set(field: string, value: unknown): void;
    setRaw(field: string, value: unknown): void;
    setPassword(password: string): void;
    validatePassword(password: string): boolean;
    isSuperuser(): boolean;
    newAuthToken(): string;
    newStaticAuthToken(durationNs: number): string;
    email(): string;
    /** Folder of its files in the storage. */
    baseFilesPath(): string;
    publicExport(): { [field: string]: unknown };
    /** Lets `publicExport` carry the address of a person who hides it. */
    ignoreEmailVisibility(ignore: boolean): Record;
  }

  interface Client {
    hasSubscription(name: string): boolean;
    get(key: string): unknown;
    set(key: string, value: unknown): void;
    unset(key: string): void;
    send(message: object): void;
    discard(): void;
  }

  interface Filesystem {
    serve(response: ResponseWriter, request: Request, key: string, name: string): void;
    close(): void;
  }

  interface App {
    /** Whoever opens it closes it. */
    newFilesystem(): Filesystem;
    /** Zips the data folder into its `backups`. */
    createBackup(context: Context, name: string): void;
    /** PocketBase's own folder. */
    dataDir(): string;
    db(): Database;
    nonconcurrentDB(): Database;
    auxNonconcurrentDB(): Database;
    isTransactional(): boolean;
    runInTransaction(run: (tx: App) => void): void;
    findRecordById(collection: string, id: string): Record;
    findFirstRecordByData(collection: string, field: string, value: unknown): Record;
    findFirstRecordByFilter(collection: string, filter: string, params?: object): Record;
    findRecordsByFilter(
      collection: string,
      filter: string,
      sort: string,
      limit: number,
      offset: number,
      params?: object,
    ): Record[];
    findAuthRecordByEmail(collection: string, email: string): Record;
    findAuthRecordByToken(token: string, ...types: string[]): Record;
    findCollectionByNameOrId(name: string): Collection;
    countRecords(collection: string): number;
    save(record: Record): void;
    delete(record: Record): void;
    store(): {
      get(key: string): unknown;
      set(key: string, value: unknown): void;
      has(key: string): boolean;
      remove(key: string): void;
    };
    subscriptionsBroker(): { clients(): { [id: string]: Client } };
    logger(): {
      error(message: string, ...pairs: unknown[]): void;
      warn(message: string, ...pairs: unknown[]): void;
    };
    rootCmd: { addCommand(command: object): void; commands(): ConsoleCommand[] };
  }

  interface Headers {
    get(name: string): string;
    set(name: string, value: string): void;
  }

  interface Request {
    readonly method: string;
    readonly body: object;
    readonly host: string;
    readonly url: { readonly rawQuery: string; readonly path: string };
    readonly header: Headers;
    pathValue(name: string): string;
  }

  interface RequestEvent {
    app: App;
    auth: Record | null;
    request: Request;
    response: { header(): Headers; write(bytes: object): number };
    next(): void;
    json(status: number, body: unknown): void;
    string(status: number, body: string): void;
    noContent(status: number): void;
    flush(): void;
    realIP(): string;
    requestInfo(): {
      body: { [field: string]: unknown };
      query: { [name: string]: string };
      auth: Record | null;
    };
  }

  interface BackupEvent {
    app: App;
    /** File name of the backup. */
    name: string;
    next(): void;
  }

  interface RecordEvent {
    app: App;
    record: Record;
    next(): void;
  }

  interface RecordRequestEvent extends RequestEvent {
    record: Record;
    collection: Collection;
  }

  interface ConsoleCommand {
    name(): string;
    addCommand(command: object): void;
    flags(): { string(name: string, value: string, usage: string): void; getString(name: string): string };
    outOrStdout(): { write(bytes: object): number };
    errOrStderr(): { write(bytes: object): number };
  }

  interface SubscribeEvent extends RequestEvent {
    client: Client;
    subscriptions: string[];
  }
}

declare const $app: pb.App;
declare const __hooks: string;
declare const $security: {
  sha256(text: string): string;
  hs256(text: string, key: string): string;
  equal(a: string, b: string): boolean;
  randomString(length: number): string;
  randomStringWithAlphabet(length: number, alphabet: string): string;
  encrypt(text: string, key: string): string;
  decrypt(cipher: string, key: string): string;
  parseUnverifiedJWT(token: string): { [claim: string]: unknown };
};
declare const $os: {
  readonly args: readonly string[];
  getenv(name: string): string;
  readFile(path: string): object;
  /** Throws where there is no such folder. */
  readDir(path: string): { name(): string }[];
  /** Throws where there is no such file. */
  stat(path: string): object;
  writeFile(path: string, bytes: object, mode: number): void;
  /** Throws where there is no such file. */
  remove(path: string): void;
  exit(code: number): void;
};
declare const $filepath: { join(...parts: string[]): string };
declare const $apis: {
  recordAuthResponse(event: pb.RequestEvent, record: pb.Record, method: string, meta: unknown): void;
  bodyLimit(bytes: number): object;
  static(folder: string, fallback: boolean): (event: pb.RequestEvent) => void;
};

// biome-ignore lint/suspicious/noShadowRestrictedNames: PocketBase's own name for it
declare function toString(source: object, maxBytes?: number): string;
declare function toBytes(source: unknown, maxBytes?: number): object;
declare function sleep(milliseconds: number): void;

declare class DynamicModel<T extends object = { [column: string]: unknown }> {
  constructor(shape: T);
}
/** Only the value: the type `Record` stays TypeScript's own; a record's type is `pb.Record`. */
declare const Record: { new (collection: pb.Collection, data?: { [field: string]: unknown }): pb.Record };
declare class SubscriptionMessage {
  constructor(message: { name: string; data: string });
}
declare class ValidationError {
  constructor(code: string, message: string);
}
declare class ApiError extends Error {
  constructor(status: number, message: string, data?: { [field: string]: unknown });
}
declare class BadRequestError extends Error {
  constructor(message: string, data?: { [field: string]: unknown });
}
declare class UnauthorizedError extends Error {
  constructor(message: string, data?: { [field: string]: unknown });
}
declare class ForbiddenError extends Error {
  constructor(message: string, data?: { [field: string]: unknown });
}
declare class NotFoundError extends Error {
  constructor(message: string, data?: { [field: string]: unknown });
}
/** A Go context without an end. */
declare class Context {
  private readonly context: never;
}
declare class Timezone {
  constructor(name: string);
}
