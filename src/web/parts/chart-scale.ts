/** Round marks from 0 to at least `most`, about four of them: 0, 50, 100 … */
export function roundMarks(most: number, wanted = 4): number[] {
  if (!(most > 0)) return [0, 1];
  const rough = most / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10) * power);
  const whole = Number.isInteger(step) ? step : Math.ceil(step);
  return Array.from({ length: Math.ceil(most / whole) + 1 }, (_, place) => place * whole);
}

export const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** Two decimals are finer than any screen and keep the page small. */
export const round = (value: number): number => Math.round(value * 100) / 100;
