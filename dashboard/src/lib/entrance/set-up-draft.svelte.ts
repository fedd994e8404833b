import { mailDomain } from "#domain/clinic/clinic-change";
import type { CareRegulatorAnswer, LegalFormAnswer, Nation, NhsWorkAnswer } from "#domain/law/four-answers";
import { fitsNation } from "#domain/law/regulators";
import { passwordProblem, passwordTold } from "#domain/people/password";
import type { FieldMessages } from "#lib/api/problem.ts";
import { domainsOf } from "#lib/format/typed.ts";

const key = "chaperone-set-up";

const fallback = {
  clinicName: "",
  nation: "" as Nation | "",
  careRegulator: "" as Exclude<CareRegulatorAnswer, ""> | "",
  legalForm: "" as Exclude<LegalFormAnswer, ""> | "",
  nhsWork: "" as Exclude<NhsWorkAnswer, ""> | "",
  timeZone: "Europe/London",
  leadTitle: "confidentiality lead",
  mailDomains: "",
  disk: "" as "" | "yes" | "no",
  name: "",
  email: "",
};

/** What set-up has been told so far. It outlives a reload of the tab; the password does not. */
export class SetUpDraft {
  fields = $state({ ...fallback });
  password = $state("");
  code = $state("");

  constructor() {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "{}");
      for (const name of Object.keys(fallback) as (keyof typeof fallback)[]) {
        const value = (kept as Record<string, unknown>)[name];
        if (typeof value === "string") this.fields = { ...this.fields, [name]: value };
      }
    } catch {
      // A draft that can't be read is no draft.
    }
  }

  keep(): void {
    sessionStorage.setItem(key, JSON.stringify(this.fields));
  }

  drop(): void {
    sessionStorage.removeItem(key);
  }

  /** Domains as typed, one by one: blanks, commas and lines part them, an @ before one doesn't count. */
  get domains(): string[] {
    return domainsOf(this.fields.mailDomains);
  }

  clinicErrors(): FieldMessages {
    const { clinicName, nation, careRegulator, legalForm, nhsWork, leadTitle, disk } = this.fields;
    const wrong = this.domains.find((domain) => !mailDomain.safeParse(domain).success);
    return {
      ...(clinicName.trim() === "" && { "clinic-name": "Enter the clinic’s name" }),
      ...(nation === "" && { nation: "Choose where the clinic is" }),
      ...(nation !== "" &&
        (careRegulator === "" || !fitsNation(careRegulator, nation)) && {
          "care-regulator": "Say whether it is registered for its care",
        }),
      ...(legalForm === "" && { "legal-form": "Say what the clinic is in law" }),
      ...(nhsWork === "" && { "nhs-work": "Say whether it works for the NHS" }),
      ...(leadTitle.trim() === "" && { "lead-title": "Enter what you call the lead" }),
      ...(wrong !== undefined && {
        "mail-domains": `“${wrong}” is not a mail domain. Write it like harbour.example`,
      }),
      ...(disk === "" && { disk: "Say whether the server’s disk is encrypted" }),
    };
  }

  leadErrors(): FieldMessages {
    const { name, email, clinicName } = this.fields;
    const problem = passwordProblem(this.password, [name, email, clinicName]);
    return {
      ...(name.trim() === "" && { name: "Enter your name" }),
      ...(!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) && {
        email: "Enter an e-mail address, like name@harbour.example",
      }),
      ...(problem !== undefined && { password: passwordTold[problem] }),
    };
  }
}
