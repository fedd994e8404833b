import { sayEarly } from "./early-strings.ts";
import { element } from "./element.ts";
import { mark } from "./icons.ts";
import { link, type Notice, type NoticeWords } from "./notices.ts";
import type { Surface } from "./surface.ts";

/**
 * A bar at the foot of the page that stays for as long as what it says is so. It can be made small, never closed, and
 * never takes the focus.
 */
export function standingBar(surface: Surface, { said, more, link: way }: NoticeWords): Notice {
  const doc = surface.host.ownerDocument;
  const words = element(doc, "div", { class: "said", role: "status" });
  const end = element(doc, "div", { class: "end" });
  const bar = element(
    doc,
    "section",
    { class: "notice standing", popover: "manual", "aria-label": sayEarly("unwatched.bar") },
    mark(doc),
    words,
    end,
  );
  const smaller = link(doc, sayEarly("unwatched.less"), () =>
    draw(smaller.getAttribute("aria-expanded") !== "true"),
  );
  if (way) end.append(link(doc, way.label, way.pressed));
  end.append(smaller);
  const draw = (whole: boolean): void => {
    smaller.setAttribute("aria-expanded", String(whole));
    smaller.textContent = sayEarly(whole ? "unwatched.less" : "unwatched.more");
    const lines = whole ? [said, more] : [sayEarly("unwatched.short")];
    words.replaceChildren(...lines.flatMap((line) => (line ? [element(doc, "p", {}, line)] : [])));
  };
  surface.show();
  surface.root.append(bar);
  bar.showPopover();
  draw(true);
  return { close: () => bar.remove() };
}
