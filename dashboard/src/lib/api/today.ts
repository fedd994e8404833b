export type { TodayAnswer as Today } from "#domain/clinic/today";
