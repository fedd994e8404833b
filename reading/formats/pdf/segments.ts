/** PDF.js writes a path as numbers: what is done, then the points it takes. */
const path = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const;
const pointsOf = { [path.curveTo]: 6, [path.quadraticCurveTo]: 4 } as const;

/** How many lines of a path run along the page's edges, and how many other parts it has. */
export function segmentsOf(numbers: ArrayLike<number>): { straight: number; other: number } {
  let straight = 0;
  let other = 0;
  let from = { x: 0, y: 0 };
  let start = from;
  for (let at = 0; at < numbers.length; ) {
    const step = numbers[at++];
    if (step === path.curveTo || step === path.quadraticCurveTo) {
      at += pointsOf[step];
      from = { x: numbers[at - 2] ?? 0, y: numbers[at - 1] ?? 0 };
      other++;
      continue;
    }
    if (step !== path.moveTo && step !== path.lineTo && step !== path.closePath)
      return { straight, other: Number.POSITIVE_INFINITY };
    const to =
      step === path.closePath ? start : { x: numbers[at++] ?? Number.NaN, y: numbers[at++] ?? Number.NaN };
    if (step === path.moveTo) start = to;
    else if (to.x === from.x || to.y === from.y) straight++;
    else other++;
    from = to;
  }
  return { straight, other };
}
