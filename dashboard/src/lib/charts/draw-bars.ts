import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from "chart.js";
import type { BarLook, Bars } from "./bars.ts";

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** Width of a bar at most, in pixels. */
const widest = 44;
const tile = 6;

/** Draws bars on a canvas in the page's own colours, without motion; it follows the width of what holds it. */
export function drawBars(canvas: HTMLCanvasElement, { labels, series, stacked, across }: Bars): () => void {
  const style = getComputedStyle(canvas);
  const colour = (name: string): string => style.getPropertyValue(`--color-${name}`).trim();
  const text = { color: colour("muted"), font: { family: style.fontFamily, size: 12 } };
  const counts = {
    stacked,
    beginAtZero: true,
    grid: { color: colour("line") },
    border: { display: false },
    ticks: { ...text, precision: 0, maxTicksLimit: 6 },
  };
  const names = {
    stacked,
    grid: { display: false },
    border: { color: colour("line-strong") },
    ticks: { ...text, maxRotation: 0, autoSkipPadding: 12 },
  };
  const chart = new Chart(canvas, {
    type: "bar",
    data: {
      labels: [...labels],
      datasets: series.map(({ name, look, values }) => ({
        label: name,
        data: [...values],
        backgroundColor: fillOf(look, colour),
        borderColor: colour(edges[look]),
        borderWidth: look === "accent" || look === "red" ? 0 : 1,
        maxBarThickness: widest,
        categoryPercentage: 0.8,
        barPercentage: 0.92,
      })),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      indexAxis: across ? "y" : "x",
      interaction: { mode: "index", axis: across ? "y" : "x", intersect: false },
      scales: across ? { x: counts, y: names } : { x: names, y: counts },
      plugins: {
        tooltip: {
          backgroundColor: colour("ink"),
          titleColor: colour("paper"),
          bodyColor: colour("paper"),
          titleFont: { family: style.fontFamily, size: 13, weight: 600 },
          bodyFont: { family: style.fontFamily, size: 13 },
          displayColors: false,
          filter: ({ raw }) => raw !== null && raw !== 0,
        },
      },
    },
  });
  return () => chart.destroy();
}

const edges: Readonly<Record<BarLook, string>> = {
  accent: "accent",
  pale: "accent",
  red: "red",
  amber: "amber",
  grey: "edge",
};

/** Solid, pale with an edge, or striped; the key beside the chart shows the same (styles/parts.css, `swatch`). */
function fillOf(look: BarLook, colour: (name: string) => string): string | CanvasPattern {
  if (look === "accent" || look === "red") return colour(look);
  if (look === "pale") return colour("accent-soft");
  const [ground, stripe] =
    look === "amber" ? [colour("amber-soft"), colour("amber")] : [colour("surface"), colour("edge")];
  const one = document.createElement("canvas");
  one.width = tile;
  one.height = tile;
  const pen = one.getContext("2d");
  if (!pen) return stripe;
  pen.fillStyle = ground;
  pen.fillRect(0, 0, tile, tile);
  pen.strokeStyle = stripe;
  pen.lineWidth = 1.5;
  pen.beginPath();
  // Three strokes, so that the stripe goes on over the edges of the tile.
  for (const shift of [-tile, 0, tile]) {
    pen.moveTo(shift - 1, tile + 1);
    pen.lineTo(shift + tile + 1, -1);
  }
  pen.stroke();
  return pen.createPattern(one, "repeat") ?? stripe;
}
