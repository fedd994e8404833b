import { type Switchable, switchWords } from "#domain/registers/switched";
import type { LeftOut } from "#domain/work/evidence-pack";
import { once } from "../base/once.ts";
import { listIn } from "../base/rows.ts";
import { clinicOf } from "../clinic/clinic.ts";
import type { ServerRegister } from "./register.ts";

/** Keys of the registers that the clinic does without. */
export const switchedOff = (app: pb.App): readonly string[] =>
  once("registers switched off", () => {
    const clinic = clinicOf(app);
    return clinic ? listIn<string>(clinic, "registersOff") : [];
  });

/** Those of these registers that the clinic uses. */
export function usedOf(app: pb.App, registers: readonly ServerRegister[]): readonly ServerRegister[] {
  const off = switchedOff(app);
  return registers.filter(({ key }) => key === undefined || !off.includes(key));
}

/** What a pack says of the registers that are not in it. */
export const leftOutOf = (app: pb.App): LeftOut[] =>
  switchedOff(app).map((key) => ({
    what: switchWords[key as Switchable]?.name ?? key,
    why: "Switched off in Settings: what it holds is kept, and is not in this pack.",
  }));

/** @throws {ForbiddenError} Where the clinic does without the register: its routes answer nothing then, either. */
export function requireOn(app: pb.App, key: Switchable): void {
  if (switchedOff(app).includes(key))
    throw new ForbiddenError("This register is switched off in the clinic’s settings.");
}

/** @throws {ForbiddenError} If the act is one of a register that the clinic does without. */
export function requireInUse(app: pb.App, registers: readonly ServerRegister[], action: string): void {
  if (switchedOff(app).length === 0) return;
  const of = registers.find(({ acts }) => Object.hasOwn(acts, action))?.key;
  if (of !== undefined) requireOn(app, of);
}
