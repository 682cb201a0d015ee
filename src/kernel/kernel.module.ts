import { Global, Module, type DynamicModule } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import { filesIn, FileVault, Keys, SubjectVault } from './crypto/public.js';
import { Aside, UnitOfWork, type Ledger, type OpenDatabase } from './db/public.js';
import { LocksServer, NothingToLock } from './gate/public.js';
import type { Strongbox } from './keyring/public.js';
import { Records, Versions } from './record/public.js';
import type { Settings } from './settings/public.js';
import { Clock } from './time/public.js';

/** What is made before the application: the opened database, the keys and the clock. */
export interface Ground {
  readonly settings: Settings;
  readonly keys: Keys;
  /** The master key and the ways to it. */
  readonly strongbox: Strongbox;
  readonly database: OpenDatabase;
  readonly clock: Clock;
  readonly ledger: Ledger;
  /** The gate the application stands behind; absent where it does not listen. */
  readonly gate?: LocksServer;
}

export const SETTINGS = Symbol('settings');
export const GROUND = Symbol('ground');

/** Gives every module the same few things. `EntityManager` is the reading door: it cannot write on the embedded database. */
@Global()
@Module({})
export class KernelModule {
  static on(ground: Ground): DynamicModule {
    const { settings, keys, database, clock, ledger, gate = new NothingToLock() } = ground;
    const vault = new SubjectVault(keys);
    const provided = [
      { provide: GROUND, useValue: ground },
      { provide: SETTINGS, useValue: settings },
      { provide: Aside, useValue: database.aside },
      { provide: Keys, useValue: keys },
      { provide: Clock, useValue: clock },
      { provide: LocksServer, useValue: gate },
      { provide: SubjectVault, useValue: vault },
      { provide: FileVault, useValue: new FileVault(keys, vault, filesIn(settings.dataDir)) },
      { provide: UnitOfWork, useValue: new UnitOfWork(database, ledger, clock) },
      { provide: Records, useValue: new Records(vault) },
      { provide: Versions, useValue: new Versions(vault) },
      {
        provide: EntityManager,
        inject: [getDataSourceToken('reader')],
        useFactory: (reader: DataSource) => reader.manager,
      },
    ];
    return {
      module: KernelModule,
      imports: [
        TypeOrmModule.forRootAsync({
          name: 'reader',
          useFactory: () => ({ ...database.reader.options, name: 'reader', retryAttempts: 0 }),
          dataSourceFactory: () => Promise.resolve(database.reader),
        }),
      ],
      providers: provided,
      exports: provided.map((one) => one.provide),
    };
  }
}
