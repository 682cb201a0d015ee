import { Column, type ColumnOptions } from 'typeorm';

type Options = Pick<ColumnOptions, 'nullable' | 'name'>;

/** A UTC instant as fixed-width text: sorts as time and has the same bytes on both databases. */
export const InstantColumn = (options: Options = {}): PropertyDecorator => Column('varchar', { length: 24, ...options });

/** One of our own ids. */
export const IdColumn = (options: Options = {}): PropertyDecorator => Column('varchar', { length: 36, ...options });

/** A code of a vocabulary, a zone, a reference number: short plain text. */
export const CodeColumn = (options: Options = {}): PropertyDecorator => Column('varchar', { length: 64, ...options });
