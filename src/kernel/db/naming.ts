import { DefaultNamingStrategy, Table, type NamingStrategyInterface } from 'typeorm';

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/^_/, '');

/** snake_case columns, and constraint names a person can read in an error or a migration. */
export class ReadableNames extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(property: string, custom: string | undefined, embedded: string[]): string {
    return snake([...embedded, custom || property].join('_'));
  }

  override primaryKeyName(table: Table | string): string {
    return `pk_${nameOf(table)}`;
  }

  override indexName(table: Table | string, columns: string[]): string {
    return `ix_${nameOf(table)}_${columns.join('_')}`;
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return `uq_${nameOf(table)}_${columns.join('_')}`;
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return `fk_${nameOf(table)}_${columns.join('_')}`;
  }
}

const nameOf = (table: Table | string): string => (typeof table === 'string' ? table : table.name).split('.').pop() ?? '';
