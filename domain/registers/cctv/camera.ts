/** For what a clinic's policy lets it keep pictures: the four that it names, and nothing else. */
export const cameraPurposes = {
  crime: "prevention or detection of crime",
  damage: "damage to property",
  safety: "safety of visitors and staff",
  legal: "legal matters",
} as const;
export type CameraPurpose = keyof typeof cameraPurposes;

/** Where a camera hangs. The last three are asked so that they can be refused. */
export const cameraPlaces = {
  entrance: "entrance",
  reception: "reception",
  waiting: "waiting room",
  corridor: "corridor or stairs",
  outside: "outside, at the building",
  carpark: "car park",
  store: "store",
  treatment: "treatment room",
  changing: "changing room",
  toilet: "toilet or shower",
} as const;
export type CameraPlace = keyof typeof cameraPlaces;

/** Where no camera hangs, whatever for. */
export const closedPlaces: readonly CameraPlace[] = ["treatment", "changing", "toilet"];

export const pictureKinds = {
  sign: "The sign",
  "view-1": "What it sees, first picture",
  "view-2": "What it sees, second picture",
} as const;
export type PictureKind = keyof typeof pictureKinds;
/** Kinds of files that are pictures; what is another is refused, whatever it calls itself. */
export const pictureTypes: readonly string[] = ["image/jpeg", "image/png"];

/** What is asked of a camera before it is kept, as far as it can be wrong. */
export interface CameraFacts {
  readonly place: CameraPlace;
  readonly audioOff: boolean;
  readonly visitorsOnly: boolean;
  /** Days for which it keeps pictures. */
  readonly days: number;
}

/**
 * What is wrong with a camera, by the field that has to change; undefined where nothing is.
 *
 * @param ceiling - Days above which the clinic keeps no pictures.
 */
export function cameraProblem(
  { place, audioOff, visitorsOnly, days }: CameraFacts,
  ceiling: number,
): { readonly field: keyof CameraFacts; readonly says: string } | undefined {
  if (closedPlaces.includes(place))
    return { field: "place", says: "No camera looks into a treatment or changing room, or a toilet." };
  if (!audioOff)
    return {
      field: "audioOff",
      says: "Switch its microphone off first: pictures serve the purpose, sound does not.",
    };
  if (!visitorsOnly)
    return {
      field: "visitorsOnly",
      says: "Turn it first: it may see visitors of the clinic, and nobody next door.",
    };
  const says = daysProblem(days, ceiling);
  return says === undefined ? undefined : { field: "days", says };
}

/** Why pictures may not be kept for so many days; undefined where they may. */
export function daysProblem(days: number, ceiling: number): string | undefined {
  if (!Number.isInteger(days) || days < 1) return "Enter a whole number of days, at least 1.";
  if (days <= ceiling) return undefined;
  return `At most ${ceiling} days: the clinic’s policy keeps pictures no longer than ${ceiling} days, and a hold keeps what is needed longer.`;
}
