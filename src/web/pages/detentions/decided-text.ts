import type { DetentionEventView } from '../../../detentions/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import type { Words } from '../../words/words.js';

/** What a charge or ruling says and how ill-treatment was done, part by part: "KoAP 488", "15 days", "fine 20 MCI". */
export function decidedText({ article, sanctionDays, fineAmount, fineUnit, method }: DetentionEventView, words: Words): string[] {
  const unit = fineUnit ? labelOf('fine-units', fineUnit, words.language) : '';
  return [
    ...(article ? [article] : []),
    ...(sanctionDays === null ? [] : [words.say('detentions.decided.days', { days: sanctionDays })]),
    ...(fineAmount === null ? [] : [words.say('detentions.decided.fine', { amount: fineAmount, unit })]),
    ...(method ? [labelOf('ill-treatment-methods', method, words.language)] : []),
  ];
}
