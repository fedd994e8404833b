import type { MailAdapter } from "#domain/sites/adapter";
import type { CanaryField, Looked } from "#domain/sites/canary";
import { attachmentsOf, type Composer, recipientsOf } from "./message/composer.ts";
import { hasEditable, linesIn } from "./message/structure.ts";

/**
 * Whether an adapter still fits its page. Each of its facts is asked where it must show: what finds nothing there, while the
 * page's structure shows that there is something, has been renamed.
 */

/** A message is being written: where it stands, what is written and what sends it. */
export function lookedAtOpen({ compose }: MailAdapter, { root, byAdapter }: Composer): Looked {
  const finds = (selectors: readonly string[], within: ParentNode = root): boolean =>
    selectors.some((selector) => within.querySelector(selector) !== null);
  const { body, bodyFrame, subject, send: sends } = compose;
  return sorted([
    ["root", compose.root.length > 0, byAdapter, true],
    ["body", body.length + bodyFrame.length > 0, finds([...body, ...bodyFrame]), hasEditable(root)],
    ["subject", subject.length > 0, finds(subject), linesIn(root).length > 0],
    ["send", sends.buttons.length > 0, finds(sends.buttons, root.ownerDocument), true],
  ]);
}

/**
 * A message is sent: whom it goes to must stand there, and what was attached.
 *
 * @param attached - Documents went into it through the guard.
 */
export function lookedAtSend(adapter: MailAdapter, composer: Composer, attached: boolean): Looked {
  const { recipients, attachments } = adapter.compose;
  const some = recipientsOf(adapter, composer, { ownDomains: [], approvedDomains: [] }).all.length > 0;
  const lists = attachments.items.length > 0 && attachmentsOf(adapter, composer).length > 0;
  return sorted([
    ["root", adapter.compose.root.length > 0, composer.byAdapter, true],
    ["recipients", recipients.length > 0, some, true],
    ["attachments", attachments.items.length > 0, lists, attached],
  ]);
}

type Fact = readonly [field: CanaryField, known: boolean, found: boolean, mustBe: boolean];

function sorted(facts: readonly Fact[]): Looked {
  const known = facts.filter(([, isKnown]) => isKnown);
  return {
    found: known.filter(([, , found]) => found).map(([field]) => field),
    missed: known.filter(([, , found, mustBe]) => !found && mustBe).map(([field]) => field),
  };
}
