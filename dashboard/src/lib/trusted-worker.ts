/** As much of Trusted Types as a worker needs; browsers without them take the address itself. */
interface Trusting {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): unknown;
  };
}

let policy: ReturnType<Trusting["createPolicy"]> | undefined;

/** Starts a worker of our own build: the page's policy lets no script be fetched from an address that is only text. */
export function trustedWorker(address: string): Worker {
  const own = new URL(address, location.origin);
  if (own.origin !== location.origin) throw new Error("a worker comes from our own server");
  const { trustedTypes } = window as { trustedTypes?: Trusting };
  policy ??= trustedTypes?.createPolicy("chaperone-worker", { createScriptURL: (url) => url });
  return new Worker((policy?.createScriptURL(own.href) ?? own.href) as string, { type: "module" });
}
