import * as z from "zod/mini";
import { adapterId, adapterName, adapterVersion, hosts, read, selector } from "./bounds.ts";
import { evidence } from "./evidence.ts";

/**
 * A mail site as facts (SITES.md E): selectors and hosts, each with its evidence. No code, no timing.
 * Where a selector finds nothing the guard falls back to the page's structure and reports `blind`.
 */

/** Tried in this order; the first that finds something counts. */
const selectors = z.array(selector).check(z.maxLength(12));

const marks = z.array(z.string().check(z.minLength(2), z.maxLength(40))).check(z.maxLength(8));

const recipientSource = z.strictObject({ find: selector, read });
export type RecipientSource = z.infer<typeof recipientSource>;

export const mailAdapter = z.strictObject({
  id: adapterId,
  version: adapterVersion,
  name: adapterName,
  kind: z.literal("webmail"),
  /** Exact hosts, or `.suffix`; empty for a product that runs on any host: the clinic's policy names it. */
  hosts,
  evidence,
  /** Parts of an address behind its host that say a message is being written here: without a root then, we are blind. */
  composeUrls: z.array(z.string().check(z.minLength(3), z.maxLength(80))).check(z.maxLength(8)),
  compose: z.strictObject({
    root: selectors,
    body: selectors,
    /** Frames that hold the body of a rich-text message. */
    bodyFrame: selectors,
    subject: selectors,
    /**
     * All recipients, To, Cc and Bcc alike. What was read by one is not read again by those after it: first the chips that
     * carry an address, then those that show a name alone, which counts as outside, last the field that holds them.
     */
    recipients: z.array(recipientSource).check(z.maxLength(12)),
    attachments: z.strictObject({
      items: selectors,
      /** Where an item writes its file name; none: the item's whole text. */
      name: selectors,
      /** An item that is still being uploaded. */
      busy: selectors,
      /**
       * Address from which the page itself would open an item that it got from its server, relative to the page.
       * `{item}` is the item's id, `{param:x}` the parameter x of the page's own address.
       */
      open: z.optional(z.string().check(z.regex(/^(?:\?|\/(?![/\\]))[^\s\\]*$/), z.maxLength(200))),
    }),
    send: z.strictObject({
      buttons: selectors,
      /** Sent by Ctrl+Enter or Cmd+Enter. */
      hotkey: z.boolean(),
      /** Sent by `form.submit()`, which fires no event. */
      formSubmit: z.boolean(),
      /** Hidden field whose value `1` makes a submit the saving of a draft. */
      draftField: z.optional(selector),
      /** Words in a request by which the product itself tells a message that is sent from a draft that is saved. */
      marks: z.optional(z.strictObject({ sends: marks, drafts: marks })),
    }),
  }),
});
export type MailAdapter = z.infer<typeof mailAdapter>;
