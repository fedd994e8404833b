import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { askAgain } from "../guard/notice/ask-received.ts";
import { roomsFor } from "../guard/settle/rooms.ts";
import { FileGesture } from "../guard/settle/settle-files.ts";
import { SendGesture } from "../guard/settle/settle-send.ts";
import { type Settling, settlingKey } from "../guard/settling.ts";
import { askMailButton } from "../records/ask-mail-button.ts";

/** Put by the background into the frame of a mail page or a clinical one that asks for it; it says there what it can do. */
export default defineUnlistedScript(() => {
  const settles: Settling = {
    files: (parts, gesture, since) => new FileGesture(roomsFor(parts), gesture, since).settle(),
    sending: async (parts, message, pastes, { since, release, inTurn }) => {
      const sending = new SendGesture(roomsFor(parts), message, pastes);
      await sending.settle(since, () => release(sending.answeredAt), inTurn);
      return sending.answeredAt;
    },
    mailButton: askMailButton,
    askAgain,
  };
  (globalThis as { [settlingKey]?: Settling })[settlingKey] = settles;
});
