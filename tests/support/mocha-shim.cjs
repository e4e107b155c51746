// How does ask-sdk-test, which asks mocha for `it`, find jest's?

module.exports = {
  it: (...test) => global.it(...test),
  describe: (...tests) => global.describe(...tests),
};
