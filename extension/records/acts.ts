import type { ClinicalAdapter } from "#domain/sites/clinical-adapter";
import { placeOf } from "./route.ts";

export interface Act {
  readonly kind: ClinicalAdapter["acts"][number]["kind"];
  readonly what: string;
  /** `link`: it is done only if the browser follows the link. `control`: the page does it. */
  readonly by: "link" | "control";
  /** The record that the link names; of a control, the one that is open. Absent for what is of no record. */
  readonly id?: string;
  /** Address of the file, where a link leads to nothing but one. */
  readonly file?: string;
  /** File name as far as the page tells it; stays in this browser's memory. */
  readonly name?: string;
}

/**
 * What a click takes out of the clinical system; undefined for all other clicks. An act is claimed only where it is
 * sure: of a link by an address that is a file's, or by `download`. A link that does not name a record is not an act on
 * the one that happens to be open.
 *
 * @param open - Id of the record that the page shows.
 */
export function actOf(adapter: ClinicalAdapter, clicked: Element, open: string | undefined): Act | undefined {
  const link = linkOf(clicked);
  const url = link && URL.canParse(link.href) ? new URL(link.href) : undefined;
  for (const { kind, what, click, href, saves } of adapter.acts) {
    const found = url && href !== undefined && leadsHere(url) ? new RegExp(href).exec(url.pathname) : null;
    if (link && found && placeOf(adapter, url as URL) === undefined) {
      return { kind, what, by: "link", file: link.href, ...said(found.groups?.id, nameOf(link, url)) };
    }
    if (open !== undefined && click.some((selector) => clicked.closest(selector))) {
      return { kind, what, by: "control", ...said(open, nameOf(link, url) ?? saves?.replace("{id}", open)) };
    }
  }
  if (!link || !url || open === undefined || !savesAFile(link, url)) return undefined;
  const id = placeOf(adapter, url)?.id === open ? open : undefined;
  return {
    kind: "record.download",
    what: "file",
    by: "link",
    file: link.href,
    ...said(id, nameOf(link, url)),
  };
}

const said = (id: string | undefined, name: string | undefined) => ({
  ...(id === undefined ? {} : { id }),
  ...(name === undefined ? {} : { name }),
});

/** The link that a click follows: none where a control within the link is what was clicked. */
function linkOf(clicked: Element): HTMLAnchorElement | undefined {
  const link = clicked.closest<HTMLAnchorElement>("a[href]");
  const control = clicked.closest("button, input, select, textarea, label, summary");
  return link && !(control && link.contains(control)) ? link : undefined;
}

const leadsHere = (url: URL): boolean => url.origin === location.origin;

/** Browsers pass `download` over on another site's address; on the page's own it is a handle for a script. */
function savesAFile(link: HTMLAnchorElement, url: URL): boolean {
  if (!link.hasAttribute("download")) return false;
  const isThisPage = url.href.split("#")[0] === location.href.split("#")[0];
  return url.protocol === "data:" || (leadsHere(url) && !isThisPage);
}

const likeAFile = /^[^\\/:*?"<>|\n]{1,200}\.[A-Za-z0-9]{1,8}$/;

function nameOf(link: HTMLAnchorElement | undefined, url: URL | undefined): string | undefined {
  const last = url?.pathname.split("/").at(-1) ?? "";
  const written = [link?.getAttribute("download"), link?.textContent, decoded(last)];
  return written.map((text) => text?.trim() ?? "").find((text) => likeAFile.test(text));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
