// How are the tests found and run?

module.exports = {
  testEnvironment: 'node',
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
  maxWorkers: 2,
};
