import { type OwnHead, type OwnRowLine, withheldSays } from "#domain/work/own-record/own-record";
import { columnWords, partWords } from "#domain/work/own-record/words";

/** A part as it is shown on the page: its first rows, and how many there are. */
export interface OwnPart {
  readonly part: string;
  readonly rows: readonly OwnRowLine[];
  readonly all: number;
}

/** Rows of a part that the page shows; all of them stand in its table. */
export const rowsOnPage = 200;

/** A person's own record as a page that is read anywhere: no script, nothing from elsewhere. */
export function ownPage(head: OwnHead, parts: readonly OwnPart[]): string {
  const title = `Everything about ${head.person.name}`;
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><title>${esc(title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
dt{color:#555}dd{margin:0 0 .25rem;overflow-wrap:anywhere}li{border-top:1px solid #ccc;padding:.5rem 0}
ol{list-style:none;padding:0}dl{display:grid;grid-template-columns:minmax(7rem,12rem) 1fr;gap:0 1rem;margin:0}</style></head>
<body><h1>${esc(title)}</h1>
<p>${esc(head.clinic)}, as of ${esc(head.asOf)} (UTC). Colleagues are not named in it, and what was written about patients is not repeated.</p>
<p>${esc(withheldSays(head.leadTitle))}</p>
<p>Something wrong, or you object? Say so on the page My record, by the name of the row: it goes to the ${esc(head.leadTitle)}.</p>
<ul>${parts.map(({ part, all }) => `<li><a href="#${esc(part)}">${esc(partWords(part))}</a>: ${all}</li>`).join("")}</ul>
${parts.map(section).join("\n")}
</body></html>
`;
}

const section = ({ part, rows, all }: OwnPart): string => `<h2 id="${esc(part)}">${esc(partWords(part))}</h2>
${all > rows.length ? `<p>The first ${rows.length} of ${all}; all stand in ${esc(part)}.csv.</p>` : ""}<ol>${rows.map(item).join("\n")}</ol>`;

const item = ({ row, names, values }: OwnRowLine): string => {
  const facts = [
    ...Object.entries(values).map(([name, value]) => [columnWords(name), String(value ?? "")]),
    ...(names.length > 0 ? [["names you as", names.map(columnWords).join(", ")]] : []),
    ...(row === "" ? [] : [["this row", row]]),
  ];
  return `<li><dl>${facts.map(([name = "", says = ""]) => `<dt>${esc(name)}</dt><dd>${esc(says)}</dd>`).join("")}</dl></li>`;
};

const signs: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const esc = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
