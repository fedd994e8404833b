import type { Page } from "playwright";

/** What the page's own policy says; its script is known by its hash. */
const policy: Readonly<Record<string, RegExp>> = {
  "default-src": /^'none'$/,
  "script-src": /^'self' 'sha256-[A-Za-z0-9+/]{43}='$/,
  "style-src": /^'self'$/,
  "style-src-attr": /^'unsafe-inline'$/,
  "img-src": /^'self' data: blob:$/,
  "font-src": /^'self'$/,
  "connect-src": /^'self'$/,
  "form-action": /^'self'$/,
  "base-uri": /^'none'$/,
  "require-trusted-types-for": /^'script'$/,
  "trusted-types": /^svelte-trusted-html sveltekit-trusted-url chaperone-worker$/,
};

/**
 * What a script that slipped in would try: each has to be refused by the browser itself. Tried in a task of the page's
 * own: what a debugger runs may evaluate text whatever the policy says.
 */
async function refusals(page: Page): Promise<Record<string, string>> {
  return await page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    const tried: Record<string, string> = {};
    const attempt = (name: string, run: () => unknown): void => {
      try {
        run();
        tried[name] = "was let";
      } catch (thrown) {
        tried[name] = (thrown as Error).name;
      }
    };
    attempt("markup from text", () => {
      document.createElement("div").innerHTML = "<b>words</b>";
    });
    attempt("a script's address from text", () => {
      document.createElement("script").src = "/_app/version.json";
    });
    attempt("code from text", () => new Function("return 1")());
    // biome-ignore lint/security/noGlobalEval: that it is refused is the test
    attempt("eval", () => eval("1"));
    attempt("a policy of one's own", () =>
      (
        window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }
      ).trustedTypes.createPolicy("mine", {}),
    );
    return tried;
  });
}

/** The directives of the policy that a page carries. */
async function carried(page: Page): Promise<Record<string, string>> {
  const text = await page.locator("meta[http-equiv=content-security-policy]").getAttribute("content");
  return Object.fromEntries(
    (text ?? "").split("; ").map((line) => [line.split(" ", 1)[0] ?? "", line.slice(line.indexOf(" ") + 1)]),
  );
}

/** What each of {@link refusals}' attempts has to end in. */
const refused: Readonly<Record<string, string>> = {
  "markup from text": "TypeError",
  "a script's address from text": "TypeError",
  "code from text": "EvalError",
  eval: "EvalError",
  "a policy of one's own": "TypeError",
};

/**
 * What is wrong with the script policy of the page that is open: a directive that is missing, too much or too wide, and code
 * made of text that was let. The browser says each refusal on the page's console: ask for the page's own troubles before.
 */
export async function faultsOfScriptPolicy(page: Page): Promise<string[]> {
  const directives = await carried(page);
  const tried = await refusals(page);
  const names = new Set([...Object.keys(policy), ...Object.keys(directives)]);
  const wide = [...names].filter((name) => !policy[name]?.test(directives[name] ?? ""));
  const attempts = new Set([...Object.keys(refused), ...Object.keys(tried)]);
  const wrong = [...attempts].filter((name) => tried[name] !== refused[name]);
  return [
    ...wide.map((name) => `policy: ${name} ${directives[name] ?? "is missing"}`),
    ...wrong.map((name) => `policy: ${name} ${tried[name] ?? "was not tried"}`),
  ];
}
