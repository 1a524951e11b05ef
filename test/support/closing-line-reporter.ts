import type { Reporter, TestModule } from 'vitest/node';

/**
 * Closes a run with the plain line `N passed, N failed`, alone and last. A file that could not be run, an error outside a
 * test and a test that was left out count as failed each; so does a run in which no test ran. Any of these exits with 1.
 */
export class ClosingLineReporter implements Reporter {
  #passed = 0;
  #failed = 1;

  onInit(): void {
    process.once('exit', () => {
      if (this.#failed > 0 && !process.exitCode) process.exitCode = 1;
      process.stdout.write(`\n${String(this.#passed)} passed, ${String(this.#failed)} failed\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], errorsOutsideTests: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const brokenFiles = modules.filter((module) => module.errors().length > 0).length;
    this.#passed = tests.filter((test) => test.result().state === 'passed').length;
    this.#failed = tests.length - this.#passed + brokenFiles + errorsOutsideTests.length;
    if (tests.length === 0 && this.#failed === 0) this.#failed = 1;
  }
}
