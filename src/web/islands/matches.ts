import { asking } from './ask.js';

interface Match {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly href: string;
}

/** Offers those already recorded who may be the person being named. */
export function followMatches(field: HTMLInputElement): void {
  const box = document.getElementById(field.dataset.matches ?? '');
  if (!box) return;
  asking(field, '/intake/matches', () => ({ name: field.value }), 400, ({ matches }) => {
    const found = Array.isArray(matches) ? (matches as Match[]) : [];
    const chosen = box.querySelector<HTMLInputElement>('input:checked')?.value;
    box.querySelectorAll(':scope > div').forEach((old) => old.remove());
    box.append(...found.map((match) => line(match, box.dataset.choice ?? '', match.id === chosen)));
    if (!box.querySelector('input:checked')) box.querySelector('input')?.click();
    box.hidden = found.length === 0;
  });
}

/** Names come as text and stay text. */
function line(match: Match, name: string, checked: boolean): HTMLElement {
  const radio = Object.assign(document.createElement('input'), { type: 'radio', name, value: match.id, checked });
  const who = Object.assign(document.createElement('bdi'), { textContent: match.label });
  const label = Object.assign(document.createElement('label'), { className: 'check' });
  label.append(radio, who);
  const link = Object.assign(document.createElement('a'), { textContent: match.detail, target: '_blank', rel: 'noreferrer' });
  if (match.href.startsWith('/')) link.href = match.href;
  const row = document.createElement('div');
  row.append(label, ' ', link);
  return row;
}
