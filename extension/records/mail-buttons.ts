import { isApproved, mailsBy } from "./mail-labels.ts";

/** Controls that do something when they are pressed; what is ticked, chosen or turned to is none. */
const controls =
  "button, [role=button], [role=menuitem], input[type=submit], input[type=button], input[type=image], a[href], a[role]";
const turnedTo =
  "nav, [role=navigation], [role=tab], [role=tablist], [role=option], [role=switch], [aria-pressed], [aria-disabled=true], :disabled";
/** It opens a menu: what stands in it sends. */
const opensMenu = "[aria-haspopup=true], [aria-haspopup=menu], [aria-haspopup=listbox]";
/** A link that leads somewhere, not one that is drawn as a button. */
const leads = "a[href]:not([role]):not([href^='#']):not([href^='javascript:' i])";
const toAProgram = "a[href^='mailto:' i], a[href^='tel:' i], a[href^='sms:' i]";
/** Characters of a name that are looked at. */
const longest = 200;

export interface MailButton {
  readonly at: Element;
  /** What it is called on the page. */
  readonly name: string;
  readonly approved: boolean;
}

/**
 * The button of a clinical system that a press is on and that says to send by e-mail or to share; undefined for all other
 * presses. A label that the clinic approved is one whatever it says.
 *
 * @param isRecord - Whether a record is open: a short word counts only there.
 */
export function mailButtonOf(
  path: readonly EventTarget[],
  approved: readonly string[],
  isRecord: boolean,
): MailButton | undefined {
  const at = path.find((one): one is Element => one instanceof Element && one.matches(controls));
  if (!at || at.closest(turnedTo) || at.matches(opensMenu) || at.matches(toAProgram)) return undefined;
  const names = namesOf(at);
  const taught = names.find((name) => isApproved([name], approved));
  if (taught !== undefined) return { at, name: taught, approved: true };
  const mayBeShort = isRecord && !at.matches(leads);
  const says = names.find((name) => {
    const how = mailsBy(name);
    return how === "sure" || (how === "short" && mayBeShort);
  });
  return says === undefined ? undefined : { at, name: says, approved: false };
}

/** What a control is called: by another element, by itself, by its words or its picture. */
function namesOf(control: Element): string[] {
  const root = control.getRootNode() as Document | ShadowRoot;
  const by = (control.getAttribute("aria-labelledby") ?? "").split(/\s+/).slice(0, 4);
  const labelled = by
    .map((id) => (id === "" ? "" : (root.getElementById?.(id)?.textContent ?? "")))
    .join(" ");
  const said = [
    labelled,
    control.getAttribute("aria-label"),
    control instanceof HTMLInputElement ? control.value : control.textContent,
    control.getAttribute("title"),
    control.getAttribute("alt") ?? control.querySelector("img[alt]")?.getAttribute("alt"),
  ];
  return said
    .map((text) => (text ?? "").slice(0, longest).replace(/\s+/g, " ").trim())
    .filter((text) => text !== "");
}
