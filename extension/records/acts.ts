import type { ClinicalAdapter } from "#domain/clinical-adapter";

export interface Act {
  readonly kind: ClinicalAdapter["acts"][number]["kind"];
  readonly what: string;
  /** The record that the link names, else the one that is open. */
  readonly id?: string;
  /** File name as far as the page tells it; stays in this browser's memory. */
  readonly name?: string;
}

/**
 * What a click takes out of the record; undefined for all other clicks.
 *
 * @param open - Id of the record that the page shows.
 */
export function actOf(adapter: ClinicalAdapter, clicked: Element, open: string | undefined): Act | undefined {
  const link = clicked.closest<HTMLAnchorElement>("a[href]");
  const url = link && URL.canParse(link.href) ? new URL(link.href) : undefined;
  const here = url?.origin === location.origin;
  for (const act of adapter.acts) {
    const byHref = here && act.href !== undefined ? new RegExp(act.href).exec(url.pathname) : null;
    if (byHref || act.click.some((selector) => clicked.closest(selector))) {
      const id = byHref?.groups?.id ?? open;
      const name = nameOf(link, url) ?? (id && act.saves?.replace("{id}", id));
      return { kind: act.kind, what: act.what, ...(id ? { id } : {}), ...(name ? { name } : {}) };
    }
  }
  // A link that saves a file is a download whatever its address.
  return link?.hasAttribute("download") && open !== undefined
    ? { kind: "record.download", what: "file", id: open, name: nameOf(link, url) }
    : undefined;
}

const likeAFile = /^[^\\/:*?"<>|\n]{1,200}\.[A-Za-z0-9]{1,8}$/;

function nameOf(link: HTMLAnchorElement | null, url: URL | undefined): string | undefined {
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
