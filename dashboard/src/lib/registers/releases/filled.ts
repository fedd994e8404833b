import { channelKeys, relations, scopeKeys } from "#domain/registers/releases/release";
import type { FieldValues } from "#lib/components/form/field-spec.ts";
import { dayIn, type Filled, lineIn } from "../filled/filled-in.ts";

const lines = ["name", "organisation", "exclusions", "purpose", "interpreter"] as const;
const days = ["fromDay", "toDay", "validFrom", "expiresOn", "signedOn"] as const;

/** What a filled form says, as the dialog takes it; undefined where nothing of ours is filled in. */
export function filledRelease(fields: Filled): FieldValues | undefined {
  const ticks = [
    ...scopeKeys.map((key) => `scope-${key}`),
    ...channelKeys.map((key) => `way-${key}`),
    "once",
  ].filter((name) => fields.get(name) === "yes");
  const typed = lineIn(fields, "relation").toLowerCase();
  const relation = Object.entries(relations).find(([, words]) => words.toLowerCase() === typed)?.[0] ?? "";
  const said = Object.fromEntries(
    [
      ...lines.map((name) => [name, lineIn(fields, name)] as const),
      ...days.map((name) => [name, dayIn(fields, name)] as const),
      ["relation", relation] as const,
    ].filter(([, value]) => value !== ""),
  );
  if (ticks.length === 0 && Object.keys(said).length === 0) return undefined;
  // What is not ticked on paper is not allowed, whatever the dialog begins with.
  const unticked = Object.fromEntries(channelKeys.map((key) => [`way-${key}`, ""]));
  return { ...unticked, ...said, ...Object.fromEntries(ticks.map((name) => [name, "yes"])), proof: "signed" };
}
