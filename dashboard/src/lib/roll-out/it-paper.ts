import type { AboutPackage } from "#domain/rollout/about-package";
import type { RollOut } from "#domain/rollout/asked";
import { notOffered, type PolicyFile, policyFiles, warnings } from "#domain/rollout/files";
import { chromiumLines, firefoxLines, type PolicyLine } from "#domain/rollout/lines";
import { ownFiles } from "#domain/rollout/own-files";
import { permissions } from "#domain/rollout/permissions";
import type { Block, Paper } from "#lib/export/paper.ts";
import { browserNames, systemNames } from "./names.ts";
import { heading, list, type Of, paperOf, words } from "./template.ts";

const linesTable = (lines: readonly PolicyLine[]): Block => ({
  is: "table",
  head: ["Setting", "Value", "What it keeps from happening"],
  shares: [4, 2, 6],
  rows: lines.map(({ name, value, why }) => [name, JSON.stringify(value), why]),
});

const fileRow = ({ browser, system, name, goes }: PolicyFile): [string, string] => [
  `${browserNames[browser]}, ${systemNames[system]}`,
  `${name}: ${goes}`,
];

/** The sheet for whoever looks after the clinic's computers. It holds no secret. */
export function itPaper(of: Of, asked: RollOut, about: AboutPackage | undefined): Paper {
  const told = warnings(asked);
  return paperOf(of, "Chaperone: for whoever looks after our computers", [
    words(
      "Chaperone is a browser extension that holds documents about patients before they leave by e-mail, and records who opened which record. Please install it by policy in every browser on the clinic’s computers, and shut the ways round it that stand below.",
    ),
    {
      is: "facts",
      rows: [
        ["The clinic’s server", asked.serverUrl],
        [
          "The clinic’s webmail",
          asked.mailHosts.join(", ") || "Gmail and Outlook on the web, which are known by themselves",
        ],
        ...(about
          ? ([
              ["Version on the server", about.version],
              ["Id in Chrome and Edge", about.chromium.id],
              [`SHA-256 of ${ownFiles.crx}`, about.chromium.sha256],
              [`SHA-256 of ${ownFiles.xpi}`, about.firefox.sha256],
            ] as const)
          : []),
      ],
    },
    heading("Files that come with this sheet"),
    { is: "facts", rows: policyFiles(asked).map(fileRow) },
    ...(told.length > 0 ? [list(...told)] : []),
    words("No file is made for:"),
    list(
      ...notOffered.map(
        ({ browser, system, why }) => `${browserNames[browser]}, ${systemNames[system]}: ${why}`,
      ),
    ),
    heading("What the files set in Chrome and Edge"),
    linesTable(chromiumLines),
    heading("What they set in Firefox"),
    linesTable(firefoxLines),
    heading("What the extension may do, and why"),
    { is: "facts", rows: permissions.map(({ name, why }) => [name, why] as const) },
    heading("When it is there"),
    list(
      "Open chrome://policy, edge://policy or about:policies: each setting stands there without an error.",
      "The extension asks for a code of eight characters. The manager makes it in the dashboard, under Browsers, and it holds for ten minutes.",
      "Computers must reach the server’s address by https, with a certificate that their browsers know.",
      "Other browsers on the same computer, phones and mail programs are not covered: say which there are.",
    ),
  ]);
}
