import type { Attachment } from "svelte/attachments";

/** Brings the focus to a view that took another's place, so that the keyboard and a screen reader follow. */
export const focused: Attachment<HTMLElement> = (element) => element.focus();
