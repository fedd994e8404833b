/**
 * What stands on the pages of each shipped clinical adapter: addresses of its pages, links and buttons that take nothing
 * out, and what does. Addresses are paths with query and hash; the open record is `open`.
 */
export interface Ordinary {
  readonly host: string;
  /** Path of the page of the open record. */
  readonly at: string;
  readonly open: string;
  /** Addresses of pages: each of the adapter's pages is reached by one of them. */
  readonly pages: readonly string[];
  /** Other addresses that ordinary links lead to. */
  readonly links: readonly string[];
  /** Markup of what is clicked for something else; the element with `data-click` is clicked. */
  readonly clicks: readonly string[];
  /** By `kind what`: what is that act, and what looks like it and is not. */
  readonly acts: {
    readonly [act: string]: { readonly does: readonly Does[]; readonly near: readonly string[] };
  };
}

/** Markup with `data-click`, or an address; and the record that it is booked on, '' for none. */
interface Does {
  readonly click: string;
  readonly of: string;
}

/** Addresses or markup that do an act on a record. */
export const does = (of: string, ...clicks: string[]): Does[] => clicks.map((click) => ({ click, of }));

/** Links that stand on a page of any system. */
export const ofAnyPage: readonly string[] = [
  "/",
  "#",
  "#main",
  "?page=2",
  "?sort=name&direction=asc",
  "?tab=2",
  "?print=1",
  "javascript:void(0)",
  "mailto:desk@harbour.example",
  "tel:+441234567890",
  "https://help.example/patients/17/letters/5.pdf",
  "/users/sign_out",
  "/settings",
  "/reports",
  "/dashboard",
  "/search",
  "/search?q=ellery",
  "/help/download",
  "/exports",
  "/export",
  "/downloads",
];

/** A system of which no act is known: a link of its own is one only by `download`. */
export const withoutActs = (
  host: string,
  at: string,
  open: string,
  pages: readonly string[],
  links: readonly string[],
): Ordinary => ({ host, at, open, pages, links, clicks: [], acts: {} });
