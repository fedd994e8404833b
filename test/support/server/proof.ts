import { npmScript, type Run } from "./npm-script.ts";

/** `npm run -s export-events`, beside a running server or on a folder at rest. */
export async function exportLedger(data: string, out: string): Promise<string> {
  const { status, stderr } = await npmScript("export-events", ["--data", data, "--out", out]);
  if (status !== 0) throw new Error(`export-events ended with ${status}: ${stderr}`);
  return out;
}

/** `npm run -s verify`: its exit status, and all that it said. */
export async function verifyLedger(file: string): Promise<Pick<Run, "status"> & { readonly said: string }> {
  const { status, stdout, stderr } = await npmScript("verify", [file]);
  return { status, said: (stdout + stderr).trim() };
}
