import { consentScopes } from '../../../consents/public.js';
import type { Language } from '../../../kernel/actor/public.js';
import { Page, PageHead, type Viewer } from '../../parts/public.js';
import { languages, wordsFor } from '../../words/words.js';

const told = ['intro', 'change', 'cannot', 'risk', 'kept', 'minor'] as const;

/** What a person is told before they decide, to print and leave with them. Holds nothing of anybody. */
export const SheetPage = ({ viewer, language }: { readonly viewer: Viewer; readonly language: Language }) => {
  const own = wordsFor(viewer.language);
  const words = wordsFor(language);
  const say = (key: string): string => words.say(`consents.${key}`);
  return (
    <Page viewer={viewer} title={own.say('consents.sheet')} current="individuals" breadcrumb={[]}>
      <PageHead
        title={own.say('consents.sheet')}
        facts={<span class="noprint">{own.say('consents.sheet.print')}</span>}
        actions={languages.map((one) => (
          <a key={one} class="btn" href={`/consents/sheet?language=${one}`} aria-current={one === language ? 'true' : undefined}>
            {own.say(`consents.language.${one}`)}
          </a>
        ))}
      />
      <article lang={language} class="prose">
        <h2>{say('sheet.title')}</h2>
        {told.map((part) => (
          <p key={part}>{say(`sheet.${part}`)}</p>
        ))}
        <div class="tw">
          <table>
            <thead>
              <tr>
                <th scope="col">{say('sheet.question')}</th>
                <th scope="col">{say('sheet.yes')}</th>
                <th scope="col">{say('sheet.no')}</th>
              </tr>
            </thead>
            <tbody>
              {consentScopes.map((scope) => (
                <tr key={scope}>
                  <th scope="row" class="wrap">
                    {say(`say.${scope}`)}
                  </th>
                  <td>☐</td>
                  <td>☐</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p>{say('sheet.date')}: ____________________</p>
        <p>{say('sheet.signed')}: ____________________</p>
      </article>
    </Page>
  );
};
