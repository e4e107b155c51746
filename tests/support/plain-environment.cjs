// Jest's environment for Node, in a context whose globals are looked up directly: a fifth of the tests' time.

const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

/**
 * In a context made from an object, each use of `Map`, `JSON` or `Math` asks that object first. Jest offers no other
 * kind, so the function it makes one with is replaced while it does. A Node too old for the other kind (before 20.18)
 * makes jest's own.
 */
module.exports = class extends TestEnvironment {
  constructor(...settings) {
    const { createContext } = vm;
    vm.createContext = (object) => createContext(vm.constants?.DONT_CONTEXTIFY ?? object);
    try {
      super(...settings);
    } finally {
      vm.createContext = createContext;
    }
  }
};
