type Area = Record<string, unknown>;

/** The extension's storage in memory, and what a browser policy sets. */
export function fakeStorage() {
  const kept: Record<"local" | "session" | "managed", Area> = { local: {}, session: {}, managed: {} };
  const area = (name: keyof typeof kept) => ({
    get: async (keys: string | readonly string[] | null) =>
      Object.fromEntries(
        [keys ?? Object.keys(kept[name])]
          .flat()
          .flatMap((key) => (key in kept[name] ? [[key, kept[name][key]]] : [])),
      ),
    set: async (values: Area) => void Object.assign(kept[name], structuredClone(values)),
    remove: async (keys: string | readonly string[]) => {
      for (const key of [keys].flat()) delete kept[name][key];
    },
  });
  return {
    kept,
    storage: { local: area("local"), session: area("session"), managed: area("managed") },
    empty() {
      kept.local = {};
      kept.session = {};
      kept.managed = {};
    },
  };
}

/** Locks for one page: one after the other, by name. */
export function fakeLocks() {
  const last = new Map<string, Promise<unknown>>();
  return {
    request<T>(name: string, run: () => Promise<T>): Promise<T> {
      const next = (last.get(name) ?? Promise.resolve()).catch(() => undefined).then(run);
      last.set(name, next);
      return next;
    },
  };
}
