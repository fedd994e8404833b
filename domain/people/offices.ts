import * as z from "zod/mini";
import { civilDate } from "../base/civil-date.ts";
import { type Stretch, stretchesOf, type Touch, within } from "./stretches.ts";

/** What somebody can be here on a day: a role of people, or an office that the clinic names. */
export const offices = ["dpo", "deputyLead", "manager", "controller", "duty", "deputy", "auditor"] as const;
export type Office = (typeof offices)[number];

const namedByClinic = {
  dpo: "lead",
  deputyLead: "deputyLead",
  controller: "controller",
  duty: "duty",
  deputy: "deputy",
} as const;

export const officesQuery = z.strictObject({ day: civilDate });

/** `GET /api/chaperone/offices?day=`: who was what on a day of the clinic. */
export const officesAnswer = z.object({
  day: z.string(),
  /** Bounds of the day: instants, the end not within. */
  start: z.string(),
  end: z.string(),
  /** In their order; who held it, from when to when of that day; `person` '' for nobody. */
  held: z.array(z.object({ office: z.enum(offices), person: z.string(), from: z.string(), to: z.string() })),
  /** What is not recorded, and before which instant. */
  unknown: z.array(z.object({ office: z.enum(offices), person: z.string(), before: z.string() })),
});
export type OfficesAnswer = z.infer<typeof officesAnswer>;
type Held = OfficesAnswer["held"][number];
type Unknown = OfficesAnswer["unknown"][number];

/** A row of `users` as it is now, with what its events tell. */
export interface PersonThen {
  readonly id: string;
  readonly role: string;
  readonly active: boolean;
  readonly touches: readonly Touch[];
}

/** The clinic's row as it is now, with what its events tell. */
export interface ClinicThen {
  readonly now: Readonly<Record<string, string>>;
  readonly touches: readonly Touch[];
}

/**
 * Who was lead, manager, on duty and so on on a day, from the events of the log; what they lack is said and not guessed.
 *
 * @param start - First instant of the day. @param end - The first after it.
 */
export function officesOn(
  clinic: ClinicThen,
  people: readonly PersonThen[],
  { day, start, end }: Pick<OfficesAnswer, "day" | "start" | "end">,
): OfficesAnswer {
  const held: Held[] = [];
  const unknown: Unknown[] = [];
  for (const office of offices) {
    if (office === "manager" || office === "auditor") {
      for (const one of people) ofRole(office, one, start, end, held, unknown);
      continue;
    }
    const column = namedByClinic[office];
    const stretches = begun(stretchesOf(column, clinic.touches, clinic.now[column] ?? ""), clinic.touches);
    for (const { from, to, next, value } of within(stretches, start, end)) {
      if (value === undefined) unknown.push({ office, person: "", before: next || to });
      else held.push({ office, person: value, from, to });
    }
  }
  return { day, start, end, held: joined(held), unknown };
}

/** Who had a role and worked here: one who was deactivated in the morning was a manager until then. */
function ofRole(
  office: Office,
  person: PersonThen,
  start: string,
  end: string,
  held: Held[],
  unknown: Unknown[],
): void {
  const { id, touches } = person;
  const roles = begun(stretchesOf("role", touches, person.role), touches);
  const active = begun(stretchesOf("active", touches, String(person.active)), touches);
  for (const role of within(roles, start, end)) {
    for (const works of within(active, role.from, role.to)) {
      const { from, to } = works;
      if (
        works.value === "false" ||
        works.value === "" ||
        (role.value !== undefined && role.value !== office)
      )
        continue;
      if (role.value === undefined || works.value === undefined)
        unknown.push({
          office,
          person: id,
          before: (role.value === undefined ? role.next : works.next) || to,
        });
      else held.push({ office, person: id, from, to });
    }
  }
}

/** Before the event that made a row there was none; a row without any event is as it is. */
function begun(stretches: readonly Stretch[], touches: readonly Touch[]): Stretch[] {
  const [first] = touches;
  if (!first) return [...stretches];
  const later = stretches.filter(({ from }) => from > first.at);
  const at = [...stretches].reverse().find(({ from }) => from <= first.at);
  return [{ from: "", value: "" }, { from: first.at, value: at?.value }, ...later];
}

/** Stretches of one holder that follow each other are one; of nobody none is told where somebody is. */
function joined(held: readonly Held[]): Held[] {
  const all: Held[] = [];
  for (const one of held) {
    const last = all.at(-1);
    if (last && last.office === one.office && last.person === one.person && last.to === one.from)
      all[all.length - 1] = { ...last, to: one.to };
    else all.push(one);
  }
  return all;
}
