export const trained = { corpus: "00000000", bias: -3.5, weights: {}, thresholds: { weak: 0.35, strong: 0.7 } };
