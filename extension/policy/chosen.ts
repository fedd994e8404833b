import * as z from "zod/mini";
import { milliseconds, policy } from "#domain/policy";
import { stored } from "../stored.ts";

/**
 * Who says to be at a shared desk. Forgotten after half an hour without work, at the local midnight, when the screen
 * is locked and when the browser closes: the next person is nobody until somebody says who.
 */
const chosen = z.object({ user: z.string(), active: z.number(), day: z.string() });
type Chosen = z.infer<typeof chosen>;

const chosenHere = stored<Chosen | null>("session:chosen", z.nullable(chosen), null);

const localDay = (now: number): string => new Date(now).toDateString();

/** Whether a choice still stands. */
export function stands(choice: Chosen, now: number): boolean {
  const idle = now - choice.active;
  return idle >= 0 && idle <= milliseconds(policy.chosenPersonIdle) && choice.day === localDay(now);
}

export async function chosenPerson(now: number): Promise<string | undefined> {
  const choice = await chosenHere.get();
  return choice && stands(choice, now) ? choice.user : undefined;
}

export function choosePerson(user: string | null, now: number): Promise<void> {
  return user === null ? chosenHere.remove() : chosenHere.set({ user, active: now, day: localDay(now) });
}

/** Work at this desk by whoever was chosen keeps the choice standing. */
export async function stillHere(now: number): Promise<void> {
  await chosenHere.change((choice) => (choice && stands(choice, now) ? { ...choice, active: now } : null));
}
