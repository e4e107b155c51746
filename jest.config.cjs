// How jest finds the tests and runs them.

module.exports = {
  testEnvironment: '<rootDir>/tests/support/plain-environment.cjs',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  // ask-sdk-test asks mocha for `it`; the shim hands it jest's.
  moduleNameMapper: { '^mocha$': '<rootDir>/tests/support/mocha-shim.cjs' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  // Once before all of them: the skill is tested with what start and build give it.
  globalSetup: '<rootDir>/tests/support/learning.ts',
  setupFilesAfterEnv: ['<rootDir>/tests/support/asserting.cjs'],
  testSequencer: '<rootDir>/tests/support/longest-first.cjs',
  reporters: ['default', '<rootDir>/tests/support/progress.cjs'],
  // No test is about how fast this machine is. The limit only ends one that hangs, so it leaves room for processes that
  // start and requests that go over HTTP while the machine is busy with something else.
  testTimeout: 120_000,
  // One more than the cores of a small machine: some tests do nothing but wait, or for a process of their own.
  maxWorkers: 3,
};
