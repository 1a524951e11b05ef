import type { ImportReport } from '../../../shared/use-cases/import-report.ts';
import type { ImportFeedsDeps } from '../import-feeds.ts';
import { EXIT, type CommandContext, type ExitCode, type OpenSystem } from './command-context.ts';

/** What a command needs to import on this machine. */
export function importingDeps(context: CommandContext, { region, store }: OpenSystem): ImportFeedsDeps {
  const { stderr } = process;
  return {
    ...context,
    region,
    stores: store.storesFor('import'),
    originals: store.originals,
    owner: 'local-cli',
    ...(stderr.isTTY && { writeProgress: (text: string) => stderr.write(text) }),
  };
}

/** How a command ends that has imported something. */
export function exitOf(report: ImportReport | undefined): ExitCode {
  if (report?.state === 'quarantined' || report?.state === 'failed') return EXIT.heldBack;
  return report === undefined || report.state === 'skipped' ? EXIT.failed : EXIT.done;
}
