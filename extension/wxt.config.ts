import { defineConfig } from "wxt";
import pkg from "../package.json" with { type: "json" };
import { noFunction, shippedPackages, withoutSources } from "../scripts/building/shipped.mjs";

/** Hosts of shipped adapters; every other host is named by the clinic's policy and asked for when it is. */
const shippedHosts = [
  "https://mail.google.com/*",
  "https://outlook.office.com/*",
  "https://outlook.office365.com/*",
  "https://outlook.live.com/*",
  "https://outlook.cloud.microsoft/*",
  "https://*.cliniko.com/*",
];

/** Chaperone's server and webmails that the clinic names: https anywhere, http on this computer alone. */
const optionalHosts = ["https://*/*", "http://127.0.0.1/*", "http://localhost/*"];

/**
 * What leaves the browser for the clinic's own server (Mozilla's categories): who works here
 * (`personallyIdentifyingInfo`, `authenticationInfo`), that a record about health was opened (`healthInfo`),
 * on which system (`browsingActivity`), and that a message was held (`personalCommunications`, never its words).
 */
const collected = [
  "authenticationInfo",
  "browsingActivity",
  "healthInfo",
  "personalCommunications",
  "personallyIdentifyingInfo",
];

/**
 * What our own pages and workers may load: nothing but our own files. They ask the clinic's server alone, whose address
 * nobody knows before: https anywhere, http on this computer. No page may be kept from framing the desk, which lies in it.
 */
const pagePolicy = {
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "worker-src": "'self'",
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' data: blob:",
  "font-src": "'self'",
  "connect-src": "'self' https: http://127.0.0.1:* http://localhost:*",
  "object-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
};

const sizes = [16, 24, 32, 48, 128] as const;
const icon = (state: string, of: readonly number[] = sizes) =>
  Object.fromEntries(of.map((size) => [size, `icons/${state}-${size}.png`]));

/** One for all of WXT's builds. */
const shipped = shippedPackages(process.env.CHAPERONE_SHIPPED);

export default defineConfig({
  modules: ["@wxt-dev/module-svelte"],
  imports: false,
  outDir: process.env.CHAPERONE_EXTENSION_OUT ?? "../dist/extension",
  outDirTemplate: "{{browser}}-mv{{manifestVersion}}{{modeSuffix}}",
  manifestVersion: 3,
  vite: () => ({
    plugins: [noFunction(), withoutSources(), shipped],
    worker: { format: "es", plugins: () => [noFunction(), withoutSources(), shipped] },
  }),
  manifest: ({ browser }) => ({
    name: "Chaperone",
    description: pkg.description,
    version: pkg.version,
    permissions: ["storage", "unlimitedStorage", "scripting", "alarms", "idle"],
    host_permissions: shippedHosts,
    optional_host_permissions: optionalHosts,
    icons: icon("icon", [48, 128]),
    action: { default_title: "Chaperone", default_icon: icon("unpaired", [16, 24, 32]) },
    commands: {
      "who-may-be-told": {
        suggested_key: { default: "Alt+Shift+R" },
        description: "On the phone: who may be told of the open record",
      },
    },
    incognito: browser === "firefox" ? "spanning" : "split",
    web_accessible_resources: [{ resources: ["desk.html"], matches: ["<all_urls>"] }],
    // Without these two the desk's worker never answers on a page that sends COEP (STACK.md 8).
    cross_origin_embedder_policy: { value: "require-corp" },
    cross_origin_opener_policy: { value: "same-origin" },
    content_security_policy: {
      extension_pages: Object.entries(pagePolicy)
        .map(([what, from]) => `${what} ${from}`)
        .join("; "),
    },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "chaperone@clinic.example",
              strict_min_version: "142.0",
              data_collection_permissions: { required: collected },
            },
          },
        }
      : { storage: { managed_schema: "schema.json" }, minimum_chrome_version: "120" }),
  }),
});
