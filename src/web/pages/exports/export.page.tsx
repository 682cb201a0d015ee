import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import { FormPost, Page, PageHead, RadioGroup, SelectField, TextField, type Fault, type FormValues, type Option, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf } from '../options.js';
import { exportFormats } from './timeline-exports.js';

interface ExportPageProps {
  readonly viewer: Viewer;
  readonly id: string;
  readonly reference: string;
  readonly individualId: string | null;
  readonly asOf: Instant | null;
  readonly zone: string;
  readonly partners: readonly Option[];
  readonly values?: FormValues;
  readonly faults?: readonly Fault[];
}

/** Asks what for before a timeline leaves the house. */
export const ExportPage = ({ viewer, id, reference, individualId, asOf, zone, partners, values, faults }: ExportPageProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`exports.${key}`);
  const title = words.say('exports.of', { reference });
  return (
    <Page viewer={viewer} title={title} current="detentions" breadcrumb={[{ href: `/detentions/${id}`, text: reference }]}>
      <PageHead title={title} facts={asOf ? words.say('asknown.banner', { when: sayInstant(asOf, zone, viewer.language) }) : say('lead')} />
      <FormPost action={`/detentions/${id}/export`} values={values ?? { format: 'pdf' }} guard={false} {...(faults ? { faults } : {})}>
        {asOf && <input type="hidden" name="asOf" value={asOf} />}
        <RadioGroup name="format" label={say('format')} options={exportFormats.map((value) => ({ value, label: say(`format.${value}`), hint: say(`format.${value}.hint`) }))} />
        <SelectField name="purpose" label={say('purpose')} hint={say('purpose.hint')} options={optionsOf('export-purposes', viewer.language)} required />
        {partners.length > 0 && <SelectField name="partnerId" label={say('partner')} hint={say('partner.hint')} options={partners} empty={say('partner.none')} />}
        <TextField name="recipient" label={say('recipient')} hint={say('recipient.hint')} maxLength={300} />
        {individualId && viewer.permissions.has('consent.read') && (
          <p class="w">
            <a href={`/consents/individual/${individualId}`}>{say('consent')}</a>
          </p>
        )}
        <div class="row w">
          <button class="btn p">{say('make')}</button>
          <a class="btn" href={`/detentions/${id}`}>
            {words.say('forms.cancel')}
          </a>
        </div>
      </FormPost>
    </Page>
  );
};
