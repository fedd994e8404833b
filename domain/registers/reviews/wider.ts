import type { ReviewMinutes } from "./minutes.ts";

/** Somebody whom minutes name, and as what they stand in copies that circulate wider. */
export interface Named {
  readonly name: string;
  /** "Manager", "Practitioner". */
  readonly role: string;
}

/** Words before a name that are no part of it. */
const titles: readonly string[] = ["Dr", "Mr", "Mrs", "Ms", "Miss", "Mx", "Prof", "Professor"];
/** Where a part of a name belongs to several people. */
const nobodyInParticular = "somebody";
/** A shorter part of a name is a particle or an initial. */
const shortestPart = 3;

/**
 * Minutes for wider circulation (DOMAIN.md 8): each person stands as a role, also where a sentence names one, by the
 * whole name or by a part of it. A sentence that meant the word and not the person reads oddly then: better so than
 * the other way.
 */
export function withoutNames(minutes: ReviewMinutes): ReviewMinutes {
  const unnamed = unnamer(labelled(minutes.people ?? namedIn(minutes)));
  const { people: _, ...rest } = minutes;
  return {
    ...rest,
    signedBy: unnamed(minutes.signedBy),
    chair: unnamed(minutes.chair),
    deputyChair: unnamed(minutes.deputyChair),
    present: minutes.present.map(unnamed),
    apologies: minutes.apologies.map(unnamed),
    conflicts: minutes.conflicts.map(({ who, item }) => ({ who: unnamed(who), item: unnamed(item) })),
    items: minutes.items.map((item) => ({
      ...item,
      title: unnamed(item.title),
      facts: unnamed(item.facts),
      reason: unnamed(item.reason),
      ...(item.open !== undefined && { open: unnamed(item.open) }),
    })),
    actions: minutes.actions.map((one) => ({ ...one, text: unnamed(one.text), owner: unnamed(one.owner) })),
    lastActions: minutes.lastActions.map((one) => ({
      ...one,
      text: unnamed(one.text),
      owner: unnamed(one.owner),
      state: unnamed(one.state),
      ...(one.reason !== undefined && { reason: unnamed(one.reason) }),
    })),
    learning: unnamed(minutes.learning),
    missed: minutes.missed.map(({ weekOf, reason }) => ({ weekOf, reason: unnamed(reason) })),
  };
}

/** Of these people, those whom the minutes name somewhere, by the whole name or by a part of it. */
export function peopleNamed(minutes: ReviewMinutes, people: readonly Named[]): Named[] {
  const all = JSON.stringify(minutes);
  return people.filter(
    ({ name }) => name !== "" && [name, ...partsOf(name)].some((needle) => isSaid(needle, all)),
  );
}

/** Minutes that were signed before roles were frozen with them: whoever stands as a person in them. */
function namedIn(minutes: ReviewMinutes): Named[] {
  const { chair, deputyChair, signedBy, present, apologies, conflicts, actions, lastActions } = minutes;
  const names = [
    chair,
    deputyChair,
    signedBy,
    ...present.map((one) => one.replace(/, by telephone$/, "")),
    ...apologies,
    ...conflicts.map(({ who }) => who),
    ...[...actions, ...lastActions].map(({ owner }) => owner),
  ];
  return [...new Set(names)].filter((name) => name !== "").map((name) => ({ name, role: "Person" }));
}

/** Names with what stands for them: roles that several have are numbered. */
function labelled(people: readonly Named[]): Map<string, string> {
  const labels = new Map<string, string>();
  const seen = new Map<string, number>();
  for (const { name, role } of people) {
    const number = (seen.get(role) ?? 0) + 1;
    seen.set(role, number);
    const several = people.filter((one) => one.role === role).length > 1;
    labels.set(name, several ? `${role} ${number}` : role);
  }
  return labels;
}

/** Replaces names by their labels, the longest first, as whole words alone. */
function unnamer(labels: ReadonlyMap<string, string>): (text: string) => string {
  const parts = new Map<string, string>();
  for (const [name, label] of labels) {
    for (const part of partsOf(name)) {
      const known = parts.get(part);
      parts.set(part, known === undefined || known === label ? label : nobodyInParticular);
    }
  }
  const needles = [...parts, ...labels].sort(([one], [other]) => other.length - one.length);
  return (text) => {
    let said = "";
    for (let i = 0; i < text.length; ) {
      const found = isLetter(text[i - 1]) ? undefined : needles.find(([needle]) => stands(needle, text, i));
      said += found ? found[1] : text[i];
      i += found ? found[0].length : 1;
    }
    return said;
  };
}

const partsOf = (name: string): string[] =>
  name.split(" ").filter((part) => part.length >= shortestPart && !titles.includes(part) && isNameLike(part));

/** Begins with a capital, or is of a script that has none: particles such as "ap" and "van" are nobody's name. */
const isNameLike = ([first = ""]: string): boolean =>
  first !== first.toLowerCase() || first.toLowerCase() === first.toUpperCase();

const stands = (needle: string, text: string, at: number): boolean =>
  text.startsWith(needle, at) && !isLetter(text[at + needle.length]);

function isSaid(needle: string, text: string): boolean {
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    if (!isLetter(text[at - 1]) && stands(needle, text, at)) return true;
  }
  return false;
}

/** By case, since this engine's regular expressions know no letters beyond ASCII; scripts without case by their range. */
const isLetter = (char: string | undefined): boolean =>
  char !== undefined && (char.toLowerCase() !== char.toUpperCase() || (char >= "\u0590" && char <= "\u1fff"));
