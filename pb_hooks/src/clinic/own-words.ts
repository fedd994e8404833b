import type { OwnWords } from "#domain/detector/screening/own-words";
import { rowsOf } from "../base/database.ts";
import { once } from "../base/once.ts";
import { listIn } from "../base/rows.ts";
import { clinicOf } from "./clinic.ts";

/** What the clinic is called, where it is, and who works there or did: none of it names a patient. */
export function ownWords(app: pb.App): OwnWords {
  const people = rowsOf(app, ["name"], "SELECT name FROM users ORDER BY id").map(([name]) => String(name));
  const clinic = clinicOf(app);
  if (!clinic) return { people, texts: [] };
  const texts = [
    clinic.getString("name"),
    clinic.getString("address"),
    ...listIn<string>(clinic, "mailDomains"),
  ];
  return { people, texts: texts.filter((text) => text !== "") };
}

/** The same as the screen asks it, of what is stored now. */
export const ownNow = (): OwnWords => once("own words", () => ownWords($app));
