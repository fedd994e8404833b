import { policy } from "../policy.ts";
import { type LawClock, noClock, within, withoutDelay } from "./clocks.ts";
import type { CareRegulatorId } from "./four-answers.ts";
import { from, type LawRule } from "./rule.ts";

/** Something that the regulator of care has to be told of. */
export interface CareNotice extends LawRule {
  readonly whom: CareRegulatorId;
  readonly clock: LawClock;
}

const cqc = "CQC (Registration) Regulations 2009";
const hiw = "Independent Health Care (Wales) Regulations 2011";
const dentists = "Private Dentistry (Wales) Regulations 2017";
const rqia = "Independent Health Care Regulations (Northern Ireland) 2005";

const english = {
  whom: "cqc",
  nations: ["england"],
  binds: "Whoever is registered with the CQC, for what happens in or because of a regulated activity",
  clock: withoutDelay("without delay"),
  sure: "read",
} as const satisfies Partial<CareNotice>;
const welsh = {
  whom: "hiw",
  nations: ["wales"],
  binds: "Clinics registered with HIW",
  clock: within(policy.hiwNotice, "within 24 hours of the event"),
  sure: "read",
} as const satisfies Partial<CareNotice>;
const northern = {
  whom: "rqia",
  nations: ["northern-ireland"],
  binds: "Establishments and agencies registered with RQIA",
  clock: within(policy.rqiaNotice, "within 24 hours of the event"),
  sure: "read",
} as const satisfies Partial<CareNotice>;

/**
 * What a private clinic tells the regulator of its care, each nation with its own width and clock. Looking into a
 * record, or losing one, is by itself on none of these lists but Northern Ireland's widest line.
 */
export const careNotices: readonly CareNotice[] = [
  {
    ...english,
    id: "cqc-18-2-e",
    text: "Abuse of a patient, or an allegation of it: sexual, ill-treatment of body or mind, theft or misuse of money or property, neglect with harm or a risk of it",
    source: from(cqc, "reg 18(2)(e), (5)(b)"),
  },
  {
    ...english,
    id: "cqc-18-2-f",
    text: "An incident reported to the police or investigated by them, whomever it concerns",
    source: from(cqc, "reg 18(2)(f)"),
  },
  {
    ...english,
    id: "cqc-18-2-g",
    text: "An event that stops the service from being given safely or as registered, or that threatens to; ransomware can be one",
    source: from(cqc, "reg 18(2)(g)"),
  },
  {
    ...welsh,
    id: "hiw-31-harm",
    text: "A patient’s death, a serious injury to a patient, or a serious outbreak",
    source: from(hiw, "reg 31(1)(a) to (c), (3)"),
  },
  {
    ...welsh,
    id: "hiw-31-misconduct",
    text: "An allegation of misconduct with actual or potential harm to a patient",
    source: from(hiw, "reg 31(1)(d), (3)"),
  },
  {
    ...welsh,
    id: "hiw-31-liberty",
    text: "A request or an application about depriving a patient of their liberty",
    source: from(hiw, "reg 31(1)(e), (f), (3)"),
  },
  {
    ...welsh,
    id: "hiw-25-dentist",
    binds: "Private dental practices registered with HIW",
    text: "In a private dental practice: a death or serious injury, an outbreak, or such misconduct",
    clock: withoutDelay("as soon as practicable"),
    source: from(dentists, "reg 25"),
  },
  {
    ...northern,
    id: "rqia-28-harm",
    text: "A patient’s death, a serious injury to a patient, or a serious outbreak",
    source: from(rqia, "reg 28(1)(a) to (c), (2)"),
  },
  {
    ...northern,
    id: "rqia-28-wellbeing",
    text: "Any event that adversely affects the well-being or safety of a patient",
    source: from(rqia, "reg 28(1)(d), (2)"),
  },
  {
    ...northern,
    id: "rqia-28-misconduct",
    text: "An allegation of misconduct with actual or potential harm to a patient",
    source: from(rqia, "reg 28(1)(e), (2)"),
  },
  {
    ...northern,
    id: "rqia-28-theft",
    text: "Any theft, burglary or accident",
    source: from(rqia, "reg 28(1)(f), (2)"),
  },
  {
    id: "his-list",
    whom: "his",
    nations: ["scotland"],
    binds: "Clinics registered with HIS",
    text: "What HIS said at registration that it is to be told of",
    clock: noClock("as HIS said at registration"),
    source: from("SSI 2011/182 and the note of SSI 2011/35", "no list of incidents found in them"),
    sure: "check",
  },
];

/** What follows when a notice was given by word of mouth: its confirmation in writing, counted from when it was told. */
export const writtenNotices: readonly CareNotice[] = [
  {
    ...welsh,
    id: "hiw-31-written",
    text: "HIW: the notice confirmed in writing; tick this, too, where it was in writing from the first",
    clock: within(policy.hiwNoticeWritten, "within 72 hours of telling it by word of mouth"),
    source: from(hiw, "reg 31(3)"),
  },
  {
    ...northern,
    id: "rqia-28-written",
    text: "RQIA: the notice confirmed in writing; tick this, too, where it was in writing from the first",
    clock: withoutDelay("as soon as practicable after telling it by word of mouth"),
    source: from(rqia, "reg 28(2)"),
  },
];

/** Notices to the regulator that a clinic is registered with; none while that is not answered, or where it is nobody. */
export const careNoticesOf = (careRegulator: string): readonly CareNotice[] =>
  careNotices.filter(({ whom }) => whom === careRegulator);
export const writtenNoticesOf = (careRegulator: string): readonly CareNotice[] =>
  writtenNotices.filter(({ whom }) => whom === careRegulator);
