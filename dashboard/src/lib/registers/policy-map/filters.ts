import { type MapFilter, mapFilters } from "#domain/registers/policy-map/map";

/** What the page is narrowed to, as its address holds it; '' is any. */
export type MapFilters = { readonly version: string; readonly state: MapFilter | "" };

/** Reads the address; what does not fit is dropped. */
export function filtersOf(params: URLSearchParams): MapFilters {
  const version = params.get("version") ?? "";
  return {
    version: /^[a-z0-9]{15}$/.test(version) ? version : "",
    state: mapFilters.find((one) => one === params.get("state")) ?? "",
  };
}

/** Place of the last sentence before this page, as the server gave it; undefined on the first. */
export const placeIn = (params: URLSearchParams): string | undefined =>
  /^\d{1,6}$/.exec(params.get("before") ?? "")?.[0];

/** The address's query, with its `?`; '' when nothing is filtered. */
export function queryOf({ version, state }: MapFilters, before = ""): string {
  const params = new URLSearchParams();
  if (version !== "") params.set("version", version);
  if (state !== "") params.set("state", state);
  if (before !== "") params.set("before", before);
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}
