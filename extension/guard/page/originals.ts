/**
 * The page's own functions as they were before any script of the page ran. The hook calls these alone, so a page
 * that replaces them later neither sees nor bends it.
 */
const { apply } = Reflect;
const { dispatchEvent, addEventListener } = EventTarget.prototype;
const { stopImmediatePropagation, preventDefault } = Event.prototype;

type AnyFunction = (...args: never[]) => unknown;

/** Calls a method as the page would, with `self` as its `this`. */
export function call<F extends AnyFunction>(method: F, self: unknown, ...args: Parameters<F>): ReturnType<F> {
  return apply(method, self, args) as ReturnType<F>;
}

export const listen = (on: EventTarget, type: string, heard: (event: Event) => void): void =>
  call(addEventListener, on, type, heard as EventListener, true);

/** @returns Whether nobody cancelled it. */
export const dispatch = (on: EventTarget, event: Event): boolean => call(dispatchEvent, on, event);

/** Keeps an event from everybody who has not heard it yet. */
export function stop(event: Event): void {
  call(stopImmediatePropagation, event);
  call(preventDefault, event);
}

/**
 * Replaces a method and keeps its name, length and look.
 *
 * @param make - Gets the original, gives the replacement.
 */
export function replace<T extends object, K extends keyof T>(
  on: T,
  name: K,
  make: (original: T[K]) => T[K],
): void {
  const described = Object.getOwnPropertyDescriptor(on, name);
  if (!described || typeof described.value !== "function") return;
  const original = described.value as T[K] & AnyFunction;
  const made = make(original) as T[K] & AnyFunction;
  Object.defineProperty(made, "name", { value: original.name, configurable: true });
  Object.defineProperty(made, "length", { value: original.length, configurable: true });
  Object.defineProperty(on, name, { ...described, value: made });
}
