/** Keys lie outside PocketBase's folder, so that its backups don't hold them (DESIGN.md 6, Secrets). */
type KeyName = "signing.key" | "reference.key" | "digest.key" | "encryption.key";

const read = new Map<KeyName, string>();

/**
 * The text of a key file. Read once a VM; a key never changes while the server runs.
 *
 * @throws {Error} If the file can't be read: the server can do nothing right without it.
 */
export function key(name: KeyName): string {
  let text = read.get(name);
  if (text === undefined) {
    text = toString($os.readFile($filepath.join($os.getenv("CHAPERONE_KEYS"), name))).trim();
    if (text === "") throw new Error(`the key file ${name} is empty`);
    read.set(name, text);
  }
  return text;
}

/** Keyed digest of an event's id: knows a late retry of an erased event without holding its id. */
export const idDigest = (id: string): string => $security.hs256(id, key("digest.key"));
