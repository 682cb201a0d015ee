// Answers the questions of aside.ts on a connection of its own. Plain JavaScript, because a thread is started with a file as it lies there.
import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import sqlite from 'better-sqlite3-multiple-ciphers';

// Who writes goes first. Only here is it this thread that stands back; elsewhere it would be the whole process.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);

/** @type {sqlite.Database} */
let database;

parentPort.on('message', (message) => (message.key ? open(message) : answer(message)));

function open({ file, key }) {
  database = new sqlite(file, { readonly: true, fileMustExist: true });
  for (const line of [`key = '${key}'`, 'busy_timeout = 5000', 'query_only = ON', 'trusted_schema = OFF', 'temp_store = MEMORY', 'cache_size = -64000']) database.pragma(line);
  database.function('going', () => 1);
}

/** What is handed over without being copied; this thread has no use for it any more. */
const bytesIn = (rows) => rows.flatMap((row) => Object.values(row).flatMap((value) => (value instanceof Uint8Array && value.byteLength === value.buffer.byteLength ? [value.buffer] : [])));

function answer({ id, sql, values }) {
  try {
    const rows = database.prepare(sql).all(...values);
    parentPort.postMessage({ id, rows }, bytesIn(rows));
  } catch (error) {
    parentPort.postMessage({ id, error: { name: error.name, message: error.message, code: error.code } });
  }
}
