import type { Action } from "#domain/acts";
import type { ActAnswer } from "#domain/api";
import type { Calendar } from "./happening.ts";

/** Ids by the keys of the cast, and the keyed sign-in that Cliniko shows for a person. */
export interface Ids {
  readonly person: (key: string) => string;
  readonly browser: (key: string) => string;
  readonly account: (key: string) => string;
}

/** Row that an act is about. Its version is looked up when the act is done. */
export interface On {
  readonly collection: string;
  readonly id: string;
}

/** Where the example's people act, as the story of a register finds it. */
export interface Staging {
  readonly tx: pb.App;
  readonly calendar: Calendar;
  readonly ids: Ids;
  /** Plans what is played at a moment, in milliseconds. What would still be to come does not happen. */
  plan(at: number, play: () => void): void;
  /** Does an act as this person of the cast, at the time that is played. */
  act(who: string, action: Action, data: unknown, on?: On): ActAnswer;
  /** What this person's authenticator shows at the time that is played. */
  code(who: string): string;
}
