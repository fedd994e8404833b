import { type Component, mount, tick, unmount } from "svelte";
import { vi } from "vitest";
import type { Live } from "./live.svelte.ts";

type Row = { readonly id: string; readonly version: number };
interface Asked {
  readonly action: string;
  readonly id?: string;
  readonly version?: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What was asked of the act route, in its order. */
export const asked: Asked[] = [];

/** Answers acts as the server does: `compared` says which version of the row an act was made upon. */
export function serveActs(row: () => Row, compared: (body: Asked) => number | undefined): void {
  asked.length = 0;
  const answer = (status: number, body: object) => Promise.resolve(Response.json(body, { status }));
  vi.stubGlobal("fetch", (address: string | URL, init: { body?: string } = {}) => {
    if (!String(address).includes("/api/chaperone/act")) return answer(404, { message: "There is none." });
    const body = JSON.parse(init.body ?? "{}") as Asked;
    asked.push(body);
    const current = row();
    if (compared(body) === current.version || compared(body) === undefined)
      return answer(200, { id: current.id, version: current.version + 1, link: "https://a.example/#x" });
    const changedBy = [{ by: "Tom Reed", at: "2026-10-25T09:30:00.000Z" }];
    return answer(409, { message: "Tom Reed changed this meanwhile.", data: {}, current, changedBy });
  });
}

let mounted: object | undefined;
export async function show(component: Component<never>, props: object): Promise<void> {
  mounted = mount(component as Component, { target: document.body, props: props as never });
  await tick();
}
export async function close(): Promise<void> {
  if (mounted) await unmount(mounted);
  mounted = undefined;
  document.body.innerHTML = "";
  localStorage.clear();
  sessionStorage.clear();
}

export const text = (): string => (document.body.textContent ?? "").replace(/\s+/g, " ");
export function control(selector: string): HTMLInputElement {
  const found = document.querySelector<HTMLInputElement>(selector);
  if (!found) throw new Error(`no ${selector} in: ${text()}`);
  return found;
}

/** Types into a field, chooses an option or ticks a box. */
export async function fill(selector: string, value: string | true): Promise<void> {
  const field = control(selector);
  const option = [...field.querySelectorAll("option")].find((one) => one.value === value);
  if (value === true) field.click();
  else {
    field.value = value;
    // happy-dom finds no chosen option by `:checked`, which is how a browser is asked for it.
    if (option) field.querySelector = (() => option) as unknown as typeof field.querySelector;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  await tick();
}

/** Sends the form, and waits until `until` holds. */
export async function send(until: () => boolean): Promise<void> {
  control("form").dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }));
  await vi.waitUntil(until, { timeout: 5_000 });
  await tick();
}

export async function press(name: string): Promise<void> {
  const button = [...document.querySelectorAll("button")].find((one) => one.textContent?.trim() === name);
  if (!button) throw new Error(`no button ${name} in: ${text()}`);
  button.click();
  await tick();
}

/** Somebody else changes the row, and the page behind is read anew. */
export async function changedBehind<Value>(live: Live<Value>, now: Value): Promise<void> {
  live.value = now;
  await tick();
}
