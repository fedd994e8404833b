/** A source within the policy's tables: one string, on its line or the next. */
const said = /\bsource:\s*(?:"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\.)*`|'(?:[^'\\\n]|\\.)*')/g;

/**
 * A Vite plugin that takes the sources out of the policy's numbers. Nothing of the extension shows them, and each content
 * script that needs one number carries the table.
 */
export function withoutSources() {
  return {
    name: "chaperone:policy-without-sources",
    /**
     * @param {string} code
     * @param {string} id
     */
    transform(code, id) {
      if (!/[\\/]domain[\\/]policy(?:-of-[a-z]+)?\.ts$/.test(id)) return undefined;
      return { code: code.replace(said, 'source: ""'), map: null };
    },
  };
}
