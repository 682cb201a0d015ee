import highsModule, { type Highs } from 'highs';

// The package's types describe its other build, in which the loader is one level deeper.
const loadSolver = highsModule as unknown as typeof highsModule.default;

let solver: Promise<Highs> | undefined;

/** HiGHS, loaded once. */
export const solverLoaded = (): Promise<Highs> => (solver ??= loadSolver());
