import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { Signed } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import type { StaleRecord } from '../../../kernel/record/public.js';
import type { FormBody } from '../../forms/public.js';
import { StaleAnswer } from '../../http/stale-answer.js';
import { Conflict, Page, renderPage, viewerOf, type ConflictField, type FormValues } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

/** How one form turns the fields of a record into what it shows, and what it calls them. */
export interface ConflictForm {
  readonly action: string;
  readonly back: string;
  readonly valuesOf: (fields: Record<string, unknown>) => FormValues;
  /** Words of the labels: `individuals` for `individuals.<field>`. */
  readonly area: string;
}

/** Answers a save that came too late: both versions and the one before, and nothing typed is lost. */
@Injectable()
export class ConflictPages {
  constructor(private readonly stale: StaleAnswer) {}

  async answer(actor: Actor, request: Signed, response: Response, error: StaleRecord, form: FormBody, how: ConflictForm): Promise<void> {
    const both = await this.stale.of(actor, error);
    const viewer = viewerOf(request);
    const theirs = how.valuesOf(both.current);
    const fields = fieldsOf(form, theirs, both.base ? how.valuesOf(both.base) : null, how.area, viewer.language);
    const title = wordsFor(viewer.language).say('conflict.title');
    const page = (
      <Page viewer={viewer} title={title}>
        <h1>{title}</h1>
        <Conflict action={how.action} version={both.current.version} fields={fields} cancelHref={how.back} />
      </Page>
    );
    response.status(412).type('html').send(renderPage(page));
  }
}

/** Several ticked boxes stand in one text, commas between; codes hold none. */
const text = (value: FormValues[string]): string => (Array.isArray(value) ? value.join(', ') : ((value as string | null | undefined) ?? ''));

function fieldsOf(
  form: FormBody,
  theirs: FormValues,
  base: FormValues | null,
  area: string,
  language: 'en' | 'ru' | 'kk',
): ConflictField[] {
  const words = wordsFor(language);
  const names = Object.keys(form).filter((name) => !name.startsWith('_'));
  return names.map((name) => ({
    name,
    label: words.has(`${area}.${name}`) ? words.say(`${area}.${name}`) : name,
    base: base ? text(base[name]) : null,
    // A field the record does not keep, such as the reason for the correction, stays as it was typed.
    theirs: name in theirs ? text(theirs[name]) : text(form[name]),
    yours: text(form[name]),
  }));
}
