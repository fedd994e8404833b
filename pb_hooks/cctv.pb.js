/// <reference path="./types.d.ts" />
// The register of CCTV: what its page shows at once, and pictures of a camera. Its acts go through the act route.
routerAdd("GET", "/api/chaperone/cctv", (e) => require(`${__hooks}/server.js`).enter(e).cctv.cctv(e));
// Above policy.pictureLargest, so that a picture a little too large is told so.
routerAdd(
  "POST",
  "/api/chaperone/camera-picture",
  (e) => require(`${__hooks}/server.js`).enter(e).cctv.addPicture(e),
  $apis.bodyLimit(83886080),
);
