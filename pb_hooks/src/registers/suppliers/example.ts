import { termKeys } from "#domain/law/processor-terms";
import type { CheckedAnswers } from "#domain/registers/suppliers/check";
import { instantAt } from "../../story/happening.ts";
import type { Staging } from "../../story/staging.ts";

/** An invented supplier. Days count back from today. */
interface Told {
  readonly entry: { readonly place: string; readonly role: string; readonly [field: string]: unknown };
  readonly contract: number;
  /** Art. 28 terms that somebody saw; left out, all eight of who works on our word. */
  readonly terms?: readonly string[];
  readonly ground?: number;
  readonly checked?: number;
  /** Days until the next check; negative where it is late. */
  readonly next: number;
}

const uk = { place: "uk", country: "", ground: "" };

/** Two green, one without terms (the odd one), one abroad whose check is late, and two that decide for themselves. */
const story: readonly Told[] = [
  {
    entry: {
      ...{ name: "Cliniko", kind: "clinical-system", role: "processor", ...uk },
      ...{ data: "Whole records, appointments, letters", contract: "Account of the clinic" },
      placeNote: "As our account page says",
    },
    contract: 900,
    checked: 40,
    next: 325,
  },
  {
    entry: {
      ...{ name: "Harbourmail", kind: "mail", role: "processor", data: "Mail of all staff" },
      ...{ contract: "Yearly contract", place: "adequate", country: "Ireland", ground: "" },
    },
    contract: 700,
    checked: 40,
    next: 325,
  },
  {
    entry: {
      ...{ name: "Fernhill IT", kind: "it", role: "processor", ...uk },
      data: "Screens during remote help; encrypted backups",
      contract: "Binds its people to confidence and says no more",
      placeNote: "Its office and two laptops",
      tellsHow: "By telephone, 07:00 to 19:00",
    },
    contract: 1_180,
    terms: ["b"],
    checked: 30,
    next: 60,
  },
  {
    entry: {
      ...{ name: "Brightpage", kind: "website", role: "processor", data: "The enquiry form of the website" },
      ...{ contract: "Hosting plan", place: "elsewhere", country: "United States", ground: "idta" },
    },
    contract: 620,
    ground: 290,
    next: -26,
  },
  {
    entry: {
      ...{
        name: "Tidewater Labs",
        kind: "laboratory",
        role: "controller",
        data: "Samples and results",
        ...uk,
      },
      contract: "Sharing agreement",
    },
    contract: 450,
    checked: 25,
    next: 340,
  },
  {
    entry: {
      ...{ name: "Marlow & Finch", kind: "accounts", role: "controller", ...uk },
      ...{ data: "Invoices, no treatment named", contract: "Engagement letter" },
    },
    contract: 230,
    checked: 25,
    next: 127,
  },
];
const blank = { placeNote: "", others: "", tellsHow: "" };
const allWell: CheckedAnswers = { people: "yes", data: "yes", place: "yes", terms: "yes", breach: "yes" };

/** Ingrid entered them after set-up and looked at most of them. */
export function planSuppliers(stage: Staging): void {
  const { calendar, ids } = stage;
  const day = (daysAgo: number) => instantAt(calendar.at(daysAgo, 12)).slice(0, 10);
  for (const [i, { entry, contract, terms = termKeys, ground, checked, next }] of story.entries()) {
    let id = "";
    const on = () => ({ collection: "suppliers", id });
    stage.plan(calendar.at(calendar.began, 16, i * 3), () => {
      id = stage.act("ingrid", "suppliers.add", {
        ...blank,
        ...entry,
        contractOn: day(contract),
        groundOn: ground === undefined ? "" : day(ground),
        holder: ids.person("ingrid"),
        nextCheck: day(checked ?? -next),
      }).id;
      if (entry.role === "processor")
        stage.act("ingrid", "suppliers.terms", { terms, termsOn: day(contract) }, on());
    });
    if (checked === undefined) continue;
    stage.plan(calendar.at(checked, 10, i * 3), () => {
      const answers = entry.place === "uk" ? allWell : { ...allWell, ground: "yes" };
      const data = { checkedOn: day(checked), answers, note: "", nextCheck: day(-next) };
      stage.act("ingrid", "suppliers.check", data, on());
    });
  }
}
