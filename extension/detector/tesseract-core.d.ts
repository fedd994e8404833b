declare module "tesseract.js-core/tesseract-core-simd-lstm.js" {
  import type { Engine } from "#reading/pictures/eyes";

  const start: Engine["start"];
  export default start;
}
