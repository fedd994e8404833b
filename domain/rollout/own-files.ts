/** The files by which a clinic's own server hands the extension out, and what stands in those that are text. */

/** Where they lie on the server. */
export const ownFolder = "/extension";

/** Id of the extension in Firefox, as its manifest says. */
export const firefoxId = "chaperone@clinic.example";

/** Their names; nothing else is served from there. */
export const ownFiles = {
  crx: "chaperone.crx",
  xpi: "chaperone.xpi",
  chromiumUpdates: "update.xml",
  firefoxUpdates: "updates.json",
  about: "about.json",
} as const;

export const ownAddress = (serverUrl: string, file: keyof typeof ownFiles): string =>
  `${serverUrl}${ownFolder}/${ownFiles[file]}`;

/** What Chromium asks for before it installs or updates; id and version hold nothing that XML would read. */
export const chromiumUpdates = (serverUrl: string, id: string, version: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">',
    `  <app appid="${id}">`,
    `    <updatecheck codebase="${ownAddress(serverUrl, "crx")}" version="${version}"/>`,
    "  </app>",
    "</gupdate>",
    "",
  ].join("\n");

/** The same for Firefox, with the hash of the file that it then fetches. */
export const firefoxUpdates = (serverUrl: string, version: string, sha256: string): string =>
  `${JSON.stringify(
    {
      addons: {
        [firefoxId]: {
          updates: [{ version, update_link: ownAddress(serverUrl, "xpi"), update_hash: `sha256:${sha256}` }],
        },
      },
    },
    null,
    2,
  )}\n`;
