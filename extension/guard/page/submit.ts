import type { Hook } from "./hook.ts";
import { call, replace } from "./originals.ts";

const kept = ["target", "action", "method", "enctype"] as const;

/** `form.submit()` fires no event (Roundcube sends with it): it waits here, then goes with the form as it then was. */
export function holdSubmit(hook: Hook): void {
  const { submit } = HTMLFormElement.prototype;
  const go = (form: HTMLFormElement, then: ReadonlyMap<string, string | null>): void => {
    const now = new Map(kept.map((name) => [name as string, form.getAttribute(name)]));
    // A form that a script made for this alone was taken out again meanwhile, and sends nothing from there.
    const isOut = !form.isConnected;
    if (isOut) document.documentElement.append(form);
    put(form, then);
    call(submit, form);
    put(form, now);
    if (isOut) form.remove();
  };
  replace(
    HTMLFormElement.prototype,
    "submit",
    () =>
      function (this: HTMLFormElement) {
        const asWas = new Map(kept.map((name) => [name as string, this.getAttribute(name)]));
        if (!hook.waits(this, (may) => may && go(this, asWas))) call(submit, this);
      },
  );
}

function put(form: HTMLFormElement, attributes: ReadonlyMap<string, string | null>): void {
  for (const [name, value] of attributes) {
    if (value === null) form.removeAttribute(name);
    else form.setAttribute(name, value);
  }
}
