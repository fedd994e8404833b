import { longDate } from "#domain/base/local-words";
import { policy } from "#domain/policy";
import {
  type FormErrors,
  type FormField,
  type FormTyped,
  formKinds,
  formLongest,
  formWays,
  formWhoms,
} from "#domain/registers/requests/sent/form";
import { pageStyle } from "./page-style.ts";

/** What a page says of the clinic. */
export interface OfClinic {
  readonly name: string;
  readonly phone: string;
  /** Civil date there. */
  readonly today: string;
}

const signs: Readonly<Record<string, string>> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;" },
  ...{ '"': "&quot;", "'": "&#39;" },
};
const safe = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? "");

function page({ name }: OfClinic, title: string, body: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${safe(title)} – ${safe(name)}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<p class="clinic"><bdi>${safe(name)}</bdi></p>
${body}
</main>
</body>
</html>
`;
}

const call = ({ phone }: OfClinic): string =>
  phone === ""
    ? "Please telephone the clinic or write to it: by any way it counts as much."
    : `Please telephone <strong><bdi>${safe(phone)}</bdi></strong>, or write to us: by any way it counts as much.`;

/** What is shown after it was kept. It says nothing of what was sent. */
export const thanksPage = (of: OfClinic): string =>
  page(
    of,
    "We have it",
    `<h1>We have it</h1>
<p>It came to us on ${longDate(of.today)} and counts from that day. Somebody at the clinic looks at it and may ask who you are before anything is given out.</p>
<p>The law gives us one month for a request. If we need more, we write to you within that month and say why. We acknowledge a complaint within 30 days.</p>
<p>If you hear nothing, or have left something out: ${call(of)}</p>`,
  );

export const fullPage = (of: OfClinic): string =>
  page(
    of,
    "The form takes no more for now",
    `<h1>The form takes no more for now</h1>
<p>More has come in than it takes. What you wrote now was not kept. ${call(of)}</p>
<p>You can also try again in an hour.</p>`,
  );

export const trapPage = (of: OfClinic): string =>
  page(
    of,
    "This was not kept",
    `<h1>This was not kept</h1>
<p>A field that people do not see was filled in, as programs do. If a program of yours filled it in for you, go back, clear the field “Leave this empty”, and send it again. Or: ${call(of)}</p>`,
  );

export const closedPage = (of: OfClinic): string =>
  page(of, "There is no form here", `<h1>There is no form here</h1>\n<p>${call(of)}</p>`);

const nothingTyped: FormTyped = {
  ...{ kind: "", whom: "", name: "", forName: "", born: "", reach: "", way: "", mailWord: "", wants: "" },
};

/** The form; where it was sent and is not filled in, with what was typed and what is missing. */
export function formPage(of: OfClinic, typed: FormTyped = nothingTyped, errors: FormErrors = {}): string {
  const wrong = Object.keys(errors).length > 0;
  const parts = { typed, errors };
  return page(
    of,
    wrong ? "Error: your data, a request" : "Your data, a request",
    `<h1>Ask about your data, or complain</h1>
<p>You can ask us for a copy of your record, for a correction and more, without giving a reason; as a rule it costs nothing. You need no account. If it is urgent for your health, or about somebody who has died, ${lower(call(of))}</p>
${wrong ? summary(errors) : ""}
<form method="post" action="/" accept-charset="utf-8" novalidate>
${choices(parts, "kind", "What do you ask for?", formKinds)}
${choices(parts, "whom", "For whom do you ask?", formWhoms)}
${line(parts, "name", "Your name", "", 'autocomplete="name"')}
${line(parts, "forName", "Name of the person for whom you ask", "Only if it is not yourself. We will ask to see the authority.")}
${line(parts, "born", "Birth date of the person whose data it is", "If two patients could have that name. You can leave it empty.", "", "date")}
${line(parts, "reach", "How we reach you", "Your address, telephone or e-mail address.")}
${choices(parts, "way", "How should the answer come?", formWays)}
<div class="field">
${errorOf(errors, "mailWord")}<label class="choice"><input type="checkbox" id="mailWord" name="mailWord" value="yes"${typed.mailWord === "yes" ? " checked" : ""}${described(errors, "mailWord", "mailWord-hint")}> <span>Send it by e-mail at my own word</span></label>
<span class="hint" id="mailWord-hint">Only if you chose e-mail. Others may read an e-mail on its way, and it can go to a wrong address.</span>
</div>
<div class="field">
<label class="label" for="wants">What you ask for, in your own words</label>
<span class="hint" id="wants-hint">Up to ${formLongest.wants} characters. Which treatment, which days, which letter. You need not tell us anything about your health.</span>
${errorOf(errors, "wants")}<textarea id="wants" name="wants" rows="6" maxlength="${formLongest.wants}"${described(errors, "wants", "wants-hint")}>
${safe(typed.wants)}</textarea>
</div>
<div class="leave" aria-hidden="true"><label for="website">Leave this empty</label><input type="text" id="website" name="website" tabindex="-1" autocomplete="off"></div>
<h2>What becomes of this</h2>
<p>We keep what you write here to answer you. Only the clinic’s managers and its lead for confidentiality read it, until they have looked at it; then also whoever works on your request. If it becomes a request, what you wrote is kept until ${policy.requestNameKept.amount} years after we have answered. If it is none, it is cleared after ${policy.sentRefusedKept.amount} days. We give it to nobody else. This page sets no cookie and runs no program in your browser.</p>
<button type="submit">Send</button>
</form>`,
  );
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

interface Parts {
  readonly typed: FormTyped;
  readonly errors: FormErrors;
}

/** Of choices the first is what a link of the summary leads to. */
const firstOf: Readonly<Partial<Record<FormField, string>>> = {
  kind: `kind-${Object.keys(formKinds)[0]}`,
  whom: `whom-${Object.keys(formWhoms)[0]}`,
  way: `way-${Object.keys(formWays)[0]}`,
};

const summary = (errors: FormErrors): string =>
  `<div class="summary" role="alert"><h2>Not sent yet</h2><ul>${(
    Object.entries(errors) as [FormField, string][]
  )
    .map(([field, says]) => `<li><a href="#${firstOf[field] ?? field}">${safe(says)}</a></li>`)
    .join("")}</ul></div>`;

const errorOf = (errors: FormErrors, field: FormField): string =>
  errors[field] ? `<span class="wrong" id="${field}-wrong">${safe(errors[field])}</span>\n` : "";

function described(errors: FormErrors, field: FormField, hint: string): string {
  const ids = [...(hint === "" ? [] : [hint]), ...(errors[field] ? [`${field}-wrong`] : [])];
  const by = ids.length === 0 ? "" : ` aria-describedby="${ids.join(" ")}"`;
  return `${by}${errors[field] ? ' aria-invalid="true"' : ""}`;
}

function choices(
  { typed, errors }: Parts,
  field: "kind" | "whom" | "way",
  legend: string,
  words: Readonly<Record<string, string>>,
): string {
  const rows = Object.entries(words).map(
    ([value, says]) =>
      `<label class="choice"><input type="radio" id="${field}-${value}" name="${field}" value="${value}"${typed[field] === value ? " checked" : ""}> <span>${safe(says)}</span></label>`,
  );
  const by = errors[field] ? ` aria-describedby="${field}-wrong"` : "";
  return `<fieldset${by}><legend>${safe(legend)}</legend>\n${errorOf(errors, field)}${rows.join("\n")}\n</fieldset>`;
}

function line(
  { typed, errors }: Parts,
  field: "name" | "forName" | "born" | "reach",
  label: string,
  hint: string,
  more = "",
  type = "text",
): string {
  const longest =
    type === "date" ? "" : ` maxlength="${field === "reach" ? formLongest.reach : formLongest.name}"`;
  const hintId = hint === "" ? "" : `${field}-hint`;
  return `<div class="field">
<label class="label" for="${field}">${safe(label)}</label>
${hint === "" ? "" : `<span class="hint" id="${hintId}">${safe(hint)}</span>\n`}${errorOf(errors, field)}<input type="${type}" id="${field}" name="${field}" value="${safe(typed[field])}"${longest}${described(errors, field, hintId)} ${more}>
</div>`;
}
