/** A style sheet imported as its text, as Vite does it. */
declare module "*.css?inline" {
  const css: string;
  export default css;
}
