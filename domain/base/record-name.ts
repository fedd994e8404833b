/** A record as people may see it on a projector: the system's short name and the reference's last four characters. */
export function recordName(system: string, recordRef: string): string {
  const name = system.split(":")[0] ?? "";
  if (recordRef === "") return name;
  return `${name} …${recordRef.slice(-4)}`;
}
