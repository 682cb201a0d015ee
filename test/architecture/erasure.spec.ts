import { describe, expect, it } from '@jest/globals';
import { getMetadataArgsStorage } from 'typeorm';
import { entities } from '../../src/app.entities.js';
import { erasureRuleOf, RecordRow } from '../../src/kernel/record/public.js';

/** A table with one of these columns holds something about a person or an account, or something sealed. */
const telling = ['subject', 'sealed', 'individualId', 'detentionId', 'staffId'];

/** The engine deletes these by itself. */
const byTheEngine = ['subject_key', 'file_key'];

const nameOf = (entity: unknown): string => getMetadataArgsStorage().tables.find(({ target }) => target === entity)?.name ?? String(entity);

const columnsOf = (entity: new () => object): string[] =>
  getMetadataArgsStorage()
    .columns.filter(({ target }) => typeof target === 'function' && (target === entity || entity.prototype instanceof target))
    .map(({ propertyName }) => propertyName);

/**
 * What becomes of every table when somebody is erased. A new table fails here until @OnErasure beside its columns says it:
 * `keep`, `delete` or `blank`, and why (src/kernel/record/erasure-rule.ts).
 */
describe('erasing somebody', () => {
  it('is thought of in every table that holds something about people', () => {
    const silent = (entities as readonly (new () => object)[])
      .filter((entity) => !byTheEngine.includes(nameOf(entity)))
      .filter((entity) => columnsOf(entity).some((column) => telling.includes(column)) && !erasureRuleOf(entity));
    expect(silent.map(nameOf)).toEqual([]);
  });

  it('names columns that exist, kinds that some table has, and a reason', () => {
    const rules = (entities as readonly (new () => object)[]).flatMap((entity) => {
      const rule = erasureRuleOf(entity);
      return rule ? [{ entity, rule }] : [];
    });
    const kinds = new Set(['staff', ...rules.flatMap(({ rule }) => rule.kind ?? [])]);
    const wrong = rules.flatMap(({ entity, rule }) => {
      const columns = columnsOf(entity);
      const of = Object.entries(rule.of ?? {});
      return [
        ...of.filter(([column]) => !columns.includes(column)).map(([column]) => `${nameOf(entity)} has no ${column}`),
        ...of.flatMap(([, named]) => [named].flat()).filter((kind) => !kinds.has(kind)).map((kind) => `${nameOf(entity)}: no table keeps a ${kind}`),
        ...(rule.why.length < 15 ? [`${nameOf(entity)} gives no reason`] : []),
        ...(entity.prototype instanceof RecordRow && !rule.kind ? [`${nameOf(entity)} does not say its kind`] : []),
      ];
    });
    expect(wrong).toEqual([]);
  });
});
