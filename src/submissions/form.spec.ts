import { describe, expect, it } from '@jest/globals';
import { consentScopes } from '../consents/public.js';
import { drawKeys } from './draws.js';
import { fieldsIn, forms, headingLanguages } from './form.js';

const asked = ['person', 'family', 'witness', 'lawyer', 'authority', 'us'];
const each = forms.map((form) => [form.form, form] as const);

describe('the forms', () => {
  it('are those of the bodies the organisation writes to', () => {
    expect(forms.map(({ form }) => form)).toEqual([
      'hrc-communication', 'odihr-assembly', 'osce-briefing', 'partner-briefing', 'special-procedures', 'wgad-questionnaire', 'wgad-urgent-action', 'wgeid-minimum',
    ]);
  });

  it.each(each)('%s names fields once, in three languages, from what can be drawn, and whom to ask', (_, form) => {
    const fields = fieldsIn(form);
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    const titles = [form.title, ...form.sections.map(({ title }) => title), ...fields.map(({ label }) => label)];
    expect(titles.filter((title) => headingLanguages.some((language) => !title[language]))).toEqual([]);
    expect(fields.filter(({ from }) => from !== null && !drawKeys.includes(from)).map(({ id }) => id)).toEqual([]);
    expect(fields.filter(({ ask }) => !asked.includes(ask)).map(({ id }) => id)).toEqual([]);
    expect(consentScopes).toContain(form.scope);
    expect([form.title.ru, form.title.kk, form.citation].every(Boolean)).toBe(true);
  });

  it.each(each)('%s takes nothing for granted: what was not read is to be compared, and terms of reply to be reviewed', (_, form) => {
    expect(['read', 'compare', 'ours']).toContain(form.status);
    // Only one form was read in a copy; when another one is, its status is changed together with its citation.
    expect(form.status === 'read').toBe(form.form === 'wgeid-minimum');
    expect(form.replies.filter(({ days, review, label }) => days <= 0 || review !== 'needs_legal_review' || !label.kk)).toEqual([]);
  });

  it('ask for the person’s consent wherever somebody is named', () => {
    const naming = forms.filter((form) => fieldsIn(form).some(({ from }) => from?.startsWith('person.')));
    expect(naming.filter(({ scope }) => !['un_named', 'un_confidential', 'share_partner'].includes(scope))).toEqual([]);
    expect(forms.filter(({ about }) => about === 'incident').filter((form) => fieldsIn(form).some(({ from }) => from?.startsWith('person.')))).toEqual([]);
  });
});
