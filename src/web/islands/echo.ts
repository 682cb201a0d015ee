import { asking } from './ask.js';

/** Says under a time field how the server reads what is typed. */
export function followEcho(field: HTMLInputElement): void {
  const box = document.getElementById(field.dataset.echo ?? '');
  if (!box) return;
  const { zone, onDate, placeField, dateField } = field.dataset;
  const other = (name: string | undefined): string | undefined => {
    const found = name ? field.form?.elements.namedItem(name) : null;
    return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found.value || undefined : undefined;
  };
  const question = () => ({ said: field.value, zone, onDate, place: other(placeField), date: other(dateField) });
  asking(field, '/echo/time', question, 250, ({ ok, text }) => {
    box.textContent = typeof text === 'string' ? text : '';
    box.classList.toggle('bad', ok === false);
  });
}
