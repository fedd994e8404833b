import type { PageName } from "#lib/may.ts";

/** What pages are called; `says` is what the finder calls one where that tells more. */
export const pageNames: readonly { page: PageName; name: string; says?: string }[] = [
  { page: "/", name: "Today" },
  { page: "/log", name: "Access log" },
  { page: "/mail", name: "Mail" },
  { page: "/incidents", name: "Incidents" },
  { page: "/desk", name: "Desk", says: "Desk: clocks, and the evidence pack" },
  { page: "/review", name: "Weekly review" },
  { page: "/trends", name: "Trends" },
  { page: "/year", name: "Year at a glance" },
  { page: "/report", name: "Report an incident" },
  { page: "/browsers", name: "Browsers" },
  { page: "/people", name: "People" },
  { page: "/people/training", name: "Training" },
  { page: "/notice", name: "Notice" },
  { page: "/about-patients", name: "What is held about patients" },
  { page: "/settings", name: "Settings" },
  { page: "/my-record", name: "My record" },
];
