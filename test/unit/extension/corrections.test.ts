import { createHash } from "node:crypto";
import { getPublicKey, hashes, sign } from "@noble/ed25519";
import { sha512 } from "@noble/hashes/sha2.js";
import { afterEach, expect, test } from "vitest";
import { signedText } from "#domain/sites/signing";
import {
  clinicalAdapterFor,
  correctClinical,
  shippedClinical,
} from "../../../extension/clinical/clinical.ts";
import { gmail } from "../../../extension/mail/gmail/adapter.ts";
import { correctMail, mailAdapterFor } from "../../../extension/mail/mail.ts";
import { checkedCorrections } from "../../../extension/policy/checked-corrections.ts";
import { watchedSites } from "../../../extension/policy/watched-sites.ts";

hashes.sha512 = sha512;
const seed = new Uint8Array(32).fill(7);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const key = hex(getPublicKey(seed));
const corrected = { ...gmail, version: 9 };

function given(adapters: readonly object[], revision = 3, more: object = {}) {
  const text = JSON.stringify({ v: 1, revision, adapters, ...more });
  const digest = createHash("sha256").update(text).digest("hex");
  return { revision, text, signature: hex(sign(Buffer.from(signedText(revision, digest)), seed)) };
}
const held = { v: 1 as const, revision: 3, adapters: [] };
const [cliniko] = shippedClinical;

test.each([
  ["as it must be", given([corrected]), null, undefined],
  ["an own page", given([{ ...gmail, id: "own-4", hosts: ["mail.harbour.example"] }]), null, undefined],
  ["another page of a clinical system", given([{ ...cliniko, version: 9 }]), null, undefined],
  ["the same revision again", given([corrected]), held, undefined],
  ["none", null, null, "unreadable"],
  ["a signature that is none", { ...given([corrected]), signature: "00" }, null, "unreadable"],
  ["another signature", { ...given([corrected]), signature: "0".repeat(128) }, null, "signature"],
  ["another text", { ...given([corrected]), text: given([gmail]).text }, null, "signature"],
  ["another revision than was signed", { ...given([corrected]), revision: 4 }, null, "signature"],
  ["one that is older", given([corrected], 2), held, "older"],
  ["a key too many", given([{ ...corrected, script: "x" }]), null, "schema"],
  ["a key too many beside", given([corrected], 3, { run: "x" }), null, "schema"],
  ["a host that is part of another", given([{ ...corrected, hosts: ["*"] }]), null, "schema"],
  ["an id of nobody", given([{ ...gmail, id: "other" }]), null, "not-its-own"],
  ["a name for an id", given([{ ...gmail, id: "own-ellery" }]), null, "not-its-own"],
  ["a record whose number goes in clear", given([{ ...cliniko, reference: "keyed" }]), null, "not-its-own"],
  ["other numbers", given([{ ...cliniko, idForm: "^.*$" }]), null, "not-its-own"],
  ["a clinical system of nobody", given([{ ...cliniko, id: "own-1" }]), null, "not-its-own"],
])("corrections: %s", async (_, signed, before, refused) => {
  const checked = await checkedCorrections(signed, key, before);
  if (refused !== undefined) expect(checked).toBe(refused);
  else expect(checked).toMatchObject({ revision: 3 });
});

test("signed by another key they are refused, and without a key all are", async () => {
  for (const other of [hex(getPublicKey(new Uint8Array(32).fill(8))), "", "zz"])
    expect(await checkedCorrections(given([corrected]), other, null)).toBe("signature");
});

afterEach(() => {
  correctMail([]);
  correctClinical([]);
});

test("pages are read by them: one that ships is replaced, an own page is watched at its hosts", () => {
  if (!cliniko) throw new Error("no adapter");
  const own = { ...gmail, id: "own-4", hosts: ["mail.harbour.example"] };
  correctMail([corrected, own]);
  correctClinical([{ ...cliniko, version: 9 }]);
  expect(mailAdapterFor("mail.google.com")?.version).toBe(9);
  expect(mailAdapterFor("mail.harbour.example")?.id).toBe("own-4");
  expect(clinicalAdapterFor("harbour.uk2.cliniko.com")?.version).toBe(9);
  expect(watchedSites([])).toContainEqual({ host: "mail.harbour.example", adapter: "own-4", kind: "mail" });
  correctMail([]);
  expect(mailAdapterFor("mail.google.com")?.version).toBe(gmail.version);
  expect(mailAdapterFor("mail.harbour.example")).toBeUndefined();
});
