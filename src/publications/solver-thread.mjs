// Solves the models of solver.ts on a thread of its own. Plain JavaScript, because a thread is started with a file as it lies there.
import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import loadSolver from 'highs';

// Who writes goes first. Only here is it this thread that stands back; elsewhere it would be the whole process.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);

const highs = await loadSolver();
const { modelStatus, objectiveSense, solutionStatus } = highs.constants;
const models = new Map();

parentPort.on('message', (message) => {
  try {
    parentPort.postMessage({ id: message.id, ...answerTo(message) });
  } catch (error) {
    parentPort.postMessage({ id: message.id, error: error.message });
  }
});

function answerTo({ open, close, solve }) {
  if (open) {
    const model = highs.createModel(open.data);
    model.options.set({ output_flag: false, ...open.options });
    models.set(open.model, model);
  }
  if (close) {
    models.get(close.model)?.dispose();
    models.delete(close.model);
  }
  if (!solve) return {};
  const model = models.get(solve.model);
  if (!model) throw new Error('the model is gone');
  return { solution: solved(model, solve) };
}

function solved(model, { limits, costs, target, seconds, nodes }) {
  for (const [row, lower, upper] of limits) model.changeRowBounds(row, limit(lower), limit(upper));
  model.changeColsCost({ kind: 'range', from: 0, to: costs.length - 1 }, costs);
  model.changeObjectiveSense(objectiveSense.minimize);
  model.options.set({ time_limit: seconds, objective_target: target, mip_max_nodes: nodes });
  model.zeroAllClocks();
  model.run();
  const { colValue, rowDual } = model.getSolution();
  return {
    optimal: model.getModelStatus() === modelStatus.optimal,
    feasible: model.info.get('primal_solution_status') === solutionStatus.feasible,
    ...{ least: model.getObjectiveValue(), counts: colValue, duals: rowDual },
  };
}

const limit = (value) => (Number.isFinite(value) ? value : Math.sign(value) * highs.infinity);
