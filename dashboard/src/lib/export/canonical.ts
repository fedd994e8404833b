// By its path: Vite takes the dot of "#domain/*.json" in package.json for any character, and finds no such module.
export { canonicalJson } from "../../../../domain/base/canonical-json.ts";
