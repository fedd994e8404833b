import { sayEarly } from "./early-strings.ts";
import { element, isolated } from "./element.ts";
import { mark } from "./icons.ts";
import { link } from "./notices.ts";
import type { Surface } from "./surface.ts";

/** A bar that says what stands on the record that is open, for as long as it stands there. */
export interface RecordBar {
  /** Other lines in place of these; none takes the bar away. */
  set(lines: readonly string[]): void;
  close(): void;
}

/** At the foot of the page. It can be made small, never takes the focus, and holds nothing up. */
export function recordBar(surface: Surface): RecordBar {
  const doc = surface.host.ownerDocument;
  const words = element(doc, "div", { class: "said", role: "status" });
  let lines: readonly string[] = [];
  let whole = true;
  const smaller = link(doc, sayEarly("unwatched.less"), () => {
    whole = !whole;
    draw();
  });
  const bar = element(
    doc,
    "section",
    { class: "notice standing", popover: "manual", "aria-label": sayEarly("record.bar") },
    mark(doc),
    words,
    element(doc, "div", { class: "end" }, smaller),
  );
  const draw = (): void => {
    smaller.setAttribute("aria-expanded", String(whole));
    smaller.textContent = sayEarly(whole ? "unwatched.less" : "unwatched.more");
    const said = whole ? lines : [sayEarly("record.short", { count: String(lines.length) })];
    words.replaceChildren(...said.map((line) => element(doc, "p", {}, isolated(doc, line))));
  };
  return {
    set(next) {
      if (JSON.stringify(next) === JSON.stringify(lines)) return;
      lines = next;
      if (lines.length === 0) {
        bar.remove();
        return;
      }
      if (!bar.isConnected) {
        surface.show();
        surface.root.append(bar);
        bar.showPopover();
      }
      // A screen reader says what comes into a region that it knows.
      draw();
    },
    close() {
      lines = [];
      bar.remove();
    },
  };
}
