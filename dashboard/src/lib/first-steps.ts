import type { Clinic } from "#lib/api/clinic.ts";
import type { Today } from "#lib/api/today.ts";
import { counted } from "#lib/format/sentence.ts";
import { session } from "#lib/state/session.svelte.ts";

export type FirstStep = {
  readonly title: string;
  readonly says: string;
  readonly done: boolean;
  /** Nothing is watched without it; the others make a clinic of it. */
  readonly watches: boolean;
  readonly action?: { readonly label: string; readonly href: string } | undefined;
};

/**
 * What has to be done once before the clinic is watched and answers for itself; each with the door to it, for those who
 * may open it.
 *
 * @param colleagues - How many work here, the reader among them.
 */
export function firstSteps(today: Today, clinic: Clinic, colleagues: number): FirstStep[] {
  const lead = session.is("dpo");
  const manages = session.is("manager", "dpo");
  return [
    {
      title: "Record what you decided, and the notice to your team",
      says:
        today.notice.number > 0
          ? `Notice ${today.notice.number} is in force`
          : "Impact assessment, the team’s views, the text; it is ready, change what does not fit",
      done: today.notice.number > 0,
      watches: true,
      action: lead ? { label: "Write the notice", href: "/notice" } : undefined,
    },
    {
      title: "Name your webmail and your clinical system",
      says:
        clinic.sites.length > 0
          ? clinic.sites.map(({ host }) => host).join(", ")
          : "Gmail and Cliniko are known; others are named by their address",
      done: clinic.sites.length > 0,
      watches: true,
      action: lead ? { label: "Name them", href: "/settings#sites" } : undefined,
    },
    {
      title: "Pair the first browser",
      says: "On the desk’s computer: open the extension, type the code",
      done: (today.coverage?.of ?? 0) > 0,
      watches: true,
      action: manages ? { label: "Show a code", href: "/browsers?pair=1" } : undefined,
    },
    {
      title: "Invite your colleagues",
      says:
        colleagues > 1
          ? `${counted(colleagues, "person works", "people work")} here`
          : "Each reads their own record, reports, and decides what is theirs; who works alone leaves this out",
      done: colleagues > 1,
      watches: false,
      action: manages ? { label: "Invite", href: "/people" } : undefined,
    },
    {
      title: "Say who is on duty",
      says:
        clinic.duty === ""
          ? "Who is asked first when something goes wrong, and who when there is no answer"
          : "Named; the lead changes it in the settings",
      done: clinic.duty !== "",
      watches: false,
      action: lead ? { label: "Name them", href: "/settings#duty" } : undefined,
    },
  ];
}
