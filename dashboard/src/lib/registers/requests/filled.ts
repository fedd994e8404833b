import { type FormWay, formKinds, formWays, formWhoms, reachOf } from "#domain/registers/requests/sent/form";
import type { FieldValues } from "#lib/components/form/field-spec.ts";
import { type Filled, lineIn, theTick } from "../filled/filled-in.ts";

/**
 * What a filled form says, as the dialog takes it; undefined where nothing of ours is filled in.
 *
 * @param today - Civil date at the clinic, on which it was brought.
 */
export function filledRequest(
  fields: Filled,
  today: string,
): { readonly values: FieldValues; readonly wants: string } | undefined {
  const kind = theTick(fields, "kind", formKinds);
  const requester = theTick(fields, "whom", formWhoms);
  const [name, forName, reach] = [
    lineIn(fields, "name"),
    lineIn(fields, "forName"),
    lineIn(fields, "reach"),
  ] as const;
  const wants = (fields.get("wants") ?? "").trim();
  if ([kind, requester, name, reach, wants].every((one) => one === "")) return undefined;
  const way = theTick(fields, "way", formWays) as FormWay | "";
  const byMail = way === "mail" && fields.get("mailWord") === "yes";
  const where =
    way === "" || (way === "mail" && !byMail) ? reach : reachOf({ way, reach, receivedOn: today });
  const said = {
    kind,
    requester,
    name: forName === "" || requester === "patient" ? name : `${name}, for ${forName}`,
    reach: where,
  };
  const filled = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ""));
  return { values: { ...filled, channel: "form", doubt: "yes" }, wants };
}
