export { noticeShown } from "./notice.ts";
export { policy, referenceKey } from "./policy-route.ts";
