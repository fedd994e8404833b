import { describe, expect, test } from "vitest";
import { patternOf } from "#domain/sites/host-pattern";
import { registrationsFor } from "../../../extension/policy/scripts.ts";
import { siteAt } from "../../../extension/policy/site-at.ts";
import { watchedSites } from "../../../extension/policy/watched-sites.ts";

const pattern = (host: string) => patternOf(host, true);
const gmailInManifest = ["https://mail.google.com/*"];
const outlook = ["cloud.microsoft", "live.com", "office.com", "office365.com"].map(
  (host) => `https://outlook.${host}/*`,
);

describe("which scripts are registered where", () => {
  test("a clinic without sites of its own watches the shipped systems, and Gmail by the manifest alone", () => {
    const registered = registrationsFor(watchedSites([]), pattern, gmailInManifest);
    expect(registered.map(({ id, matches, world }) => ({ id, matches, world }))).toEqual([
      { id: "guard-main", matches: outlook, world: "MAIN" },
      { id: "guard", matches: outlook, world: "ISOLATED" },
      { id: "records", matches: ["https://*.cliniko.com/*"], world: "ISOLATED" },
    ]);
  });

  test("a named webmail gets the guard in both worlds, a named clinical system the records script", () => {
    const sites = watchedSites([
      { host: "post.harbour.example", adapter: "roundcube" },
      { host: "127.0.0.1:8042", adapter: "orthanc" },
    ]);
    const registered = registrationsFor(sites, pattern, gmailInManifest);
    expect(registered.map(({ id, matches, world }) => ({ id, matches, world }))).toEqual([
      { id: "guard-main", matches: [...outlook, "https://post.harbour.example/*"], world: "MAIN" },
      { id: "guard", matches: [...outlook, "https://post.harbour.example/*"], world: "ISOLATED" },
      { id: "records", matches: ["http://127.0.0.1:8042/*", "https://*.cliniko.com/*"], world: "ISOLATED" },
    ]);
    for (const script of registered) {
      expect(script).toMatchObject({
        allFrames: true,
        matchOriginAsFallback: true,
        runAt: "document_start",
        persistAcrossSessions: true,
      });
    }
  });

  test("an adapter that this version does not know is not watched", () => {
    expect(
      watchedSites([{ host: "new.harbour.example", adapter: "made-later" }]).map(({ host }) => host),
    ).not.toContain("new.harbour.example");
  });

  test("an unpaired browser watches nothing", () => {
    expect(registrationsFor([], pattern, gmailInManifest)).toEqual([]);
  });
});

describe("what watches a host", () => {
  const named = [
    { host: "post.harbour.example", adapter: "roundcube" },
    { host: "emr.harbour.example", adapter: "unknown-records" },
  ];
  test.each([
    ["post.harbour.example", "roundcube"],
    ["emr.harbour.example", "unknown-records"],
    ["mail.google.com", "gmail"],
    ["outlook.cloud.microsoft", "outlook"],
    ["harbour.uk2.cliniko.com", "cliniko"],
    ["www.cliniko.com", undefined],
    ["other.example", undefined],
  ])("%s: %s", (host, adapter) => {
    expect(siteAt(named, host)?.adapter).toBe(adapter);
  });
});
