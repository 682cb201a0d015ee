/** Keeps the time that is left on a running clock right between two loads of the page; the server decides its state. */
export function countDown(place: HTMLElement): void {
  const until = Date.parse(place.dataset.until ?? '');
  const { hours = '', minutes = '', over = '' } = place.dataset;
  if (Number.isNaN(until)) return;
  const say = (): void => {
    const left = Math.ceil((until - Date.now()) / 60_000);
    place.textContent = left <= 0 ? over : `${Math.floor(left / 60)} ${hours} ${left % 60} ${minutes}`;
  };
  say();
  setInterval(say, 20_000);
}
