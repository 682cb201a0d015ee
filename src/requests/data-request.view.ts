import { seenFields, type Withheld } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { boundsOf } from '../kernel/db/public.js';
import type { Known } from '../kernel/record/public.js';
import type { Bounds, Instant } from '../kernel/time/public.js';
import { codedValue } from '../vocabularies/public.js';
import type { AnswerStep, DataRequest, DataRequestPrivate } from './data-request.entity.js';
import { dataRequestKind } from './data-request.kind.js';

export class DataRequestView {
  id!: string;
  version!: number;
  recordedAt!: string;
  recordedBy!: string;
  reference!: string;
  what!: string;
  individualId!: string | null;
  askedBy!: string;
  identity!: string;
  received!: Bounds | null;
  dueAt!: string;
  extendedAt!: string | null;
  state!: string;
  asker!: string | null | Withheld;
  contact!: string | null | Withheld;
  wording!: string | null | Withheld;
  /** Derived: the last day is past and it is not answered. */
  overdue!: boolean;
}

export class AnswerView {
  id!: string;
  step!: AnswerStep;
  ground!: string | null;
  /** null: erased, or not for the reader. */
  words!: string | null;
  at!: string;
  staffId!: string;
}

export class RequestWithAnswersView extends DataRequestView {
  answers!: AnswerView[];
}

export class RestrictionView {
  id!: string;
  individualId!: string;
  ground!: string;
  setAt!: string;
  setBy!: string;
}

export const isClosed = (state: string): boolean => codedValue('request-states', state)?.closed === true;

export function dataRequestView(actor: Actor, known: Known<DataRequest, DataRequestPrivate>, now: Instant): DataRequestView {
  const { id, version, recordedAt, recordedBy } = known;
  const overdue = known.dueAt < now && !isClosed(known.state);
  return { id, version, recordedAt, recordedBy, ...seenFields(actor, dataRequestKind, known), received: boundsOf(known.received), overdue } as unknown as DataRequestView;
}
