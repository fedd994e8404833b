/** What of the clinic's own people write. */
export interface OwnWords {
  /** Full names of everybody who works there or did. */
  people: string[];
  /** The clinic's name, its address with its telephone, its mail domains: a part of one passes, and an address under one. */
  texts: string[];
}

const nothing: OwnWords = { people: [], texts: [] };
let tell: () => OwnWords = () => nothing;

/**
 * Says of which clinic the screen's sentences are: the server knows it by its registers, the dashboard and the extension by
 * what the server told them.
 *
 * @param words - Asked only where a sentence holds something that may be a patient's; the same object as long as they are
 *   the same words.
 */
export function knowOwn(words: () => OwnWords): void {
  tell = words;
}

/** What was said last; nothing before. */
export const ownWords = (): OwnWords => tell();
