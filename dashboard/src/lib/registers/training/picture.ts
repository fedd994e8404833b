import type { Attachment } from "svelte/attachments";

/** Shows a picture that was fetched with the sign-in, and lets it go afterwards. */
export const picture =
  (bytes: Blob): Attachment<HTMLImageElement> =>
  (element) => {
    const address = URL.createObjectURL(bytes);
    element.src = address;
    return () => URL.revokeObjectURL(address);
  };
