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
        borderWidth: look === "accent" ? 0 : 1,
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

/**
 * Solid, pale with an edge, striped either way, or dotted: each is told from the others without its colour. The key
 * beside the chart shows the same (styles/parts.css, `swatch`).
 */
function fillOf(look: BarLook, colour: (name: string) => string): string | CanvasPattern {
  if (look === "accent") return colour("accent");
  if (look === "pale") return colour("accent-soft");
  const one = document.createElement("canvas");
  one.width = tile;
  one.height = tile;
  const pen = one.getContext("2d");
  if (!pen) return colour(edges[look]);
  const [ground, ink] =
    look === "red"
      ? [colour("red"), colour("paper")]
      : look === "amber"
        ? [colour("amber-soft"), colour("amber")]
        : [colour("surface"), colour("edge")];
  pen.fillStyle = ground;
  pen.fillRect(0, 0, tile, tile);
  pen.fillStyle = ink;
  pen.strokeStyle = ink;
  if (look === "grey") {
    pen.fillRect(1, 1, 2, 2);
    pen.fillRect(4, 4, 2, 2);
  } else {
    stripe(pen, look === "red");
  }
  return pen.createPattern(one, "repeat") ?? ground;
}

/** A stripe across the tile that goes on over its edges, falling or rising. */
function stripe(pen: CanvasRenderingContext2D, falls: boolean): void {
  pen.lineWidth = falls ? 1 : 1.5;
  pen.beginPath();
  for (const shift of [-tile, 0, tile]) {
    pen.moveTo(shift - 1, falls ? -1 : tile + 1);
    pen.lineTo(shift + tile + 1, falls ? tile + 1 : -1);
  }
  pen.stroke();
}
