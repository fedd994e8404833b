import { type PersonRow, personRow } from "#domain/people/person-row";
import type { Role } from "#domain/roles";
import { pb } from "#lib/api/client.ts";

/** Milliseconds since 1970 at which a token ends; 0 where it can't be read. */
function endOf(token: string): number {
  try {
    const middle = (token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
    const claims: unknown = JSON.parse(atob(middle));
    const end = (claims as { exp?: unknown }).exp;
    return typeof end === "number" ? end * 1000 : 0;
  } catch {
    return 0;
  }
}

/** Who is signed in here, in every tab of this browser. */
class Session {
  #person = $state<PersonRow | null>(null);
  #endsAt = $state(0);

  constructor() {
    this.#take();
    pb.authStore.onChange(() => this.#take());
  }

  #take(): void {
    const { token, record, isValid } = pb.authStore;
    const parsed = personRow.safeParse(record);
    const live = isValid && parsed.success;
    const now = live ? parsed.data : null;
    // The same row read anew is no other person: whoever watches would begin anew, and read it once more.
    if (JSON.stringify(now) !== JSON.stringify(this.#person)) this.#person = now;
    this.#endsAt = live ? endOf(token) : 0;
  }

  get person(): PersonRow | null {
    return this.#person;
  }

  /** Milliseconds since 1970; 0 when nobody is signed in. */
  get endsAt(): number {
    return this.#endsAt;
  }

  is(...roles: readonly Role[]): boolean {
    return this.#person !== null && roles.includes(this.#person.role);
  }

  /** Takes the person's row as it is now: a role may have changed since the sign-in. */
  know(row: PersonRow): void {
    pb.authStore.save(pb.authStore.token, { ...row, collectionId: "", collectionName: "users" });
  }

  async signOut(): Promise<void> {
    // The SDK unsubscribes on a later microtask; without the sign-in that would be refused.
    await pb.realtime.unsubscribe().catch(() => undefined);
    pb.authStore.clear();
  }
}

export const session = new Session();
