import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { teach } from "../teach/lesson.ts";

/** Put into a page by the popup, when the lead wants to show how it is read. */
export default defineUnlistedScript(() => teach());
