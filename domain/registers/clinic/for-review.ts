import type { Draft } from "../reviews/item.ts";

/** What was not seen, or not surely. */
export interface BlindFacts {
  /** `open`: somebody has to see to it, and not only to know of it. */
  readonly blind: readonly { readonly what: string; readonly name: string; readonly open?: boolean }[];
  readonly unattributed: number;
  /** Events that may tell of what nobody did; counted nowhere else. */
  readonly doubtful: number;
}

const doubtfulWords =
  "Downloads, exports and searches that a browser with an older version told of: it may have taken ordinary clicks for them. Update that browser.";

export function blindItems({ blind, unattributed, doubtful }: BlindFacts): Draft[] {
  if (blind.length === 0 && unattributed === 0 && doubtful === 0) return [];
  const shown = blind.slice(0, 30).map(({ what, name }) => ({ name, words: what }));
  const rest = blind.length - shown.length;
  return [
    {
      key: "blind",
      subject: "",
      title: "Where we were blind",
      facts: {
        figures: [
          { name: "Browsers", value: String(blind.length) },
          { name: "Views without a person", value: String(unattributed) },
          ...(doubtful > 0 ? [{ name: "Doubtful entries", value: String(doubtful) }] : []),
        ],
        lines: [
          ...shown,
          ...(rest > 0 ? [{ name: "More", words: String(rest) }] : []),
          ...(doubtful > 0 ? [{ name: "Doubtful", words: doubtfulWords }] : []),
        ],
        people: [],
      },
      concerned: [],
      quiet: false,
      ...(blind.some(({ open }) => open) && { open: "Somebody has to see to what is not seen" }),
    },
  ];
}
