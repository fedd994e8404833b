type Versions = Readonly<Record<string, string>>;

/** The parts of package.json that name versions. */
export interface PackageFile {
  readonly dependencies?: Versions;
  readonly devDependencies?: Versions;
  readonly optionalDependencies?: Versions;
  readonly overrides?: Versions;
}

/** Each version that is not one exact version, as `name version`. */
export function looseVersions(file: PackageFile): string[] {
  const groups = [file.dependencies, file.devDependencies, file.optionalDependencies, file.overrides];
  const all = groups.flatMap((group) => Object.entries(group ?? {}));
  return all
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map((pair) => pair.join(" "));
}

export interface LockFile {
  readonly packages: Readonly<
    Record<string, { readonly integrity?: string; readonly resolved?: string; readonly inBundle?: boolean }>
  >;
}

/**
 * Each package of the lock that npm could not check against a hash, or that comes from elsewhere than the registry.
 * (An entry without an address comes from the registry.)
 */
export function unchecked(lock: LockFile): string[] {
  const registry = "https://registry.npmjs.org/";
  return Object.entries(lock.packages)
    .filter(([path]) => path !== "")
    .filter(
      // What a package brings along in its own archive is covered by that one's hash.
      ([, { inBundle = false, integrity = "", resolved = registry }]) =>
        !(inBundle || integrity.startsWith("sha512-")) || !resolved.startsWith(registry),
    )
    .map(([path]) => path);
}
