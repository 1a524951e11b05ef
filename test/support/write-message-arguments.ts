import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import de from '../../shared/messages/de.json' with { type: 'json' };
import { messageArgumentsSource } from './message-arguments.ts';

// Writes the types of all placeholders after a message of the default language was added or changed:
// node --import tsx test/support/write-message-arguments.ts

const target = new URL('../../shared/messages/message-arguments.ts', import.meta.url);
const source = messageArgumentsSource(de);
writeFileSync(target, await format(source, { parser: 'typescript', printWidth: 110, singleQuote: true }));
