import { Command, CommanderError } from 'commander';
import { createJsonLog } from '../../shared/adapters/console/json-log.ts';
import { SETTING_NAMES } from '../../shared/config/names.ts';
import { readLocalSettings } from '../../shared/config/read.ts';
import { LOG_CATALOGUE } from '../../shared/ports/log-catalogue.ts';
import { addCatalogueCommand } from './commands/catalogue-command.ts';
import { EXIT, type CommandContext, type ExitCode } from './commands/command-context.ts';
import { addHideCommand } from './commands/hide-command.ts';
import { addImportCommand } from './commands/import-command.ts';
import { addKeysCommand } from './commands/keys-command.ts';
import { addMatchCommand } from './commands/match-command.ts';
import { addOfferCommand } from './commands/offer-command.ts';
import { addSeatsCommand } from './commands/seats-command.ts';
import { addSupplementCommand } from './commands/supplement-command.ts';
import { addSweepCommand } from './commands/sweep-command.ts';
import { settingSentence } from './setting-sentence.ts';

// `npm run cli -- <command>`: the work of those who run the system, on the data folder of this machine.

const EXIT_CODES = `
Exit codes: 0 done · 1 could not be done (the sentence on standard error says why) · 2 wrong use · 3 a feed was held
back or could not be imported, its old catalogue stays.

Settings: VEREINBAR_DATA (data folder), VEREINBAR_REGION, DYNAMODB_ENDPOINT. While the service runs on the data folder,
commands use its store; otherwise they start the store for their own time.`;

const clock = () => Date.now();
const errorLines = createJsonLog({ clock, write: (line) => process.stderr.write(line) });

function contextOf(settings: CommandContext['settings']): CommandContext {
  const keyPepper = process.env[SETTING_NAMES.keyPepper];
  return {
    settings,
    ...(keyPepper !== undefined && { keyPepper }),
    clock,
    // What a command does it says itself; only what is wrong with the store beneath it is worth a line.
    log: (code, fields) => {
      if (LOG_CATALOGUE[code].level === 'error' && !code.startsWith('import-')) errorLines(code, fields);
    },
    say: (line) => {
      console.log(line);
    },
    complain: (line) => {
      console.error(line);
    },
    finish: (code) => {
      process.exitCode = code;
    },
  };
}

function wrongUse(error: CommanderError): ExitCode {
  return error.exitCode === 0 ? EXIT.done : EXIT.wrongUse; // 0: help or version was asked for
}

const settings = readLocalSettings(process.env);
if (!settings.ok) {
  console.error(settingSentence(settings.failure));
  process.exitCode = EXIT.failed;
} else {
  const program = new Command('vereinbar')
    .description('Vereinbar on this machine: import feeds, look at what is published, match a situation.')
    .addHelpText('after', EXIT_CODES)
    .exitOverride();
  const context = contextOf(settings.value);
  addImportCommand(program, context);
  addCatalogueCommand(program, context);
  addOfferCommand(program, context);
  addMatchCommand(program, context);
  addHideCommand(program, context);
  addSweepCommand(program, context);
  addSeatsCommand(program, context);
  addSupplementCommand(program, context);
  addKeysCommand(program, context);
  try {
    await program.parseAsync(process.argv);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = wrongUse(error);
  }
}
