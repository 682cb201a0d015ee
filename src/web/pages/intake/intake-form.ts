import type { Intake } from '../../../intake/public.js';
import { RecordDetentionInput } from '../../../detentions/public.js';
import { RecordIndividualInput } from '../../../individuals/public.js';
import { readForm, textOf, type FormBody } from '../../forms/public.js';
import { scriptOf } from '../individuals/individual-form.js';

const without = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const listed = (text: string | undefined): string[] | undefined => (text ? [text] : undefined);

/** @throws Problem `input.invalid` with the form's own field names. */
export function intakeFrom(form: FormBody): Intake {
  const said = (name: string): string | undefined => textOf(form, name);
  const name = said('name');
  const individual = readForm(
    RecordIndividualInput,
    without({
      names: name ? [{ text: name, kind: 'full', script: scriptOf(name) }] : [],
      description: said('description'),
      sex: said('sex'),
      birth: said('birth'),
      regionCode: said('regionCode'),
      phones: listed(said('phones')),
      vulnerabilities: listed(said('vulnerabilities')),
      notes: said('notes'),
    }),
  );
  const when = (field: string) => (said(field) ? { said: said(field) } : undefined);
  const period = without({
    kind: said('periodKind') ?? 'unknown',
    account: 'observed',
    start: when('start'),
    end: when('end'),
    placeWords: said('placeWords'),
  });
  const detention = readForm(
    RecordDetentionInput,
    without({
      kind: said('kind'),
      authorityKind: said('authorityKind'),
      regionCode: said('regionCode'),
      incidentId: said('incidentId'),
      // The person is recorded in the same transaction; the count only says that there is one.
      countedAtLeast: 1,
      periods: said('periodKind') || said('start') || said('placeWords') ? [period] : [],
    }),
  );
  const [sameAs, reporter] = [said('sameAs'), said('reporter')];
  return {
    individual,
    detention,
    ...(sameAs ? { sameAs } : {}),
    ...(reporter ? { reporter: { identity: reporter, kind: said('reporterKind') ?? 'unknown' } } : {}),
  };
}

/** What the next person most often shares with the last: where, when, by whom, and who tells it. */
const kept = ['start', 'periodKind', 'placeWords', 'kind', 'authorityKind', 'regionCode', 'incidentId', 'reporter', 'reporterKind'];

export const keptFor = (form: FormBody): FormBody => Object.fromEntries(kept.map((name) => [name, form[name]]));
