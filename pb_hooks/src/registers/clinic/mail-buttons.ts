import type { ClinicSite } from "#domain/clinic/clinic-site";
import { mailButtonsMost } from "#domain/clinic/mail-buttons";
import { namesAPatient } from "#domain/detector/screen";
import { products } from "#domain/sites/products";
import { refuse } from "../../base/refusal.ts";

/** Refuses buttons that send by e-mail on a site that is no clinical system, too many of them, and one that names somebody. */
export function requireButtons(sites: readonly ClinicSite[]): void {
  const all = sites.flatMap(({ mailButtons = [] }) => mailButtons);
  if (sites.some((site) => site.mailButtons?.length && !isClinical(site)))
    refuse("data.sites", "invalid", "A clinical system alone has buttons that the clinic approves.");
  if (all.length > mailButtonsMost.inAll)
    refuse("data.sites", "too_big", `A clinic approves ${mailButtonsMost.inAll} buttons at most.`);
  if (all.some(namesAPatient))
    refuse("data.sites", "names-a-patient", "A button’s label looks like a patient’s name or number.");
}

const isClinical = ({ adapter }: ClinicSite): boolean =>
  products.some(({ id, kind }) => id === adapter && kind === "clinical");
