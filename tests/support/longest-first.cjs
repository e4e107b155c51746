// The order of the test files: the long ones first, so that none of them is left for the end.

const Sequencer = require('@jest/test-sequencer').default;

/** The longest first. Without this, a machine that has not run the tests before starts them by the size of their files. */
const LONG = [
  'dialogue/walk',
  'infrastructure/stack',
  'alexa/store-faults',
  'alexa/bundle',
  'alexa/bad-input',
  'tests/transcripts',
  'simulator/heard',
  'simulator/protocol',
  'deploy/package',
  'alexa/crosstalk',
  'model/overlap',
  'model/coverage',
  'model/schema',
  'model/model',
  'timing/spot-limit',
];

const rank = ({ path }) => {
  const at = LONG.findIndex((name) => path.replaceAll('\\', '/').endsWith(`${name}.test.ts`));
  return at < 0 ? LONG.length : at;
};

module.exports = class extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
};
