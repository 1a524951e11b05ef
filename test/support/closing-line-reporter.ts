import type { Reporter, TestModule, Vitest } from 'vitest/node';

/**
 * Closes a run with the plain line `N passed, N failed`, alone and last. A file that could not be run, an error outside a
 * test and a test that was left out (unless tests are chosen by name) count as failed each; so does a run in which no test
 * ran. Any of these exits with 1.
 */
export class ClosingLineReporter implements Reporter {
  #choosesByName = false;
  #passed = 0;
  #failed = 1;

  onInit(vitest: Vitest): void {
    this.#choosesByName = vitest.config.testNamePattern !== undefined;
    process.once('exit', () => {
      if (this.#failed > 0 && !process.exitCode) process.exitCode = 1;
      process.stdout.write(`\n${String(this.#passed)} passed, ${String(this.#failed)} failed\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], errorsOutsideTests: readonly unknown[]): void {
    const states = modules
      .flatMap((module) => [...module.children.allTests()])
      .map((test) => test.result().state)
      .filter((state) => !(this.#choosesByName && state === 'skipped'));
    const brokenFiles = modules.filter((module) => module.errors().length > 0).length;
    this.#passed = states.filter((state) => state === 'passed').length;
    this.#failed = states.length - this.#passed + brokenFiles + errorsOutsideTests.length;
    if (states.length === 0 && this.#failed === 0) this.#failed = 1;
  }
}
