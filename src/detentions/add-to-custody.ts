import { Injectable } from '@nestjs/common';
import { Reach } from '../access/public.js';
import { columnsOf, noBounds, type SaidBounds, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { boundsFrom, type WhenInput } from '../kernel/http/public.js';
import { Records } from '../kernel/record/public.js';
import { placeKind } from '../places/public.js';
import { sourceKind } from '../sources/public.js';
import type { CustodyPeriodInput, DetentionEventInput } from './detention.input.js';
import { custodyPeriodKind, detentionEventKind } from './detention.kind.js';

interface Stay {
  readonly id: string;
  readonly subject: string;
}

/** Puts periods and events into a detention, inside a story that has already reached it. */
@Injectable()
export class AddToCustody {
  constructor(
    private readonly reach: Reach,
    private readonly records: Records,
  ) {}

  /** `at` is where the input stands in a larger form, for naming the field at fault. */
  async period(work: Work, stay: Stay, input: CustodyPeriodInput, zone: string, at = ''): Promise<string> {
    const values = await this.periodValues(work, input, zone, at);
    const known = await this.records.create(work, custodyPeriodKind, {
      moreSourceIds: null,
      ...values,
      subject: stay.subject,
      detentionId: stay.id,
      withdrawn: false,
    });
    return known.id;
  }

  async event(work: Work, stay: Stay, input: DetentionEventInput, zone: string, at = ''): Promise<string> {
    const values = await this.eventValues(work, input, zone, at);
    const known = await this.records.create(work, detentionEventKind, {
      moreSourceIds: null,
      ...nothingDecided,
      articleToken: null,
      ...values,
      subject: stay.subject,
      detentionId: stay.id,
      withdrawn: false,
    });
    return known.id;
  }

  async periodValues(work: Work, input: CustodyPeriodInput, zone: string, at = '') {
    const here = await this.zoneOf(work, input.placeId, zone);
    for (const source of [input.sourceId, ...(input.moreSourceIds ?? [])]) await this.checkSource(work, source);
    const start = this.when(work, input.start, `${prefix(at)}start`, here);
    const end = this.when(work, input.end, `${prefix(at)}end`, here);
    if (start.earliest && end.latest && end.latest < start.earliest) throw reversed(`${prefix(at)}end`);
    const { kind, account } = input;
    return {
      kind,
      account,
      placeId: input.placeId ?? null,
      placeWords: input.placeWords ?? null,
      sourceId: input.sourceId ?? null,
      ...othersOf(input),
      start,
      end,
      note: input.note ?? null,
    };
  }

  async eventValues(work: Work, input: DetentionEventInput, zone: string, at = '') {
    const here = await this.zoneOf(work, input.placeId, zone);
    for (const source of [input.sourceId, ...(input.moreSourceIds ?? [])]) await this.checkSource(work, source);
    const { kind, account } = input;
    return {
      kind,
      kindWords: input.kindWords ?? null,
      account,
      placeId: input.placeId ?? null,
      sourceId: input.sourceId ?? null,
      ...othersOf(input),
      ...decidedOf(input, at),
      at: this.when(work, input.at, `${prefix(at)}at`, here),
      note: input.note ?? null,
    };
  }

  private when(work: Work, input: WhenInput | null | undefined, field: string, zone: string): SaidBounds {
    return input?.said ? columnsOf(boundsFrom(input, field, zone, work.now)) : { ...noBounds };
  }

  /** The clock on the wall of the place decides, wherever the person who types is. */
  private async zoneOf(work: Work, placeId: string | null | undefined, zone: string): Promise<string> {
    return placeId ? (await this.reach.within(work, placeKind, placeId)).zone : zone;
  }

  private async checkSource(work: Work, sourceId: string | null | undefined): Promise<void> {
    if (sourceId) await this.reach.within(work, sourceKind, sourceId);
  }
}

/** The other sources, each once and without the first; nothing where nothing was said of them. */
const othersOf = ({ sourceId, moreSourceIds }: CustodyPeriodInput | DetentionEventInput): { moreSourceIds?: string[] | null } =>
  moreSourceIds === undefined ? {} : { moreSourceIds: moreSourceIds && [...new Set(moreSourceIds)].filter((id) => id !== sourceId) };

const nothingDecided = { article: null, sanctionDays: null, fineAmount: null, fineUnit: null, method: null };

type Decided = keyof typeof nothingDecided;

/**
 * What a ruling orders and how ill-treatment was done, as far as something was said of it: an older form does not take it away.
 * @throws Problem `detention.fine_without_unit` (422): a sum without its unit cannot be added to another.
 */
function decidedOf(input: DetentionEventInput, at: string): Partial<Pick<DetentionEventInput, Decided>> {
  if (input.fineAmount && !input.fineUnit) {
    throw new Problem('detention.fine_without_unit', { status: 422, fields: [{ field: `${prefix(at)}fineUnit`, code: 'detention.fine_without_unit' }] });
  }
  return Object.fromEntries((Object.keys(nothingDecided) as Decided[]).flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]]])));
}

const prefix = (at: string): string => (at ? `${at}.` : '');

const reversed = (field: string): Problem =>
  new Problem('detention.end_before_start', { status: 422, fields: [{ field, code: 'detention.end_before_start' }] });
