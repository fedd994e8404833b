import * as z from "zod/mini";
import { adapterId, adapterName, adapterVersion, addressPattern, hosts, read, selector } from "./bounds.ts";
import { evidence } from "./evidence.ts";

/**
 * A clinical system as facts (SITES.md B and E): how its hosts, records and acts are recognised, each with its
 * evidence. No code, no timing. A record counts as open only where its route fits *and* the page shows one.
 */

const slug = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(40));
/** Tried in this order; the first that finds something counts. */
const selectors = z.array(selector).check(z.maxLength(16));

/** Kinds of events that an adapter may tell of. */
const kind = z.enum(["record.view", "record.search", "record.export"]);

const page = z
  .strictObject({
    kind,
    /** What is seen there, `treatment-note` for one: `detail.page` of the event. */
    page: slug,
    /** What the reference names; absent for lists and searches. */
    recordKind: z.optional(z.string().check(z.regex(/^[a-z][a-z-]{0,39}$/))),
    /** Which part of the address is compared. A hash or a query is compared with its `#` or `?`. */
    part: z.enum(["path", "path+query", "hash", "path+hash"]),
    /**
     * The group `id` is the record's own id, the text as it stands, to its last digit. The group `term` is what a search
     * looks for; a list that is sorted, filtered or turned over has none. The group `item` tells one note, letter or file of
     * the record from another: each is a view of its own, whatever is done on its page. Of a reference in clear it is the
     * vendor's own id; of a keyed one it may be any part of the address, for it is keyed too.
     */
    match: addressPattern,
    /** One of these must be on the page. */
    confirm: selectors.check(z.minLength(1)),
    /** None of these may be: a sign-in form stands at many an address. */
    unless: selectors,
    /** Rows of a list or of a search's results, to be counted. */
    rows: z.optional(selector),
    /** Of a search that the address does not tell: a click on one of these starts it. */
    asks: z.optional(selectors.check(z.minLength(1))),
  })
  .check(
    z.refine(
      ({ kind, match, asks }) =>
        (kind === "record.search") === (match.includes("(?<term>") !== (asks !== undefined)) &&
        (kind === "record.search" || !match.includes("(?<term>")),
      "a search, and nothing else, says how one is known: by the group `term` of its address or by `asks`",
    ),
  );

const act = z.strictObject({
  kind: z.enum(["record.download", "record.export", "record.print"]),
  /** What is taken out, `letter` for one: `detail.what` of the event. */
  what: slug,
  /** A link or button that does it, and nothing else, with the record that is open. */
  click: selectors,
  /**
   * A link does it whose path fits: one that can be nothing but a file, by its ending or as the download that it is
   * called; no address of `pages` may fit. The group `id` names the record; without one it is an act on no record,
   * whichever is open.
   */
  href: z.optional(addressPattern),
  /** Name under which the browser saves it where the page does not tell one; `{id}` is the record's own id. */
  saves: z.optional(z.string().check(z.minLength(3), z.maxLength(80))),
});

export const clinicalAdapter = z.strictObject({
  id: adapterId,
  version: adapterVersion,
  name: adapterName,
  kind: z.literal("clinical"),
  /** Hosts that are watched without being named: exact, or `.suffix`. Empty: the clinic's policy names the host. */
  hosts,
  evidence,
  /** Which hosts hold a clinic's own records, and which of its accounts: group `tenant` of the host with its port. */
  tenant: addressPattern,
  /** Whether references go in clear or keyed (DESIGN.md 5). */
  reference: z.enum(["vendor", "keyed"]),
  /** What an id must look like, so that `new` or `search` is not taken for one. */
  idForm: addressPattern,
  /** Where the page names who is signed in; the group `person` of `form` is the name. */
  person: z
    .array(z.strictObject({ find: selector, read, form: z.optional(addressPattern) }))
    .check(z.maxLength(16)),
  /** The first that fits counts: the specific before the general. */
  pages: z.array(page).check(z.minLength(1), z.maxLength(40)),
  acts: z.array(act).check(z.maxLength(20)),
});
export type ClinicalAdapter = z.infer<typeof clinicalAdapter>;
export type ClinicalPage = z.infer<typeof page>;
