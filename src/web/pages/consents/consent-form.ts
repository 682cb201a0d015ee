import { consentScopes } from '../../../consents/public.js';
import { textOf, textsOf, type FormBody } from '../../forms/public.js';

const talk = ['way', 'language', 'givenBy', 'capacity', 'giverName', 'askedBy', 'evidence'] as const;

const texts = (form: FormBody, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.flatMap((name) => (textOf(form, name) === undefined ? [] : [[name, textOf(form, name)]])));

const moments = (form: FormBody, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.flatMap((name) => (textOf(form, name) === undefined ? [] : [[name, { said: textOf(form, name) }]])));

/** What the form says of a conversation, as the input of the API. A question left as it was is not part of it. */
export function decisionFrom(form: FormBody): Record<string, unknown> {
  const answers = Object.fromEntries(consentScopes.flatMap((scope) => {
    const answer = textOf(form, `answers.${scope}`);
    return answer === undefined ? [] : [[scope, answer]];
  }));
  const partnerIds = textsOf(form, 'partnerIds');
  return { answers, ...(partnerIds.length > 0 ? { partnerIds } : {}), ...texts(form, [...talk, 'conditions', 'partners']), ...moments(form, ['given', 'expires']) };
}

export function withdrawalFrom(form: FormBody): Record<string, unknown> {
  const scopes = textsOf(form, 'scopes');
  return { ...(scopes.length > 0 ? { scopes } : {}), ...texts(form, talk), ...moments(form, ['given']) };
}
