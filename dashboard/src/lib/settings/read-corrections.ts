import { type Correction, correction } from "#domain/sites/corrections";
import { correctionsMost } from "#domain/sites/signing";

/** What was pasted, as adapters, or one sentence that says why it is none. */
export type Read = { readonly adapters: Correction[] } | { readonly wrong: string };

/** Reads one adapter, or a list of them, as JSON. Nothing is guessed: what has one key too many is refused. */
export function readCorrections(text: string): Read {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { wrong: "This is not JSON. Paste what the extension’s options gave, whole." };
  }
  const all = Array.isArray(value) ? value : [value];
  if (all.length === 0 || all.length > correctionsMost)
    return { wrong: `Paste one adapter, or a list of up to ${correctionsMost}.` };
  const adapters: Correction[] = [];
  for (const one of all) {
    const fit = correction.safeParse(one);
    if (!fit.success) return { wrong: `This does not fit: ${nameOf(one)} is no adapter of this version.` };
    const unread = selectorsIn(fit.data).find((selector) => !canRead(selector));
    if (unread !== undefined) return { wrong: `No browser can read this selector: ${unread}` };
    adapters.push(fit.data);
  }
  return { adapters };
}

function nameOf(value: unknown): string {
  const { id } = (value ?? {}) as { id?: unknown };
  return typeof id === "string" && /^[a-z0-9-]{1,40}$/.test(id) ? `“${id}”` : "what was pasted";
}

function selectorsIn(adapter: Correction): string[] {
  if (adapter.kind === "clinical")
    return adapter.pages.flatMap(({ confirm, unless }) => [...confirm, ...unless]);
  const { root, body, bodyFrame, subject, recipients, attachments, send } = adapter.compose;
  return [
    ...[root, body, bodyFrame, subject, attachments.items, attachments.name, send.buttons].flat(),
    ...recipients.map(({ find }) => find),
  ];
}

function canRead(selector: string): boolean {
  try {
    document.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    return false;
  }
}
