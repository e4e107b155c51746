// Says every few seconds how many of the test files are done, where no terminal shows it.

const SAID_EVERY_MS = 5000;

module.exports = class {
  #done = 0;
  #beganMs = performance.now();
  #saidMs = this.#beganMs;

  /** Jest calls this after each test file, with the totals so far. */
  onTestResult(_test, _result, { numTotalTestSuites, numPassedTests, numFailedTests }) {
    this.#done += 1;
    const nowMs = performance.now();
    if (process.stderr.isTTY || nowMs - this.#saidMs < SAID_EVERY_MS) return;
    this.#saidMs = nowMs;
    const seconds = Math.round((nowMs - this.#beganMs) / 1000);
    process.stderr.write(
      `${this.#done} of ${numTotalTestSuites} files after ${seconds} s: ${numPassedTests} tests passed, ${numFailedTests} failed\n`,
    );
  }
};
