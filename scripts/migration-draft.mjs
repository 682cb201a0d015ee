// Prints the plan of every table the entities describe (or of those named), to be pasted into the next migration.
import 'reflect-metadata';
import { DataSource } from 'typeorm';

const root = new URL('../dist/', import.meta.url);
const { entities } = await import(new URL('src/app.entities.js', root));
const { ReadableNames } = await import(new URL('src/kernel/db/naming.js', root));
const source = new DataSource({ type: 'postgres', entities, namingStrategy: new ReadableNames() });
await source.buildMetadatas();

const wanted = process.argv.slice(2);
const form = (column) => {
  const type = column.type === String ? 'varchar' : column.type === 'simple-json' ? 'text' : column.type;
  const shape = column.length ? `${type}(${column.length})` : type;
  return column.isPrimary ? `key ${shape}` : shape + (column.isNullable ? '?' : '');
};
const list = (indices) => indices.map((index) => `[${index.columns.map((c) => `'${c.databaseName}'`).join(', ')}]`).join(', ');

for (const meta of source.entityMetadatas) {
  if (wanted.length > 0 && !wanted.includes(meta.tableName)) continue;
  console.log(`    await createTable(runner, '${meta.tableName}', {`);
  console.log('      columns: {');
  for (const column of meta.columns) console.log(`        ${column.databaseName}: '${form(column)}',`);
  console.log('      },');
  const plain = meta.indices.filter((index) => !index.isUnique);
  const unique = meta.indices.filter((index) => index.isUnique);
  if (plain.length > 0) console.log(`      indexes: [${list(plain)}],`);
  if (unique.length > 0) console.log(`      unique: [${list(unique)}],`);
  if (meta.foreignKeys.length > 0) {
    console.log(`      refers: { ${meta.foreignKeys.map((key) => `${key.columns[0].databaseName}: '${key.referencedTablePath}'`).join(', ')} },`);
  }
  console.log('    });');
}
