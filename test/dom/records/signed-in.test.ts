import { afterEach, expect, test } from "vitest";
import { cliniko } from "../../../extension/clinical/cliniko/adapter.ts";
import { unknownRecords } from "../../../extension/clinical/unknown-records/adapter.ts";
import { shownPerson } from "../../../extension/records/signed-in.ts";

afterEach(() => document.body.replaceChildren());

/** What a page shows, and whom it names as signed in. A doubtful text is nobody. */
const pages: readonly (readonly [string, string, string | undefined])[] = [
  ["a name in its own place", '<header><div class="current-user">Tom Reed</div></header>', "Tom Reed"],
  ["a sentence", "<nav><p>Signed in as Tom Reed</p></nav>", "Tom Reed"],
  ["a sentence with more behind it", "<nav>Logged in as Tom Reed | Sign out</nav>", "Tom Reed"],
  ["a label", '<header><button aria-label="Signed in as Tom Reed"></button></header>', "Tom Reed"],
  [
    "a menu that begins with the name",
    '<nav><div class="user-menu"><i>TR</i> <b>Tom Reed</b> <a>Sign out</a></div></nav>',
    "Tom Reed",
  ],
  [
    "a sign-in name",
    '<header><span class="username">tom.reed@harbour.example</span></header>',
    "tom.reed@harbour.example",
  ],
  ["a menu without a name", '<nav><div class="user-menu">My account</div></nav>', undefined],
  ["the patient's name", "<main><h1>Rosalind Ellery</h1><p>Signed in as a patient</p></main>", undefined],
  ["nobody", "<header><nav>Appointments Patients</nav></header>", undefined],
];

test.each(pages)("%s", (_, html, person) => {
  document.body.innerHTML = html;
  expect(shownPerson(cliniko)).toBe(person);
  expect(shownPerson(unknownRecords)).toBe(person);
});
