import type { EntityManager } from 'typeorm';
import { rowsOf, run } from '../kernel/db/public.js';
import { ReferenceCounter } from '../kernel/record/public.js';
import { bytesOf, lengthOf, placeOf, storedOf } from './card.js';
import { DetentionFact, FactText } from './detention-fact.entity.js';
import { stayLayout } from './stay-card.js';

/** The numbers of these texts; those that have none yet get one, in the transaction of the change. */
export async function numberTexts(manager: EntityManager, texts: Iterable<string>): Promise<ReadonlyMap<string, number>> {
  const asked = [...new Set(texts)].filter(Boolean);
  const known = await numbersOf(manager, asked);
  const missing = asked.filter((text) => !known.has(text));
  if (missing.length === 0) return known;
  // Who counts holds the counter until the end: somebody else may have numbered them while we waited for it.
  const last = await next(manager, 'fact-text', missing.length);
  const since = await numbersOf(manager, missing);
  const left = missing.filter((text) => !since.has(text));
  for (const [n, text] of left.entries()) {
    await run(manager, 'INSERT INTO fact_text (number, text) VALUES (:number, :text)', { number: last - n, text });
    known.set(text, last - n);
  }
  return new Map([...known, ...since]);
}

async function numbersOf(manager: EntityManager, texts: readonly string[]): Promise<Map<string, number>> {
  if (texts.length === 0) return new Map();
  const rows = await rowsOf(manager, FactText, 'WHERE r.text IN (:...texts)', { texts });
  return new Map(rows.map(({ text, number }) => [text, number]));
}

/** The number of a person, as other detentions of theirs have it or a new one: figures count people by it. */
export async function numberPerson(manager: EntityManager, individualId: string): Promise<number> {
  const known = async (): Promise<number | null> => (await rowsOf(manager, DetentionFact, 'WHERE r.individual_id = :individualId ORDER BY r.detention_id LIMIT 1', { individualId })).map(({ card }) => personOn(card))[0] ?? null;
  const given = await known();
  if (given !== null) return given;
  const fresh = await next(manager, 'fact-person', 1);
  return (await known()) ?? fresh;
}

const personOn = (card: string): number => (storedOf([bytesOf(card)], lengthOf(stayLayout), placeOf(stayLayout, 'person'))[0] ?? 0) - 1;

/** Counts on by so many; whoever else counts waits until this transaction ends. @returns the last of them */
async function next(manager: EntityManager, series: string, n: number): Promise<number> {
  await run(manager, 'INSERT INTO reference_counter (series, last) VALUES (:series, :n) ON CONFLICT (series) DO UPDATE SET last = reference_counter.last + :n', { series, n });
  return (await manager.findOneByOrFail(ReferenceCounter, { series })).last;
}
