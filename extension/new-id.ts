import { idFrom } from "#domain/base/new-id";

/** Id of an event, a trace or a report, made in this browser before anything is sent. */
export const newId = (): string => idFrom((bytes) => crypto.getRandomValues(bytes));
