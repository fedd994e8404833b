import { onlyFor } from "#lib/may.ts";

export const load = (): void => onlyFor("/consent/mailings");
