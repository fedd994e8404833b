import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChild } from "../child.ts";
import { dicomFile } from "../files/dicom.ts";
import type { Patient } from "../people.ts";
import { answers, onFreePort } from "../server/loopback.ts";

/** A real Orthanc: a picture archive whose Explorer shows patients in the browser. */
export interface Orthanc {
  /** Address without a closing slash. */
  readonly url: string;
  readonly host: string;
  readonly user: string;
  readonly password: string;
  /** Opened once in a browser, it signs the browser in: Orthanc asks by HTTP's basic sign-in. */
  readonly signInUrl: string;
  /** Files one study of this patient. Both ids are Orthanc's own, as its Explorer's addresses hold them. */
  addPatient(patient: Patient): Promise<{ readonly patientUuid: string; readonly studyUuid: string }>;
  /** Address of the Explorer's page of a patient. */
  patientPage(patientUuid: string): string;
  stop(): Promise<void>;
}

interface Uploaded {
  readonly ParentPatient: string;
  readonly ParentStudy: string;
}

/** Starts Debian's Orthanc with its own folder and configuration. Its DICOM port stays shut. */
export async function startOrthanc(): Promise<Orthanc> {
  const folder = mkdtempSync(join(tmpdir(), "chaperone-orthanc-"));
  const storage = join(folder, "storage");
  mkdirSync(storage);
  const [user, password] = ["amy", "correct horse"];
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
  const config = (port: number) => ({
    Name: "Test archive",
    StorageDirectory: storage,
    IndexDirectory: storage,
    Plugins: [],
    HttpPort: port,
    // Orthanc 1.10.1 listens on every address whatever it is told: this refuses all but loopback (SITES.md B3).
    RemoteAccessAllowed: false,
    AuthenticationEnabled: true,
    RegisteredUsers: { [user]: password },
    DicomServerEnabled: false,
    DefaultEncoding: "Utf8",
  });
  const clean = () => rmSync(folder, { recursive: true, force: true });
  const { port, child } = await onFreePort(
    "Orthanc",
    (free) => {
      const file = join(folder, "orthanc.json");
      writeFileSync(file, JSON.stringify(config(free)));
      return startChild("/usr/sbin/Orthanc", [file], { log: join(folder, "orthanc.log"), cwd: folder });
    },
    (free) => answers(`http://127.0.0.1:${free}/system`, { authorization }),
  ).catch((error: unknown) => {
    clean();
    throw error;
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    host: `127.0.0.1:${port}`,
    user,
    password,
    signInUrl: `http://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/app/explorer.html`,
    async addPatient(patient) {
      const response = await fetch(`${url}/instances`, {
        method: "POST",
        headers: { authorization, "content-type": "application/dicom" },
        body: new Uint8Array(dicomFile(patient)),
      });
      if (!response.ok) throw new Error(`Orthanc refused the study: ${await response.text()}`);
      const uploaded = (await response.json()) as Uploaded;
      return { patientUuid: uploaded.ParentPatient, studyUuid: uploaded.ParentStudy };
    },
    patientPage: (patientUuid) => `${url}/app/explorer.html#patient?uuid=${patientUuid}`,
    async stop() {
      await child.stop();
      clean();
    },
  };
}
