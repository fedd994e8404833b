/** The streams of a compound file, by their path below its root. */
export type Streams = ReadonlyMap<string, Uint8Array>;

export const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const utf16 = (bytes: Uint8Array) => new TextDecoder("utf-16le").decode(bytes);
export const windows = (bytes: Uint8Array) => new TextDecoder("windows-1252").decode(bytes);
