import { countDown } from './countdown.js';
import { followEcho } from './echo.js';
import { guardForms } from './guard-forms.js';
import { listenToKeys } from './keys.js';
import { followMatches } from './matches.js';

// Everything here only adds to pages that work without it.
listenToKeys();
guardForms();
document.querySelectorAll<HTMLInputElement>('[data-echo]').forEach(followEcho);
document.querySelectorAll<HTMLInputElement>('[data-matches]').forEach(followMatches);
document.querySelectorAll<HTMLElement>('[data-until]').forEach(countDown);
document.getElementById('faults')?.focus();
document.querySelector('.side [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
