// Which test files are started first, so that none of the long ones is left for the end?

const Sequencer = require('@jest/test-sequencer').default;

/** The longest first. Without this, a machine that has not run the tests before starts them by the size of their files. */
const LONG = [
  'dialogue/walk',
  'alexa/store-faults',
  'model/overlap',
  'tests/transcripts',
  'alexa/bundle',
  'simulator/protocol',
  'persistence/faults',
  'alexa/crosstalk',
  'simulator/heard',
  'alexa/store-promises',
  'model/model',
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
