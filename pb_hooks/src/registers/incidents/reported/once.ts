import { canonicalJson } from "#domain/base/canonical-json";
import { key } from "../../../base/keys.ts";
import { refuse } from "../../../base/refusal.ts";

/** What a request is known again by. Both are keyed, so that neither the row nor a backup tells who sent it. */
export interface Once {
  /** Of who sent it, with the id that they made before the first try: another's id is another request. */
  readonly requestKey: string;
  /** Of what it told: the same id with other words is no second try. */
  readonly requestDigest: string;
}

/**
 * @param sender - Collection and id of who is signed in, and what is asked.
 * @param id - Made by the client before the first try; without one every request is its own.
 * @param told - What the person wrote and chose.
 */
export function onceFor(sender: readonly string[], id: string | undefined, told: object): Once | undefined {
  if (id === undefined) return undefined;
  const digest = (value: unknown) => $security.hs256(canonicalJson(value), key("digest.key"));
  return { requestKey: digest([...sender, id]), requestDigest: digest(told) };
}

/**
 * The incident that the same request has made already: its answer was lost on the way.
 *
 * @throws {BadRequestError} If the sender used the id for something else.
 */
export function madeBefore(tx: pb.App, once: Once | undefined, field: string): pb.Record | undefined {
  if (!once) return undefined;
  const filter = "requestKey = {:requestKey}";
  const [made] = tx.findRecordsByFilter("breaches", filter, "", 1, 0, { requestKey: once.requestKey });
  if (made && made.getString("requestDigest") !== once.requestDigest) {
    refuse(field, "id-taken", "Something else was sent under this id.");
  }
  return made;
}
