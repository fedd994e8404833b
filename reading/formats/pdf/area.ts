/** Left, bottom, right and top, in points (1/72 inch) of the page. */
export type Area = readonly [left: number, bottom: number, right: number, top: number];
/** How places are moved and turned (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

/** What moves and turns nothing. */
export const whole: Matrix = [1, 0, 0, 1, 0, 0];

/** One change of places after another. */
export const times = (one: Matrix, other: readonly number[]): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = other;
  return [
    one[0] * a + one[2] * b,
    one[1] * a + one[3] * b,
    one[0] * c + one[2] * d,
    one[1] * c + one[3] * d,
    one[0] * e + one[2] * f + one[4],
    one[1] * e + one[3] * f + one[5],
  ];
};

/** The upright area that holds a rectangle after it was turned and moved. */
export function placed(matrix: Matrix, left: number, bottom: number, right: number, top: number): Area {
  const corners = [
    [left, bottom],
    [right, bottom],
    [left, top],
    [right, top],
  ] as const;
  const xs = corners.map(([x, y]) => matrix[0] * x + matrix[2] * y + matrix[4]);
  const ys = corners.map(([x, y]) => matrix[1] * x + matrix[3] * y + matrix[5]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** The area that holds both. */
export const around = (one: Area | undefined, other: Area): Area =>
  one === undefined
    ? other
    : [
        Math.min(one[0], other[0]),
        Math.min(one[1], other[1]),
        Math.max(one[2], other[2]),
        Math.max(one[3], other[3]),
      ];
