/**
 * What exists once in a frame's world of ours, whichever of our scripts asks first: each script there is bundled by itself and
 * has modules of its own. By a symbol, which no element's name stands in for.
 */
export function onePerWorld<T>(name: string, make: () => T): T {
  const key = Symbol.for(`chaperone ${name}`);
  const world = globalThis as { [key]?: T };
  world[key] ??= make();
  return world[key];
}
